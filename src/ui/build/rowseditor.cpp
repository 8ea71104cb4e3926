// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowseditor.h"

#include "livecontrols.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kButton = 28;
constexpr const char* kMapKey = QT_TRANSLATE_NOOP("forms", "Name");
constexpr const char* kMapValue = QT_TRANSLATE_NOOP("forms", "Value");

QString joined(const Json& value)
{
    if (!value.is_array())
        return scalarText(value);
    QStringList texts;
    for (const Json& item : value)
        texts.append(scalarText(item));
    return texts.join(u", "_s);
}

QStringList valuesOf(const QString& list)
{
    QStringList values;
    for (const Choice& choice : choices(list))
        values.append(choice.value);
    return values;
}

} // namespace

QWidget* RowsEditor::Cell::widget() const
{
    if (line)
        return line;
    return combo ? static_cast<QWidget*>(combo) : strict;
}

QString RowsEditor::Cell::text() const
{
    if (line)
        return line->text();
    return combo ? combo->currentText() : strict->currentText();
}

void RowsEditor::Cell::show(const QString& text) const
{
    if (line) {
        line->showText(text);
    } else if (combo) {
        combo->showText(text);
    } else {
        if (strict->findText(text) < 0)
            strict->addItem(text);
        strict->setCurrentIndex(strict->findText(text));
    }
}

QList<FormColumn> RowsEditor::columnsOf(const FormField& field)
{
    switch (field.widget) {
    case FormField::Widget::Map:
        return {{.key = u"key"_s, .label = QString::fromLatin1(kMapKey), .choices = field.choices},
            {.key = u"value"_s, .label = QString::fromLatin1(kMapValue)}};
    case FormField::Widget::Table: return field.columns;
    default: return {{.key = u"value"_s, .choices = field.choices}};
    }
}

RowsEditor::RowsEditor(
    const Theme& theme, const FormField& field, const FieldFacts& facts, FieldSink sink, QWidget* parent)
    : FieldEditor(field, facts, std::move(sink), parent)
    , m_theme(theme)
    , m_columns(columnsOf(field))
    , m_head(new QWidget(this))
    , m_body(new QVBoxLayout)
    , m_add(new QPushButton(theme.icon(u"add"_s), field.add.isEmpty() ? tr("Add") : formText(field.add), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kGroup);
    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, kButton + space::kGroup, 0);
    head->setSpacing(space::kGroup);
    for (const FormColumn& each : std::as_const(m_columns)) {
        auto* title = new QLabel(formText(each.label), m_head);
        theme.style(title, Theme::Text::Small, Tone::Muted);
        title->setMinimumWidth(1);
        head->addWidget(title, each.stretch);
    }
    m_head->hide();
    m_body->setSpacing(space::kGroup);
    column->addWidget(m_head);
    column->addLayout(m_body);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    setFocusProxy(m_add);
    connect(m_add, &QPushButton::clicked, this, &RowsEditor::addDraft);
}

QList<QStringList> RowsEditor::textsOf(const Json& value) const
{
    QList<QStringList> rows;
    if (isMap()) {
        for (const auto& [key, item] : value.items())
            rows.append({QString::fromStdString(key), scalarText(item)});
        return rows;
    }
    for (const Json& item : value) {
        QStringList texts;
        for (const FormColumn& column : m_columns)
            texts.append(joined(isTable() ? member(item, column.key.toStdString()) : item));
        rows.append(texts);
    }
    return rows;
}

bool RowsEditor::showValue(const Json& value)
{
    if (!value.is_null() && (isMap() ? !value.is_object() : !value.is_array()))
        return false;
    const QList<QStringList> texts = value.is_null() ? QList<QStringList>() : textsOf(value);
    const bool hasDraft = m_rows.size() > m_committed;
    while (m_rows.size() > texts.size() + (hasDraft && texts.size() >= m_committed ? 1 : 0))
        delete m_rows.takeLast().widget;
    while (m_rows.size() < texts.size())
        appendRow();
    m_committed = static_cast<int>(texts.size());
    for (int row = 0; row < m_committed; ++row) {
        m_rows[row].key = texts[row].constFirst();
        for (qsizetype column = 0; column < m_columns.size(); ++column)
            m_rows[row].cells[column].show(texts[row][column]);
        enableCells(m_rows[row]);
    }
    m_head->setVisible(!m_rows.isEmpty() && m_columns.size() > 1);
    nameRows();
    return true;
}

