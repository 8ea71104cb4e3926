// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulatedcluster.h"

#include "controllers/workflowtext.h"

#include <argosy/manifest/yaml.h>

#include <QFile>
#include <QTest>

using namespace argosy;
using namespace argosy::demo;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr const char* kArgo = "argoproj.io";
const QString kNamespace = u"azure-system"_s;

const QByteArray kAccount = "{apiVersion: v1, kind: ServiceAccount, metadata: {name: runner, namespace: azure-system}}";

const QByteArray kTemplate = R"(
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata: {name: make, namespace: azure-system}
spec:
  entrypoint: main
  onExit: report
  serviceAccountName: runner
  arguments:
    parameters: [{name: manifest}, {name: mode, value: none}]
  templates:
  - name: main
    dag:
      tasks:
      - {name: check, template: shell}
      - name: apply
        template: apply
        dependencies: [check]
        when: "{{workflow.parameters.mode}} == none"
        arguments: {parameters: [{name: manifest, value: "{{workflow.parameters.manifest}}"}]}
      - {name: dry, template: shell, dependencies: [check], when: "{{workflow.parameters.mode}} == server"}
      - {name: after, template: shell, depends: "apply.Succeeded && dry.Skipped"}
      - {name: never, template: shell, depends: "apply.Failed"}
  - name: shell
    container: {image: busybox, command: [sh]}
  - name: report
    container: {image: busybox, command: [sh]}
  - name: apply
    inputs: {parameters: [{name: manifest}]}
    resource:
      action: apply
      flags: [--server-side, --field-manager=argosy, --force-conflicts=true]
      successCondition: status.conditions.0.status == True
      failureCondition: status.conditions.0.severity == Error
      manifest: "{{inputs.parameters.manifest}}"
)";

constexpr const char* kManifest =
    R"({"apiVersion":"resources.azure.com/v1api20200601","kind":"ResourceGroup","metadata":{"name":"rg"},"spec":{"location":"uksouth"}})";

Json workflow(const QString& templateName = u"make"_s)
{
    Json object = {{"apiVersion", "argoproj.io/v1alpha1"}, {"kind", "Workflow"},
        {"metadata", {{"name", "run"}, {"namespace", "azure-system"}}}};
    object["spec"]["workflowTemplateRef"]["name"] = templateName.toStdString();
    object["spec"]["arguments"]["parameters"] = {{{"name", "manifest"}, {"value", kManifest}}};
    return object;
}

QString phaseOfTask(const Json& run, const QString& task)
{
    for (const Json& node : valueAt(run, "/status/nodes")) {
        if (textAt(node, "/displayName") == task)
            return textAt(node, "/phase");
    }
    return u"absent"_s;
}

/// The documents of a golden manifest set of the platform layer, by kind.
QHash<QString, Json> platformDocuments(const QString& name)
{
    QFile file(QStringLiteral(ARGOSY_SOURCE_DIR "/tests/golden/platform/") + name + u".yaml");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QHash<QString, Json> documents;
    for (const YamlDocument& document : parseYaml(QString::fromUtf8(file.readAll())).documents)
        documents.insert(textAt(*document.value, "/kind"), *document.value);
    return documents;
}

/// The Workflow that carries these documents.
Json provisioningRun(const QHash<QString, Json>& documents)
{
    Json run = workflow(u"provision-aks"_s);
    Json& parameters = run["spec"]["arguments"]["parameters"];
    const auto add = [&](const char* name, const std::string& value) {
        parameters.push_back({{"name", name}, {"value", value}});
    };
    parameters = Json::array();
    add("cluster-name", nameOf(documents[u"ManagedCluster"_s]).toStdString());
    for (const auto& [name, kind] : {std::pair("resource-group-manifest", u"ResourceGroup"_s),
             std::pair("managed-cluster-manifest", u"ManagedCluster"_s),
             std::pair("nodeclass-manifest", u"AKSNodeClass"_s), std::pair("nodepool-manifest", u"NodePool"_s)})
        add(name, toCompactJson(documents[kind]).toStdString());
    const QString secret = textAt(documents[u"ManagedCluster"_s], "/spec/operatorSpec/secrets/adminCredentials/name");
    add("kubeconfig-secret", secret.isEmpty() ? "none" : secret.toStdString());
    add("with-nodeclass", "true");
    add("with-nodepool", "true");
    return run;
}

} // namespace

