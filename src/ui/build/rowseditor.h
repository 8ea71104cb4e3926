// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fieldeditor.h"

class QComboBox;
class QGridLayout;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace argosy {

class LiveCombo;
class LiveLine;

/**
 * A list of strings, a map of strings or a list of objects as rows of cells. Each cell writes only its own value, so
 * that comments between the rows stay. A row that is being added is in the document once its first cell says something.
 */
class RowsEditor final : public FieldEditor
{
    Q_OBJECT
public:
    RowsEditor(const Theme& theme, const FormField& field, const FieldFacts& facts, FieldSink sink, QWidget* parent);
    bool showValue(const Json& value) override;
    void setControlName(const QString& name) override;

private:
    struct Cell
    {
        LiveLine* line = nullptr; ///< one of the three
        LiveCombo* combo = nullptr;
        QComboBox* strict = nullptr;
        [[nodiscard]] QWidget* widget() const;
        [[nodiscard]] QString text() const;
        void show(const QString& text) const;
    };
    struct Row
    {
        QWidget* widget = nullptr;
        QList<Cell> cells;
        QToolButton* remove = nullptr;
        QString key; ///< the key that the document has, for maps
    };

    [[nodiscard]] static QList<FormColumn> columnsOf(const FormField& field);
    [[nodiscard]] bool isMap() const { return field().widget == FormField::Widget::Map; }
    [[nodiscard]] bool isTable() const { return field().widget == FormField::Widget::Table; }
    [[nodiscard]] QList<QStringList> textsOf(const Json& value) const;
    void addDraft();
    void appendRow();
    Cell makeCell(int column, QWidget* parent);
    void watchCell(const Cell& cell, QWidget* row, int column);
    [[nodiscard]] int indexOf(const QWidget* row) const;
    void changed(QWidget* rowWidget, int column);
    void finished(QWidget* rowWidget, int column);
    void commitDraft(int row);
    void commitCell(int row, int column);
    void removeRow(int row);
    void enableCells(const Row& row) const;
    void nameRows();
    [[nodiscard]] Json cellValue(const FormColumn& column, const QString& text) const;
    [[nodiscard]] bool isAbsent(const Row& row, const FormColumn& column) const;
    [[nodiscard]] FieldPath pathOf(int row) const;

    const Theme& m_theme;
    QList<FormColumn> m_columns;
    QList<Row> m_rows;
    int m_committed = 0; ///< rows that the document has; at most one more is shown
    QString m_name;
    QWidget* m_head;
    QVBoxLayout* m_body;
    QPushButton* m_add;
};

} // namespace argosy
