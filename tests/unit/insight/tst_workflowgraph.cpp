// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/insight/workflowgraph.h>

#include "fixtures.h"

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

Json provision()
{
    const auto documents = fixture(u"management.yaml"_s);
    for (const Json& document : documents)
        if (textAt(document, "/kind") == u"Workflow"_s)
            return document;
    return {};
}

/// {"h":{"id":"h","name":"h","displayName":"h","type":"Pod","phase":"Succeeded"}}, packed by gzip.
constexpr const char* kPackedNodes = "H4sIAAAAAAACA6tWylCyqlbKTFGyArJ0lPISc1OhzJTM4oKcxEo/hEhJZQGIGZCfAuQUZCQWg3jBpcnJ"
                                     "qakpqSlKtbUAqjgDcU4AAAA=";

QStringList order(const WorkflowGraph& graph)
{
    QStringList names;
    for (const WorkflowNode& node : graph.nodes)
        names.append(node.displayName);
    return names;
}

} // namespace

class TestWorkflowGraph final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsNodesAndPlannedTasks()
    {
        const WorkflowGraph graph = workflowGraph(provision());
        QCOMPARE(graph.phase, u"Running"_s);
        QCOMPARE(graph.progress, u"1/3"_s);
        QCOMPARE(order(graph),
            QStringList(
                {u"provision-heron-x7"_s, u"validate"_s, u"apply-resource-group"_s, u"apply-managed-cluster"_s}));
        const WorkflowNode& applied = graph.nodes[2];
        QCOMPARE(applied.dependencies, QStringList{u"provision-heron-x7-250525197"_s});
        QCOMPARE(applied.podName, u"provision-heron-x7-apply-4235765882"_s);
        const WorkflowNode& planned = graph.nodes[3];
        QCOMPARE(planned.phase, u"Planned"_s);
        QCOMPARE(planned.id, u"planned/apply-managed-cluster"_s);
        QCOMPARE(planned.dependencies, QStringList{u"provision-heron-x7-4235765882"_s});
        QCOMPARE(planned.boundary, u"provision-heron-x7"_s);
        QVERIFY(!graph.suspended);
    }

    void nodeIdsAreHashesOfNames()
    {
        // Argo's own ids: the pod's name ends in the number that the id ends in.
        const WorkflowGraph graph = workflowGraph(provision());
        for (const WorkflowNode& node : graph.nodes)
            if (!node.podName.isEmpty())
                QCOMPARE(node.podName.section(u'-', -1), node.id.section(u'-', -1));
    }

    void firstFormatNamesPodsByNode()
    {
        Json workflow = provision();
        workflow["metadata"]["annotations"]["workflows.argoproj.io/pod-name-format"] = "v1";
        QCOMPARE(workflowGraph(workflow).nodes[1].podName, u"provision-heron-x7-250525197"_s);
    }

    void beforeTheControllerEverythingIsPlanned()
    {
        Json workflow = provision();
        const Json workflowTemplate = {{"spec", workflow["status"]["storedWorkflowTemplateSpec"]}};
        workflow.erase("status");
        QVERIFY(workflowGraph(workflow).nodes.isEmpty());
        const WorkflowGraph graph = workflowGraph(workflow, &workflowTemplate);
        QCOMPARE(order(graph), QStringList({u"validate"_s, u"apply-resource-group"_s, u"apply-managed-cluster"_s}));
        QCOMPARE(graph.nodes[2].dependencies, QStringList{u"planned/apply-resource-group"_s});
    }

    void unpacksCompressedNodes()
    {
        Json workflow = provision();
        workflow["status"].erase("nodes");
        workflow["status"]["compressedNodes"] = kPackedNodes;
        const WorkflowGraph graph = workflowGraph(workflow);
        QVERIFY(graph.storage == WorkflowGraph::Nodes::Compressed);
        QVERIFY(graph.find(u"h"_s));
        workflow["status"]["compressedNodes"] = "H4sIAAAA";
        QVERIFY(!workflowGraph(workflow).find(u"h"_s));
    }

    void saysWhereOffloadedNodesAre()
    {
        Json workflow = provision();
        workflow["status"].erase("nodes");
        workflow["status"]["offloadNodeStatusVersion"] = "fnv:1";
        const WorkflowGraph graph = workflowGraph(workflow);
        QVERIFY(graph.storage == WorkflowGraph::Nodes::Offloaded);
        QCOMPARE(graph.nodes.size(), 3);
    }

    void aSuspendNodeWaitsForAPerson()
    {
        Json workflow = provision();
        Json& node = workflow["status"]["nodes"]["provision-heron-x7-4235765882"];
        node["type"] = "Suspend";
        QVERIFY(workflowGraph(workflow).suspended);
        workflow["status"]["finishedAt"] = "2026-01-10T09:05:00Z";
        QVERIFY(!workflowGraph(workflow).suspended);
    }

    void survivesNonsense_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << u"null"_s;
        QTest::newRow("a list") << u"[1, 2]"_s;
        QTest::newRow("nodes of a wrong type") << u"{\"status\": {\"nodes\": {\"a\": 1, \"b\": []}}}"_s;
        QTest::newRow("a circle and children that are not there")
            << u"{\"status\": {\"nodes\": {\"a\": {\"children\": [\"b\", \"x\"]}, \"b\": {\"children\": [\"a\"]}}}}"_s;
        QTest::newRow("groups in each other")
            << u"{\"status\": {\"nodes\": {\"a\": {\"boundaryID\": \"b\"}, \"b\": {\"boundaryID\": \"a\"}}}}"_s;
    }
    void survivesNonsense()
    {
        QFETCH(QString, text);
        const auto json = parseJson(text.toUtf8());
        QVERIFY(json);
        const WorkflowGraph graph = workflowGraph(*json);
        const Json& nodes = valueAt(*json, "/status/nodes");
        QCOMPARE(graph.nodes.size(), nodes.is_object() ? qsizetype(nodes.size()) : 0);
    }
};

QTEST_GUILESS_MAIN(TestWorkflowGraph)
#include "tst_workflowgraph.moc"
