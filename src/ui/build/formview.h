// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formlayout.h"

#include <argosy/schema/schema.h>
#include <argosy/session/document.h>
#include <argosy/ui/widgets.h>

#include <QPointer>
#include <QScrollArea>

class QComboBox;
class QLineEdit;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace argosy {

class FormRow;
class OtherFields;

/**
 * One part of a document as a form. Shows the last state that parsed; is disabled while the present text does not.
 * A part whose kind has no form gets a sentence that says so.
 */
class FormView final : public QWidget
{
    Q_OBJECT
public:
    using NamesOfKind = std::function<QStringList(const QString& kind)>;

    FormView(const Theme& theme, const FormLayouts& layouts, Document* document, NamesOfKind names,
        QWidget* parent = nullptr);

    void setPart(qsizetype part);
    [[nodiscard]] qsizetype part() const { return m_part; }
    /// Marks the row that shows the field, and scrolls to it.
    void highlight(const FieldPath& path);
    void focusFirst();
    bool focusField(const FieldPath& path); ///< false where no row shows it
    [[nodiscard]] QString helpOfFocusedField() const;

Q_SIGNALS:
    void fieldFocused(const argosy::FieldPath& path);
    void yamlRequested(const argosy::FieldPath& path); ///< a field without a control was chosen

private:
    struct Placed
    {
        FormRow* row;
        const FormGroup* group;
        QWidget* section;
    };

    void refresh();
    void rebuild(const Analysis::Part& part);
    [[nodiscard]] QString whyNoPart() const;
    void showInstead(const QString& sentence); ///< of a form
    QWidget* buildHead();
    QWidget* buildFilter();
    QWidget* buildGroup(const FormGroup& group, const SchemaNode* root, const Json& value);
    FormRow* buildRow(const FormGroup& group, const FormField& field, const SchemaNode* root, const Json& value);
    void fillPresets();
    void applyChosenPreset(int index);
    void showRows(const Analysis::Part& part);
    [[nodiscard]] bool isWanted(const Placed& placed, const QStringList& words) const;
    void showWanted();
    [[nodiscard]] FieldPath pathOf(const Placed& placed) const;
    [[nodiscard]] const Placed* placedAt(const FieldPath& path) const;
    [[nodiscard]] const Analysis::Part* current() const;

    const Theme& m_theme;
    const FormLayouts& m_layouts;
    QPointer<Document> m_document;
    NamesOfKind m_names;
    qsizetype m_part = 0;
    QString m_builtFor; ///< apiVersion and kind that the rows were made for
    std::shared_ptr<const FormLayout> m_layout;
    QList<Placed> m_rows;
    bool m_allFields = false;

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QScrollArea* m_scroll;
    IconLabel* m_kindIcon;
    QLabel* m_title;
    QLabel* m_version;
    QLabel* m_presetLabel;
    QComboBox* m_preset;
    QToolButton* m_all;
    QLineEdit* m_filter;
    QLabel* m_count;
    OtherFields* m_others = nullptr; ///< below the rows; goes with them
};

} // namespace argosy
