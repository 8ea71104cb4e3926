// SPDX-License-Identifier: GPL-3.0-or-later
#include "scalareditors.h"

#include "livecontrols.h"

#include <QCheckBox>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kNumberWidth = 160;
constexpr int kLargest = 1'000'000'000;

QHBoxLayout* bareRow(QWidget* widget)
{
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kControl);
    return row;
}

bool isInt(const Json& value)
{
    return value.is_number_integer() && value == Json(value.get<int>());
}

} // namespace

TextEditor::TextEditor(const FormField& field, const FieldFacts& facts, FieldSink sink, QWidget* parent)
    : FieldEditor(field, facts, std::move(sink), parent)
    , m_line(new LiveLine(this))
{
    bareRow(this)->addWidget(m_line);
    m_line->setPlaceholderText(hint());
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textEdited, this,
        [this](const QString& text) { set({}, scalarFrom(text, this->facts())); });
    // An emptied field keeps its line while one types the next value; leaving it empty removes it.
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        if (m_line->text().isEmpty())
            set({}, nullptr);
    });
}

bool TextEditor::showValue(const Json& value)
{
    if (value.is_structured())
        return false;
    m_line->showText(scalarText(value));
    return true;
}

void TextEditor::setControlName(const QString& name)
{
    m_line->setObjectName(name);
    m_line->setAccessibleName(formText(field().label));
}

ChoiceEditor::ChoiceEditor(const FormField& field, const FieldFacts& facts, FieldSink sink, QWidget* parent)
    : FieldEditor(field, facts, std::move(sink), parent)
{
    if (field.strict)
        buildStrict();
    else
        buildOpen();
    bareRow(this)->addWidget(m_box);
    setFocusProxy(m_box);
    for (int i = 0; i < m_box->count(); ++i)
        for (const Choice& choice : facts.choices)
            if (choice.value == (field.strict ? m_box->itemData(i).toString() : m_box->itemText(i)))
                m_box->setItemData(i, choice.note.translated(), Qt::ToolTipRole);
}

void ChoiceEditor::buildStrict()
{
    m_box = new QComboBox(this);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->addItem(hint(), QString());
    for (const Choice& choice : facts().choices)
        m_box->addItem(choice.title.isEmpty() ? choice.value : choice.title.translated(), choice.value);
    connect(m_box, &QComboBox::activated, this, [this] {
        const QString value = m_box->currentData().toString();
        set({}, value.isEmpty() ? Json(nullptr) : scalarFrom(value, facts()));
    });
}

void ChoiceEditor::buildOpen()
{
    m_open = new LiveCombo(this);
    m_box = m_open;
    m_open->lineEdit()->setPlaceholderText(hint());
    setNames({});
    connect(m_open, &LiveCombo::textChosen, this, [this](const QString& text) { set({}, scalarFrom(text, facts())); });
    connect(m_open, &LiveCombo::typingFinished, this, [this] {
        if (m_open->currentText().isEmpty())
            set({}, nullptr);
    });
}

bool ChoiceEditor::showValue(const Json& value)
{
    if (value.is_structured())
        return false;
    const QString text = scalarText(value);
    if (m_open)
        m_open->showText(text);
    else
        showStrict(text);
    return true;
}

void ChoiceEditor::showStrict(const QString& text)
{
    int index = m_box->findData(text);
    if (index < 0) { // a value that is no choice is shown all the same; its problem stands below
        m_box->addItem(text, text);
        index = m_box->count() - 1;
    }
    m_box->setCurrentIndex(index);
}

void ChoiceEditor::setNames(const QStringList& names)
{
    if (!m_open)
        return;
    QStringList offers = names;
    for (const Choice& choice : facts().choices)
        offers.append(choice.value);
    m_open->setOffers(offers);
}

void ChoiceEditor::setControlName(const QString& name)
{
    m_box->setObjectName(name);
    m_box->setAccessibleName(formText(field().label));
}

