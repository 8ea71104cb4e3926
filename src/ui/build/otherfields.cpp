// SPDX-License-Identifier: GPL-3.0-or-later
#include "otherfields.h"

#include "fieldeditor.h"
#include "widgets/filterwords.h"

#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kMostRows = 12; // more of them scroll

FieldPath memberPath(const FieldPath& path, const std::string& key)
{
    return path / QString::fromStdString(key);
}

class Walk
{
public:
    explicit Walk(const QList<ShownField>& shown)
        : m_shown(shown)
    { }

    void visit(const Json& value, const FieldPath& path)
    {
        const auto exact = std::ranges::find(m_shown, path, &ShownField::path);
        if (exact != m_shown.cend())
            return visitRows(value, *exact);
        const bool hasShown =
            std::ranges::any_of(m_shown, [&](const ShownField& field) { return field.path.startsWith(path); });
        if (!hasShown || !value.is_structured())
            return add(value, path);
        if (value.is_array())
            for (qsizetype i = 0; i < static_cast<qsizetype>(value.size()); ++i)
                visit(value[static_cast<size_t>(i)], path / i);
        else
            for (const auto& [key, item] : value.items())
                visit(item, memberPath(path, key));
    }

    QList<OtherField> found;

private:
    void visitRows(const Json& rows, const ShownField& field)
    {
        if (field.columns.isEmpty() || !rows.is_array())
            return;
        for (qsizetype i = 0; i < static_cast<qsizetype>(rows.size()); ++i)
            for (const auto& [key, item] : rows[static_cast<size_t>(i)].items())
                if (!field.columns.contains(QString::fromStdString(key)))
                    add(item, memberPath(field.path / i, key));
    }
    void add(const Json& value, const FieldPath& path) { found.append({path, scalarText(value)}); }

    const QList<ShownField>& m_shown;
};

} // namespace

QList<ShownField> shownFields(const FormLayout& layout, const Json& document)
{
    QList<ShownField> shown;
    for (const FormGroup& group : layout.groups)
        for (const FormField& field : group.fields) {
            ShownField made{.path = pathBelow(group.base(document), field.path)};
            for (const FormColumn& column : field.columns)
                made.columns.append(column.key);
            shown.append(made);
        }
    return shown;
}

QList<OtherField> otherFields(const Json& document, const QList<ShownField>& shown)
{
    Walk walk(shown);
    if (document.is_object())
        for (const auto& [key, item] : document.items())
            if (key != "apiVersion" && key != "kind")
                walk.visit(item, memberPath({}, key));
    return walk.found;
}

OtherFields::OtherFields(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_list(new QTreeWidget(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kGroup);
    auto* title = new QLabel(tr("Also in the YAML"), this);
    theme.style(title, Theme::Text::Section);
    auto* note = new QLabel(tr("Fields without a control here. Enter goes to the line."), this);
    note->setWordWrap(true);
    theme.style(note, Theme::Text::Small, Tone::Muted);
    column->addWidget(title);
    column->addWidget(note);
    column->addWidget(m_list);
    m_list->setObjectName(u"build.form.others"_s);
    m_list->setAccessibleName(tr("Also in the YAML"));
    m_list->setHeaderLabels({tr("Field"), tr("Value")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    const auto open = [this](
                          QTreeWidgetItem* item) { Q_EMIT opened(m_fields[m_list->indexOfTopLevelItem(item)].path); };
    connect(m_list, &QTreeWidget::itemActivated, this, open);
    connect(m_list, &QTreeWidget::itemClicked, this, open);
    hide();
}

void OtherFields::setFields(const QList<OtherField>& fields)
{
    if (fields == m_fields)
        return;
    m_fields = fields;
    m_list->clear();
    for (const OtherField& field : fields) {
        auto* item = new QTreeWidgetItem(m_list, {field.path.toDotted(), field.value});
        for (int i = 0; i < m_list->columnCount(); ++i) {
            item->setFont(i, m_theme.font(Theme::Text::Mono));
            item->setToolTip(i, item->text(i));
        }
    }
}

int OtherFields::setFilter(const QStringList& words)
{
    int shown = 0;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_list->topLevelItem(row);
        const bool matches = hasWords(item->text(0), words);
        item->setHidden(!matches);
        shown += matches;
    }
    setVisible(shown > 0);
    const int rows = std::min(shown, kMostRows);
    m_list->setFixedHeight(m_list->header()->sizeHint().height() + rows * space::kRow + 2 * m_list->frameWidth());
    return shown;
}

} // namespace argosy
