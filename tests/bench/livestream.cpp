// SPDX-License-Identifier: GPL-3.0-or-later
#include "livebench.h"

#include <argosy/live/store.h>

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <nlohmann/json.hpp>

#include <httplib.h>

#include <cstdio>
#include <thread>

namespace argosy::bench {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock; // one clock for both processes

constexpr auto kBeat = 10ms;
/// The library compresses what is plainly application/json, and takes its time.
const char* const kContentType = "application/json;charset=utf-8";
const char* const kSentAt = "bench/sent-at"; ///< annotation: microseconds of Clock

qint64 nowMicroseconds()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now().time_since_epoch()).count();
}

/// The bytes of one object's events, recorded once; only version and time are written into them.
class Recording final
{
public:
    Recording(const Json& object, int count)
    {
        Json stamped = object;
        stamped["metadata"]["annotations"][kSentAt] = "0000000000000000";
        for (int i = 0; i < count; ++i) {
            QByteArray event = "{\"type\":\"MODIFIED\",\"object\":" + copyOf(stamped, i, kFirstVersion) + "}\n";
            m_events.append({event, event.indexOf("0000000000000000"), event.indexOf(kVersionText)});
        }
    }

    [[nodiscard]] QByteArray next()
    {
        Event& event = m_events[m_sent % m_events.size()];
        ++m_sent;
        const QByteArray stamp = QByteArray::number(nowMicroseconds()).rightJustified(16, '0');
        const QByteArray version = QByteArray::number(kFirstVersion + m_sent);
        event.bytes.replace(event.stamp, stamp.size(), stamp);
        event.bytes.replace(event.version, version.size(), version);
        return event.bytes;
    }

    static constexpr qint64 kFirstVersion = 1'000'000'000;

private:
    static constexpr const char* kVersionText = "1000000000";
    struct Event
    {
        QByteArray bytes;
        qsizetype stamp;
        qsizetype version;
    };
    QList<Event> m_events;
    qint64 m_sent = 0;
};

QByteArray listOf(const Json& object, int count)
{
    QByteArrayList items;
    for (int i = 0; i < count; ++i)
        items.append(copyOf(object, i, Recording::kFirstVersion));
    return "{\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"" + QByteArray::number(Recording::kFirstVersion)
        + "\"},\"items\":[" + items.join(',') + "]}";
}

/// How long this thread has been ready to run while others had the processors, as Linux counts it.
qint64 nanosecondsWithoutProcessor()
{
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the kernel keeps no statistics of its scheduler");
    return file.readAll().split(' ').at(1).toLongLong();
}

/// What two clocks show of this thread, in nanoseconds, at one moment.
struct Moment
{
    qint64 now;
    qint64 withoutProcessor;

    /// Tried again where the thread lost its processor between the readings: the wait would count for a pause that it
    /// was no part of.
    static Moment take()
    {
        for (;;) {
            const qint64 waited = nanosecondsWithoutProcessor();
            const auto now = std::chrono::nanoseconds(Clock::now().time_since_epoch()).count();
            if (nanosecondsWithoutProcessor() == waited)
                return {now, waited};
        }
    }
};

/// How long the event loop was kept from running, at worst: in all, and by this program's own doing.
class LongestPause final
{
public:
    LongestPause()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { note(); });
        m_timer.start(1ms);
    }
    [[nodiscard]] double milliseconds() const { return double(m_longest) / 1e6; }
    [[nodiscard]] double ownMilliseconds() const { return double(m_longestOwn) / 1e6; }

private:
    void note()
    {
        const Moment last = std::exchange(m_last, Moment::take());
        const qint64 paused = m_last.now - last.now;
        m_longest = std::max(m_longest, paused);
        m_longestOwn = std::max(m_longestOwn, paused - (m_last.withoutProcessor - last.withoutProcessor));
    }

    QTimer m_timer;
    Moment m_last = Moment::take();
    qint64 m_longest = 0;
    qint64 m_longestOwn = 0;
};

const ApiResource& clusters()
{
    static const ApiResource resource{
        .gvk = {QStringLiteral("containerservice.azure.com"), QStringLiteral("v1"), QStringLiteral("ManagedCluster")},
        .plural = QStringLiteral("managedclusters"),
        .namespaced = true};
    return resource;
}

} // namespace

int serve(const QStringList& arguments)
{
    const Json object = objectIn(arguments.at(0));
    const int count = arguments.at(1).toInt();
    const int perBeat = arguments.at(2).toInt() / int(1000ms / kBeat);
    const QByteArray list = listOf(object, count);
    Recording recording(object, count);
    httplib::Server server;
    server.Get(clusters().path({}).toStdString(), [&](const httplib::Request& request, httplib::Response& response) {
        if (!request.has_param("watch")) {
            response.set_content(list.constData(), size_t(list.size()), kContentType);
            return;
        }
        response.set_chunked_content_provider(
            kContentType, [&recording, perBeat, due = Clock::now()](size_t, httplib::DataSink& sink) mutable {
                due += kBeat;
                std::this_thread::sleep_until(due);
                QByteArray bytes;
                for (int i = 0; i < perBeat; ++i)
                    bytes += recording.next();
                return sink.write(bytes.constData(), size_t(bytes.size()));
            });
    });
    print({{"port", server.bind_to_any_port("127.0.0.1")}});
    return server.listen_after_bind() ? 0 : 1;
}

int events(const QStringList& arguments)
{
    Endpoint endpoint;
    endpoint.server.server = QStringLiteral("http://127.0.0.1:") + arguments.at(0);
    Connection connection(endpoint);
    Store store(connection, {});
    std::optional<LongestPause> pause; // of following; the list here comes in one piece
    qint64 objects = 0;
    qint64 lag = 0;
    qint64 version = 0;
    QObject::connect(&store, &Store::changed, &store, [&](const Delta& delta) {
        const qint64 now = nowMicroseconds();
        for (const ObjectPtr& object : delta.updated) {
            lag = std::max(lag, now - object->annotations().value(QString::fromLatin1(kSentAt)).toLongLong());
            version = std::max(version, object->resourceVersion().toLongLong());
        }
        objects += delta.updated.size();
    });
    const Interest interest = store.follow(clusters());
    QObject::connect(&store, &Store::kindStateChanged, &store, [&] { pause.emplace(); });
    const double seconds = arguments.at(1).toDouble();
    QTimer::singleShot(std::chrono::milliseconds(qint64(seconds * 1e3)), &store, [&] {
        if (!pause)
            qFatal("nothing was listed");
        print({{"seconds", seconds}, {"events", version - Recording::kFirstVersion}, {"updates", objects},
            {"longestLagMilliseconds", double(lag) / 1e3}, {"longestPauseMilliseconds", pause->milliseconds()},
            {"longestOwnPauseMilliseconds", pause->ownMilliseconds()}, {"cpuSeconds", usage().cpuSeconds},
            {"peakKilobytes", usage().peakKilobytes}});
        std::_Exit(0);
    });
    return QCoreApplication::exec();
}

} // namespace argosy::bench
