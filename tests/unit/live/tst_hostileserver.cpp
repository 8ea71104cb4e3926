// SPDX-License-Identifier: GPL-3.0-or-later
#include "peakmemory.h"
#include "scriptedserver.h"
#include "testobjects.h"
#include "testprint.h"

#include <argosy/live/store.h>

#include <QLoggingCategory>

#include <zlib.h>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Phase = Store::KindState::Phase;

namespace {

const ApiResource kPools{.gvk = kPool, .plural = u"nodepools"_s, .verbs = {u"list"_s, u"watch"_s}};

constexpr qsizetype kPiece = qsizetype{256} * 1024;
constexpr qsizetype kMegabyte = qsizetype{1024} * 1024;
/// The bound of an answer, as much again while it grows, and what has arrived but was not taken yet.
constexpr qsizetype kMemory = 320 * kMegabyte;
constexpr auto kPatience = 40s;

QByteArray head(const QByteArray& headers)
{
    return "HTTP/1.1 200 OK\r\n" + headers;
}

QByteArray chunked(const QByteArray& headers = {})
{
    return head(headers + "Transfer-Encoding: chunked\r\n\r\n");
}

/// A megabyte of spaces as a piece of a deflate stream: any number of them in a row is one, too.
QByteArray deflatedSpaces()
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
    QByteArray spaces(kMegabyte, ' ');
    QByteArray deflated(kMegabyte, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(spaces.data());
    stream.avail_in = static_cast<uInt>(spaces.size());
    stream.next_out = reinterpret_cast<Bytef*>(deflated.data());
    stream.avail_out = static_cast<uInt>(deflated.size());
    deflate(&stream, Z_FULL_FLUSH);
    deflated.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return deflated;
}

QByteArray gzipHead()
{
    return QByteArray::fromHex("1f8b08000000000000ff");
}

/// Answers everything with a beginning and then one thing for ever, as fast as it is read.
ScriptedServer::Handler flood(const QByteArray& beginning, const QByteArray& piece)
{
    return [beginning, piece](const ScriptedRequest&, QTcpSocket& socket) {
        const auto more = [&socket, piece] {
            if (socket.bytesToWrite() < kPiece)
                socket.write(piece);
        };
        QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, more);
        socket.write(beginning + piece);
    };
}

} // namespace

/// What a server can do to harm its clients ends in an error, before time and memory do.
class TestHostileServer : public QObject
{
    Q_OBJECT

    static void addFloods()
    {
        QTest::addColumn<QByteArray>("beginning");
        QTest::addColumn<QByteArray>("piece");
        const QByteArray letters(kPiece, 'a');
        const QByteArray header = "X-Header: " + QByteArray(1000, 'a') + "\r\n";
        QTest::newRow("status line without an end") << QByteArray("HTTP/1.1 200 ") << letters;
        QTest::newRow("header without an end") << head("X-Header: ") << letters;
        QTest::newRow("headers without an end") << head({}) << header.repeated(kPiece / header.size());
        QTest::newRow("chunk size without an end") << chunked() << QByteArray(kPiece, '0');
        QTest::newRow("body without an end") << chunked() << ScriptedServer::chunk(letters);
        QTest::newRow("body of a wrong length") << head("Content-Length: 9999999999999999999999\r\n\r\n") << letters;
        QTest::newRow("compressed bomb") << chunked("Content-Encoding: gzip\r\n") + ScriptedServer::chunk(gzipHead())
                                         << ScriptedServer::chunk(deflatedSpaces()).repeated(64);
    }

private Q_SLOTS:
    void initTestCase()
    {
        // Qt warns of what it does not understand.
        QLoggingCategory::setFilterRules(u"*.warning=false"_s);
    }

    void aFloodEndsARequest_data()
    {
        addFloods();
        QTest::newRow("error without an end") << QByteArray("HTTP/1.1 500 -\r\nTransfer-Encoding: chunked\r\n\r\n")
                                              << ScriptedServer::chunk(QByteArray(kPiece, 'a'));
    }