class TestWorkflows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void nodeIdsAreArgosOwn()
    {
        const QString wf = u"provision-heron-x7"_s;
        QCOMPARE(workflowNodeId(wf, wf), wf);
        QCOMPARE(workflowNodeId(wf, wf + u".validate"), u"provision-heron-x7-250525197"_s);
        QCOMPARE(workflowNodeId(wf, wf + u".apply-resource-group"), u"provision-heron-x7-4235765882"_s);
        QCOMPARE(workflowPodName(wf, u"apply-aso"_s, wf + u".apply-managed-cluster"),
            u"provision-heron-x7-apply-aso-2960893870"_s);
    }

    void expressions_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("expected"); // -1: does not parse
        QTest::newRow("equal") << u"none == none"_s << 1;
        QTest::newRow("unequal") << u"none == server"_s << 0;
        QTest::newRow("quoted") << u"'a-b' == \"a-b\""_s << 1;
        QTest::newRow("not equal") << u"1 != 2"_s << 1;
        QTest::newRow("and before or") << u"a == b && a == b || c == c"_s << 1;
        QTest::newRow("parentheses") << u"a == b && (a == b || c == c)"_s << 0;
        QTest::newRow("negated") << u"!(a == b)"_s << 1;
        QTest::newRow("a word") << u"true"_s << 1;
        QTest::newRow("open parenthesis") << u"(a == a"_s << -1;
        QTest::newRow("no right side") << u"a =="_s << -1;
    }

    void expressions()
    {
        QFETCH(QString, expression);
        const auto value = evaluate(expression, [](const QString& word) { return word == u"true"; });
        QTEST(value ? int(*value) : -1, "expected");
    }

    void conditions()
    {
        const Json object = {{"status", {{"conditions", {{{"status", "True"}}}}, {"n", 2}}}};
        QVERIFY(matchesCondition(u"status.conditions.0.status == True"_s, object, false));
        QVERIFY(matchesCondition(u"status.n == 2, status.conditions.0.status in (True,False)"_s, object, false));
        QVERIFY(!matchesCondition(u"status.n == 2, status.n == 3"_s, object, false));
        QVERIFY(matchesCondition(u"status.n == 2, status.n == 3"_s, object, true));
        QVERIFY(!matchesCondition(u"status.conditions.0.severity == Error"_s, object, true));
    }

    void tags()
    {
        const Scope scope{{u"inputs.parameters.x"_s, u"1"_s}};
        QCOMPARE(substitute(u"a{{inputs.parameters.x}}b{{ inputs.parameters.x }}"_s, scope).value(), u"a1b1"_s);
        QCOMPARE(substitute(u"{{if x}}"_s, scope).value(), u"{{if x}}"_s);
        QCOMPARE(substitute(u"{{inputs.parameters.y}}"_s, scope).error().message.english(),
            u"failed to resolve {{inputs.parameters.y}}"_s);
    }

    void runsItsTasksInOrder()
    {
        SimulatedCluster world;
        QCOMPARE(world.apply(kAccount), QString());
        QCOMPARE(world.apply(kTemplate), QString());
        QCOMPARE(world.applyJson(workflow()), QString());
        world.run(1s);
        Json run = world.get(kArgo, "Workflow", u"run"_s, kNamespace);
        QCOMPARE(textAt(run, "/status/phase"), u"Running"_s);
        QCOMPARE(phaseOfTask(run, u"check"_s), u"Pending"_s);
        QCOMPARE(phaseOfTask(run, u"apply"_s), u"absent"_s);
        QVERIFY(world.runUntil(
            [&] {
                run = world.get(kArgo, "Workflow", u"run"_s, kNamespace);
                return textAt(run, "/status/phase") == u"Succeeded";
            },
            30s));
        QCOMPARE(phaseOfTask(run, u"apply"_s), u"Succeeded"_s);
        QCOMPARE(phaseOfTask(run, u"dry"_s), u"Skipped"_s);
        QCOMPARE(phaseOfTask(run, u"after"_s), u"Succeeded"_s);
        QCOMPARE(phaseOfTask(run, u"never"_s), u"Omitted"_s);
        QCOMPARE(phaseOfTask(run, u"run.onExit"_s), u"Succeeded"_s);
        QCOMPARE(textAt(run, "/status/progress"), u"4/4"_s);
        QCOMPARE(textAt(run, "/metadata/labels/workflows.argoproj.io~1phase"), u"Succeeded"_s);
        QCOMPARE(textAt(run, "/metadata/labels/workflows.argoproj.io~1completed"), u"true"_s);
        const Json group = world.get("resources.azure.com", "ResourceGroup", u"rg"_s, kNamespace);
        QVERIFY(isTrue(group, "Ready"));
        QCOMPARE(textAt(group, "/metadata/managedFields/0/manager"), u"argosy"_s);
        QCOMPARE(valueAt(run, "/status/nodes/run/children").size(), size_t{1});
    }

    void whatStopsAWorkflow_data()
    {
        QTest::addColumn<bool>("withAccount");
        QTest::addColumn<QString>("templateName");
        QTest::addColumn<QString>("message");
        QTest::newRow("no template") << true << u"absent"_s << u"workflowtemplates.argoproj.io \"absent\" not found"_s;
        QTest::newRow("no account")
            << false << u"make"_s
            << u"pods \"run-shell-%1\" is forbidden: error looking up service account azure-system/runner: serviceaccount \"runner\" not found"_s;
    }

    void whatStopsAWorkflow()
    {
        QFETCH(bool, withAccount);
        QFETCH(QString, templateName);
        QFETCH(QString, message);
        SimulatedCluster world;
        if (withAccount)
            QCOMPARE(world.apply(kAccount), QString());
        QCOMPARE(world.apply(kTemplate), QString());
        QCOMPARE(world.applyJson(workflow(templateName)), QString());
        world.run(20s);
        const Json run = world.get(kArgo, "Workflow", u"run"_s, kNamespace);
        QCOMPARE(textAt(run, "/status/phase"), u"Error"_s);
        const QString checkId = workflowNodeId(u"run"_s, u"run.check"_s);
        message.replace(u"%1"_s, checkId.section(u'-', 1));
        const bool hasNode = valueAt(run, "/status/nodes").contains(checkId.toStdString());
        QCOMPARE(hasNode ? textAt(run["status"]["nodes"][checkId.toStdString()], "/message")
                         : textAt(run, "/status/message"),
            message);
    }

    void aFailureConditionFailsTheRun()
    {
        SimulatedCluster world;
        QCOMPARE(world.apply(kAccount), QString());
        QCOMPARE(world.apply(QByteArray(kTemplate).replace(
                     "status.conditions.0.severity == Error", "status.conditions.0.severity == Info")),
            QString());
        QCOMPARE(world.applyJson(workflow()), QString());
        world.run(20s);
        const Json run = world.get(kArgo, "Workflow", u"run"_s, kNamespace);
        QCOMPARE(textAt(run, "/status/phase"), u"Failed"_s);
        QCOMPARE(phaseOfTask(run, u"after"_s), u"Omitted"_s);
        QCOMPARE(phaseOfTask(run, u"never"_s), u"Succeeded"_s);
    }

    void runsThePlatformsTemplate_data()
    {
        QTest::addColumn<QString>("set");
        QTest::newRow("Karpenter in the cluster that is made") << u"standard-argo-workload"_s;
        QTest::newRow("Karpenter beside the operator") << u"standard-argo-management"_s;
    }

    void runsThePlatformsTemplate()
    {
        QFETCH(QString, set);
        const QHash<QString, Json> documents = platformDocuments(set);
        SimulatedCluster world;
        QCOMPARE(world.applyJson(documents[u"ServiceAccount"_s]), QString());
        QCOMPARE(world.applyJson(documents[u"WorkflowTemplate"_s]), QString());
        QCOMPARE(world.applyJson(provisioningRun(documents)), QString());
        Json run;
        const auto isOver = [&] {
            run = world.get(kArgo, "Workflow", u"run"_s, kNamespace);
            return !textAt(run, "/status/finishedAt").isEmpty();
        };
        if (!world.runUntil(isOver, 120s))
            QFAIL(toPrettyJson(valueAt(run, "/status/nodes")).constData());
        QCOMPARE(textAt(run, "/status/phase"), u"Succeeded"_s);
        QCOMPARE(phaseOfTask(run, u"dry-run-managed-cluster"_s), u"Skipped"_s);
        QCOMPARE(phaseOfTask(run, u"apply-managed-cluster"_s), u"Succeeded"_s);
        QCOMPARE(phaseOfTask(run, u"apply-nodepool"_s), u"Succeeded"_s);
        const Json pool = world.get("karpenter.sh", "NodePool", nameOf(documents[u"NodePool"_s]));
        QVERIFY(isTrue(pool, "Ready"));
        QCOMPARE(textAt(pool, "/metadata/managedFields/0/manager"), u"argosy"_s);
    }

    void terminateEndsWhatRuns()
    {
        SimulatedCluster world;
        QCOMPARE(world.apply(kAccount), QString());
        QCOMPARE(world.apply(kTemplate), QString());
        Json object = workflow();
        QCOMPARE(world.applyJson(object), QString());
        world.run(1s);
        object["spec"]["shutdown"] = "Terminate";
        QCOMPARE(world.applyJson(object), QString());
        world.run(1s);
        const Json run = world.get(kArgo, "Workflow", u"run"_s, kNamespace);
        QCOMPARE(textAt(run, "/status/phase"), u"Failed"_s);
        QCOMPARE(textAt(run, "/status/message"), u"Stopped with strategy 'Terminate'"_s);
        QCOMPARE(phaseOfTask(run, u"check"_s), u"Failed"_s);
    }
};

QTEST_APPLESS_MAIN(TestWorkflows)
#include "tst_workflows.moc"
