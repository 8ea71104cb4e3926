// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver.h"
#include "testprint.h"

#include <argosy/live/store.h>

#include <QLoggingCategory>
#include <QProcess>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

using Phase = Store::KindState::Phase;

class TestStoreContract : public QObject
{
    Q_OBJECT

    std::unique_ptr<ApiServer> m_server;
    std::unique_ptr<Store> m_store;
    QList<QByteArray> m_history; ///< what the deltas said of our objects

    [[nodiscard]] GroupKind kind() const { return nodePools().gvk.groupKind(); }
    [[nodiscard]] ObjectPtr shown(const QString& name) const
    {
        return m_store->snapshot()->find({ClusterId::management(), kind().group, kind().kind, {}, name});
    }
    [[nodiscard]] Phase phase() const { return m_store->kinds().value(kind()).phase; }

    void record(const Delta& delta)
    {
        const auto add = [this](const char* what, const QList<ObjectPtr>& objects) {
            for (const ObjectPtr& object : objects) {
                if (object->ref().name.startsWith("contract-"_L1))
                    m_history.append(what + object->ref().name.section(u'-', 1, 1).toLatin1());
            }
        };
        add("-", delta.removed);
        add("+", delta.added);
        add("~", delta.updated);
    }

    /// Runs what a variable says, e.g. a restart of the server, while the event loop goes on.
    static bool runCommand(const char* variable)
    {
        QProcess process;
        process.startCommand(qEnvironmentVariable(variable));
        return QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000)
            && process.exitCode() == 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (ApiServer::absence())
            QSKIP(ApiServer::absence());
        QVERIFY_RESULT(ApiServer::endpoint());
        // Qt warns of each stream that a restart closes.
        QLoggingCategory::setFilterRules(u"qt.network.http2.warning=false"_s);
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_server = std::make_unique<ApiServer>();
        m_store = std::make_unique<Store>(m_server->connection(), Store::Options{.pageSize = 2});
        m_history.clear();
        connect(m_store.get(), &Store::changed, this, &TestStoreContract::record);
    }

    void cleanup()
    {
        m_store.reset();
        m_server.reset();
    }

    void aKindIsListedAndFollowed()
    {
        for (const QString& stem : {u"a"_s, u"b"_s, u"c"_s})
            QVERIFY_RESULT(m_server->apply(nodePools(), nodePool(m_server->unique(stem))));
        m_store->follow(nodePools());
        QTRY_VERIFY(m_store->snapshot()->isComplete(kind()));
        QVERIFY(shown(m_server->unique(u"a"_s)) && shown(m_server->unique(u"c"_s)));
        QTRY_COMPARE(phase(), Phase::Live);
        QCOMPARE(m_history, (QList<QByteArray>{"+a", "+b", "+c"}));

        m_history.clear();
        Json pool = nodePool(m_server->unique(u"a"_s));
        pool["spec"]["limits"]["cpu"] = "3";
        QVERIFY_RESULT(m_server->apply(nodePools(), pool));
        QTRY_COMPARE(m_history, QList<QByteArray>{"~a"});
        QCOMPARE(textAt(shown(m_server->unique(u"a"_s))->body(), "/spec/limits/cpu"), u"3"_s);

        m_history.clear();
        QVERIFY_RESULT(m_server->ask(requests::remove(nodePools(), {}, m_server->unique(u"b"_s))));
        QTRY_COMPARE(m_history, QList<QByteArray>{"-b"});
        QVERIFY(!shown(m_server->unique(u"b"_s)));
    }

    void aKindThatIsNotServedIsUnavailable()
    {
        ApiResource birds = nodePools();
        birds.gvk = {u"birds.example"_s, u"v1"_s, u"Bird"_s};
        birds.plural = u"birds"_s;
        m_store->follow(birds);
        QTRY_COMPARE(m_store->kinds().value(birds.gvk.groupKind()).phase, Phase::Unavailable);
        QCOMPARE(m_store->kinds().value(birds.gvk.groupKind()).error->kind, ErrorKind::NotFound);
    }

    void aRestartIsNoticedAndSurvived_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::newRow("restart") << QByteArray("ARGOSY_TEST_RESTART");
        QTest::newRow("restart that forgets old versions") << QByteArray("ARGOSY_TEST_COMPACT");
    }

    void aRestartIsNoticedAndSurvived()
    {
        QFETCH(QByteArray, command);
        if (!qEnvironmentVariableIsSet(command.constData()))
            QSKIP("no command says how to restart this server");
        const QString kept = m_server->unique(u"kept"_s);
        QVERIFY_RESULT(m_server->apply(nodePools(), nodePool(kept)));
        m_store->follow(nodePools());
        QTRY_COMPARE(phase(), Phase::Live);
        QTRY_VERIFY(shown(kept));
        bool lost = false;
        connect(&m_server->connection(), &Connection::stateChanged, this,
            [&lost](Connection::State state) { lost = lost || state == Connection::State::Lost; });
        // Another kind moves the server's version past the one that the watch goes on from.
        QVERIFY_RESULT(m_server->apply(namespaces(), nameSpace(m_server->unique(u"other"_s))));
        m_history.clear();

        QVERIFY(runCommand(command.constData()));
        QVERIFY(lost);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->connection().state(), Connection::State::Connected, 40'000);
        QTRY_COMPARE_WITH_TIMEOUT(phase(), Phase::Live, 40'000);
        QVERIFY(shown(kept));
        QVERIFY_RESULT(m_server->apply(nodePools(), nodePool(m_server->unique(u"after"_s))));
        QTRY_COMPARE(m_history, QList<QByteArray>{"+after"});
    }
};

QTEST_GUILESS_MAIN(TestStoreContract)
#include "tst_storecontract.moc"
