// SPDX-License-Identifier: GPL-3.0-or-later
// The main job as a person does it, by keys: connect, fill in a cluster, read and edit its YAML, review, apply, submit
// the Workflow, watch what comes of it. Against the embedded cluster, and against a real API server, where the test
// writes the statuses that controllers would. Its pictures are written to the build folder.
#include "scripteddialogs.h"
#include "serverundertest.h"
#include "testprint.h"

#include <argosy/insight/tree.h>
#include <argosy/session/session.h>
#include <argosy/ui/mainwindow.h>
#include <argosy/ui/pages.h>

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60'000;

/// "text" of every row below an index, as a tree view shows its first column.
QStringList rowsOf(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        rows.append(index.data().toString());
        rows.append(rowsOf(model, index));
    }
    return rows;
}

} // namespace

class TestJourney : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    SystemClock m_clock;
    std::unique_ptr<ServerUnderTest> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Theme> m_theme;
    ScriptedDialogs m_dialogs;
    std::unique_ptr<MainWindow> m_window;
    QString m_name;

    template <class Widget> Widget* find(const QString& name)
    {
        const QList<Widget*> named = m_window->findChildren<Widget*>(name); // each document has a view of its own
        const auto visible = std::ranges::find_if(named, [](const Widget* widget) { return widget->isVisible(); });
        if (visible == named.end())
            qFatal("there is no %s", qPrintable(name));
        return *visible;
    }

    /// Makes the picture NUMBER-NAME-SERVER.png.
    void shoot(const char* name)
    {
        QCoreApplication::sendPostedEvents();
        const QString folder = QStringLiteral(ARGOSY_SCREENSHOTS);
        QDir().mkpath(folder);
        const QString file = folder
            + u"/journey-%1-%2.png"_s.arg(QString::fromLatin1(name), QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(m_window->grab().save(file));
    }

    void open(const QString& server)
    {
        m_server = std::make_unique<ServerUnderTest>(server, DemoOptions{.speed = 10});
        m_home = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<Session>(Paths::below(m_home->path()), m_clock);
        m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light);
        m_session->setKubeconfig(m_server->kubeconfig());
        const UiServices services{*m_session, *m_theme, m_dialogs};
        m_window = std::make_unique<MainWindow>(services);
        addPages(*m_window, services);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void connectByKeys()
    {
        auto* contexts = find<QAbstractItemView>(u"connect.contexts"_s);
        QTRY_VERIFY(contexts->isVisible());
        shoot("1-connect");
        contexts->setFocus();
        QTest::keyClick(contexts, Qt::Key_Return);
        QVERIFY(m_session->management());
        QTRY_COMPARE_WITH_TIMEOUT(m_session->management()->phase(), ClusterSession::Phase::Ready, kPatience);
    }

    void fillInACluster()
    {
        m_session->workspace().setDelivery(Delivery::Argo);
        m_window->showPage(u"build"_s);
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(m_window->findChild<QLineEdit*>(u"build.newCluster.name"_s));
        QTest::keyClicks(find<QLineEdit>(u"build.newCluster.name"_s), m_name);
        QTRY_VERIFY(find<QPushButton>(u"build.newCluster.create"_s)->isEnabled());
        QTest::keyClick(find<QLineEdit>(u"build.newCluster.name"_s), Qt::Key_Return);
        QTRY_VERIFY(m_session->workspace().documents().size() >= 5);
        QTRY_VERIFY(m_session->workspace().isAnalysed());
        QCOMPARE(m_session->workspace().errorCount(), 0);
    }

    Document* documentOf(const QString& kind)
    {
        for (Document* document : m_session->workspace().documents())
            for (const Analysis::Part& part : document->analysis()->parts)
                if (part.object.kind == kind)
                    return document;
        return nullptr;
    }

    void selectDocument(const Document* document)
    {
        auto* list = find<QAbstractItemView>(u"build.documents"_s);
        const QAbstractItemModel& model = *list->model();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, 0).data().toString() == document->fileName())
                list->setCurrentIndex(model.index(row, 0));
    }

    void editFormAndYaml()
    {
        Document* cluster = documentOf(u"ManagedCluster"_s);
        QVERIFY(cluster);
        selectDocument(cluster);
        const QString before = cluster->text();
        QTRY_VERIFY(m_window->findChild<QLineEdit*>(u"build.cluster.dnsPrefix"_s)); // the form is made of an analysis
        auto* prefix = find<QLineEdit>(u"build.cluster.dnsPrefix"_s);
        QTRY_VERIFY(prefix->isVisible());
        prefix->setFocus();
        prefix->selectAll();
        QTest::keyClicks(prefix, u"waders"_s);
        QTest::keyClick(prefix, Qt::Key_Tab);
        QTRY_VERIFY(cluster->text().contains(u"dnsPrefix: waders\n"));
        QCOMPARE(cluster->text(), QString(before).replace(u"dnsPrefix: "_s + m_name, u"dnsPrefix: waders"_s));

        const qsizetype end = cluster->text().indexOf(u"waders"_s) + 6;
        const QString ahead = cluster->text().left(end);
        auto* yaml = find<QWidget>(u"build.yaml"_s);
        QMetaObject::invokeMethod(yaml, "setCursorPosition", Q_ARG(int, int(ahead.count(u'\n'))),
            Q_ARG(int, int(end - ahead.lastIndexOf(u'\n') - 1)));
        yaml->setFocus();
        QTest::keyClicks(yaml, u"-west"_s);
        QTRY_COMPARE(prefix->text(), u"waders-west"_s);
        QTRY_VERIFY(m_session->workspace().isAnalysed());
        shoot("2-build");
    }

    void reviewAndApply()
    {
        m_window->activateWindow(); // the dialog took that with it; there is no window manager here to give it back
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_window->currentPage()->id(), u"plan"_s);
        QTest::keyClick(find<QPushButton>(u"plan.review.start"_s), Qt::Key_Space);
        auto* apply = find<QPushButton>(u"plan.apply"_s);
        QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), kPatience);
        shoot("3-review");
        QTest::keyClick(apply, Qt::Key_Space);
        auto* submit = find<QPushButton>(u"plan.submit"_s);
        QTRY_VERIFY_WITH_TIMEOUT(submit->isEnabled(), kPatience);
        shoot("4-applied");
        m_dialogs.answer(u"plan.submit.confirm"_s, true);
        QTest::keyClick(submit, Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->currentPage()->id(), u"workflows"_s, kPatience);
    }

    ObjectPtr workflow() const
    {
        for (const ObjectPtr& found :
            m_session->management()->store().snapshot()->ofKind({u"argoproj.io"_s, u"Workflow"_s}))
            if (found->ref().name.startsWith(u"provision-"_s + m_name))
                return found;
        return nullptr;
    }

    /// What Argo and the operators would do, where there are none.
    void actAsControllers()
    {
        const Json ready{{"status",
            {{"conditions",
                {{{"type", "Ready"}, {"status", "True"}, {"reason", "Succeeded"}, {"message", ""},
                    {"lastTransitionTime", "2026-01-10T09:00:00Z"}}}}}}};
        for (const Document* document : m_session->workspace().documents())
            for (const Analysis::Part& part : document->analysis()->parts) {
                const ApiResource kind = m_server->resource(part.object.groupKind());
                if (!kind.hasStatus)
                    continue;
                QVERIFY_RESULT(m_server->send(
                    requests::apply(kind, *part.yaml.value, {.fieldManager = u"argo"_s, .force = true})));
                ApiRequest status = requests::mergePatch(kind, part.object.nameSpace, part.object.name, ready);
                status.path += u"/status"_s;
                (void)m_server->send(status);
            }
        QTRY_VERIFY_WITH_TIMEOUT(workflow(), kPatience);
        const ObjectRef ref = workflow()->ref();
        const std::string root = ref.name.toStdString();
        const Json times{
            {"phase", "Succeeded"}, {"startedAt", "2026-01-10T09:00:00Z"}, {"finishedAt", "2026-01-10T09:01:00Z"}};
        Json nodes{{root, {{"type", "DAG"}, {"displayName", root}, {"children", {root + "-1"}}}},
            {root + "-1", {{"type", "Pod"}, {"displayName", "apply-cluster"}, {"boundaryID", root}}}};
        for (auto& [id, node] : nodes.items()) {
            node.update({{"id", id}, {"name", id}});
            node.update(times);
        }
        Json done{{"status", {{"progress", "1/1"}, {"nodes", nodes}}}};
        done["status"].update(times);
        QVERIFY_RESULT(
            m_server->send(requests::mergePatch(m_server->resource(ref.groupKind()), ref.nameSpace, ref.name, done)));
    }

    void watchTheWorkflow()
    {
        if (!m_server->isEmbedded())
            actAsControllers();
        QTRY_VERIFY_WITH_TIMEOUT(workflow() && workflow()->field("/status/phase") == u"Succeeded", kPatience);
        const auto* noSteps = m_window->findChild<QLabel*>(u"workflows.graph.empty"_s);
        QTRY_VERIFY_WITH_TIMEOUT(noSteps && !noSteps->isVisible(), kPatience);
        shoot("5-workflow");
    }

    void watchTheTree()
    {
        m_window->showPage(u"resources"_s);
        const auto* tree = find<QAbstractItemView>(u"resources.tree"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rowsOf(*tree->model()).contains(m_name), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->management()->store().snapshot()->find(clusterRef())
                && healthOf(*m_session->management()->store().snapshot()->find(clusterRef()), m_clock.now()).state
                    == Health::State::Healthy,
            kPatience);
        shoot("6-resources");
    }

    ObjectRef clusterRef() const
    {
        return {
            ClusterId::management(), u"containerservice.azure.com"_s, u"ManagedCluster"_s, u"azure-system"_s, m_name};
    }

