// SPDX-License-Identifier: GPL-3.0-or-later
// What an object on the server says about a write whose answer was lost: decisions only, no requests.
#include "verdict.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

/// Twice as long as a request waits for an answer.
constexpr std::chrono::seconds kOnItsWay{60};
/// How far this computer's clock may be ahead of the server's.
constexpr std::chrono::minutes kClocksApart{5};

QDateTime timeAt(const Json& object, std::string_view pointer)
{
    return QDateTime::fromString(textAt(object, pointer), Qt::ISODate);
}

bool isEntryOf(const Json& entry, const QString& manager)
{
    return textAt(entry, "/manager") == manager && textAt(entry, "/subresource").isEmpty();
}

WriteOutcome done(const Json& live)
{
    return {.ok = true,
        .verdict = Verdict::Applied,
        .uid = textAt(live, "/metadata/uid"),
        .resourceVersion = textAt(live, "/metadata/resourceVersion"),
        .name = textAt(live, "/metadata/name")};
}

bool hasName(const Json& live, const WriteIntent& intent)
{
    return intent.object.name.isEmpty() ? textAt(live, "/metadata/generateName") == intent.generateName
                                        : textAt(live, "/metadata/name") == intent.object.name;
}

bool isMadeBy(const Json& live, const QString& manager)
{
    const Json& managers = valueAt(live, "/metadata/managedFields");
    return std::ranges::any_of(managers, [&](const Json& entry) { return isEntryOf(entry, manager); });
}

bool isKnown(const Json& live, const QList<JournalEntry>& journal)
{
    const QString uid = textAt(live, "/metadata/uid");
    return std::ranges::any_of(
        journal, [&](const JournalEntry& entry) { return entry.outcome && entry.outcome->uid == uid; });
}

} // namespace

QDateTime lastApply(const Json& object, const QString& manager)
{
    for (const Json& entry : valueAt(object, "/metadata/managedFields"))
        if (isEntryOf(entry, manager) && textAt(entry, "/operation") == u"Apply")
            return timeAt(entry, "/time");
    return {};
}

bool isOpen(const JournalEntry& entry, const QString& server)
{
    return !entry.outcome && entry.intent.server == server;
}

bool isAppliedAgain(const JournalEntry& entry, const QList<JournalEntry>& journal)
{
    return std::ranges::any_of(journal, [&](const JournalEntry& later) {
        return later.id != entry.id && later.time >= entry.time && later.intent.object == entry.intent.object
            && later.intent.server == entry.intent.server && (!later.outcome || later.outcome->ok);
    });
}

WriteOutcome outcomeOfApply(const WriteIntent& intent, const Json& live)
{
    // An apply that changes something dates the manager's entry anew; others can only take that entry away.
    if (live.is_null())
        return {.verdict = intent.resourceVersion.isEmpty() ? Verdict::NotApplied : Verdict::CannotTell};
    if (textAt(live, "/metadata/resourceVersion") == intent.resourceVersion)
        return {.verdict = Verdict::NotApplied};
    if (!intent.checked.isValid())
        return {.verdict = Verdict::CannotTell};
    const QDateTime applied = lastApply(live, intent.fieldManager);
    if (applied.isValid() && applied >= intent.checked)
        return done(live);
    return {.verdict = Verdict::NotApplied};
}

WriteOutcome outcomeOfCreate(const JournalEntry& entry, const Json& live, const QList<JournalEntry>& journal)
{
    const QDateTime earliest = entry.time.addSecs(-std::chrono::seconds(kClocksApart).count());
    QList<const Json*> made;
    for (const Json& object : live)
        if (hasName(object, entry.intent) && isMadeBy(object, entry.intent.fieldManager)
            && timeAt(object, "/metadata/creationTimestamp") >= earliest && !isKnown(object, journal))
            made.append(&object);
    if (made.size() == 1)
        return done(*made.constFirst());
    return {.verdict = made.isEmpty() ? Verdict::NotApplied : Verdict::CannotTell};
}

bool isUnderWay(const JournalEntry& entry, const QDateTime& now)
{
    return entry.time.secsTo(now) < kOnItsWay.count();
}

} // namespace argosy
