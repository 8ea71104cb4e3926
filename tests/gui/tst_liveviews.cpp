// SPDX-License-Identifier: GPL-3.0-or-later
// The views of plan, resources, workflows and journal, drawn from made-up data: what they show, what the keys do, and
// one picture each for people to look at (ARGOSY_SCREENSHOTS).
#include <argosy/ui/widgets.h>
#include <argosy/ui/yamlview.h>

#include "fakeclock.h"
#include "journal/journalview.h"
#include "livedata.h"
#include "plan/diffview.h"
#include "plan/planview.h"
#include "resources/resourcesview.h"
#include "widgets/outdatedveil.h"
#include "workflows/graphlayout.h"
#include "workflows/workflowsview.h"

#include <argosy/models/workflownodesmodel.h>

#include <QSignalSpy>
#include <QSplitter>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

template <class T> T* child(const QWidget& view, const char* name)
{
    T* found = view.findChild<T*>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

QStringList texts(const QAbstractItemModel& model, int column, const QModelIndex& parent = {})
{
    QStringList list;
    for (int row = 0; row < model.rowCount(parent); ++row)
        list.append(model.index(row, column, parent).data().toString());
    return list;
}

} // namespace

class TestLiveViews : public QObject
{
    Q_OBJECT

    FakeClock m_clock;
    std::unique_ptr<Theme> m_theme;

    void show(QWidget& view)
    {
        view.resize(1200, 720);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }

