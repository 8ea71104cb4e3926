// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/session/workspace.h>

#include <argosy/base/files.h>
#include <argosy/base/pool.h>
#include <argosy/platform/manifests.h>

#include <QFileInfo>
#include <QTimer>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

const QByteArray kByteOrderMark("\xEF\xBB\xBF");

using Values = QList<std::shared_ptr<const Json>>;

Values valuesOf(const Analysis& analysis)
{
    Values values;
    for (const Analysis::Part& part : analysis.parts)
        values.append(part.yaml.value);
    return values;
}

bool sameValues(const Analysis& a, const Analysis& b)
{
    const Values before = valuesOf(a);
    const Values after = valuesOf(b);
    return std::ranges::equal(before, after, [](const auto& x, const auto& y) { return sameJson(*x, *y); });
}

Error notReady(const Document& document, const Message& text)
{
    return {.kind = ErrorKind::Parse, .message = text, .where = {.file = document.fileName()}};
}

} // namespace

class Workspace::Private
{
public:
    /// One document and how its analysis and its file stand.
    struct Entry
    {
        Document* document = nullptr;
        bool running = false; ///< an analysis is on the pool
        bool wanted = false; ///< another one is wanted after it
        bool hasByteOrderMark = false;
        QByteArray onDisk; ///< what the file held when it was read or written
    };

    explicit Private(Workspace* workspace)
        : q(workspace)
    { }

    Document* insert(const QString& fileName, const QString& text);
    Entry* entryOf(const Document* document);
    void want(Document* document);
    void run(Entry& entry);
    void take(Document* document, const std::shared_ptr<Analysis>& analysis);
    void wantOthers(const Document* than);
    [[nodiscard]] AnalysisContext contextFor(const Document* document) const;

    Workspace* q;
    QList<Document*> documents;
    QHash<const Document*, Entry> entries;
    Arrangement arrangement = Arrangement::Management;
    Delivery delivery = Delivery::Direct;
    std::shared_ptr<const ApiCatalog> catalog;
    QList<Refusal> refusals;
    int nextId = 1;
};

