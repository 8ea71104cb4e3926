// SPDX-License-Identifier: GPL-3.0-or-later
#include "kindfollower.h"

#include "log.h"

#include <argosy/base/pool.h>
#include <argosy/client/servererrors.h>

#include <QRandomGenerator>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

void warnOfBroken(const GroupKind& kind, const QList<Error>& broken)
{
    for (const Error& error : broken)
        qCWarning(lcWatch).noquote() << kind.toString() << error.message.english();
}

} // namespace

KindFollower::KindFollower(Connection& connection, ApiResource resource, int pageSize)
    : m_connection(connection)
    , m_resource(std::move(resource))
    , m_pageSize(pageSize)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, [this] { take(watch::WaitedEnough{}); });
}

void KindFollower::serverIsBack()
{
    const bool waitsForServer = m_state.phase == WatchState::Phase::Waiting && m_state.error
        && (m_state.error->kind == ErrorKind::Unreachable || m_state.error->kind == ErrorKind::Timeout);
    if (waitsForServer && m_wait.isActive())
        m_wait.start(0);
}

void KindFollower::take(const watch::Input& input)
{
    const WatchState before = m_state;
    const WatchStep next = step(m_state, input, QRandomGenerator::global()->generateDouble());
    m_state = next.state;
    for (const watch::Effect& effect : next.effects)
        std::visit([this](const auto& wanted) { perform(wanted); }, effect);
    if (before.phase == m_state.phase && before.error == m_state.error)
        return;
    qCDebug(lcWatch).noquote() << m_connection.cluster().toString() << kind().toString() << "phase"
                               << static_cast<int>(m_state.phase)
                               << (m_state.error ? m_state.error->message.english() : QString());
    Q_EMIT stateChanged();
}

void KindFollower::perform(const watch::ListPage& effect)
{
    closeStream();
    const ApiRequest request =
        requests::list(m_resource, {}, {.limit = m_pageSize, .continueToken = effect.continueToken});
    m_list = m_connection.send(request, this, [this](const Result<ApiResponse>& answer) { onPage(answer); });
}

void KindFollower::onPage(const Result<ApiResponse>& answer)
{
    if (!answer) {
        take(watch::ListFailed{answer.error()});
        return;
    }
    runOnPool(
        this,
        [cluster = m_connection.cluster(), body = answer->body, gvk = m_resource.gvk] {
            return decodeList(cluster, body, gvk);
        },
        [this](Result<ObjectList> page) { onPageDecoded(std::move(page)); });
}

void KindFollower::onPageDecoded(Result<ObjectList> page)
{
    if (!page) {
        take(watch::ListFailed{page.error()});
        return;
    }
    warnOfBroken(kind(), page->broken);
    m_pages.append(page->items);
    take(watch::PageArrived{page->resourceVersion, page->continueToken});
}

void KindFollower::perform(const watch::SwapPagesIn&)
{
    Q_EMIT listed(std::exchange(m_pages, {}));
}

void KindFollower::perform(const watch::Forget&)
{
    Q_EMIT forgotten();
}

void KindFollower::perform(const watch::Wait& effect)
{
    closeStream();
    m_wait.start(effect.delay);
}

void KindFollower::perform(const watch::OpenStream& effect)
{
    closeStream();
    m_stream = m_connection.watch(requests::watch(m_resource, {}, {.resourceVersion = effect.resourceVersion}));
    m_streamAge.start();
    connect(m_stream.get(), &WatchStream::opened, this, [this] { take(watch::Opened{}); });
    connect(m_stream.get(), &WatchStream::lineReceived, this, &KindFollower::onLine);
    connect(m_stream.get(), &WatchStream::finished, this, &KindFollower::onStreamEnd);
}

void KindFollower::closeStream()
{
    ++m_streamNumber;
    m_lines.clear();
    m_decoding = false;
    m_end.reset();
    m_stream.reset();
}

void KindFollower::onLine(const QByteArray& line)
{
    m_lines.append(line);
    if (!m_decoding)
        decodeLines();
}

void KindFollower::onStreamEnd(const std::optional<Error>& error)
{
    m_end = watch::Ended{error, std::chrono::milliseconds(m_streamAge.elapsed())};
    if (!m_decoding)
        take(*std::exchange(m_end, {}));
}

void KindFollower::decodeLines()
{
    m_decoding = true;
    runOnPool(
        this,
        [cluster = m_connection.cluster(), gvk = m_resource.gvk, lines = std::exchange(m_lines, {})] {
            return decodeEvents(cluster, gvk, lines);
        },
        [this, number = m_streamNumber](const DecodedEvents& events) {
            if (number == m_streamNumber)
                onLinesDecoded(events);
        });
}

void KindFollower::onLinesDecoded(const DecodedEvents& events)
{
    m_decoding = false;
    warnOfBroken(kind(), events.broken);
    if (!events.changes.isEmpty())
        Q_EMIT changed(events.changes);
    if (!events.resourceVersion.isEmpty())
        take(watch::EventsSeen{events.resourceVersion});
    if (events.error)
        take(watch::Ended{errorFromStatus(*events.error, where()), std::chrono::milliseconds(m_streamAge.elapsed())});
    else if (!m_lines.isEmpty())
        decodeLines();
    else if (m_end)
        take(*std::exchange(m_end, {}));
}

ErrorContext KindFollower::where() const
{
    return {.cluster = m_connection.cluster().toString(), .verb = u"watch"_s, .resource = m_resource.toString()};
}

} // namespace argosy
