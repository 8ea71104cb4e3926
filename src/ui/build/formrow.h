// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fieldeditor.h"

#include <argosy/kube/problem.h>
#include <argosy/ui/widgets.h>

class QBoxLayout;
class QToolButton;
class QVBoxLayout;

namespace argosy {

/// One field of a form: label, editor, help, problems; and the way back to "not set".
class FormRow final : public QWidget
{
    Q_OBJECT
public:
    FormRow(const Theme& theme, const FormField& field, const FieldFacts& facts, FieldSink sink, QWidget* parent);

    [[nodiscard]] const FormField& field() const { return m_field; }
    [[nodiscard]] FieldEditor* editor() const { return m_editor; }
    void setControlName(const QString& name);
    void showValue(const Json& value);
    void showProblems(const QList<Problem>& problems);
    void setHighlighted(bool highlighted); ///< the cursor in the YAML stands in this field
    [[nodiscard]] bool isSet() const { return m_isSet; }
    [[nodiscard]] QString helpText() const;

Q_SIGNALS:
    void focused(); ///< a control of the row has the keyboard
    void fixRequested(const argosy::Problem& problem);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildField();
    void watchControls();

    const Theme& m_theme;
    FormField m_field;
    FieldFacts m_facts;
    FieldSink m_sink;
    QBoxLayout* m_row;
    FieldEditor* m_editor;
    QLabel* m_label;
    QLabel* m_help;
    QLabel* m_foreign; ///< in place of the editor where it cannot show the value
    QToolButton* m_reset;
    QVBoxLayout* m_problems;
    QList<Problem> m_shown;
    bool m_isSet = false;
    bool m_highlighted = false;
};

} // namespace argosy
