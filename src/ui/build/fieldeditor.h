// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formlayout.h"

#include <argosy/platform/kinds.h>
#include <argosy/schema/schema.h>
#include <argosy/ui/theme.h>

#include <QWidget>

#include <functional>

namespace argosy {

/// What an editor does to the document; paths start at the editor's own field.
struct FieldSink
{
    std::function<void(const FieldPath& below, const Json& value)> set; ///< null removes
    std::function<void(const FieldPath& below, const QString& key)> rename;
};

/// What the schema says of a field, as far as an editor shows it.
struct FieldFacts
{
    SchemaNode::Type type = SchemaNode::Type::String;
    bool intOrString = false;
    QString description;
    QString fallback; ///< the schema's default as text
    std::optional<int> minimum, maximum;
    QList<Choice> choices;
};
/// From the field's node, which may be null, and the layout's choices.
[[nodiscard]] FieldFacts factsOf(const FormField& field, const SchemaNode* node);

/// The text of a scalar as YAML shows it; empty for null.
[[nodiscard]] QString scalarText(const Json& value);
/// What a typed text is in a field of that type.
[[nodiscard]] Json scalarFrom(const QString& text, const FieldFacts& facts);

/// Shows and edits one field's value. An absent field is null and shows its default as a hint.
class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    FieldEditor(FormField field, FieldFacts facts, FieldSink sink, QWidget* parent);

    /// False where the value is of a type that this editor cannot show; it is left as it was then.
    virtual bool showValue(const Json& value) = 0;
    /// Names to offer beside the choices (documents of the workspace).
    virtual void setNames(const QStringList& names) { Q_UNUSED(names) }
    /// Object names of the inner controls are made of this one.
    virtual void setControlName(const QString& name) = 0;

protected:
    [[nodiscard]] const FormField& field() const { return m_field; }
    [[nodiscard]] const FieldFacts& facts() const { return m_facts; }
    [[nodiscard]] QString hint() const; ///< what an empty control says
    void set(const FieldPath& below, const Json& value) const { m_sink.set(below, value); }
    void rename(const FieldPath& below, const QString& key) const { m_sink.rename(below, key); }

private:
    FormField m_field;
    FieldFacts m_facts;
    FieldSink m_sink;
};

/// The editor for a field's widget. Never null.
[[nodiscard]] FieldEditor* createFieldEditor(
    const Theme& theme, const FormField& field, const FieldFacts& facts, FieldSink sink, QWidget* parent);

} // namespace argosy
