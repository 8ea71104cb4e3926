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
    QString generateName; ///< create: what the server makes a name of; empty where the object has its own
    QString resourceVersion; ///< apply: of the object before; empty where it was not there
    QDateTime checked; ///< apply: the server's time of the dry run just before; invalid where the server did not say
    QByteArray
        body; ///< the JSON as sent; kept beside the journal by its hash, values of Secrets replaced by their lengths
};

/// What the server shows of a write when it is asked later, because no answer came.
enum class Verdict
{
    Applied,
    NotApplied,
    CannotTell, ///< too much has happened since
};
/// "applied", "not-applied", "cannot-tell".
[[nodiscard]] QString toWord(Verdict verdict);

/// What became of it.
struct WriteOutcome
{
    bool ok = false; ///< it was done
    std::optional<Verdict> verdict; ///< only where it was asked about later
    QString uid; ///< of the object as the server answered
    QString resourceVersion;
    QString name; ///< the name a generateName became
    QString error; ///< the server's words, in English; empty if ok
    int code = 0; ///< HTTP status of the answer; 0 where it was never sent, or asked about later
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
    /// An answer stands against verdicts, whichever was recorded first. Fails with Io; the write was made all the same.
    [[nodiscard]] Result<> end(const QString& id, const WriteOutcome& outcome);
    /// All entries, oldest first; records that cannot be read are skipped.
    [[nodiscard]] Result<QList<JournalEntry>> entries() const;
    /// The body of an entry. Fails with Io.
    [[nodiscard]] Result<QByteArray> body(const QString& hash) const;

private:
    [[nodiscard]] AppendLog currentLog() const;

    QString m_folder;
    const Clock& m_clock;
};

/// What was written, for people: with the name that the server chose, or with what it was to be made of.
[[nodiscard]] ObjectRef writtenObject(const JournalEntry& entry);
/// The entry as `argosyctl journal -o json` prints it.
[[nodiscard]] Json toJson(const JournalEntry& entry);

} // namespace argosy
