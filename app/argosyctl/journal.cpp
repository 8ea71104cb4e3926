// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal.h"

#include <argosy/base/clock.h>
#include <argosy/base/paths.h>
#include <argosy/ops/journal.h>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

QString outcomeOf(const JournalEntry& entry)
{
    if (!entry.outcome)
        return JournalCommand::tr("unknown: no answer came");
    return entry.outcome->ok ? JournalCommand::tr("done") : JournalCommand::tr("refused: %1").arg(entry.outcome->error);
}

QString nameOf(const JournalEntry& entry)
{
    ObjectRef object = entry.intent.object;
    if (object.name.isEmpty() && entry.outcome)
        object.name = entry.outcome->name; // generateName
    return object.display();
}

} // namespace

void JournalCommand::start()
{
    const SystemClock clock;
    const Journal journal(Paths::fromEnvironment().state + QStringLiteral("/journal"), clock);
    const auto entries = journal.entries();
    if (!entries)
        return trouble(entries.error());
    Json list = Json::array();
    for (const JournalEntry& entry : *entries) {
        if (wantsJson())
            list.push_back(toJson(entry));
        else
            terminal().out(QStringLiteral("%1  %2  %3  %4  %5")
                               .arg(entry.time.toString(Qt::ISODate), entry.intent.verb.leftJustified(6), nameOf(entry),
                                   entry.intent.server, outcomeOf(entry)));
    }
    if (wantsJson())
        terminal().json({{"entries", std::move(list)}});
    Q_EMIT finished(exitcode::kDone);
}

} // namespace argosy
