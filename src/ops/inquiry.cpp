// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ops/inquiry.h>

#include "verdict.h"

#include <argosy/base/pool.h>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

/// Identity and managers are enough; a Secret's values need not travel.
constexpr auto kMetadataOnly = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json";
constexpr auto kMetadataListOnly = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";

ApiRequest questionAbout(const WriteIntent& intent, const ApiResource& resource)
{
    const bool isCreate = intent.verb == u"create";
    ApiRequest request = isCreate ? requests::list(resource, intent.object.nameSpace, {.limit = 0})
                                  : requests::get(resource, intent.object.nameSpace, intent.object.name);
    request.accept = isCreate ? kMetadataListOnly : kMetadataOnly;
    return request;
}

} // namespace

bool hasOpenWrites(const QList<JournalEntry>& journal, const QString& server)
{
    return std::ranges::any_of(journal, [&](const JournalEntry& entry) { return isOpen(entry, server); });
}

class Inquiry::Private
{
public:
    Private(Inquiry* inquiry, Journal& into, const Clock& time, Target where)
        : q(inquiry)
        , journal(into)
        , clock(time)
        , target(std::move(where))
    { }

    void next();
    void advance();
    void ask(const JournalEntry& entry);
    void take(const JournalEntry& entry, const Result<ApiResponse>& response);
    void record(const JournalEntry& entry, const WriteOutcome& outcome);
    [[nodiscard]] WriteOutcome outcomeOf(const JournalEntry& entry, const Json& answer) const;

    Inquiry* q;
    Journal& journal;
    const Clock& clock;
    Target target;
    QList<JournalEntry> entries;
    qsizetype current = -1;
    qsizetype recorded = 0;
    RequestHandle asking;
};

Inquiry::Inquiry(Journal& journal, const Clock& clock, Target target, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, journal, clock, std::move(target)))
{ }

Inquiry::~Inquiry() = default;

void Inquiry::start()
{
    runOnPool(
        this, [journal = d->journal] { return journal.entries(); },
        [this](const Result<QList<JournalEntry>>& entries) {
            d->entries = entries.value_or(QList<JournalEntry>());
            d->next();
        });
}

void Inquiry::Private::next()
{
    const QString& server = target.connection->endpoint().server.server;
    do
        ++current;
    while (current < entries.size() && !isOpen(entries.at(current), server));
    if (current == entries.size())
        return Q_EMIT q->finished(recorded);
    ask(entries.at(current));
}

/// Queued: a request's answer must not lead to the next request.
void Inquiry::Private::advance()
{
    QMetaObject::invokeMethod(
        q, [this] { next(); }, Qt::QueuedConnection);
}

void Inquiry::Private::ask(const JournalEntry& entry)
{
    const WriteIntent& intent = entry.intent;
    if (intent.verb == u"apply" && isAppliedAgain(entry, entries)) {
        record(entry, {.verdict = Verdict::CannotTell});
        return advance();
    }
    const auto resource = target.catalog.find(Gvk::from(intent.apiVersion, intent.object.kind));
    if (!resource)
        return advance();
    asking = target.connection->send(questionAbout(intent, *resource), q,
        [this, entry](const Result<ApiResponse>& response) { take(entry, response); });
}

void Inquiry::Private::take(const JournalEntry& entry, const Result<ApiResponse>& response)
{
    Result<Json> answer = Json(); // null: it is not there
    if (response)
        answer = parseJson(response->body);
    else if (response.error().kind != ErrorKind::NotFound)
        answer = fail(response.error());
    if (answer)
        record(entry, outcomeOf(entry, *answer));
    advance();
}

WriteOutcome Inquiry::Private::outcomeOf(const JournalEntry& entry, const Json& answer) const
{
    return entry.intent.verb == u"create" ? outcomeOfCreate(entry, member(answer, "items"), entries)
                                          : outcomeOfApply(entry.intent, answer);
}

void Inquiry::Private::record(const JournalEntry& entry, const WriteOutcome& outcome)
{
    if (!outcome.ok && isUnderWay(entry, clock.now()))
        return;
    // Where the disk refuses, the write stays open and is asked about again.
    if (journal.end(entry.id, outcome))
        ++recorded;
    entries[current].outcome = outcome;
}

} // namespace argosy
