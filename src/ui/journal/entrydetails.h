// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/clock.h>
#include <argosy/ops/journal.h>
#include <argosy/ui/theme.h>

#include <QWidget>

class QLabel;

namespace argosy {

class EmptyState;
class FactsGrid;
class StatusPill;
class YamlView;

/// One journalled write: what, where, what became of it, and what was sent.
class EntryDetails final : public QWidget
{
    Q_OBJECT
public:
    EntryDetails(const Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    void setEntry(const std::optional<JournalEntry>& entry);
    /// What was sent for the shown entry, as YAML.
    void setBody(const QString& yaml);

private:
    [[nodiscard]] QWidget* makeHeader();
    void showFacts(const JournalEntry& entry);

    const Theme& m_theme;
    const Clock& m_clock;
    QLabel* m_title;
    StatusPill* m_outcome;
    QLabel* m_error;
    FactsGrid* m_facts;
    YamlView* m_yaml;
    QWidget* m_body;
    EmptyState* m_empty;
};

} // namespace argosy
