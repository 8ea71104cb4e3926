// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fieldeditor.h"

class QCheckBox;
class QComboBox;

namespace argosy {

class LiveCombo;
class LiveLine;
class OptionalSpin;

/// A line of text.
class TextEditor final : public FieldEditor
{
    Q_OBJECT
public:
    TextEditor(const FormField& field, const FieldFacts& facts, FieldSink sink, QWidget* parent);
    bool showValue(const Json& value) override;
    void setControlName(const QString& name) override;

private:
    LiveLine* m_line;
};

/// One of a list: strict lists cannot be typed into, others offer.
class ChoiceEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ChoiceEditor(const FormField& field, const FieldFacts& facts, FieldSink sink, QWidget* parent);
    bool showValue(const Json& value) override;
    void setNames(const QStringList& names) override;
    void setControlName(const QString& name) override;

private:
    void buildStrict();
    void buildOpen();
    void showStrict(const QString& text);

    QComboBox* m_box = nullptr;
    LiveCombo* m_open = nullptr; ///< the same box, where it can be typed into
};

class IntegerEditor final : public FieldEditor
{
    Q_OBJECT
public:
    IntegerEditor(const FormField& field, const FieldFacts& facts, FieldSink sink, QWidget* parent);
    bool showValue(const Json& value) override;
    void setControlName(const QString& name) override;

private:
    OptionalSpin* m_spin;
};

/// On, off, or not set.
class SwitchEditor final : public FieldEditor
{
    Q_OBJECT
public:
    SwitchEditor(const FormField& field, const FieldFacts& facts, FieldSink sink, QWidget* parent);
    bool showValue(const Json& value) override;
    void setControlName(const QString& name) override;

private:
    QCheckBox* m_box;
};

/// A list of strings out of few, one check box each. Values that are no option stay in the list.
class ChecksEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ChecksEditor(const FormField& field, const FieldFacts& facts, FieldSink sink, QWidget* parent);
    bool showValue(const Json& value) override;
    void setControlName(const QString& name) override;

private:
    void commit();

    QList<QCheckBox*> m_boxes;
    QStringList m_values;
};

} // namespace argosy
