// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/object.h>
#include <argosy/ops/planner.h>

#include "testprint.h"

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Json> json(const char* text)
{
    return std::make_shared<const Json>(parseJson(text).value());
}

const char* const kPool = R"({"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":"gpu"},
    "spec":{"weight":5,"limits":{"cpu":"10"}}})";

PlanStep stepFor(const char* document)
{
    return draftPlan({{u"np.yaml"_s, 1, ClusterId::management(), json(document)}}).steps.constFirst();
}

/// "op path origin" of each change, in order.
QStringList changesOf(const PlanStep& step)
{
    QStringList lines;
    for (const PlannedChange& planned : step.changes)
        lines.append(
            toWord(planned.change.op) + u' ' + planned.change.path.toPointer() + u' ' + toWord(planned.origin));
    return lines;
}

Error answer(ErrorKind kind, int code, const char* body)
{
    return {.kind = kind, .message = message("test", "The server said no."), .status = decodeStatus(code, body)};
}

} // namespace

class TestJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentsAreOrderedByWave()
    {
        const Plan plan = draftPlan({{u"a"_s, 1, ClusterId::management(), json(kPool)},
            {u"b"_s, 1, ClusterId::management(),
                json(R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":"n"}})")}});
        QCOMPARE(plan.steps.constFirst().object.kind, u"Namespace"_s);
        QVERIFY(!plan.isComplete());
    }

    void whatCannotBeNamedIsInvalid_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::newRow("no kind") << QByteArray(R"({"apiVersion":"v1","metadata":{"name":"n"}})");
        QTest::newRow("no version") << QByteArray(R"({"kind":"Namespace","metadata":{"name":"n"}})");
        QTest::newRow("no name") << QByteArray(R"({"apiVersion":"v1","kind":"Namespace"})");
        QTest::newRow("a list") << QByteArray("[1]");
    }

    void whatCannotBeNamedIsInvalid()
    {
        QFETCH(QByteArray, document);
        const PlanStep step = stepFor(document.constData());
        QCOMPARE(step.action, PlanAction::Invalid);
        QVERIFY(step.error && step.error->message.english().contains(u"np.yaml"));
    }

    void oneObjectTwiceIsRefused()
    {
        const PlanDocument document{u"a"_s, 1, ClusterId::management(), json(kPool)};
        const Plan plan = draftPlan({document, document});
        QCOMPARE(plan.steps.at(0).action, PlanAction::Pending);
        QCOMPARE(plan.steps.at(1).action, PlanAction::Invalid);
    }

    void creationNamesWhatTheServerAdds()
    {
        PlanStep step = stepFor(kPool);
        judge(step, nullptr,
            *json(
                R"({"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":"gpu","uid":"u","labels":{"x":"y"}},
                "spec":{"weight":5,"limits":{"cpu":"10"}},"status":{"a":1}})"),
            SchemaSet::builtin());
        QCOMPARE(step.action, PlanAction::Create);
        QCOMPARE(changesOf(step), QStringList{u"add /metadata/labels server"_s});
    }

    void nothingToDoIsNone()
    {
        PlanStep step = stepFor(kPool);
        const auto live =
            json(R"({"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":"gpu","resourceVersion":"1",
            "uid":"u"},"spec":{"weight":5,"limits":{"cpu":"10"}},"status":{"nodes":1}})");
        judge(step, live, *live, SchemaSet::builtin());
        QCOMPARE(step.action, PlanAction::None);
        QCOMPARE(step.liveUid, u"u"_s);
        QVERIFY(step.changes.isEmpty());
    }

    void changesCarryTheirOrigin()
    {
        PlanStep step = stepFor(kPool);
        const auto live =
            json(R"({"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":"gpu"},"spec":{"weight":1,
            "old":true}})");
        judge(step, live, *json(R"({"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":"gpu"},
                "spec":{"weight":5,"limits":{"cpu":"10","memory":"1Gi"}}})"),
            SchemaSet::builtin());
        QCOMPARE(step.action, PlanAction::Change);
        QCOMPARE(changesOf(step),
            QStringList({u"replace /spec/weight you"_s, u"remove /spec/old you"_s, u"add /spec/limits/cpu you"_s,
                u"add /spec/limits/memory server"_s}));
    }

    void conflictsNameTheirManagers()
    {
        const QByteArray body =
            QByteArray(R"({"kind":"Status","reason":"Conflict","message":"Apply failed","details":{"causes":[
            {"reason":"FieldManagerConflict","message":"conflict with 'flux'","field":".spec.weight"}]}})")
                .replace("'", "\\\"");
        PlanStep step = stepFor(kPool);
        judge(step, json(kPool), fail(answer(ErrorKind::Conflict, 409, body.constData())), SchemaSet::builtin());
        QCOMPARE(step.action, PlanAction::Conflict);
        QCOMPARE(step.conflicts.constFirst().path.toPointer(), u"/spec/weight"_s);
        QCOMPARE(step.conflicts.constFirst().manager, u"flux"_s);
        Plan plan{.steps = {step}};
        QVERIFY(!plan.isApplicable());
        plan.steps[0].force = true;
        QVERIFY(plan.isApplicable());
    }

    void optimisticLockIsNoFieldConflict()
    {
        PlanStep step = stepFor(kPool);
        judge(step, json(kPool),
            fail(answer(ErrorKind::Conflict, 409, R"({"kind":"Status","reason":"Conflict","message":"modified"})")),
            SchemaSet::builtin());
        QCOMPARE(step.action, PlanAction::Error);
    }

    void secretsAreMasked()
    {
        const char* const document =
            R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"s"},"data":{"a":"bmV3","b":"c2FtZQ=="}})";
        PlanStep step = stepFor(document);
        judge(step,
            json(R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"s"},"data":{"a":"b2xk","b":"c2FtZQ=="}})"),
            *json(document), SchemaSet::builtin());
        QCOMPARE(step.action, PlanAction::Change);
        QVERIFY(liveYaml(step).contains("a: \"*** (before)\"\n  b: \"***\""_L1));
        QVERIFY(resultYaml(step).contains("a: \"*** (after)\"\n  b: \"***\""_L1));
        QCOMPARE(changesOf(step), QStringList{u"replace /data/a you"_s});
        QCOMPARE(shownChanges(step).constFirst().change.from, "\"***\"");
        QCOMPARE(shownChanges(step).constFirst().change.to, "\"***\"");
        QCOMPARE(textAt(toJson(Plan{.steps = {step}}), "/steps/0/changes/0/to"), u"***"_s);
    }

    void refusalsKeepTheServersWords_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<PlanAction>("action");
        QTest::newRow("forbidden") << ErrorKind::Forbidden << PlanAction::Forbidden;
        QTest::newRow("invalid") << ErrorKind::Invalid << PlanAction::Invalid;
        QTest::newRow("unreachable") << ErrorKind::Unreachable << PlanAction::Error;
    }

    void refusalsKeepTheServersWords()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(PlanAction, action);
        PlanStep step = stepFor(kPool);
        judge(
            step, nullptr, fail(answer(kind, 400, R"({"kind":"Status","message":"own words"})")), SchemaSet::builtin());
        QCOMPARE(step.action, action);
        QCOMPARE(step.error->status->message, u"own words"_s);
        QVERIFY(!step.result);
        QCOMPARE(textAt(toJson(Plan{.steps = {step}}), "/steps/0/message"), u"The server said no."_s);
    }
};

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