    /// In both looks.
    void picture(QWidget& view, const QString& name)
    {
        QDir().mkpath(QStringLiteral(ARGOSY_SCREENSHOTS));
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            m_theme->setMode(mode);
            QCoreApplication::processEvents();
            view.grab().save(QStringLiteral(ARGOSY_SCREENSHOTS) + u'/' + name + u'-' + toWord(mode) + u".png"_s);
        }
        m_theme->setMode(ThemeMode::Light);
    }

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    /// The offscreen platform says of each window that it cannot hand size hints on.
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s)); }
    void cleanupTestCase() { m_theme.reset(); }

    void planSaysWhatIsPossible()
    {
        PlanView view(*m_theme);
        show(view);
        QVERIFY(child<EmptyState>(view, "plan.empty")->isVisible());
        picture(view, u"plan-empty"_s);
        view.setState({.phase = ReviewState::Phase::Reviewing});
        QVERIFY(child<EmptyState>(view, "plan.empty")->accessibleName().contains(u"cluster is asked"_s));
        ReviewState state = livedata::review();
        view.setState(state);
        const auto* apply = child<QPushButton>(view, "plan.apply");
        QVERIFY(!apply->isEnabled());
        QCOMPARE(child<QLabel>(view, "plan.hindrance")->text(), u"3 objects cannot be applied."_s);
        state.plan.steps.removeIf([](const PlanStep& step) { return isBlocked(step); });
        view.setState(state);
        QVERIFY(apply->isEnabled());
        state.stale = true;
        view.setState(state);
        QVERIFY(!apply->isEnabled());
        QVERIFY(child<Banner>(view, "plan.banner")->isVisible());
        picture(view, u"plan-stale"_s);
    }

    void planShowsTheDifferencesOfAStep()
    {
        PlanView view(*m_theme);
        show(view);
        view.setState(livedata::review());
        view.selectStep(3);
        auto* diff = child<DiffView>(view, "plan.diff");
        QTRY_VERIFY(diff->toPlainText().contains(u"kubernetesVersion"_s));
        picture(view, u"plan-change"_s);
        diff->setFocus();
        QTest::keyClick(diff, Qt::Key_F8);
        const int first = diff->textCursor().blockNumber();
        QVERIFY(diff->lines().at(first).line.kind != DiffLine::Kind::Context);
        QTest::keyClick(diff, Qt::Key_F8);
        QVERIFY(diff->textCursor().blockNumber() > first);
        QTest::keyClick(diff, Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(diff->textCursor().blockNumber(), first);
    }

    void takingOverIsAskedFor()
    {
        PlanView view(*m_theme);
        show(view);
        view.setState(livedata::review());
        view.selectStep(4);
        auto* box = child<QCheckBox>(view, "plan.takeover");
        QTRY_VERIFY(box->isVisible());
        QCOMPARE(child<QTableWidget>(view, "plan.conflicts")->rowCount(), 2);
        QSignalSpy asked(&view, &PlanView::takeOverRequested);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).toLongLong(), 4);
        QCOMPARE(asked.first().at(1).toBool(), true);
        QVERIFY(!box->isChecked()); // until the plan says so
        QTRY_VERIFY(!child<DiffView>(view, "plan.diff")->lines().isEmpty());
        picture(view, u"plan-conflict"_s);
    }

    void anErrorLeadsToItsField()
    {
        PlanView view(*m_theme);
        show(view);
        view.setState(livedata::review());
        view.selectStep(5);
        QSignalSpy asked(&view, &PlanView::fieldRequested);
        auto* problem = child<QLabel>(view, "plan.problem.spec.weight");
        Q_EMIT problem->linkActivated(u"#"_s);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).toString(), u"40-nodepool.yaml"_s);
        QCOMPARE(asked.first().at(2).value<FieldPath>().toDotted(), u"spec.weight"_s);
        picture(view, u"plan-invalid"_s);
    }

    void aFailedRunClaimsNothing()
    {
        PlanView view(*m_theme);
        show(view);
        view.setState(livedata::failedRun());
        view.selectStep(2);
        QCOMPARE(child<Banner>(view, "plan.banner")->text(), u"Applied 1, failed 1, not reached 1."_s);
        QVERIFY(!child<QPushButton>(view, "plan.apply")->isEnabled());
        const auto* table = child<QTableView>(view, "plan.steps");
        QCOMPARE(texts(*table->model(), PlanModel::StateColumn),
            (QStringList{u"Unchanged"_s, u"Applied"_s, u"Failed"_s, u"Not reached"_s}));
        picture(view, u"plan-failed"_s);
    }

    void argoDeliveryOffersTheWorkflow()
    {
        PlanView view(*m_theme);
        show(view);
        ReviewState state = livedata::review();
        state.delivery = Delivery::Argo;
        state.plan.steps.removeIf([](const PlanStep& step) { return isBlocked(step); });
        view.setState(state);
        const auto* submit = child<QPushButton>(view, "plan.submit");
        QVERIFY(submit->isVisible());
        QVERIFY(submit->isEnabled()); // what the plan applies itself is there
        QVERIFY(!child<QPushButton>(view, "plan.apply")->isEnabled());
        picture(view, u"plan-argo"_s);
    }

    void resourcesKeepSelectionAndExpansion()
    {
        ResourceTreeModel model(m_clock);
        ResourcesView view(*m_theme, m_clock, model);
        view.setWatchState({WatchSummary::Level::Live, u"Live"_s, {}});
        show(view);
        ResourceTree tree = livedata::tree(m_clock.now());
        model.setTree(tree);
        auto* rows = child<QTreeView>(view, "resources.tree");
        QTRY_VERIFY(rows->isVisible());
        const QString id = tree.roots.at(1).children.first().id;
        view.select(id);
        QCOMPARE(child<QLabel>(view, "resources.details.name")->text(), u"heron"_s);
        picture(view, u"resources"_s);

        rows->collapse(rows->model()->index(0, 0));
        TreeNode fresh = tree.roots.at(3);
        fresh.id = u"new"_s;
        fresh.label = u"new"_s;
        tree.roots.insert(0, fresh);
        tree.roots[2].health.state = Health::State::Degraded;
        model.setTree(tree);
        QCOMPARE(rows->currentIndex().data(ResourceTreeModel::IdRole).toString(), id);
        QVERIFY(!rows->isExpanded(rows->model()->index(1, 0)));
        QVERIFY(rows->isExpanded(rows->model()->index(2, 0)));
    }

    void conditionsAreReadInWhole()
    {
        ResourceTreeModel model(m_clock);
        ResourcesView view(*m_theme, m_clock, model);
        view.setWatchState({WatchSummary::Level::Live, u"Live"_s, {}});
        show(view);
        ResourceTree tree = livedata::tree(m_clock.now());
        TreeNode& cluster = tree.roots[1].children.first();
        const QString why = u"AuthorizationFailedForTheManagedIdentity"_s;
        const QString message = u"The client does not have authorization to perform the action "
                                "Microsoft.ContainerService/managedClusters/write over the scope "
                                "/subscriptions/0000/resourceGroups/rg-heron. "_s.repeated(3)
                                    .trimmed();
        Json body = cluster.object->body();
        body["status"]["conditions"][0]["reason"] = why.toStdString();
        body["status"]["conditions"][0]["message"] = message.toStdString();
        cluster.object = livedata::object(toCompactJson(body));
        cluster.health.reason = why;
        cluster.health.message = {.context = "test", .source = "%1", .arguments = {message}};
        model.setTree(tree);
        view.resize(900, 720);
        view.select(cluster.id);
        QTRY_VERIFY(view.findChild<QLabel*>(u"resources.details.condition.Ready"_s));
        for (const char* name : {"resources.details.condition.Ready", "resources.details.message"}) {
            const auto* label = child<QLabel>(view, name);
            QTRY_VERIFY(label->isVisible());
            QCOMPARE(label->text(), QString(why + u": " + message));
            QVERIFY(label->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
            QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), name);
        }
        picture(view, u"resources-conditions"_s);
    }

    void resourcesShowYaml()
    {
        ResourceTreeModel model(m_clock);
        ResourcesView view(*m_theme, m_clock, model);
        view.setWatchState({WatchSummary::Level::Live, u"Live"_s, {}});
        show(view);
        const ResourceTree tree = livedata::tree(m_clock.now());
        model.setTree(tree);
        auto* rows = child<QTreeView>(view, "resources.tree");
        QTRY_VERIFY(rows->isVisible());
        view.select(tree.roots.at(1).children.first().id);
        rows->setFocus();
        QTest::keyClick(rows, Qt::Key_Y);
        auto* yaml = child<YamlView>(view, "resources.details.yaml");
        QTRY_VERIFY(yaml->text().contains(u"dnsPrefix: heron"_s));
        QTest::keyClick(rows, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"heron"_s);
        picture(view, u"resources-yaml"_s);
    }

    void theWholeOfASecretIsAskedFor()
    {
        ResourceTreeModel model(m_clock);
        ResourcesView view(*m_theme, m_clock, model);
        view.setWatchState({WatchSummary::Level::Live, u"Live"_s, {}});
        QList<ObjectPtr> wanted;
        connect(&view, &ResourcesView::wholeObjectWanted, this, [&wanted](const ObjectPtr& o) { wanted.append(o); });
        show(view);
        const ObjectPtr bird = livedata::secretMetadata("bird", "7");
        const ObjectPtr egg = livedata::secretMetadata("egg", "7");
        model.setTree(livedata::treeOf({bird, egg}));
        auto* rows = child<QTreeView>(view, "resources.tree");
        QTRY_VERIFY(rows->isVisible());
        view.select(bird->ref().id());
        QCOMPARE(wanted, QList<ObjectPtr>{bird});
        rows->setFocus();
        QTest::keyClick(rows, Qt::Key_Y);
        auto* yaml = child<YamlView>(view, "resources.details.yaml");
        QTRY_VERIFY(yaml->text().contains(u"name: bird"_s));
        view.setWholeObject(livedata::secret("egg", "7")); // an answer to an older question
        view.setWholeObject(livedata::secret("bird", "7"));
        QTRY_VERIFY(yaml->text().contains(u"password: <8 bytes>"_s) && yaml->text().contains(u"name: bird"_s));
        picture(view, u"resources-secret"_s);

        const ObjectPtr newer = livedata::secretMetadata("bird", "8");
        model.setTree(livedata::treeOf({newer, egg}));
        QTRY_COMPARE(wanted, QList<ObjectPtr>({bird, newer}));
        view.setWholeObject(livedata::secret("bird", "8"));
        view.select(egg->ref().id());
        QCOMPARE(wanted.constLast(), egg);
        auto* banner = child<Banner>(view, "resources.details.partial");
        QTRY_VERIFY(banner->isVisible()); // it takes its time
        view.setWholeObject(fail(ErrorKind::Forbidden, message("test", "You may not get secrets/egg.")));
        QVERIFY(banner->text().contains(u"You may not get secrets/egg."_s));
        picture(view, u"resources-secret-forbidden"_s);
        QTest::mouseClick(child<QPushButton>(view, "resources.details.partial.action"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 4);
        view.setWatchState({WatchSummary::Level::Lost, u"Reconnecting"_s, u"Disconnected."_s});
        view.setWholeObject(fail(ErrorKind::Unreachable, message("test", "No network.")));
        view.setWatchState({WatchSummary::Level::Live, u"Live"_s, {}});
        QCOMPARE(wanted.size(), 5);
        model.setTree({});
        QTRY_COMPARE(wanted.constLast(), ObjectPtr());
    }

    void theFilterIsReachedByKey()
    {
        ResourceTreeModel model(m_clock);
        ResourcesView view(*m_theme, m_clock, model);
        view.setWatchState({WatchSummary::Level::Live, u"Live"_s, {}});
        show(view);
        model.setTree(livedata::tree(m_clock.now()));
        auto* rows = child<QTreeView>(view, "resources.tree");
        QTRY_VERIFY(rows->isVisible());
        rows->setFocus();
        QTest::keyClick(rows, Qt::Key_Slash);
        auto* field = child<QLineEdit>(view, "resources.filter");
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, u"nodeclaim stuck"_s);
        QCOMPARE(texts(*rows->model(), 0), QStringList{u"gpu-spot"_s});
        QCOMPARE(texts(*rows->model(), 0, rows->model()->index(0, 0)), QStringList{u"gpu-spot-x7k9q"_s});
        QVERIFY(rows->isExpanded(rows->model()->index(0, 0)));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(rows->hasFocus());
        QCOMPARE(rows->model()->rowCount(), 5);
        child<QCheckBox>(view, "resources.problems")->setChecked(true);
        QCOMPARE(texts(*rows->model(), 0), (QStringList{u"gpu"_s, u"gpu-spot"_s}));
        picture(view, u"resources-problems"_s);
        QTest::keyClicks(field, u"no such thing"_s);
        QVERIFY(child<EmptyState>(view, "resources.empty")->isVisible());
        picture(view, u"resources-filtered-out"_s);
    }

    void aLostWatchIsSaid()
    {
        ResourceTreeModel model(m_clock);
        ResourcesView view(*m_theme, m_clock, model);
        show(view);
        QVERIFY(child<EmptyState>(view, "resources.empty")->isVisible());
        model.setTree(livedata::tree(m_clock.now()));
        view.setWatchState(
            {WatchSummary::Level::Lost, u"Reconnecting"_s, u"Disconnected since 14:02: what is shown may be old."_s});
        auto* banner = child<Banner>(view, "resources.banner");
        QTRY_VERIFY(banner->isVisible());
        QSignalSpy asked(&view, &ResourcesView::retryRequested);
        QTest::mouseClick(child<QPushButton>(view, "resources.banner.action"), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        const auto* splitter = child<QSplitter>(view, "resources.splitter");
        const auto* veil = view.findChild<OutdatedVeil*>();
        QVERIFY(veil->isVisible());
        QCOMPARE(veil->geometry(), splitter->geometry());
        QVERIFY(splitter->isAncestorOf(view.childAt(splitter->geometry().center()))); // and not the veil
        view.select(livedata::tree(m_clock.now()).roots.at(1).children.first().id);
        picture(view, u"resources-lost"_s);
        view.setWatchState({WatchSummary::Level::Live, u"Live"_s, {}});
        QVERIFY(!veil->isVisible() && !banner->isVisible());
        model.setTree({});
        view.setWatchState({WatchSummary::Level::None, u"Not connected"_s, u"No cluster is connected."_s});
        QTRY_VERIFY(child<EmptyState>(view, "resources.empty")->isVisible());
        picture(view, u"resources-empty"_s);
    }

    void aWorkflowIsDrawnInItsOrder()
    {
        WorkflowsModel model(m_clock);
        WorkflowsView view(*m_theme, m_clock, model);
        view.setEmptyReason(u"No Workflow has run yet."_s, u"Go to plan"_s);
        show(view);
        picture(view, u"workflows-empty"_s);
        model.setWorkflows(livedata::workflows(m_clock.now()));
        view.setGraph({.phase = u"Pending"_s});
        QTRY_VERIFY(child<QLabel>(view, "workflows.graph.empty")->isVisible());
        view.setGraph(livedata::workflow(m_clock.now()));
        QVERIFY(!child<QLabel>(view, "workflows.graph.empty")->isVisible());
        const auto* steps = child<QTableView>(view, "workflows.steps");
        QCOMPARE(steps->model()->rowCount(), 6); // without the DAG that holds them
        QCOMPARE(steps->model()->index(2, WorkflowNodesModel::DurationColumn).data().toString(), u"6:00"_s);
        QCOMPARE(child<QLabel>(view, "workflows.details.progress")->text(), u"2/6 steps done  ·  6:40"_s);
        picture(view, u"workflows"_s);
        view.setWatchState({WatchSummary::Level::Lost, u"Reconnecting"_s, u"Disconnected since 14:02."_s});
        QVERIFY(view.findChild<OutdatedVeil*>()->isVisible());
        QCOMPARE(child<Banner>(view, "workflows.banner")->text(), u"Disconnected since 14:02."_s);
        picture(view, u"workflows-lost"_s);
        view.setWatchState({WatchSummary::Level::Live, u"Live"_s, {}});
        QVERIFY(!view.findChild<OutdatedVeil*>()->isVisible());
        view.setGraph(livedata::retriedWorkflow(m_clock.now()));
        picture(view, u"workflows-retried"_s);
    }

    void stepsStandRightOfWhatTheyWaitFor()
    {
        const GraphDrawing drawing = drawingOf(livedata::workflow(m_clock.now()).nodes);
        QCOMPARE(drawing.steps.size(), 6);
        QCOMPARE(drawing.places.value(u"n-validate"_s).column, 0);
        QCOMPARE(drawing.places.value(u"n-apply-managed-cluster"_s).column, 2);
        QCOMPARE(drawing.places.value(u"n-apply-node-pool"_s).column, 5);
        QCOMPARE(drawing.before.value(u"n-apply-resource-group"_s), QStringList{u"n-validate"_s});
    }

    void attemptsStandInOrderBeforeWhatWaitsForTheStep()
    {
        const GraphDrawing drawing = drawingOf(livedata::retriedWorkflow(m_clock.now()).nodes);
        const auto column = [&drawing](const QString& id) { return drawing.places.value(id).column; };
        QCOMPARE(column(u"n-validate"_s), 0);
        QCOMPARE(column(u"n-apply(0)"_s), 1);
        QCOMPARE(column(u"n-apply(1)"_s), 2);
        QCOMPARE(column(u"n-check"_s), 3);
        QCOMPARE(column(u"n-report"_s), 4); // not begun: it waits for the step, whose attempts are not final
        QCOMPARE(drawing.before.value(u"n-apply(1)"_s), QStringList{u"n-apply(0)"_s});
        QCOMPARE(drawing.before.value(u"n-report"_s), (QStringList{u"n-apply(1)"_s, u"n-check"_s}));
    }

    void aCycleIsDrawnAllTheSame()
    {
        WorkflowNode a;
        a.id = u"a"_s;
        a.dependencies = {u"b"_s};
        WorkflowNode b;
        b.id = u"b"_s;
        b.dependencies = {u"a"_s};
        QCOMPARE(drawingOf({a, b}).places.size(), 2);
    }

    void theJournalTellsWhatIsNotKnown()
    {
        JournalModel model(m_clock);
        JournalView view(*m_theme, m_clock, model);
        show(view);
        QVERIFY(child<EmptyState>(view, "journal.empty")->isVisible());
        picture(view, u"journal-empty"_s);
        model.setEntries(livedata::journal(m_clock.now()));
        const auto* table = child<QTableView>(view, "journal.entries");
        QCOMPARE(texts(*table->model(), JournalModel::OutcomeColumn),
            (QStringList{u"Not known"_s, u"Done"_s, u"Failed"_s, u"Done"_s, u"Not applied"_s, u"Done"_s}));
        QVERIFY(child<QLabel>(view, "journal.details.error")->text().contains(u"The server is asked"_s));
        picture(view, u"journal-unknown"_s);
        QTest::keyClick(child<QTableView>(view, "journal.entries"), Qt::Key_Down);
        QTest::keyClick(child<QTableView>(view, "journal.entries"), Qt::Key_Down);
        QVERIFY(child<QLabel>(view, "journal.details.error")->text().contains(u"cannot patch"_s));
        QTest::keyClick(child<QTableView>(view, "journal.entries"), Qt::Key_Down);
        QTest::keyClick(child<QTableView>(view, "journal.entries"), Qt::Key_Down);
        QVERIFY(child<QLabel>(view, "journal.details.error")->text().contains(u"it was not applied"_s));
        view.setBody(
            u"apiVersion: containerservice.azure.com/v1api20240901\nkind: ManagedCluster\nmetadata:\n  name: heron\n"_s);
        picture(view, u"journal"_s);
    }
};

QTEST_MAIN(TestLiveViews)
#include "tst_liveviews.moc"
