// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/session/snapshotsaver.h>

#include "snapshotstep.h"

#include <argosy/base/pool.h>
#include <argosy/kube/redaction.h>

#include <QFileDevice>

namespace argosy {

namespace {

/// The file and what writes to it; the pool has it while it works.
struct Output
{
    explicit Output(std::unique_ptr<NewFile> newFile)
        : file(std::move(newFile))
        , writer(file->device())
    { }

    Result<ListPosition> add(const ClusterId& cluster, const QByteArray& body, const Gvk& gvk)
    {
        const auto page = redactedPage(cluster, body, gvk);
        if (!page)
            return fail(page.error());
        const auto written = writer.add(page->objects);
        return written ? Result<ListPosition>(page->position) : fail(written.error());
    }

    /// How many bytes the whole file has.
    Result<qint64> finish()
    {
        if (const auto written = writer.finish(); !written)
            return fail(written.error());
        const qint64 bytes = file->device().pos();
        const auto named = file->finish();
        return named ? Result<qint64>(bytes) : fail(named.error());
    }

    std::unique_ptr<NewFile> file;
    SnapshotWriter writer;
};

QStringList namesOf(const QList<ApiResource>& kinds)
{
    QStringList names;
    for (const ApiResource& kind : kinds)
        names.append(kind.toString());
    return names;
}

} // namespace

class SnapshotSaver::Private final
{
public:
    Private(SnapshotSaver* saver, Connection& used, ServerInfo info)
        : q(saver)
        , connection(used)
        , server(std::move(info))
    { }

    [[nodiscard]] SnapshotHead head(const Clock& clock, const QString& program) const;
    [[nodiscard]] Result<> leaveOut(const Gvk& gvk, const Error& error);
    void readNextKind();
    void ask();
    void takePage(const QByteArray& body);
    void takePosition(const ListPosition& position);
    void takeFailure(const Error& error);
    void startOver();
    void leavePresentOut(const Error& error);
    void goOn(const Result<>& written);
    void end();
    void conclude(const Result<SavedSnapshot>& result);

    SnapshotSaver* q;
    Connection& connection;
    ServerInfo server;
    SnapshotScope scope;
    QList<ApiResource> kinds;
    std::shared_ptr<Output> output;
    RequestHandle request;
    int present = -1; ///< place in kinds
    KindProgress progress;
    SavedSnapshot saved;
};

SnapshotSaver::SnapshotSaver(Connection& connection, ServerInfo server, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, connection, std::move(server)))
{ }

SnapshotSaver::~SnapshotSaver() = default;

Result<> SnapshotSaver::start(
    std::unique_ptr<NewFile> file, const SnapshotScope& scope, const Clock& clock, const QString& program)
{
    const auto kinds = snapshotKinds(d->server.catalog, scope.kinds);
    if (!kinds)
        return fail(kinds.error());
    d->scope = scope;
    d->kinds = *kinds;
    d->output = std::make_shared<Output>(std::move(file));
    if (const auto begun = d->output->writer.begin(d->head(clock, program)); !begun)
        return begun;
    for (const Error& warning : std::as_const(d->server.warnings))
        if (const auto written = d->leaveOut({}, warning); !written)
            return written;
    d->readNextKind();
    return {};
}

SnapshotHead SnapshotSaver::Private::head(const Clock& clock, const QString& program) const
{
    return {.created = clock.now(),
        .program = program,
        .serverVersion = server.version,
        .context = connection.endpoint().contextName,
        .cluster = connection.cluster(),
        .nameSpace = scope.nameSpace,
        .kinds = scope.kinds.isEmpty() ? QStringList() : namesOf(kinds),
        .redacted = redactionRules(),
        .catalog = server.catalog};
}

Result<> SnapshotSaver::Private::leaveOut(const Gvk& gvk, const Error& error)
{
    const SnapshotGap gap{gvk, toWord(error.kind), error.message.english()};
    saved.missing.append(gap);
    return output->writer.addGap(gap);
}

void SnapshotSaver::Private::readNextKind()
{
    if (++present == kinds.size())
        return end();
    progress = {};
    ask();
}

void SnapshotSaver::Private::ask()
{
    const ApiResource& kind = kinds.at(present);
    Q_EMIT q->progressed({present, int(kinds.size()), kind.toString(), output->writer.objects()});
    const ListOptions options{.limit = progress.pageSize, .continueToken = progress.continueToken};
    const QString nameSpace = kind.namespaced ? scope.nameSpace : QString();
    request = connection.send(requests::list(kind, nameSpace, options), q,
        [this](const Result<ApiResponse>& answer) { answer ? takePage(answer->body) : takeFailure(answer.error()); });
}

void SnapshotSaver::Private::takePage(const QByteArray& body)
{
    runOnPool(
        q,
        [to = output, cluster = connection.cluster(), body, gvk = kinds.at(present).gvk] {
            return to->add(cluster, body, gvk);
        },
        [this](const Result<ListPosition>& position) {
            position ? takePosition(*position) : takeFailure(position.error());
        });
}

void SnapshotSaver::Private::takePosition(const ListPosition& position)
{
    progress.continueToken = position.continueToken;
    if (!position.continueToken.isEmpty())
        return ask();
    ++saved.kinds;
    goOn(output->writer.endKind(kinds.at(present).gvk, position.resourceVersion));
}

void SnapshotSaver::Private::takeFailure(const Error& error)
{
    switch (afterFailure(error, progress)) {
    case AfterFailure::AskForLess: progress.pageSize = smallerPage(progress.pageSize); return ask();
    case AfterFailure::StartOver: return startOver();
    case AfterFailure::LeaveOut: return leavePresentOut(error);
    case AfterFailure::GiveUp: return conclude(fail(error));
    }
    Q_UNREACHABLE();
}

void SnapshotSaver::Private::startOver()
{
    progress.continueToken.clear();
    ++progress.restarts;
    if (const auto takenBack = output->writer.takeBack(); !takenBack)
        return conclude(fail(takenBack.error()));
    ask();
}

void SnapshotSaver::Private::leavePresentOut(const Error& error)
{
    if (const auto takenBack = output->writer.takeBack(); !takenBack)
        return conclude(fail(takenBack.error()));
    goOn(leaveOut(kinds.at(present).gvk, error));
}

void SnapshotSaver::Private::goOn(const Result<>& written)
{
    written ? readNextKind() : conclude(fail(written.error()));
}

void SnapshotSaver::Private::end()
{
    saved.objects = output->writer.objects();
    runOnPool(
        q, [to = output] { return to->finish(); },
        [this](const Result<qint64>& bytes) {
            saved.bytes = bytes.value_or(0);
            conclude(bytes ? Result<SavedSnapshot>(saved) : fail(bytes.error()));
        });
}

void SnapshotSaver::Private::conclude(const Result<SavedSnapshot>& result)
{
    output.reset();
    Q_EMIT q->finished(result);
}

} // namespace argosy
