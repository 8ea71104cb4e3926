// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldeditor.h"

#include "rowseditor.h"
#include "scalareditors.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

std::optional<int> bound(const std::optional<double>& value)
{
    if (!value || std::abs(*value) > 1e9)
        return {};
    return static_cast<int>(*value);
}

QList<Choice> enumerated(const SchemaNode& node)
{
    QList<Choice> list;
    for (const auto& value : node.enumeration)
        list.append(Choice{.value = scalarText(*value)});
    return list;
}

} // namespace

QString scalarText(const Json& value)
{
    if (value.is_null())
        return {};
    if (value.is_string())
        return QString::fromStdString(value.get_ref<const std::string&>());
    return QString::fromUtf8(toCompactJson(value));
}

Json scalarFrom(const QString& text, const FieldFacts& facts)
{
    bool isNumber = false;
    const qlonglong number = text.toLongLong(&isNumber);
    const bool wantsNumber =
        facts.type == SchemaNode::Type::Integer || facts.type == SchemaNode::Type::Number || facts.intOrString;
    if (wantsNumber && isNumber)
        return number;
    return text.toStdString();
}

FieldFacts factsOf(const FormField& field, const SchemaNode* node)
{
    FieldFacts facts;
    facts.choices = choices(field.choices);
    if (!node)
        return facts;
    facts.type = node->type;
    facts.intOrString = node->intOrString;
    facts.description = node->description;
    if (node->defaultValue && !node->defaultValue->is_structured())
        facts.fallback = scalarText(*node->defaultValue);
    facts.minimum = bound(node->minimum);
    facts.maximum = bound(node->maximum);
    if (facts.choices.isEmpty())
        facts.choices = enumerated(*node);
    return facts;
}

FieldEditor::FieldEditor(FormField field, FieldFacts facts, FieldSink sink, QWidget* parent)
    : QWidget(parent)
    , m_field(std::move(field))
    , m_facts(std::move(facts))
    , m_sink(std::move(sink))
{ }

QString FieldEditor::hint() const
{
    if (!m_facts.fallback.isEmpty())
        return tr("%1 (default)").arg(m_facts.fallback);
    return m_field.placeholder.isEmpty() ? tr("Not set") : formText(m_field.placeholder);
}

FieldEditor* createFieldEditor(
    const Theme& theme, const FormField& field, const FieldFacts& facts, FieldSink sink, QWidget* parent)
{
    switch (field.widget) {
    case FormField::Widget::Choice: return new ChoiceEditor(field, facts, std::move(sink), parent);
    case FormField::Widget::Integer: return new IntegerEditor(field, facts, std::move(sink), parent);
    case FormField::Widget::Switch: return new SwitchEditor(field, facts, std::move(sink), parent);
    case FormField::Widget::Checks: return new ChecksEditor(field, facts, std::move(sink), parent);
    case FormField::Widget::List:
    case FormField::Widget::Map:
    case FormField::Widget::Table: return new RowsEditor(theme, field, facts, std::move(sink), parent);
    case FormField::Widget::Text: break;
    }
    return new TextEditor(field, facts, std::move(sink), parent);
}

} // namespace argosy
