// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/models/journalmodel.h>
#include <argosy/ui/theme.h>

#include <QWidget>

class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace argosy {

class Banner;
class EmptyState;
class EntryDetails;

/// How a result looks: glyph and tone beside its word.
struct WriteLook
{
    QString icon;
    Tone tone = Tone::Neutral;
};
[[nodiscard]] WriteLook lookOf(WriteResult result);

/// The journal's table and the selected entry.
class JournalView final : public QWidget
{
    Q_OBJECT
public:
    /// The model must outlive the view, the clock too.
    JournalView(const Theme& theme, const Clock& clock, JournalModel& model, QWidget* parent = nullptr);

    /// Why there is nothing, or not all.
    void setError(const std::optional<Error>& error);
    [[nodiscard]] std::optional<JournalEntry> selected() const;
    void setBody(const QString& yaml);
    void focusTable();
    [[nodiscard]] QSplitter* splitter() const { return m_splitter; }

Q_SIGNALS:
    void reloadRequested();
    void selectionChanged();

private:
    [[nodiscard]] QTableView* makeTable();
    void takeRows();
    void showSelected();

    const Theme& m_theme;
    JournalModel& m_model;
    std::optional<Error> m_error;
    Banner* m_banner;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QSplitter* m_splitter;
    QTableView* m_table;
    EntryDetails* m_details;
};

} // namespace argosy