private Q_SLOTS:
    void journey_data() { ServerUnderTest::addRows(); }

    void journey()
    {
        QFETCH(QString, server);
        const QString reason = ServerUnderTest::reasonToSkip(server);
        if (!reason.isEmpty())
            QSKIP(qPrintable(reason));
        m_name = server == u"embedded" ? u"heron"_s : ServerUnderTest::uniqueName(u"heron"_s);
        using Step = void (TestJourney::*)();
        open(server);
        for (const Step step :
            {&TestJourney::connectByKeys, &TestJourney::fillInACluster, &TestJourney::editFormAndYaml,
                &TestJourney::reviewAndApply, &TestJourney::watchTheWorkflow, &TestJourney::watchTheTree}) {
            (this->*step)();
            if (QTest::currentTestFailed())
                return shoot("failed");
        }
        m_window->showPage(u"journal"_s);
        shoot("7-journal");
        m_theme->setMode(ThemeMode::Dark);
        for (const char* page : {"build", "plan", "resources", "workflows", "journal"}) {
            m_window->showPage(QString::fromLatin1(page));
            shoot(QByteArray("8-dark-").append(page).constData());
        }
    }

    void cleanup()
    {
        m_window.reset();
        if (m_server && !m_server->isEmbedded() && m_session)
            for (const Document* document : m_session->workspace().documents())
                for (const Analysis::Part& part : document->analysis()->parts)
                    if (part.object.kind != u"Namespace") // others work in it
                        m_server->remove(part.object);
        m_session.reset();
        m_theme.reset();
        m_server.reset();
    }
};

QTEST_MAIN(TestJourney)
#include "tst_journey.moc"
