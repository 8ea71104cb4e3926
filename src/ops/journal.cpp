// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ops/journal.h>

#include <argosy/base/files.h>
#include <argosy/kube/object.h>

#include <QCryptographicHash>
#include <QDir>
#include <QUuid>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

std::string text(const QString& value)
{
    return value.toStdString();
}

/// What the journal may keep of a body: values of a Secret are replaced by their lengths, as in every live object.
QByteArray withoutSecrets(const WriteIntent& intent)
{
    if (!intent.object.group.isEmpty() || intent.object.kind != u"Secret")
        return intent.body;
    const auto object = Object::decode(intent.object.cluster, intent.body);
    return object ? (*object)->json() : QByteArray("{}");
}

Json refJson(const ObjectRef& ref)
{
    return {{"cluster", text(ref.cluster.toString())}, {"group", text(ref.group)}, {"kind", text(ref.kind)},
        {"namespace", text(ref.nameSpace)}, {"name", text(ref.name)}};
}

ObjectRef refFrom(const Json& json)
{
    return {ClusterId::fromString(textAt(json, "/cluster")), textAt(json, "/group"), textAt(json, "/kind"),
        textAt(json, "/namespace"), textAt(json, "/name")};
}

Json intentJson(const JournalEntry& entry)
{
    const WriteIntent& intent = entry.intent;
    return {{"record", "intent"}, {"id", text(entry.id)}, {"time", text(entry.time.toString(Qt::ISODateWithMs))},
        {"verb", text(intent.verb)}, {"object", refJson(intent.object)}, {"apiVersion", text(intent.apiVersion)},
        {"server", text(intent.server)}, {"fieldManager", text(intent.fieldManager)}, {"force", intent.force},
        {"generateName", text(intent.generateName)}, {"resourceVersion", text(intent.resourceVersion)},
        {"checked", text(intent.checked.toString(Qt::ISODateWithMs))}, {"body", text(entry.bodyHash)}};
}

Json outcomeJson(const WriteOutcome& outcome)
{
    return {{"ok", outcome.ok}, {"code", outcome.code}, {"uid", text(outcome.uid)}, {"name", text(outcome.name)},
        {"resourceVersion", text(outcome.resourceVersion)}, {"error", text(outcome.error)},
        {"verdict", outcome.verdict ? text(toWord(*outcome.verdict)) : std::string()}};
}

std::optional<Verdict> verdictFrom(const QString& word)
{
    for (const Verdict verdict : {Verdict::Applied, Verdict::NotApplied, Verdict::CannotTell})
        if (toWord(verdict) == word)
            return verdict;
    return {};
}

bool flag(const Json& json, std::string_view pointer)
{
    const Json& value = valueAt(json, pointer);
    return value.is_boolean() && value.get<bool>();
}

JournalEntry entryFrom(const Json& json)
{
    return {.id = textAt(json, "/id"),
        .time = QDateTime::fromString(textAt(json, "/time"), Qt::ISODateWithMs).toUTC(),
        .intent = {.verb = textAt(json, "/verb"),
            .object = refFrom(member(json, "object")),
            .apiVersion = textAt(json, "/apiVersion"),
            .server = textAt(json, "/server"),
            .fieldManager = textAt(json, "/fieldManager"),
            .force = flag(json, "/force"),
            .generateName = textAt(json, "/generateName"),
            .resourceVersion = textAt(json, "/resourceVersion"),
            .checked = QDateTime::fromString(textAt(json, "/checked"), Qt::ISODateWithMs)},
        .bodyHash = textAt(json, "/body")};
}

WriteOutcome outcomeFrom(const Json& json)
{
    const Json& code = valueAt(json, "/code");
    return {.ok = flag(json, "/ok"),
        .verdict = verdictFrom(textAt(json, "/verdict")),
        .uid = textAt(json, "/uid"),
        .resourceVersion = textAt(json, "/resourceVersion"),
        .name = textAt(json, "/name"),
        .error = textAt(json, "/error"),
        .code = code.is_number_integer() ? code.get<int>() : 0};
}

void takeOutcome(JournalEntry& entry, const WriteOutcome& outcome)
{
    if (!entry.outcome || !outcome.verdict)
        entry.outcome = outcome;
}

} // namespace

QString toWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Applied: return QStringLiteral("applied");
    case Verdict::NotApplied: return QStringLiteral("not-applied");
    case Verdict::CannotTell: return QStringLiteral("cannot-tell");
    }
    Q_UNREACHABLE();
}

Journal::Journal(QString folder, const Clock& clock)
    : m_folder(std::move(folder))
    , m_clock(clock)
{ }

AppendLog Journal::currentLog() const
{
    return AppendLog(m_folder + m_clock.now().toString(QStringLiteral("/yyyy-MM")) + QStringLiteral(".jsonl"));
}

Result<QString> Journal::begin(const WriteIntent& intent)
{
    const QByteArray body = withoutSecrets(intent);
    const QByteArray hash = QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
    const JournalEntry entry{.id = QUuid::createUuid().toString(QUuid::WithoutBraces),
        .time = m_clock.now(),
        .intent = intent,
        .bodyHash = QString::fromLatin1(hash)};
    const auto kept = writeFileAtomically(m_folder + QStringLiteral("/objects/") + entry.bodyHash, body);
    if (!kept)
        return fail(kept.error());
    const auto written = currentLog().append(toCompactJson(intentJson(entry)), AppendLog::Sync::Yes);
    if (!written)
        return fail(written.error());
    return entry.id;
}

Result<> Journal::end(const QString& id, const WriteOutcome& outcome)
{
    const Json record{{"record", "outcome"}, {"id", text(id)},
        {"time", text(m_clock.now().toString(Qt::ISODateWithMs))}, {"outcome", outcomeJson(outcome)}};
    return currentLog().append(toCompactJson(record), AppendLog::Sync::No);
}

Result<QList<JournalEntry>> Journal::entries() const
{
    QList<JournalEntry> entries;
    QHash<QString, qsizetype> byId;
    const QDir folder(m_folder);
    for (const QString& name : folder.entryList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name)) {
        const auto lines = AppendLog(folder.filePath(name)).read();
        if (!lines)
            return fail(lines.error());
        for (const QByteArray& line : *lines) {
            const auto record = parseJson(line);
            if (!record)
                continue;
            const QString id = textAt(*record, "/id");
            if (textAt(*record, "/record") == u"intent") {
                byId.insert(id, entries.size());
                entries.append(entryFrom(*record));
            } else if (const auto known = byId.constFind(id); known != byId.cend()) {
                takeOutcome(entries[*known], outcomeFrom(member(*record, "outcome")));
            }
        }
    }
    return entries;
}

Result<QByteArray> Journal::body(const QString& hash) const
{
    return readFile(m_folder + QStringLiteral("/objects/") + hash);
}

ObjectRef writtenObject(const JournalEntry& entry)
{
    ObjectRef object = entry.intent.object;
    if (entry.outcome && !entry.outcome->name.isEmpty())
        object.name = entry.outcome->name;
    else if (object.name.isEmpty())
        object.name = entry.intent.generateName + u'…';
    return object;
}

Json toJson(const JournalEntry& entry)
{
    Json json = intentJson(entry);
    json.erase("record");
    json["outcome"] = entry.outcome ? outcomeJson(*entry.outcome) : Json();
    return json;
}

} // namespace argosy
