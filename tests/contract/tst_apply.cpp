// SPDX-License-Identifier: GPL-3.0-or-later
// Plan, review and apply against an API server.
#include "objects.h"
#include "serverundertest.h"

#include "fakeclock.h"
#include "testprint.h"

#include <argosy/base/files.h>
#include <argosy/ops/inquiry.h>
#include <argosy/ops/runner.h>
#include <argosy/ops/submitter.h>
#include <argosy/platform/manifests.h>
#include <argosy/session/session.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

PlanDocument documentOf(const Json& object)
{
    return {u"test.yaml"_s, 1, ClusterId::management(), std::make_shared<const Json>(object)};
}

Json nodePool(const QString& name, int weight)
{
    Json pool = argosy::nodePool(name);
    pool["spec"]["weight"] = weight;
    return pool;
}

ObjectRef poolRef(const QString& name)
{
    return {ClusterId::management(), u"karpenter.sh"_s, u"NodePool"_s, {}, name};
}

QString inWords(const PlanStep& step)
{
    const QString error = step.error ? QString::fromUtf8(describe(*step.error)) : QString();
    return QStringList{step.object.display(), toWord(step.action), error}.join(u' ');
}

} // namespace

class TestApply : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServerUnderTest> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
    std::unique_ptr<Journal> m_journal;
    QList<ObjectRef> m_made;

    Plan planned(const QList<PlanDocument>& documents)
    {
        Planner planner(SchemaSet::builtin());
        const QSignalSpy finished(&planner, &Planner::finished);
        planner.start(m_server->targets(), documents);
        (void)QTest::qWaitFor([&] { return !finished.isEmpty(); }, 20'000);
        return planner.plan();
    }

    /// What `argosyctl new cluster` writes for a server of these kinds.
    QList<PlanDocument> documentsOf(const ClusterSettings& settings)
    {
        QList<PlanDocument> documents;
        for (const ManifestFile& file : clusterManifests(settings, {.management = &m_server->catalog()}))
            documents.append({file.fileName, 1, ClusterId::management(), std::make_shared<const Json>(file.object)});
        return documents;
    }

    Plan planned(const Json& object) { return planned({documentOf(object)}); }

    QList<StepProgress> run(const Plan& plan)
    {
        for (const PlanStep& step : plan.steps)
            m_made.prepend(step.object);
        Runner runner(*m_journal);
        const QSignalSpy finished(&runner, &Runner::finished);
        runner.start(m_server->targets(), plan);
        (void)QTest::qWaitFor([&] { return !finished.isEmpty(); }, 40'000);
        return runner.progress();
    }

    void apply(const Json& object)
    {
        const Plan plan = planned(object);
        QVERIFY2(plan.isApplicable(), qPrintable(toWord(plan.steps.constFirst().action)));
        QCOMPARE(run(plan).constFirst().state, StepProgress::State::Applied);
    }

    /// As if the program had died before the answers came.
    void forgetOutcomes()
    {
        for (const QFileInfo& file : QDir(m_folder->path()).entryInfoList({u"*.jsonl"_s})) {
            QByteArray kept;
            for (const QByteArray& line : readFile(file.filePath()).value().split('\n'))
                if (line.contains("\"intent\""))
                    kept += line + '\n';
            QVERIFY_RESULT(writeFileAtomically(file.filePath(), kept));
        }
    }

    /// What the server shows of the journal's writes an hour later.
    QList<JournalEntry> inquired()
    {
        FakeClock later(m_clock.now().addSecs(3600));
        Inquiry inquiry(*m_journal, later, m_server->targets().value(ClusterId::management()));
        const QSignalSpy finished(&inquiry, &Inquiry::finished);
        inquiry.start();
        (void)QTest::qWaitFor([&] { return !finished.isEmpty(); }, 20'000);
        return m_journal->entries().value();
    }

private Q_SLOTS:
    void init()
    {
        QFETCH(QString, server);
        const QString reason = ServerUnderTest::reasonToSkip(server);
        if (!reason.isEmpty())
            QSKIP(qPrintable(reason));
        m_server = std::make_unique<ServerUnderTest>(server, DemoOptions{.controllers = false});
        m_folder = std::make_unique<QTemporaryDir>();
        m_journal = std::make_unique<Journal>(m_folder->path(), m_clock);
    }

    void cleanup()
    {
        if (m_server && !m_server->isEmbedded())
            for (const ObjectRef& ref : std::as_const(m_made))
                m_server->remove(ref);
        m_made.clear();
        m_server.reset();
    }

    void whatWasAppliedNeedsNothing_data() { ServerUnderTest::addRows(); }
    void whatWasAppliedNeedsNothing()
    {
        const QString name = ServerUnderTest::uniqueName(u"pool"_s);
        const Plan plan = planned(nodePool(name, 5));
        QCOMPARE(plan.steps.constFirst().action, PlanAction::Create);
        QVERIFY(plan.steps.constFirst().result);
        QVERIFY(!m_server->read(poolRef(name))); // a plan changes nothing
        QCOMPARE(run(plan).constFirst().state, StepProgress::State::Applied);
        QCOMPARE(planned(nodePool(name, 5)).steps.constFirst().action, PlanAction::None);

        const JournalEntry entry = m_journal->entries().value().constFirst();
        QVERIFY(entry.outcome && entry.outcome->ok);
        QCOMPARE(entry.outcome->uid, textAt(m_server->read(poolRef(name)).value(), "/metadata/uid"));
    }

    void aChangeNamesItsField_data() { ServerUnderTest::addRows(); }
    void aChangeNamesItsField()
    {
        const QString name = ServerUnderTest::uniqueName(u"pool"_s);
        apply(nodePool(name, 5));
        const PlanStep step = planned(nodePool(name, 7)).steps.constFirst();
        QCOMPARE(step.action, PlanAction::Change);
        QCOMPARE(step.changes.size(), 1);
        QCOMPARE(step.changes.constFirst().change.path.toPointer(), u"/spec/weight"_s);
        QCOMPARE(step.changes.constFirst().origin, PlannedChange::Origin::You);
    }

    void aConflictIsShownAndNeverForcedByItself_data() { ServerUnderTest::addRows(); }
    void aConflictIsShownAndNeverForcedByItself()
    {
        const QString name = ServerUnderTest::uniqueName(u"pool"_s);
        const ApiResource pools = m_server->resource(poolRef(name).groupKind());
        QVERIFY_RESULT(m_server->send(requests::apply(pools, nodePool(name, 1), {.fieldManager = u"flux"_s})));
        m_made.append(poolRef(name));
        Planner planner(SchemaSet::builtin());
        QSignalSpy finished(&planner, &Planner::finished);
        planner.start(m_server->targets(), {documentOf(nodePool(name, 2))});
        QTRY_COMPARE(finished.size(), 1);
        const PlanStep step = planner.plan().steps.constFirst();
        QCOMPARE(step.action, PlanAction::Conflict);
        QVERIFY(!planner.plan().isApplicable());
        QCOMPARE(step.conflicts.size(), 1);
        QCOMPARE(step.conflicts.constFirst().manager, u"flux"_s);
        QCOMPARE(step.conflicts.constFirst().path.toPointer(), u"/spec/weight"_s);
        QVERIFY(step.result); // what taking over would come to

        planner.replan(0, true);
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(planner.plan().steps.constFirst().action, PlanAction::Change);
        QCOMPARE(run(planner.plan()).constFirst().state, StepProgress::State::Applied);
        QCOMPARE(valueAt(m_server->read(poolRef(name)).value(), "/spec/weight"), Json(2));
        QVERIFY(m_journal->entries().value().constFirst().intent.force);
    }

    void anUnknownFieldIsPutAtItsPlace_data() { ServerUnderTest::addRows(); }
    void anUnknownFieldIsPutAtItsPlace()
    {
        Json pool = nodePool(ServerUnderTest::uniqueName(u"pool"_s), 5);
        pool["spec"]["wait"] = 3;
        const PlanStep step = planned(pool).steps.constFirst();
        QCOMPARE(step.action, PlanAction::Invalid);
        QCOMPARE(step.problems.size(), 1);
        QCOMPARE(step.problems.constFirst().path.toPointer(), u"/spec/wait"_s);
    }

    void aBadValueIsPutAtItsPlace_data() { ServerUnderTest::addRows(); }
    void aBadValueIsPutAtItsPlace()
    {
        const PlanStep step = planned(nodePool(ServerUnderTest::uniqueName(u"pool"_s), 500)).steps.constFirst();
        QCOMPARE(step.action, PlanAction::Invalid);
        QVERIFY(!step.problems.isEmpty());
        QCOMPARE(step.problems.constFirst().path.toPointer(), u"/spec/weight"_s);
        QVERIFY(step.error->status && step.error->status->code == 422);
    }

    void aMissingKindNamesItsGroup_data() { ServerUnderTest::addRows(); }
    void aMissingKindNamesItsGroup()
    {
        Json pool = nodePool(u"x"_s, 5);
        pool["apiVersion"] = "karpenter.sh/v1beta1";
        const PlanStep old = planned(pool).steps.constFirst();
        QCOMPARE(old.action, PlanAction::MissingKind);
        QVERIFY(old.error->message.english().contains(u"v1"));
        pool["apiVersion"] = "nobody.example/v1";
        QVERIFY(planned(pool).steps.constFirst().error->message.english().contains(u"nobody.example"));
    }

    void aWholeClusterIsAppliedInOrder_data() { ServerUnderTest::addRows(); }
    void aWholeClusterIsAppliedInOrder()
    {
        const QString name = ServerUnderTest::uniqueName(u"c"_s);
        auto settings = newCluster(name, u"westeurope"_s);
        QVERIFY_RESULT(settings);
        settings->nameSpace = name; // a namespace that the plan itself makes
        settings->arrangement = Arrangement::Management;
        settings->delivery = Delivery::Argo;
        settings->nodeClass.name = name;
        settings->nodePool.name = name;
        const QList<PlanDocument> documents = documentsOf(*settings);
        const Plan plan = planned(documents);
        for (const PlanStep& step : plan.steps)
            QVERIFY2(step.action == PlanAction::Create || step.action == PlanAction::None, qPrintable(inWords(step)));
        QCOMPARE(plan.steps.constFirst().object.kind, u"Namespace"_s);
        for (const StepProgress& progress : run(plan))
            QVERIFY2(progress.state == StepProgress::State::Applied || progress.state == StepProgress::State::Unchanged,
                progress.error ? describe(*progress.error).constData() : "");
        for (const PlanStep& step : planned(documents).steps)
            QCOMPARE(step.action, PlanAction::None);
    }

    void everyPresetIsAcceptedAsItIsWritten_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("preset");
        QTest::addColumn<Delivery>("delivery");
        for (const QString& server : ServerUnderTest::names())
            for (const Preset& preset : presets())
                for (const Delivery delivery : {Delivery::Direct, Delivery::Argo})
                    QTest::addRow("%s-%s-%s", qPrintable(server), qPrintable(preset.id), qPrintable(toWord(delivery)))
                        << server << preset.id << delivery;
    }
    void everyPresetIsAcceptedAsItIsWritten()
    {
        QFETCH(QString, preset);
        QFETCH(Delivery, delivery);
        auto settings = newCluster(u"heron"_s, u"westeurope"_s, preset);
        QVERIFY_RESULT(settings);
        settings->arrangement = Arrangement::Management;
        settings->delivery = delivery;
        const QList<PlanDocument> documents = documentsOf(*settings);
        const Plan plan = planned(documents);
        QCOMPARE(plan.steps.size(), documents.size());
        for (const PlanStep& step : plan.steps) {
            QVERIFY2(step.action == PlanAction::Create || step.action == PlanAction::None, qPrintable(inWords(step)));
            QCOMPARE(step.warnings, QStringList());
        }
    }

    void whatChangedSinceTheReviewIsNotWritten_data() { ServerUnderTest::addRows(); }
    void whatChangedSinceTheReviewIsNotWritten()
    {
        const QString name = ServerUnderTest::uniqueName(u"pool"_s);
        apply(nodePool(name, 5));
        const Plan plan = planned(nodePool(name, 6));
        const ApiResource pools = m_server->resource(poolRef(name).groupKind());
        QVERIFY_RESULT(
            m_server->send(requests::mergePatch(pools, {}, name, {{"spec", {{"limits", {{"memory", "1Gi"}}}}}})));
        const StepProgress progress = run(plan).constFirst();
        QCOMPARE(progress.state, StepProgress::State::Failed);
        QCOMPARE(progress.error->kind, ErrorKind::Conflict);
        QCOMPARE(valueAt(m_server->read(poolRef(name)).value(), "/spec/weight"), Json(5));
    }

    void anAnswerThatWasLostIsAskedFor_data() { ServerUnderTest::addRows(); }
    void anAnswerThatWasLostIsAskedFor()
    {
        const QString name = ServerUnderTest::uniqueName(u"pool"_s);
        apply(nodePool(name, 5));
        forgetOutcomes();
        JournalEntry created = inquired().constFirst();
        QVERIFY(created.outcome.has_value());
        QCOMPARE(created.outcome->verdict, Verdict::Applied);
        QCOMPARE(created.outcome->uid, textAt(m_server->read(poolRef(name)).value(), "/metadata/uid"));

        // The next second: the server dates changes by seconds.
        const QDateTime before = created.intent.checked;
        QTRY_VERIFY_WITH_TIMEOUT(QDateTime::currentDateTimeUtc() > before.addSecs(2), 10'000);
        apply(nodePool(name, 6));
        forgetOutcomes();
        JournalEntry changed = inquired().constLast();
        QCOMPARE(changed.outcome->verdict, Verdict::Applied);
        QVERIFY(!changed.intent.resourceVersion.isEmpty());

        // The same intent once more, which never reached the server, while somebody else writes to the object.
        changed.intent.resourceVersion = changed.outcome->resourceVersion;
        changed.intent.checked = m_clock.now().addSecs(3);
        QVERIFY_RESULT(m_journal->begin(changed.intent));
        const ApiResource pools = m_server->resource(poolRef(name).groupKind());
        QVERIFY_RESULT(
            m_server->send(requests::mergePatch(pools, {}, name, {{"metadata", {{"labels", {{"seen", "yes"}}}}}})));
        QCOMPARE(inquired().constLast().outcome->verdict, Verdict::NotApplied);

        changed.intent.object.name += u"-never"_s;
        changed.intent.resourceVersion.clear();
        QVERIFY_RESULT(m_journal->begin(changed.intent));
        QCOMPARE(inquired().constLast().outcome->verdict, Verdict::NotApplied);
    }

    void aSubmittedWorkflowWhoseAnswerWasLostIsFound_data() { ServerUnderTest::addRows(); }
    void aSubmittedWorkflowWhoseAnswerWasLostIsFound()
    {
        const QString prefix = ServerUnderTest::uniqueName(u"lost"_s) + u'-';
        const Json workflow{{"apiVersion", "argoproj.io/v1alpha1"}, {"kind", "Workflow"},
            {"metadata", {{"generateName", prefix.toStdString()}, {"namespace", "default"}}},
            {"spec", {{"workflowTemplateRef", {{"name", "nobody"}}}}}};
        std::optional<Result<ObjectRef>> created;
        Submitter submitter(*m_journal);
        submitter.submit(m_server->targets().value(ClusterId::management()), workflow, this,
            [&created](const Result<ObjectRef>& answer) { created = answer; });
        QTRY_VERIFY(created);
        QVERIFY_RESULT(*created);
        m_made.append(**created);
        forgetOutcomes();
        const JournalEntry entry = inquired().constFirst();
        QVERIFY(entry.outcome.has_value());
        QCOMPARE(entry.outcome->verdict, Verdict::Applied);
        QCOMPARE(entry.outcome->name, (*created)->name);
    }

    void aSessionAsksAsSoonAsItIsConnected_data() { ServerUnderTest::addRows(); }
    void aSessionAsksAsSoonAsItIsConnected()
    {
        const QString name = ServerUnderTest::uniqueName(u"pool"_s);
        apply(nodePool(name, 5));
        Session session(Paths::below(m_folder->filePath(u"home"_s)), m_clock);
        const QSignalSpy changed(&session, &Session::journalChanged);
        QVERIFY_RESULT(session.journal().begin(m_journal->entries().value().constFirst().intent));
        session.setKubeconfig(m_server->kubeconfig());
        QVERIFY_RESULT(session.connectTo(QString()));
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 20'000);
        QCOMPARE(session.journal().entries().value().constFirst().outcome->verdict, Verdict::Applied);
    }

    void theRealManifestsDifferInOneLine_data() { ServerUnderTest::addRows(); }
    void theRealManifestsDifferInOneLine()
    {
        const QString folder = QStringLiteral(ARGOSY_SOURCE_DIR) + u"/../shared/platform/aso-resources/"_s;
        if (!QFileInfo::exists(folder)) {
            QVERIFY2(!qEnvironmentVariableIsSet("ARGOSY_TEST_REQUIRED"), "the platform's manifests are missing");
            QSKIP("the platform's manifests are not beside the project");
        }
        const ObjectRef ns{ClusterId::management(), {}, u"Namespace"_s, {}, u"azure-system"_s};
        (void)m_server->send(requests::apply(m_server->resource(ns.groupKind()),
            {{"apiVersion", "v1"}, {"kind", "Namespace"}, {"metadata", {{"name", "azure-system"}}}}));
        Workspace workspace;
        Document* cluster = workspace.open(folder + u"direct-managedcluster-test.yaml"_s).value();
        Document* group = workspace.open(folder + u"direct-resourcegroup-test.yaml"_s).value();
        QVERIFY(group);
        const QString before = cluster->text();
        cluster->setField(0, FieldPath::fromPointer(u"/spec/kubernetesVersion").value(), Json("1.33.2"), nullptr);
        QTRY_COMPARE(cluster->text(), QString(before).replace(u"\"1.28.3\""_s, u"\"1.33.2\""_s));
        QTRY_VERIFY(workspace.isAnalysed());
        const Plan plan = planned(workspace.planDocuments().value());
        QCOMPARE(plan.summary().create, 2);
        for (const StepProgress& progress : run(plan))
            QCOMPARE(progress.state, StepProgress::State::Applied);
        const ObjectRef made = plan.steps.constLast().object;
        QCOMPARE(made.kind, u"ManagedCluster"_s);
        const Json live = m_server->read(made).value();
        QVERIFY(
            sameJson(valueAt(live, "/spec"), valueAt(*cluster->analysis()->parts.constFirst().yaml.value, "/spec")));
    }

    void aServerThatDiesLeavesTheTruth_data()
    {
        QTest::addColumn<QString>("server");
        QTest::newRow("embedded") << u"embedded"_s;
    }
    void aServerThatDiesLeavesTheTruth()
    {
        const QString first = ServerUnderTest::uniqueName(u"a"_s);
        const QString second = ServerUnderTest::uniqueName(u"b"_s);
        const Plan plan = planned({documentOf(nodePool(first, 1)), documentOf(nodePool(second, 2))});
        QVERIFY(plan.isApplicable());
        Runner runner(*m_journal);
        const QSignalSpy finished(&runner, &Runner::finished);
        connect(&runner, &Runner::stepChanged, this, [&](qsizetype step) {
            if (runner.progress().at(step).state == StepProgress::State::Applied)
                m_server->demo().interrupt(true);
        });
        runner.start(m_server->targets(), plan);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QVERIFY(!finished.constFirst().constFirst().toBool());
        QCOMPARE(runner.progress().at(0).state, StepProgress::State::Applied);
        QVERIFY(runner.progress().at(1).state != StepProgress::State::Applied);
        QVERIFY(runner.progress().at(1).error.has_value());
        m_server->demo().interrupt(false);
        QVERIFY_RESULT(m_server->read(poolRef(first)));
    }
};

QTEST_GUILESS_MAIN(TestApply)
#include "tst_apply.moc"
