// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/insight/health.h>

#include "fixtures.h"

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

using State = Health::State;

Json object(const char* apiVersion, const char* kind, const QString& status, const QString& metadata = {})
{
    const QString text =
        QStringLiteral("apiVersion: %1\nkind: %2\nmetadata: {name: x, generation: 3, creationTimestamp: "
                       "\"2026-01-10T09:00:00Z\"%3}\nstatus: %4\n")
            .arg(QLatin1StringView(apiVersion), QLatin1StringView(kind),
                metadata.isEmpty() ? QString() : ", "_L1 + metadata, status);
    const YamlStream stream = parseYaml(text);
    if (stream.hasErrors())
        qFatal("%s", qPrintable(text));
    return *stream.documents.first().value;
}

Json aso(const char* ready, const char* more = "")
{
    const QString status =
        QStringLiteral("{conditions: [{type: Ready, %1}]%2}").arg(QLatin1StringView(ready), QLatin1StringView(more));
    return object("containerservice.azure.com/v1api20250801", "ManagedCluster", status);
}

Json karpenter(const char* kind, const char* conditions)
{
    const bool nodeClass = qstrcmp(kind, "AKSNodeClass") == 0;
    return object(nodeClass ? "karpenter.azure.com/v1beta1" : "karpenter.sh/v1", kind,
        QStringLiteral("{conditions: [%1]}").arg(QLatin1StringView(conditions)));
}

void row(const char* name, const Json& json, State state, const char* reason)
{
    QTest::newRow(name) << QString::fromUtf8(toCompactJson(json)) << toWord(state) << QString::fromLatin1(reason);
}

} // namespace

class TestHealth final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isJudgedByKind_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("reason");
        operatorRows();
        karpenterRows();
        workloadRows();
        row("anything without conditions", object("v1", "ConfigMap", u"{}"_s), State::Healthy, "");
        row("foreign kind that is not ready",
            object("example.com/v1", "Thing", u"{conditions: [{type: Ready, status: 'False', reason: Broken}]}"_s),
            State::Degraded, "Broken");
        row("deletion",
            object("karpenter.sh/v1", "NodeClaim",
                u"{conditions: [{type: Drained, status: Unknown, reason: Draining}]}"_s,
                u"deletionTimestamp: '2026-01-10T09:05:00Z', finalizers: [karpenter.sh/termination]"_s),
            State::Terminating, "Draining");
        row("deletion that does not end",
            object("containerservice.azure.com/v1api20250801", "ManagedCluster", u"{}"_s,
                u"deletionTimestamp: '2026-01-10T07:00:00Z', finalizers: [serviceoperator.azure.com/finalizer]"_s),
            State::Stuck, "Deleting");
    }
    void isJudgedByKind()
    {
        QFETCH(QString, json);
        const auto decoded = Object::decode({}, json.toUtf8());
        QVERIFY(decoded);
        const Health health = healthOf(**decoded, fixtureTime());
        QTEST(toWord(health.state), "state");
        QTEST(health.reason, "reason");
    }

    void keepsTheServersWords()
    {
        const Health health = healthOf(
            *objectOf(aso("status: 'False', severity: Warning, reason: AuthorizationFailed, message: 100%1 sure")),
            fixtureTime());
        QCOMPARE(health.message.english(), u"100%1 sure"_s);
    }

    void saysWhatADeletionWaitsFor()
    {
        const Health health =
            healthOf(*objectOf(object("v1", "Namespace", u"{phase: Terminating}"_s,
                         u"deletionTimestamp: '2026-01-10T09:09:00Z', finalizers: [example.com/hold]"_s)),
                fixtureTime());
        QVERIFY(health.message.english().contains(u"example.com/hold"_s));
        QCOMPARE(health.since, QDateTime({2026, 1, 10}, {9, 9}, Qt::UTC));
    }

    void theWorstStateWins()
    {
        QCOMPARE(toWord(worse(State::Healthy, State::Progressing)), u"Progressing"_s);
        QCOMPARE(toWord(worse(State::Stuck, State::Degraded)), u"Stuck"_s);
        QCOMPARE(toWord(worse(State::Healthy, State::Healthy)), u"Healthy"_s);
    }

