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

KindFollower::KindFollower(Connection& connection, ApiResource resource, const Options& options)
    : m_connection(connection)
    , m_resource(std::move(resource))
    , m_options(options)
{
    m_state.fullPage = options.pageSize;
    // A watch is never compressed, which costs 24 times the bytes of compressed pages (measured with 20,000
    // ManagedClusters: 109 MB against 4.6 MB). Where compression is switched off, for a server nearby, one request
    // that spares the server its list is better.
    m_state.mayStream = connection.endpoint().server.disableCompression;
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, [this] { take(watch::WaitedEnough{}); });
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] { take(watch::Silent{}); });
}

KindFollower::~KindFollower()
{
    destroyOnPool(std::move(m_gathered));
}

void KindFollower::serverIsBack()
{
    endWaitFor({ErrorKind::Unreachable, ErrorKind::Timeout});
}

void KindFollower::credentialsChanged()
{
    endWaitFor({ErrorKind::Unauthenticated, ErrorKind::Tls, ErrorKind::Forbidden});
}

void KindFollower::endWaitFor(std::initializer_list<ErrorKind> reasons)
{
    if (m_wait.isActive() && m_state.error && std::ranges::count(reasons, m_state.error->kind) > 0)
        m_wait.start(0);
}

void KindFollower::take(const watch::Input& input)
{
    const WatchState before = m_state;
    const WatchStep next = step(m_state, input, QRandomGenerator::global()->generateDouble(), m_options.delays);
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
    ApiRequest request =
        inDetail(requests::list(m_resource, {}, {.limit = effect.limit, .continueToken = effect.continueToken}));
    request.timeout = m_options.patience;
    request.isRetried = false; // waiting is shown, and watchstep.h says how long
    request.isOnNewConnection = m_state.isDoubted;
    m_list = m_connection.send(request, this, [this](const Result<ApiResponse>& answer) { onPage(answer); });
}

void KindFollower::perform(const watch::DiscardPages&)
{
    ++m_listNumber;
    m_decodingPages = false;
    m_pages.clear();
    destroyOnPool(std::exchange(m_gathered, {}));
    m_lastPage.reset();
}

/// The next page is asked for while this one is decoded: the server need not wait for us.
void KindFollower::onPage(const Result<ApiResponse>& answer)
{
    if (!answer)
        return take(watch::ListFailed{answer.error()});
    if (const auto position = peekListPosition(answer->body)) {
        decodePage(answer->body);
        onPosition(*position);
    } else {
        findPosition(answer->body);
    }
}

void KindFollower::findPosition(const QByteArray& body)
{
    runOnPool(
        this,
        [cluster = m_connection.cluster(), gvk = m_resource.gvk, body] {
            return decodeListPosition(cluster, body, gvk);
        },
        [this, body, number = m_listNumber](const Result<ListPosition>& position) {
            if (number != m_listNumber)
                return;
            if (!position)
                return take(watch::ListFailed{position.error()});
            decodePage(body);
            onPosition(*position);
        });
}

void KindFollower::onPosition(const ListPosition& position)
{
    const watch::PageArrived page{position.resourceVersion, position.continueToken};
    if (page.continueToken.isEmpty())
        m_lastPage = page;
    else
        take(page);
}

void KindFollower::decodePage(const QByteArray& body)
{
    m_pages.append(body);
    if (!m_decodingPages)
        decodePages();
}

void KindFollower::decodePages()
{
    m_decodingPages = true;
    runOnPool(
        this,
        [gathered = std::exchange(m_gathered, {}), cluster = m_connection.cluster(), gvk = m_resource.gvk,
            pages = std::exchange(m_pages, {}), detail = m_options.detail]() mutable {
            return gatherPages(std::move(gathered), cluster, gvk, pages, detail);
        },
        [this, number = m_listNumber](GatheredPages pages) {
            if (number == m_listNumber)
                onPagesDecoded(std::move(pages));
        });
}

void KindFollower::onPagesDecoded(GatheredPages pages)
{
    m_decodingPages = false;
    m_gathered = std::move(pages.objects);
    warnOfBroken(kind(), pages.broken);
    if (pages.failure)
        take(watch::ListFailed{*pages.failure});
    else if (!m_pages.isEmpty())
        decodePages();
    else if (m_lastPage)
        take(*std::exchange(m_lastPage, {}));
}

void KindFollower::perform(const watch::SwapPagesIn&)
{
    Q_EMIT listed(std::exchange(m_gathered, {}));
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
    const WatchOptions options{
        .resourceVersion = effect.resourceVersion, .sendsInitialEvents = effect.resourceVersion.isEmpty()};
    ApiRequest request = inDetail(requests::watch(m_resource, {}, options));
    request.isOnNewConnection = m_state.isDoubted;
    m_stream = m_connection.watch(request);
    m_streamAge.start();
    m_silence.start(m_options.silence);
    connect(m_stream.get(), &WatchStream::opened, this, &KindFollower::onOpened);
    connect(m_stream.get(), &WatchStream::lineReceived, this, &KindFollower::onLine);
    connect(m_stream.get(), &WatchStream::finished, this, &KindFollower::onStreamEnd);
}

void KindFollower::closeStream()
{
    ++m_streamNumber;
    m_lines.clear();
    m_decoding = false;
    m_end.reset();
    m_silence.stop();
    m_stream.reset();
}

void KindFollower::onOpened(bool isAlone)
{
    if (isAlone)
        m_silence.start(m_options.silenceAlone);
    take(watch::Opened{});
}

void KindFollower::onLine(const QByteArray& line)
{
    m_silence.start();
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
    if (m_state.isInitial)
        return decodeInitialLines();
    runOnPool(
        this,
        [cluster = m_connection.cluster(), gvk = m_resource.gvk, detail = m_options.detail,
            lines = std::exchange(m_lines, {})] { return decodeEvents(cluster, gvk, lines, detail); },
        [this, number = m_streamNumber](const DecodedEvents& events) {
            if (number == m_streamNumber)
                onLinesDecoded(events);
        });
}

void KindFollower::decodeInitialLines()
{
    runOnPool(
        this,
        [gathered = std::exchange(m_gathered, {}), cluster = m_connection.cluster(), gvk = m_resource.gvk,
            detail = m_options.detail, lines = std::exchange(m_lines, {})]() mutable {
            return gatherInitial(std::move(gathered), decodeEvents(cluster, gvk, lines, detail));
        },
        [this, number = m_streamNumber](GatheredEvents gathered) {
            if (number != m_streamNumber)
                return;
            m_gathered = std::move(gathered.objects);
            if (gathered.events.initialEnd)
                take(watch::InitialEnded{gathered.events.resourceVersion});
            onLinesDecoded(gathered.events);
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
    const std::chrono::milliseconds lived(m_streamAge.elapsed());
    if (events.error)
        take(watch::Ended{errorFromStatus(*events.error, where()), lived});
    else if (events.garbled)
        take(watch::Ended{events.garbled, lived});
    else if (!m_lines.isEmpty())
        decodeLines();
    else if (m_end)
        take(*std::exchange(m_end, {}));
}

ApiRequest KindFollower::inDetail(ApiRequest request) const
{
    return m_options.detail == ObjectDetail::Metadata ? requests::forMetadata(std::move(request)) : request;
}

ErrorContext KindFollower::where() const
{
    return {.cluster = m_connection.cluster().toString(), .verb = u"watch"_s, .resource = m_resource.toString()};
}

} // namespace argosy