    void aFloodEndsARequest()
    {
        QFETCH(QByteArray, beginning);
        QFETCH(QByteArray, piece);
        const ScriptedServer server(flood(beginning, piece));
        Connection connection({.server = {.server = server.url()}});
        ApiRequest request = requests::list(kPools, {});
        request.timeout = 2s;
        const PeakMemory memory;
        std::optional<Result<ApiResponse>> answer;
        const RequestHandle handle =
            connection.send(request, this, [&answer](const Result<ApiResponse>& got) { answer = got; });
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), kPatience / 1ms);
        QVERIFY(!answer->has_value());
        qInfo("%s, %lld MB", describe(answer->error()).left(120).constData(), memory.grown() / kMegabyte);
        QVERIFY(memory.grown() < kMemory);
    }

    void aFloodEndsAWatch_data() { addFloods(); }

    void aFloodEndsAWatch()
    {
        QFETCH(QByteArray, beginning);
        QFETCH(QByteArray, piece);
        const ScriptedServer server(flood(beginning, piece));
        Connection connection({.server = {.server = server.url()}});
        ApiRequest request = requests::watch(kPools, {}, {});
        request.timeout = 2s;
        const PeakMemory memory;
        std::optional<Error> why;
        const std::unique_ptr<WatchStream> watch = connection.watch(request);
        connect(watch.get(), &WatchStream::finished, this, [&why](const std::optional<Error>& error) { why = error; });
        QTRY_VERIFY_WITH_TIMEOUT(why.has_value(), kPatience / 1ms);
        qInfo("%s, %lld MB", describe(*why).left(120).constData(), memory.grown() / kMegabyte);
        QVERIFY(memory.grown() < kMemory);
    }

    void whatIsNestedTooDeeplyIsNotUnderstood_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QByteArray>("event");
        const QByteArray levels(10 * kMegabyte, '[');
        const QByteArray empty = R"({"kind":"NodePoolList","metadata":{"resourceVersion":"1"},"items":[]})";
        const QByteArray pool = R"({"metadata":{"name":"a"},"spec":)" + levels;
        QTest::newRow("list") << R"({"metadata":{"resourceVersion":"1"},"items":)" + levels << QByteArray();
        QTest::newRow("item") << R"({"metadata":{"resourceVersion":"1"},"items":[)" + pool << QByteArray();
        QTest::newRow("event") << empty << levels;
        QTest::newRow("object of an event") << empty << R"({"type":"ADDED","object":)" + pool;
        QTest::newRow("error event") << empty << R"({"type":"ERROR","object":{"message":)" + levels;
    }

    void whatIsNestedTooDeeplyIsNotUnderstood()
    {
        QFETCH(QByteArray, list);
        QFETCH(QByteArray, event);
        const ScriptedServer server([&](const ScriptedRequest& request, QTcpSocket& socket) {
            if (request.target.contains("watch="))
                socket.write(ScriptedServer::streamHead() + ScriptedServer::chunk(event + '\n'));
            else
                socket.write(ScriptedServer::answer(200, list));
        });
        Connection connection({.server = {.server = server.url()}});
        Store store(connection, {.tick = 5ms});
        const PeakMemory memory;
        const Interest interest = store.follow(kPools);
        const auto state = [&store] { return store.kinds().value(kPool.groupKind()); };
        QTRY_VERIFY_WITH_TIMEOUT(state().phase == Phase::Waiting, kPatience / 1ms);
        QCOMPARE(state().error->kind, ErrorKind::Protocol);
        QVERIFY(store.snapshot()->all().isEmpty());
        QVERIFY(memory.grown() < kMemory);
    }

    void aWatchIsNotRedirected()
    {
        ScriptedServer other([](const ScriptedRequest&, QTcpSocket& socket) { socket.write(chunked()); });
        const ScriptedServer server([&other](const ScriptedRequest&, QTcpSocket& socket) {
            socket.write(ScriptedServer::answer(307, {}, "Location: " + other.url().toLatin1() + "/x\r\n"));
        });
        Endpoint endpoint{.server = {.server = server.url()}};
        endpoint.user.token = Secret("canary");
        Connection connection(endpoint);
        std::optional<Error> why;
        const std::unique_ptr<WatchStream> watch = connection.watch(requests::watch(kPools, {}, {}));
        connect(watch.get(), &WatchStream::finished, this, [&why](const std::optional<Error>& error) { why = error; });
        QTRY_VERIFY(why.has_value());
        QCOMPARE(why->kind, ErrorKind::Protocol);
        QCOMPARE(other.connections(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHostileServer)
#include "tst_hostileserver.moc"
