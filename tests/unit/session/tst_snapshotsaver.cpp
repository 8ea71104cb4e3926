// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>
#include <argosy/session/snapshotsaver.h>

#include "fakeclock.h"
#include "scriptedserver.h"
#include "snapshotcontent.h"
#include "testprint.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

ApiResource coreKind(const QString& kind, const QString& plural, bool namespaced)
{
    return {.gvk = {{}, u"v1"_s, kind}, .plural = plural, .verbs = {u"get"_s, u"list"_s}, .namespaced = namespaced};
}

const ApiResource kNodes = coreKind(u"Node"_s, u"nodes"_s, false);
const ApiResource kSecrets = coreKind(u"Secret"_s, u"secrets"_s, true);

QByteArray object(const QByteArray& kind, const QByteArray& name)
{
    return R"({"apiVersion":"v1","kind":")" + kind + R"(","metadata":{"name":")" + name + "\"}}";
}

QByteArray page(const QList<QByteArray>& items, const QByteArray& token = {})
{
    return ScriptedServer::answer(
        200, R"({"metadata":{"resourceVersion":"7","continue":")" + token + R"("},"items":[)" + items.join(",") + "]}");
}

QByteArray refusal(int code)
{
    return ScriptedServer::answer(
        code, R"({"kind":"Status","code":)" + QByteArray::number(code) + R"(,"reason":"x","message":"not now"})");
}

/// A server that gives its answers in turn, and then closes.
class Script final
{
public:
    explicit Script(QList<QByteArray> answers)
        : m_answers(std::move(answers))
    { }

    QList<QByteArray> targets;

private:
    void answer(const ScriptedRequest& request, QTcpSocket& socket)
    {
        targets.append(request.target);
        if (m_answers.isEmpty())
            return socket.abort();
        socket.write(m_answers.takeFirst());
    }

    QList<QByteArray> m_answers;
    ScriptedServer m_server{[this](const ScriptedRequest& request, QTcpSocket& socket) { answer(request, socket); }};

public:
    Connection connection{Endpoint{.contextName = u"heron"_s, .server = {.server = m_server.url()}}};
};

} // namespace

class TestSnapshotSaver : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;

    [[nodiscard]] QString path() const { return m_folder->filePath(u"a.snapshot"_s); }

    /// What a saver of nodes and secrets ends with.
    Result<SavedSnapshot> save(
        Connection& connection, const SnapshotScope& scope = {}, const QList<Error>& warnings = {})
    {
        SnapshotSaver saver(
            connection, {.version = u"v1"_s, .catalog = ApiCatalog({kNodes, kSecrets}), .warnings = warnings});
        auto file = std::make_unique<NewFile>(path(), NewFile::Existing::Keep);
        std::optional<Result<SavedSnapshot>> saved;
        connect(&saver, &SnapshotSaver::finished, this, [&saved](const Result<SavedSnapshot>& got) { saved = got; });
        const bool started =
            file->open().has_value() && saver.start(std::move(file), scope, m_clock, u"test"_s).has_value();
        (void)(started && QTest::qWaitFor([&saved] { return saved.has_value(); }, 20'000));
        return saved ? *saved : fail(ErrorKind::Timeout, message("test", "It does not end."));
    }
    [[nodiscard]] Result<SnapshotContent> content() const { return snapshotContent(readFile(path()).value_or("")); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void allPagesOfAllKindsAreThere()
    {
        Script script({page({object("Node", "a")}, "next"), page({object("Node", "b")}), page({})});
        const auto saved = save(script.connection, {.nameSpace = u"team"_s, .kinds = {}});
        QVERIFY_RESULT(saved);
        QCOMPARE(script.targets,
            QList<QByteArray>({"/api/v1/nodes?limit=500", "/api/v1/nodes?limit=500&continue=next",
                "/api/v1/namespaces/team/secrets?limit=500"}));
        const auto read = content();
        QVERIFY_RESULT(read);
        QCOMPARE(read->objects(), QList<QByteArray>({object("Node", "a"), object("Node", "b")}));
        QCOMPARE(
            read->all<SnapshotListing>(), QList<SnapshotListing>({{kNodes.gvk, u"7"_s, 2}, {kSecrets.gvk, u"7"_s, 0}}));
        QCOMPARE(read->head.created, m_clock.now());
        QCOMPARE(read->head.context, u"heron"_s);
        QCOMPARE(read->head.nameSpace, u"team"_s);
        QVERIFY(read->head.catalog.find(kSecrets.gvk));
        QCOMPARE(saved->objects, 2);
        QCOMPARE(saved->kinds, 2);
        QCOMPARE(saved->bytes, QFileInfo(path()).size());
    }

    void aTokenThatExpiresStartsTheKindOver()
    {
        Script script({page({object("Node", "a"), object("Node", "b")}, "old"), refusal(410),
            page({object("Node", "b")}, "new"), page({object("Node", "c")}), page({})});
        QVERIFY_RESULT(save(script.connection));
        const auto read = content();
        QVERIFY_RESULT(read);
        QCOMPARE(read->objects(), QList<QByteArray>({object("Node", "b"), object("Node", "c")}));
    }

    void whatCannotBeReadIsNamed()
    {
        const Error warning{.kind = ErrorKind::Unavailable, .message = message("test", "A group is down.")};
        Script script({page({object("Node", "a")}, "next"), refusal(403), refusal(403)});
        const auto saved = save(script.connection, {}, {warning});
        QVERIFY_RESULT(saved);
        const auto read = content();
        QVERIFY_RESULT(read);
        QCOMPARE(read->objects(), QList<QByteArray>());
        const auto gaps = read->all<SnapshotGap>();
        QCOMPARE(gaps, saved->missing);
        QCOMPARE(gaps.size(), 3);
        QCOMPARE(gaps.at(0), (SnapshotGap{{}, u"unavailable"_s, u"A group is down."_s}));
        QCOMPARE(gaps.at(1).gvk, kNodes.gvk);
        QCOMPARE(gaps.at(2).gvk, kSecrets.gvk);
        QCOMPARE(gaps.at(2).reason, u"forbidden"_s);
        QVERIFY(gaps.at(2).message.contains(u"not now"));
    }

    void aPageThatCannotBeReadIsAskedForInPieces()
    {
        Script script({ScriptedServer::answer(200, "{\"items\":["), page({object("Node", "a")}), page({})});
        QVERIFY_RESULT(save(script.connection));
        QCOMPARE(script.targets.mid(0, 2), QList<QByteArray>({"/api/v1/nodes?limit=500", "/api/v1/nodes?limit=50"}));
    }

    void withoutAServerThereIsNoFile()
    {
        Script script({page({object("Node", "a")}, "next")});
        const auto saved = save(script.connection);
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Unreachable);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    }

    void onlyWhatIsAskedForIsRead()
    {
        Script script({page({})});
        QVERIFY_RESULT(save(script.connection, {.nameSpace = {}, .kinds = {u"nodes"_s}}));
        QCOMPARE(script.targets, QList<QByteArray>{"/api/v1/nodes?limit=500"});
        QCOMPARE(content().value().head.kinds, QStringList{u"nodes"_s});
    }
};

QTEST_GUILESS_MAIN(TestSnapshotSaver)
#include "tst_snapshotsaver.moc"