IntegerEditor::IntegerEditor(const FormField& field, const FieldFacts& facts, FieldSink sink, QWidget* parent)
    : FieldEditor(field, facts, std::move(sink), parent)
    , m_spin(new OptionalSpin(this))
{
    QHBoxLayout* row = bareRow(this);
    row->addWidget(m_spin);
    row->addStretch(1);
    m_spin->setMinimumWidth(kNumberWidth);
    m_spin->setBounds(facts.minimum.value_or(0), facts.maximum.value_or(kLargest));
    bool isNumber = false;
    const int fallback = facts.fallback.toInt(&isNumber);
    m_spin->setFallback(isNumber ? std::optional(fallback) : std::nullopt);
    m_spin->setHint(hint());
    setFocusProxy(m_spin);
    connect(m_spin, &OptionalSpin::numberChosen, this, [this] {
        const std::optional<int> number = m_spin->number();
        set({}, number ? Json(*number) : Json(nullptr));
    });
}

bool IntegerEditor::showValue(const Json& value)
{
    if (!value.is_null() && !isInt(value))
        return false;
    m_spin->showNumber(value.is_null() ? std::optional<int>() : value.get<int>());
    return true;
}

void IntegerEditor::setControlName(const QString& name)
{
    m_spin->setObjectName(name);
    m_spin->setAccessibleName(formText(field().label));
}

SwitchEditor::SwitchEditor(const FormField& field, const FieldFacts& facts, FieldSink sink, QWidget* parent)
    : FieldEditor(field, facts, std::move(sink), parent)
    , m_box(new QCheckBox(this))
{
    QHBoxLayout* row = bareRow(this);
    row->addWidget(m_box);
    row->addStretch(1);
    m_box->setMinimumHeight(space::kInput);
    setFocusProxy(m_box);
    connect(m_box, &QCheckBox::clicked, this, [this] {
        const bool on = m_box->checkState() != Qt::Unchecked; // from "not set" a click turns it on
        set({}, on);
    });
}

bool SwitchEditor::showValue(const Json& value)
{
    if (!value.is_null() && !value.is_boolean())
        return false;
    m_box->setTristate(value.is_null());
    if (value.is_null()) {
        m_box->setCheckState(Qt::PartiallyChecked);
        const QString& fallback = facts().fallback;
        m_box->setText(fallback.isEmpty() ? hint() : fallback == u"true" ? tr("On by default") : tr("Off by default"));
    } else {
        m_box->setChecked(value.get<bool>());
        m_box->setText(value.get<bool>() ? tr("On") : tr("Off"));
    }
    return true;
}

void SwitchEditor::setControlName(const QString& name)
{
    m_box->setObjectName(name);
    m_box->setAccessibleName(formText(field().label));
}

ChecksEditor::ChecksEditor(const FormField& field, const FieldFacts& facts, FieldSink sink, QWidget* parent)
    : FieldEditor(field, facts, std::move(sink), parent)
{
    QHBoxLayout* row = bareRow(this);
    row->setSpacing(space::kSection);
    for (const QString& option : field.options) {
        auto* box = new QCheckBox(option, this);
        box->setMinimumHeight(space::kInput);
        connect(box, &QCheckBox::clicked, this, &ChecksEditor::commit);
        row->addWidget(box);
        m_boxes.append(box);
    }
    row->addStretch(1);
    if (!m_boxes.isEmpty())
        setFocusProxy(m_boxes.constFirst());
}

bool ChecksEditor::showValue(const Json& value)
{
    if (!value.is_null() && !value.is_array())
        return false;
    m_values.clear();
    for (const Json& item : value)
        m_values.append(scalarText(item));
    for (QCheckBox* box : m_boxes)
        box->setChecked(m_values.contains(box->text()));
    return true;
}

void ChecksEditor::commit()
{
    Json list = Json::array();
    for (const QCheckBox* box : std::as_const(m_boxes))
        if (box->isChecked())
            list.push_back(box->text().toStdString());
    for (const QString& value : std::as_const(m_values))
        if (!field().options.contains(value))
            list.push_back(value.toStdString());
    set({}, list.empty() ? Json(nullptr) : list);
}

void ChecksEditor::setControlName(const QString& name)
{
    for (QCheckBox* box : std::as_const(m_boxes)) {
        box->setObjectName(name + u'.' + box->text());
        box->setAccessibleName(tr("%1 %2").arg(formText(field().label), box->text()));
    }
}

} // namespace argosy