Workspace::Workspace(QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{ }

Workspace::~Workspace() = default;

const QList<Document*>& Workspace::documents() const
{
    return d->documents;
}
Arrangement Workspace::arrangement() const
{
    return d->arrangement;
}
Delivery Workspace::delivery() const
{
    return d->delivery;
}

Document* Workspace::find(const QString& id) const
{
    const auto found = std::ranges::find(d->documents, id, [](const Document* document) { return document->id(); });
    return found == d->documents.end() ? nullptr : *found;
}

Document* Workspace::Private::insert(const QString& fileName, const QString& text)
{
    auto* document = new Document(QStringLiteral("document-%1").arg(nextId++), fileName, text, q);
    documents.append(document);
    entries.insert(document, {.document = document});
    connect(document, &Document::analysisWanted, q, [this, document] { want(document); });
    connect(document, &Document::modifiedChanged, q, &Workspace::unsavedChanged);
    connect(document, &Document::pathChanged, q, &Workspace::unsavedChanged);
    Q_EMIT q->documentAdded(document);
    Q_EMIT q->unsavedChanged();
    want(document);
    return document;
}

Document* Workspace::add(const QString& fileName, const QString& text)
{
    return d->insert(fileName, text);
}

Result<Document*> Workspace::open(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    for (Document* document : std::as_const(d->documents))
        if (document->path() == absolute)
            return document;
    const auto bytes = readFile(path);
    if (!bytes)
        return fail(bytes.error());
    const bool marked = bytes->startsWith(kByteOrderMark);
    const QByteArray content = marked ? bytes->mid(kByteOrderMark.size()) : *bytes;
    const QString text = QString::fromUtf8(content);
    if (text.toUtf8() != content)
        return fail(ErrorKind::Parse,
            message("session", "%1 is not UTF-8 text, so it cannot be opened without damage.", {path}), {.file = path});
    Document* document = d->insert(QFileInfo(path).fileName(), text);
    document->setPath(absolute);
    Private::Entry& entry = d->entries[document];
    entry.hasByteOrderMark = marked;
    entry.onDisk = *bytes;
    return document;
}

Result<> Workspace::save(Document* document, const QString& path)
{
    Private::Entry& entry = d->entries[document];
    const QString target = path.isEmpty() ? document->path() : QFileInfo(path).absoluteFilePath();
    if (target.isEmpty())
        return fail(
            ErrorKind::Io, message("session", "%1 has no file yet. Choose where to save it.", {document->fileName()}));
    const bool sameFile = target == document->path();
    if (sameFile && QFileInfo::exists(target) && readFile(target).value_or(QByteArray()) != entry.onDisk)
        return fail(ErrorKind::Io,
            message("session",
                "%1 was changed by another program since it was opened. Save under another name, so that neither text "
                "is lost.",
                {target}),
            {.file = target});
    const QByteArray bytes = (entry.hasByteOrderMark ? kByteOrderMark : QByteArray()) + document->text().toUtf8();
    const auto written = writeFileAtomically(target, bytes);
    if (!written)
        return written;
    entry.onDisk = bytes;
    if (!sameFile)
        document->setPath(target);
    document->setSaved();
    return {};
}

void Workspace::close(Document* document)
{
    Q_EMIT documentClosing(document);
    d->documents.removeOne(document);
    d->entries.remove(document);
    document->deleteLater();
    Q_EMIT unsavedChanged();
    d->wantOthers(document);
}

QList<Document*> Workspace::unsaved() const
{
    QList<Document*> found;
    std::ranges::copy_if(d->documents, std::back_inserter(found), &Document::isUnsaved);
    return found;
}

QList<Document*> Workspace::addCluster(const ClusterSettings& settings)
{
    QList<Document*> added;
    const VersionSources sources{.management = d->catalog.get()};
    for (const ManifestFile& file : clusterManifests(settings, sources))
        added.append(add(file.fileName, emitYaml(file.object)));
    return added;
}

void Workspace::setArrangement(Arrangement arrangement)
{
    if (arrangement == d->arrangement)
        return;
    d->arrangement = arrangement;
    d->wantOthers(nullptr);
    Q_EMIT arrangementChanged();
}

void Workspace::setDelivery(Delivery delivery)
{
    if (delivery == d->delivery)
        return;
    d->delivery = delivery;
    Q_EMIT deliveryChanged();
}

void Workspace::setCatalog(const std::shared_ptr<const ApiCatalog>& catalog)
{
    d->catalog = catalog;
    d->wantOthers(nullptr);
}

void Workspace::setRefusals(const QList<Refusal>& refusals)
{
    if (refusals.isEmpty() && d->refusals.isEmpty())
        return;
    d->refusals = refusals;
    d->wantOthers(nullptr);
}

Result<QList<PlanDocument>> Workspace::planDocuments() const
{
    QList<PlanDocument> planned;
    for (const Document* document : std::as_const(d->documents)) {
        if (!document->isAnalysed())
            return fail(notReady(*document,
                message("session", "%1 is still being read. Try again in a moment.", {document->fileName()})));
        const Analysis& analysis = *document->analysis();
        if (!analysis.parses())
            return fail(notReady(*document,
                message("session", "%1 does not parse (line %2): %3",
                    {document->fileName(), QString::number(analysis.syntax.constFirst().line),
                        analysis.syntax.constFirst().message.english()})));
        int number = 0;
        for (const Analysis::Part& part : analysis.parts)
            planned.append({document->fileName(), ++number, part.object.cluster, part.yaml.value});
    }
    return planned;
}

bool Workspace::isAnalysed() const
{
    return std::ranges::all_of(d->documents, [](const Document* document) { return document->isAnalysed(); });
}

int Workspace::errorCount() const
{
    int count = 0;
    for (const Document* document : std::as_const(d->documents))
        count += document->analysis()->errorCount();
    return count;
}

Workspace::Private::Entry* Workspace::Private::entryOf(const Document* document)
{
    const auto found = entries.find(document);
    return found == entries.end() ? nullptr : &*found;
}

void Workspace::Private::want(Document* document)
{
    Entry* entry = entryOf(document);
    if (!entry)
        return;
    if (entry->running)
        entry->wanted = true;
    else
        run(*entry);
}

void Workspace::Private::run(Entry& entry)
{
    entry.running = true;
    entry.wanted = false;
    Document* document = entry.document;
    runOnPool(
        document,
        [text = document->text(), revision = document->revision(), context = contextFor(document)] {
            return std::make_shared<Analysis>(analyse(text, revision, SchemaSet::builtin(), context));
        },
        [this, document](const std::shared_ptr<Analysis>& analysis) { take(document, analysis); });
}

void Workspace::Private::take(Document* document, const std::shared_ptr<Analysis>& analysis)
{
    Entry* entry = entryOf(document);
    if (!entry)
        return; // it is being closed
    entry->running = false;
    const bool changed = !sameValues(*document->analysis(), *analysis);
    document->setAnalysis(analysis);
    Q_EMIT q->analysed(document);
    if (changed)
        wantOthers(document); // their rules may look at this one
    entry = entryOf(document); // a slot may have closed it
    if (entry && entry->wanted)
        run(*entry);
}

void Workspace::Private::wantOthers(const Document* than)
{
    for (Document* document : std::as_const(documents))
        if (document != than)
            want(document);
}

AnalysisContext Workspace::Private::contextFor(const Document* document) const
{
    AnalysisContext context{.arrangement = arrangement, .catalog = catalog, .refusals = refusals};
    for (const Document* other : std::as_const(documents)) {
        if (other == document)
            continue;
        for (const Analysis::Part& part : other->lastGood()->parts)
            context.others.append({part.object.cluster, part.yaml.value});
    }
    return context;
}

} // namespace argosy