private:
    static void operatorRows()
    {
        row("done", aso("status: 'True', reason: Succeeded, observedGeneration: 3"), State::Healthy, "Succeeded");
        row("done, for an older generation", aso("status: 'True', reason: Succeeded, observedGeneration: 2"),
            State::Progressing, "Succeeded");
        row("done, but Azure's last operation failed",
            aso("status: 'True', reason: Succeeded, observedGeneration: 3", ", provisioningState: Failed"),
            State::Degraded, "Failed");
        row("done, but Azure's last operation was canceled",
            aso("status: 'True', reason: Succeeded, observedGeneration: 3", ", provisioningState: Canceled"),
            State::Degraded, "Canceled");
        row("refused, and corrected since",
            aso("status: 'False', severity: Error, reason: InvalidParameter, observedGeneration: 2"),
            State::Progressing, "InvalidParameter");
        row("working",
            aso("status: 'False', severity: Info, reason: Reconciling, lastTransitionTime: '2026-01-10T09:00:00Z'"),
            State::Progressing, "Reconciling");
        row("working for hours",
            aso("status: 'False', severity: Info, reason: Reconciling, lastTransitionTime: '2026-01-10T06:00:00Z'"),
            State::Stuck, "Reconciling");
        row("a parameter that Azure refuses, as older releases say it",
            aso("status: 'False', severity: Error, reason: InvalidParameter, message: DNS prefix is invalid"),
            State::Stuck, "InvalidParameter");
        row("a parameter that Azure refuses, as newer releases say it",
            aso("status: 'False', severity: Warning, reason: InvalidParameter, message: DNS prefix is invalid"),
            State::Stuck, "InvalidParameter");
        row("waiting for an owner for a moment",
            aso("status: 'False', severity: Warning, reason: WaitingForOwner, lastTransitionTime: "
                "'2026-01-10T09:08:00Z'"),
            State::Progressing, "WaitingForOwner");
        row("waiting for an owner for long",
            aso("status: 'False', severity: Warning, reason: WaitingForOwner, lastTransitionTime: "
                "'2026-01-10T08:00:00Z'"),
            State::Stuck, "WaitingForOwner");
        row("sign-in refused, under a generic reason",
            aso("status: 'False', severity: Warning, reason: UnknownError, message: 'failed: AADSTS70021: no match'"),
            State::Stuck, "UnknownError");
        row("no role", aso("status: 'False', severity: Warning, reason: AuthorizationFailed"), State::Stuck,
            "AuthorizationFailed");
        row("tried again by itself",
            aso("status: 'False', severity: Warning, reason: Conflict, lastTransitionTime: '2026-01-10T09:05:00Z'"),
            State::Progressing, "Conflict");
        row("a code nobody knows", aso("status: 'False', severity: Warning, reason: Teapot"), State::Degraded,
            "Teapot");
        row("a fatal code nobody knows", aso("status: 'False', severity: Error, reason: Teapot"), State::Stuck,
            "Teapot");
        row("no word for ten minutes", object("resources.azure.com/v1api20200601", "ResourceGroup", u"{}"_s),
            State::Unknown, "");
    }

    static void karpenterRows()
    {
        row("class ready", karpenter("AKSNodeClass", "{type: Ready, status: 'True', reason: Ready}"), State::Healthy,
            "Ready");
        row("class without a subnet",
            karpenter("AKSNodeClass",
                "{type: SubnetsReady, status: 'False', reason: SubnetNotFound}, {type: Ready, status: 'False'}"),
            State::Degraded, "SubnetNotFound");
        row("pool without its class",
            karpenter("NodePool",
                "{type: NodeClassReady, status: 'False', reason: NodeClassNotFound}, {type: Ready, status: 'False'}"),
            State::Degraded, "NodeClassNotFound");
        row("pool that is ready and makes no nodes",
            karpenter("NodePool",
                "{type: NodeRegistrationHealthy, status: 'False', reason: SubscriptionQuotaReached}, {type: Ready, "
                "status: 'True'}"),
            State::Degraded, "SubscriptionQuotaReached");
        row("claim ready", karpenter("NodeClaim", "{type: Launched, status: 'True'}, {type: Ready, status: 'True'}"),
            State::Healthy, "");
        row("claim waiting for startup taints",
            karpenter("NodeClaim",
                "{type: Launched, status: 'True'}, {type: Registered, status: 'True'}, {type: Initialized, status: "
                "Unknown, reason: StartupTaintsExist}"),
            State::Progressing, "StartupTaintsExist");
        row("claim waiting for startup taints for long",
            karpenter("NodeClaim",
                "{type: Initialized, status: Unknown, reason: StartupTaintsExist, lastTransitionTime: "
                "'2026-01-10T08:00:00Z'}"),
            State::Stuck, "StartupTaintsExist");
        row("claim out of quota",
            karpenter("NodeClaim", "{type: Launched, status: Unknown, reason: SubscriptionQuotaReached}"),
            State::Degraded, "SubscriptionQuotaReached");
    }

    static void workloadRows()
    {
        row("node not ready",
            object("v1", "Node", u"{conditions: [{type: Ready, status: Unknown, reason: NodeStatusUnknown}]}"_s),
            State::Degraded, "NodeStatusUnknown");
        row("node under pressure",
            object("v1", "Node",
                u"{conditions: [{type: Ready, status: 'True'}, {type: DiskPressure, status: 'True', reason: KubeletHasDiskPressure}]}"_s),
            State::Degraded, "KubeletHasDiskPressure");
        row("pod running", object("v1", "Pod", u"{phase: Running, conditions: [{type: Ready, status: 'True'}]}"_s),
            State::Healthy, "Running");
        row("pod crashing",
            object("v1", "Pod",
                u"{phase: Running, conditions: [{type: Ready, status: 'False'}], containerStatuses: [{state: {waiting: {reason: CrashLoopBackOff}}}]}"_s),
            State::Degraded, "CrashLoopBackOff");
        row("pod without a node",
            object("v1", "Pod",
                u"{phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable}]}"_s),
            State::Progressing, "Unschedulable");
        row("pod failed", object("v1", "Pod", u"{phase: Failed, message: evicted}"_s), State::Degraded, "Failed");
        row("deployment short of replicas", object("apps/v1", "Deployment", u"{observedGeneration: 3}"_s),
            State::Progressing, "");
        row("deployment that gave up",
            object("apps/v1", "Deployment",
                u"{conditions: [{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded}]}"_s),
            State::Degraded, "ProgressDeadlineExceeded");
        row("workflow running", object("argoproj.io/v1alpha1", "Workflow", u"{phase: Running}"_s), State::Progressing,
            "Running");
        row("workflow that waits for a person",
            object("argoproj.io/v1alpha1", "Workflow",
                u"{phase: Running, nodes: {x: {id: x, name: x, type: DAG, phase: Running}, x-1: {id: x-1, name: x.approve, type: Suspend, phase: Running}}}"_s),
            State::Suspended, "Suspended");
        row("workflow failed", object("argoproj.io/v1alpha1", "Workflow", u"{phase: Error, message: no account}"_s),
            State::Degraded, "Error");
        row("kro instance in deletion by state", object("kro.run/v1alpha1", "AKSCluster", u"{state: DELETING}"_s),
            State::Terminating, "DELETING");
        row("crd established",
            object("apiextensions.k8s.io/v1", "CustomResourceDefinition",
                u"{conditions: [{type: Established, status: 'True', reason: InitialNamesAccepted}]}"_s),
            State::Healthy, "InitialNamesAccepted");
    }
};

QTEST_GUILESS_MAIN(TestHealth)
#include "tst_health.moc"