RowsEditor::Cell RowsEditor::makeCell(int column, QWidget* parent)
{
    const FormColumn& spec = m_columns[column];
    Cell cell;
    if (spec.strict) {
        cell.strict = new QComboBox(parent);
        cell.strict->addItems(valuesOf(spec.choices));
        cell.strict->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        cell.strict->setMinimumContentsLength(4);
        if (!spec.initial.isEmpty())
            cell.strict->setCurrentText(spec.initial);
    } else if (!spec.choices.isEmpty()) {
        cell.combo = new LiveCombo(parent);
        cell.combo->setOffers(valuesOf(spec.choices));
        cell.combo->showText(spec.initial);
    } else {
        cell.line = new LiveLine(parent);
        cell.line->setText(spec.initial);
        if (spec.list)
            cell.line->setPlaceholderText(tr("Values, separated by commas"));
    }
    return cell;
}

void RowsEditor::watchCell(const Cell& cell, QWidget* row, int column)
{
    const auto onChange = [this, row, column] { changed(row, column); };
    const auto onFinish = [this, row, column] { finished(row, column); };
    if (cell.line) {
        connect(cell.line, &QLineEdit::textEdited, this, onChange);
        connect(cell.line, &QLineEdit::editingFinished, this, onFinish);
    } else if (cell.combo) {
        connect(cell.combo, &LiveCombo::textChosen, this, onChange);
        connect(cell.combo, &LiveCombo::typingFinished, this, onFinish);
    } else {
        connect(cell.strict, &QComboBox::activated, this, onChange);
    }
}

void RowsEditor::appendRow()
{
    Row row;
    row.widget = new QWidget(this);
    auto* line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::kGroup);
    for (int column = 0; column < m_columns.size(); ++column) {
        const Cell cell = makeCell(column, row.widget);
        cell.widget()->setMinimumWidth(48);
        cell.widget()->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        line->addWidget(cell.widget(), m_columns[column].stretch);
        row.cells.append(cell);
        watchCell(cell, row.widget, column);
    }
    row.remove = new QToolButton(row.widget);
    row.remove->setIcon(m_theme.icon(u"remove"_s, Tone::Muted));
    row.remove->setAutoRaise(true);
    row.remove->setFocusPolicy(Qt::StrongFocus);
    row.remove->setFixedSize(kButton, kButton);
    row.remove->setToolTip(tr("Remove this row"));
    row.remove->setAccessibleName(tr("Remove this row"));
    line->addWidget(row.remove);
    connect(row.remove, &QToolButton::clicked, this, [this, widget = row.widget] { removeRow(indexOf(widget)); });
    m_body->addWidget(row.widget);
    m_rows.append(row);
    enableCells(m_rows.constLast());
}

void RowsEditor::addDraft()
{
    if (m_rows.size() == m_committed)
        appendRow();
    m_head->setVisible(m_columns.size() > 1);
    nameRows();
    m_rows.constLast().cells.constFirst().widget()->setFocus();
}

int RowsEditor::indexOf(const QWidget* row) const
{
    const auto it = std::ranges::find(m_rows, row, &Row::widget);
    return static_cast<int>(it - m_rows.cbegin());
}

FieldPath RowsEditor::pathOf(int row) const
{
    return isMap() ? FieldPath() / m_rows[row].key : FieldPath() / static_cast<qsizetype>(row);
}

Json RowsEditor::cellValue(const FormColumn& column, const QString& text) const
{
    if (!column.list)
        return text.toStdString();
    Json list = Json::array();
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts))
        if (!part.trimmed().isEmpty())
            list.push_back(part.trimmed().toStdString());
    return list;
}

