// SPDX-License-Identifier: GPL-3.0-or-later
#include "followedkinds.h"
#include "objects.h"
#include "testprint.h"

#include <argosy/schema/openapi.h>

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A server that restarts, forgets old versions or loses its data: a reference server of this test's own, with one
/// custom resource, because it starts sooner the fewer it has.
class TestRestarts : public QObject
{
    Q_OBJECT

    static constexpr auto kPatience = 100s; // of a busy machine, after several refusals

    QTemporaryDir m_folder;
    std::unique_ptr<ApiClient> m_wire;
    std::unique_ptr<ServerUnderTest> m_server;

    [[nodiscard]] static QString program() { return QStringLiteral(ARGOSY_SOURCE_DIR "/../shared/refserver/run"); }

    /// Runs the server's own script while the event loop goes on.
    [[nodiscard]] bool run(const QString& verb, const QStringList& options = {}) const
    {
        QProcess process;
        process.setStandardOutputFile(QProcess::nullDevice()); // the server would keep a pipe open
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(program(), QStringList{verb, m_folder.path()} + options);
        return QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, kPatience / 1ms)
            && process.exitCode() == 0;
    }
    [[nodiscard]] ApiClient& wire() { return *m_wire; }
    void serveWorkflows()
    {
        const KindSchema* kind = SchemaSet::builtin().find({u"argoproj.io"_s, u"v1alpha1"_s, u"Workflow"_s});
        QVERIFY(kind);
        const QString crds = u"/apis/apiextensions.k8s.io/v1/customresourcedefinitions"_s;
        const Answer made = wire().post(crds, toCrd({*kind}));
        QVERIFY2(made.code == 201 || made.code == 409, made.body.constData());
        const QByteArray discovery = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
        QTRY_VERIFY_WITH_TIMEOUT(wire().get(u"/apis"_s, discovery).body.contains("workflows"), kPatience / 1ms);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFileInfo(program()).isExecutable()) {
            QVERIFY2(!qEnvironmentVariableIsSet("ARGOSY_TEST_REQUIRED"), "the reference server is missing");
            QSKIP("there is no reference server to start");
        }
        QVERIFY(run(u"start"_s, {u"--empty"_s}));
        const QString path = m_folder.filePath(u"admin.kubeconfig"_s);
        const Result<Kubeconfig> config = loadKubeconfig(path);
        QVERIFY_RESULT(config);
        m_wire = std::make_unique<ApiClient>(*config);
        serveWorkflows();
        qputenv("ARGOSY_TEST_KUBECONFIG", path.toLocal8Bit());
        m_server = std::make_unique<ServerUnderTest>(u"real"_s);
    }

    void cleanupTestCase()
    {
        m_server.reset();
        if (QFileInfo(program()).isExecutable())
            QVERIFY(run(u"stop"_s));
    }

    void theStoreIsTheServerAgain_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("restart") << u"restart"_s << QStringList();
        QTest::newRow("restart that forgets old versions") << u"compact"_s << QStringList();
        QTest::newRow("restart without the data") << u"restart"_s << QStringList{u"--wipe"_s, u"--empty"_s};
    }

    void theStoreIsTheServerAgain()
    {
        const TestNamespace before(wire());
        QCOMPARE(wire().post(before.core(u"configmaps"_s), configMap(u"kept"_s)).code, 201);
        FollowedKinds followed(*m_server);
        followed.follow();
        QTRY_VERIFY_WITH_TIMEOUT(followed.isComplete() && followed.isLive(), kPatience / 1ms);

        QFETCH(QString, verb);
        QFETCH(QStringList, options);
        QVERIFY(run(verb, options));
        QVERIFY(followed.reasons().contains(ErrorKind::Unreachable));
        serveWorkflows();

        const TestNamespace after(wire());
        QCOMPARE(wire().post(after.core(u"configmaps"_s), configMap(u"new"_s)).code, 201);
        QCOMPARE(wire().post(after.path(u"argoproj.io/v1alpha1"_s, u"workflows"_s), workflow(u"new"_s)).code, 201);
        const QStringList namespaces{before.name(), after.name()};
        const Contents served = followed.served(namespaces);
        QTRY_COMPARE_WITH_TIMEOUT(followed.missing(namespaces, served), QByteArray(), kPatience / 1ms);
        QTRY_VERIFY_WITH_TIMEOUT(followed.isLive(), kPatience / 1ms);
    }
};

QTEST_GUILESS_MAIN(TestRestarts)
#include "tst_restarts.moc"
