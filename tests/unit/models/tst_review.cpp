// SPDX-License-Identifier: GPL-3.0-or-later
// What a review says is possible, and how its rows and diffs look.
#include <argosy/models/plandiff.h>
#include <argosy/models/planmodel.h>
#include <argosy/models/planreview.h>

#include "testprint.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

using Phase = ReviewState::Phase;
using Progress = StepProgress::State;

/// With ' for ", which keeps C++ texts readable.
std::shared_ptr<const Json> json(QByteArray text)
{
    return std::make_shared<const Json>(*parseJson(text.replace('\'', '"')));
}

PlanStep step(const GroupKind& kind, const QString& name, PlanAction action)
{
    PlanStep planned;
    planned.object = {{}, kind.group, kind.kind, u"azure-system"_s, name};
    planned.apiVersion = kind.group.isEmpty() ? u"v1"_s : QString(kind.group + u"/v1"_s);
    planned.action = action;
    planned.source.object = json("{}");
    return planned;
}

const GroupKind kNamespace{{}, u"Namespace"_s};
const GroupKind kCluster{u"containerservice.azure.com"_s, u"ManagedCluster"_s};

ReviewState reviewed(const QList<PlanAction>& actions, Delivery delivery = Delivery::Direct)
{
    ReviewState state{.phase = Phase::Reviewed, .delivery = delivery};
    for (qsizetype i = 0; i < actions.size(); ++i)
        state.plan.steps.append(step(i == 0 ? kNamespace : kCluster, u"o%1"_s.arg(i), actions.at(i)));
    return state;
}

ReviewState ran(const QList<Progress>& progress)
{
    ReviewState state = reviewed(QList<PlanAction>(progress.size(), PlanAction::Create));
    state.phase = Phase::Finished;
    for (const Progress one : progress)
        state.progress.append({.state = one});
    return state;
}

} // namespace

class TestReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void nothingIsWrittenToAReadOnlyContext()
    {
        ReviewState state = reviewed({PlanAction::None, PlanAction::Create}, Delivery::Argo);
        QVERIFY(submitHindrance(state).isEmpty());
        state.server = u"heron-prod"_s;
        state.access = AccessMode::ReadOnly;
        QVERIFY(submitHindrance(state).english().startsWith(u"heron-prod is read-only."));
        state.delivery = Delivery::Direct;
        QVERIFY(applyHindrance(state).english().startsWith(u"heron-prod is read-only."));
        QVERIFY(reviewHindrance(state).isEmpty());
        state.access = AccessMode::Guarded;
        QVERIFY(applyHindrance(state).isEmpty());
    }

    void applyIsPossible_data()
    {
        QTest::addColumn<QList<PlanAction>>("actions");
        QTest::addColumn<bool>("possible");
        using Actions = QList<PlanAction>;
        QTest::newRow("something to create") << Actions{PlanAction::None, PlanAction::Create} << true;
        QTest::newRow("something to change") << Actions{PlanAction::Change} << true;
        QTest::newRow("nothing to do") << Actions{PlanAction::None} << false;
        QTest::newRow("no steps") << Actions{} << false;
        QTest::newRow("a conflict") << Actions{PlanAction::Create, PlanAction::Conflict} << false;
        QTest::newRow("invalid") << Actions{PlanAction::Create, PlanAction::Invalid} << false;
        QTest::newRow("forbidden") << Actions{PlanAction::Create, PlanAction::Forbidden} << false;
        QTest::newRow("unknown kind") << Actions{PlanAction::Create, PlanAction::MissingKind} << false;
        QTest::newRow("no answer") << Actions{PlanAction::Create, PlanAction::Error} << false;
        QTest::newRow("not all asked") << Actions{PlanAction::Create, PlanAction::Pending} << false;
    }

    void applyIsPossible()
    {
        QFETCH(QList<PlanAction>, actions);
        QTEST(applyHindrance(reviewed(actions)).isEmpty(), "possible");
    }

    void aStaleReviewIsNotApplied()
    {
        ReviewState state = reviewed({PlanAction::Create});
        state.stale = true;
        QCOMPARE(applyHindrance(state).english(), u"The documents have changed since the review. Review them again."_s);
    }

    void aFinishedOneIsNotAppliedAgain() { QVERIFY(!applyHindrance(ran({Progress::Applied})).isEmpty()); }

    void aForcedConflictIsNoHindrance()
    {
        ReviewState state = reviewed({PlanAction::Conflict});
        state.plan.steps[0].force = true;
        QVERIFY(applyHindrance(state).isEmpty());
        QCOMPARE(writeCount(state), 1);
    }

    void theWorkflowCarriesWhatThePlanOnlyReviews()
    {
        const ReviewState state = reviewed({PlanAction::Create, PlanAction::Create}, Delivery::Argo);
        QVERIFY(!isCarried(state, 0));
        QVERIFY(isCarried(state, 1));
        QCOMPARE(writeCount(state), 1);
        QVERIFY(applyHindrance(state).isEmpty());
        QCOMPARE(submitHindrance(state).english(), u"Apply what the Workflow needs first."_s);
    }

    void theWorkflowIsSubmittedOnceItsNeedsAreThere()
    {
        const ReviewState state = reviewed({PlanAction::None, PlanAction::Create}, Delivery::Argo);
        QVERIFY(!applyHindrance(state).isEmpty());
        QVERIFY(submitHindrance(state).isEmpty());
    }

    void nothingIsSubmittedTwice()
    {
        ReviewState state = reviewed({PlanAction::None, PlanAction::Create}, Delivery::Argo);
        for (const auto submission :
            {ReviewState::Submission::Sending, ReviewState::Submission::Sent, ReviewState::Submission::Unknown}) {
            state.submission = submission;
            QVERIFY(!submitHindrance(state).isEmpty());
        }
        state.submission = ReviewState::Submission::Refused;
        QVERIFY(submitHindrance(state).isEmpty());
    }

    void nothingIsSubmittedDirectly()
    {
        QVERIFY(!submitHindrance(reviewed({PlanAction::None, PlanAction::Create})).isEmpty());
    }

    void summariesClaimOnlyWhatHappened_data()
    {
        QTest::addColumn<QList<Progress>>("progress");
        QTest::addColumn<QString>("text");
        using States = QList<Progress>;
        QTest::newRow("all") << States{Progress::Applied, Progress::Unchanged} << u"Applied 1, unchanged 1."_s;
        QTest::newRow("failed") << States{Progress::Applied, Progress::Failed, Progress::NotReached}
                                << u"Applied 1, failed 1, not reached 1."_s;
        QTest::newRow("no answer")
            << States{Progress::Applied, Progress::Unknown, Progress::NotReached}
            << u"Applied 1; no answer came for 1, so it may have been applied or not; failed 0; not reached 1."_s;
        QTest::newRow("stopped") << States{Progress::Applied, Progress::NotReached}
                                 << u"Stopped: applied 1, not reached 1."_s;
    }

    void summariesClaimOnlyWhatHappened()
    {
        QFETCH(QList<Progress>, progress);
        QTEST(runSummary(ran(progress)).english(), "text");
    }

    void rowsFollowTheReview()
    {
        PlanModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        ReviewState state = reviewed({PlanAction::Pending, PlanAction::Pending});
        model.setState(state);
        QCOMPARE(model.rowCount(), 2);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        state.plan.steps[1].action = PlanAction::Conflict;
        state.plan.steps[1].conflicts = {{FieldPath::fromDotted(u"spec.location"), u"helm"_s, u"Update"_s}};
        model.setState(state);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(model.index(1, PlanModel::ActionColumn).data().toString(), u"Conflict"_s);
        state.phase = Phase::Running;
        state.progress = {{.state = Progress::Applied}, {.state = Progress::Writing}};
        model.setState(state);
        QCOMPARE(model.index(0, PlanModel::StateColumn).data().toString(), u"Applied"_s);
        QCOMPARE(model.index(1, PlanModel::StateColumn).data().toString(), u"Writing"_s);
    }

    void diffLinesKnowWhoAsksForThem()
    {
        PlanStep change = step(kCluster, u"heron"_s, PlanAction::Change);
        change.live = json("{'spec':{'location':'westeurope','tags':{'team':'a'}}}");
        change.result = json("{'spec':{'location':'northeurope','tags':{'team':'a'},'tier':'Free'}}");
        change.changes = {
            {{FieldChange::Op::Replace, FieldPath::fromDotted(u"spec.location"), "\"westeurope\"", "\"northeurope\""},
                PlannedChange::Origin::You},
            {{FieldChange::Op::Add, FieldPath::fromDotted(u"spec.tier"), {}, "\"Free\""},
                PlannedChange::Origin::Default}};
        QMap<QString, std::optional<PlannedChange::Origin>> origins;
        const QList<PlanDiffLine> lines = planDiff(change);
        for (const PlanDiffLine& line : lines)
            if (line.line.kind != DiffLine::Kind::Context)
                origins.insert(line.line.text.trimmed(), line.origin);
        QCOMPARE(origins.size(), 3);
        QCOMPARE(origins.value(u"location: westeurope"_s), PlannedChange::Origin::You);
        QCOMPARE(origins.value(u"location: northeurope"_s), PlannedChange::Origin::You);
        QCOMPARE(origins.value(u"tier: Free"_s), PlannedChange::Origin::Default);
    }

    void aNewObjectIsYoursButForWhatTheServerAdds()
    {
        PlanStep create = step(kCluster, u"heron"_s, PlanAction::Create);
        create.result = json("{'spec':{'location':'westeurope','tier':'Free'}}");
        create.changes = {{{FieldChange::Op::Add, FieldPath::fromDotted(u"spec.tier"), {}, "\"Free\""},
            PlannedChange::Origin::Default}};
        const QList<PlanDiffLine> lines = planDiff(create);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(0).origin, PlannedChange::Origin::You);
        QCOMPARE(lines.at(2).origin, PlannedChange::Origin::Default);
    }
};

QTEST_GUILESS_MAIN(TestReview)
#include "tst_review.moc"