bool RowsEditor::isAbsent(const Row& row, const FormColumn& column) const
{
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        if (m_columns[i].key == column.absentWhenColumn)
            return column.absentWhenValues.contains(row.cells[i].text());
    return false;
}

void RowsEditor::enableCells(const Row& row) const
{
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        row.cells[i].widget()->setEnabled(!isAbsent(row, m_columns[i]));
}

void RowsEditor::changed(QWidget* rowWidget, int column)
{
    const int row = indexOf(rowWidget);
    if (row >= m_committed)
        commitDraft(row);
    else
        commitCell(row, column);
    if (row < m_rows.size())
        enableCells(m_rows[row]);
}

void RowsEditor::commitDraft(int row)
{
    Row& draft = m_rows[row];
    const QString first = draft.cells.constFirst().text();
    if (first.isEmpty() || isMap()) // a map's key is written once it is complete
        return;
    Json value = first.toStdString();
    if (isTable()) {
        value = Json::object();
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const QString text = draft.cells[i].text();
            if ((!text.isEmpty() || m_columns[i].list) && !isAbsent(draft, m_columns[i]))
                value[m_columns[i].key.toStdString()] = cellValue(m_columns[i], text);
        }
    }
    ++m_committed;
    set(FieldPath() / static_cast<qsizetype>(row), value);
}

void RowsEditor::commitCell(int row, int column)
{
    const QString text = m_rows[row].cells[column].text();
    if (isMap()) {
        if (column == 1)
            set(pathOf(row), text.toStdString());
        return;
    }
    if (!isTable()) {
        set(pathOf(row), text.toStdString());
        return;
    }
    const FormColumn& spec = m_columns[column];
    set(pathOf(row) / spec.key, cellValue(spec, text));
    for (const FormColumn& other : std::as_const(m_columns))
        if (other.absentWhenColumn == spec.key && other.absentWhenValues.contains(text))
            set(pathOf(row) / other.key, nullptr);
}

void RowsEditor::finished(QWidget* rowWidget, int column)
{
    const int row = indexOf(rowWidget);
    if (row >= m_rows.size())
        return;
    const QString text = m_rows[row].cells[column].text();
    const bool isDraft = row >= m_committed;
    if (isMap()) {
        const QString key = m_rows[row].cells[0].text();
        if (isDraft && !key.isEmpty()) {
            m_rows[row].key = key;
            ++m_committed;
            set(pathOf(row), m_rows[row].cells[1].text().toStdString());
        } else if (!isDraft && column == 0 && !text.isEmpty() && text != m_rows[row].key) {
            rename(pathOf(row), text);
            m_rows[row].key = text;
        }
    } else if (!isDraft && text.isEmpty() && isTable() && column > 0 && !m_columns[column].list) {
        set(pathOf(row) / m_columns[column].key, nullptr);
    }
}

void RowsEditor::removeRow(int row)
{
    const bool isDraft = row >= m_committed;
    const FieldPath path = pathOf(row);
    delete m_rows.takeAt(row).widget;
    m_head->setVisible(!m_rows.isEmpty() && m_columns.size() > 1);
    m_add->setFocus();
    nameRows();
    if (isDraft)
        return;
    --m_committed;
    set(path, nullptr);
}

void RowsEditor::setControlName(const QString& name)
{
    m_name = name;
    m_add->setObjectName(name + u".add"_s);
    m_add->setAccessibleName(tr("%1: %2").arg(formText(field().label), m_add->text()));
    nameRows();
}

void RowsEditor::nameRows()
{
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        const QString prefix = m_name + u'.' + QString::number(row) + u'.';
        for (qsizetype column = 0; column < m_columns.size(); ++column) {
            QWidget* cell = m_rows[row].cells[column].widget();
            cell->setObjectName(prefix + m_columns[column].key);
            cell->setAccessibleName(
                tr("%1, row %2, %3")
                    .arg(formText(field().label), QString::number(row + 1), formText(m_columns[column].label)));
        }
        m_rows[row].remove->setObjectName(prefix + u"remove"_s);
    }
}

} // namespace argosy
