// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/appendlog.h>
#include <argosy/base/clock.h>
#include <argosy/kube/json.h>
#include <argosy/kube/objectref.h>

#include <QList>
#include <QString>

#include <optional>

namespace argosy {

/// What is about to be written.
struct WriteIntent
{
    QString verb; ///< "apply", "create", "patch", "delete"
    ObjectRef object;
    QString apiVersion;
    QString server; ///< scheme, host and port: a context's name may come to mean another cluster
    QString fieldManager;
    bool force = false;
    QByteArray
        body; ///< the JSON as sent; kept beside the journal by its hash, values of Secrets replaced by their lengths
};

/// What became of it.
struct WriteOutcome
{
    bool ok = false;
    QString uid; ///< of the object as the server answered
    QString resourceVersion;
    QString name; ///< the name a generateName became
    QString error; ///< the server's words, in English; empty if ok
    int code = 0; ///< HTTP status; 0 where no answer came: whether it was done is unknown
};

/// One write as the journal has it: without `outcome` nobody knows whether it was done.
struct JournalEntry
{
    QString id;
    QDateTime time; ///< UTC, of the intent
    WriteIntent intent; ///< without body
    QString bodyHash; ///< SHA-256, hex
    std::optional<WriteOutcome> outcome;
};

/**
 * The record of all own writes, shared by all running Argosy programs: STATE/journal/YYYY-MM.jsonl with the bodies
 * beside it in STATE/journal/objects. An intent is on disk before its request is sent; an intent that cannot be written
 * stops the write. Thread-safe.
 */
class Journal final
{
public:
    /// `folder` is Paths::state + "/journal". The clock must outlive the journal.
    Journal(QString folder, const Clock& clock);

    /// Returns the entry's id. Fails with Io; the write must then not be made.
    [[nodiscard]] Result<QString> begin(const WriteIntent& intent);
    /// Fails with Io; the write was made all the same.
    [[nodiscard]] Result<> end(const QString& id, const WriteOutcome& outcome);
    /// All entries, oldest first; records that cannot be read are skipped.
    [[nodiscard]] Result<QList<JournalEntry>> entries() const;
    /// Those without an outcome: to be asked of the server.
    [[nodiscard]] Result<QList<JournalEntry>> unfinished() const;
    /// The body of an entry. Fails with Io.
    [[nodiscard]] Result<QByteArray> body(const QString& hash) const;

private:
    [[nodiscard]] AppendLog currentLog() const;

    QString m_folder;
    const Clock& m_clock;
};

/// The entry as `argosyctl journal -o json` prints it.
[[nodiscard]] Json toJson(const JournalEntry& entry);

} // namespace argosy
