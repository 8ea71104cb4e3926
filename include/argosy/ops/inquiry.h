// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ops/journal.h>
#include <argosy/ops/planner.h>

#include <QObject>

#include <memory>

namespace argosy {

/// The journal has writes to this server of which nobody knows what became of them.
[[nodiscard]] bool hasOpenWrites(const QList<JournalEntry>& journal, const QString& server);

/**
 * Asks a server what became of the writes to it that got no answer, and records in the journal what it shows. It only
 * reads. A write stays open where the server does not let us read, and where it may still be on its way. Lives on the
 * GUI thread; destroying it ends the questions.
 */
class Inquiry final : public QObject
{
    Q_OBJECT
public:
    /// Journal and clock must outlive the inquiry.
    Inquiry(Journal& journal, const Clock& clock, Target target, QObject* parent = nullptr);
    ~Inquiry() override;

    /// Asks about all of them, once.
    void start();

Q_SIGNALS:
    void finished(qsizetype recorded); ///< once, never from inside start()

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace argosy
