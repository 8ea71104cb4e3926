// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "objects.h"
#include "testprint.h"

#include <argosy/live/store.h>

#include <QLoggingCategory>
#include <QProcess>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

using Phase = Store::KindState::Phase;

class TestStoreContract : public ContractTest
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;
    QList<QByteArray> m_history; ///< what the deltas said of our objects

    [[nodiscard]] ApiResource nodePools() const { return server().resource(kind()); }
    [[nodiscard]] static const GroupKind& kind() { return nodePoolKind(); }
    [[nodiscard]] ObjectPtr shown(const QString& name) const
    {
        return m_store->snapshot()->find({ClusterId::management(), kind().group, kind().kind, {}, name});
    }
    [[nodiscard]] Phase phase() const { return m_store->kinds().value(kind()).phase; }

    void record(const Delta& delta)
    {
        const auto add = [this](const char* what, const QList<ObjectPtr>& objects) {
            for (const ObjectPtr& object : objects) {
                if (const QString stem = stemOf(object->ref().name); !stem.isEmpty())
                    m_history.append(what + stem.toLatin1());
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

    void prepare() override
    {
        m_store = std::make_unique<Store>(server().connection(), Store::Options{.pageSize = 2});
        m_history.clear();
        connect(m_store.get(), &Store::changed, this, &TestStoreContract::record);
    }

    void finish() override { m_store.reset(); }

private Q_SLOTS:
    void initTestCase()
    {
        // Qt warns of each stream that a restart closes.
        QLoggingCategory::setFilterRules(u"qt.network.http2.warning=false"_s);
    }

    void aKindIsListedAndFollowed_data() { ServerUnderTest::addRows(); }
    void aKindIsListedAndFollowed()
    {
        for (const QString& stem : {u"a"_s, u"b"_s, u"c"_s})
            QVERIFY_RESULT(apply(nodePools(), nodePool(unique(stem))));
        const Interest interest = m_store->follow(nodePools());
        QTRY_VERIFY(m_store->snapshot()->isComplete(kind()));
        QVERIFY(shown(unique(u"a"_s)) && shown(unique(u"c"_s)));
        QTRY_COMPARE(phase(), Phase::Live);
        QCOMPARE(m_history, (QList<QByteArray>{"+a", "+b", "+c"}));

        m_history.clear();
        Json pool = nodePool(unique(u"a"_s));
        pool["spec"]["limits"]["cpu"] = "3";
        QVERIFY_RESULT(apply(nodePools(), pool));
        QTRY_COMPARE(m_history, QList<QByteArray>{"~a"});
        QCOMPARE(textAt(shown(unique(u"a"_s))->body(), "/spec/limits/cpu"), u"3"_s);

        m_history.clear();
        QVERIFY_RESULT(server().ask(requests::remove(nodePools(), {}, unique(u"b"_s))));
        QTRY_COMPARE(m_history, QList<QByteArray>{"-b"});
        QVERIFY(!shown(unique(u"b"_s)));
    }

    void aKindThatIsNotServedIsUnavailable_data() { ServerUnderTest::addRows(); }
    void aKindThatIsNotServedIsUnavailable()
    {
        ApiResource birds = nodePools();
        birds.gvk = {u"birds.example"_s, u"v1"_s, u"Bird"_s};
        birds.plural = u"birds"_s;
        const Interest interest = m_store->follow(birds);
        QTRY_COMPARE(m_store->kinds().value(birds.gvk.groupKind()).phase, Phase::Unavailable);
        QCOMPARE(m_store->kinds().value(birds.gvk.groupKind()).error->kind, ErrorKind::NotFound);
    }

    void aRestartIsNoticedAndSurvived_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QByteArray>("command");
        QTest::newRow("restart") << u"real"_s << QByteArray("ARGOSY_TEST_RESTART");
        QTest::newRow("restart that forgets old versions") << u"real"_s << QByteArray("ARGOSY_TEST_COMPACT");
    }

    void aRestartIsNoticedAndSurvived()
    {
        QFETCH(QByteArray, command);
        if (!qEnvironmentVariableIsSet(command.constData()))
            QSKIP("no command says how to restart this server");
        const QString kept = unique(u"kept"_s);
        QVERIFY_RESULT(apply(nodePools(), nodePool(kept)));
        const Interest interest = m_store->follow(nodePools());
        QTRY_COMPARE(phase(), Phase::Live);
        QTRY_VERIFY(shown(kept));
        bool lost = false;
        const QObject scope;
        connect(&server().connection(), &Connection::stateChanged, &scope,
            [&lost](Connection::State state) { lost = lost || state == Connection::State::Lost; });
        Json other = configMap(unique(u"other"_s));
        other["metadata"]["namespace"] = "default";
        // Another kind moves the server's version past the one that the watch goes on from.
        QVERIFY_RESULT(apply(server().resource(GroupKind{{}, u"ConfigMap"_s}), other));
        m_history.clear();

        QVERIFY(runCommand(command.constData()));
        QVERIFY(lost);
        QTRY_COMPARE_WITH_TIMEOUT(server().connection().state(), Connection::State::Connected, 40'000);
        QTRY_COMPARE_WITH_TIMEOUT(phase(), Phase::Live, 40'000);
        QVERIFY(shown(kept));
        QVERIFY_RESULT(apply(nodePools(), nodePool(unique(u"after"_s))));
        QTRY_COMPARE(m_history, QList<QByteArray>{"+after"});
    }
};

QTEST_GUILESS_MAIN(TestStoreContract)
#include "tst_storecontract.moc"
