// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/insight/tree.h>

#include "fixtures.h"

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

const ClusterId kWorkload = ClusterId::workload(u"azure-system"_s, u"heron"_s);

QList<SnapshotPtr> snapshots()
{
    const auto management = snapshotOf(fixture(u"management.yaml"_s));
    management->setComplete({u"resources.azure.com"_s, u"ResourceGroup"_s}, true);
    const auto workload = snapshotOf(fixture(u"workload.yaml"_s), kWorkload);
    workload->setComplete({u"karpenter.azure.com"_s, u"AKSNodeClass"_s}, true);
    return {management, workload};
}

void print(const TreeNode& node, int depth, QString& text)
{
    text += QString(qsizetype{depth} * 2, u' ') + node.kind + u'/' + node.label + u' ' + toWord(node.edge) + u' '
        + toWord(node.health.state) + u'\n';
    for (const TreeNode& child : node.children)
        print(child, depth + 1, text);
}

QString printed(const ResourceTree& tree)
{
    QString text;
    for (const TreeNode& root : tree.roots)
        print(root, 0, text);
    return text;
}

void collectIds(const QList<TreeNode>& nodes, QStringList& ids)
{
    for (const TreeNode& node : nodes) {
        ids.append(node.id);
        collectIds(node.children, ids);
    }
}

Json ownedBy(const QString& name, const QString& uid, const QString& owner)
{
    return {{"apiVersion", "example.com/v1"}, {"kind", "Thing"},
        {"metadata",
            {{"name", name.toStdString()}, {"namespace", "here"}, {"uid", uid.toStdString()},
                {"ownerReferences",
                    Json::array({{{"apiVersion", "example.com/v1"}, {"kind", "Thing"}, {"name", "any"},
                        {"uid", owner.toStdString()}}})}}}};
}

} // namespace

class TestTree final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsBothClustersAsOneTree()
    {
        const QString expected = u"WorkflowTemplate/provision-aks root Healthy\n"
                                 "  Workflow/provision-heron-x7 spec Progressing\n"
                                 "    Workflow node/validate virtual Healthy\n"
                                 "    Workflow node/apply-resource-group virtual Progressing\n"
                                 "      Pod/provision-heron-x7-apply-4235765882 label Healthy\n"
                                 "    Workflow node/apply-managed-cluster virtual Progressing\n"
                                 "ResourceGroup/rg-crane root Missing\n"
                                 "  ManagedCluster/crane spec Stuck\n"
                                 "ResourceGroup/rg-heron root Healthy\n"
                                 "  ManagedCluster/heron owner Healthy\n"
                                 "    Agent pool/sys virtual Healthy\n"
                                 "      Node/aks-sys-000000 virtual Suspended\n"
                                 "    Secret/heron-kubeconfig owner Healthy\n"
                                 "    AKSNodeClass/gpu-class virtual Missing\n"
                                 "      NodePool/gpu spec Degraded\n"
                                 "    AKSNodeClass/heron-std virtual Healthy\n"
                                 "      NodePool/heron-std spec Healthy\n"
                                 "        NodeClaim/heron-std-7kq2m owner Healthy\n"
                                 "          Node/aks-heron-std-7kq2m spec Healthy\n"
                                 "        NodeClaim/heron-std-old label Degraded\n"
                                 "    Report/heron-report owner Healthy\n"_s;
        QCOMPARE(printed(buildTree(snapshots(), fixtureTime())), expected);
    }

    void showsEachRowOnce()
    {
        QStringList ids;
        collectIds(buildTree(snapshots(), fixtureTime()).roots, ids);
        const qsizetype count = ids.size();
        ids.removeDuplicates();
        QCOMPARE(ids.size(), count);
    }

    void showsWhatWasAskedFor()
    {
        TreeOptions options;
        options.kinds = {{u"example.com"_s, u"Report"_s}};
        options.workflowNodes = false;
        const QString text = printed(buildTree(snapshots(), fixtureTime(), options));
        QVERIFY(text.contains(u"Report/lonely root"_s));
        QVERIFY(!text.contains(u"Workflow node"_s));
        QVERIFY(!text.contains(u"Event/noise"_s));
    }

    void showsOneObjectAndWhatHangsOnIt()
    {
        const ObjectRef cluster{
            {}, u"containerservice.azure.com"_s, u"ManagedCluster"_s, u"azure-system"_s, u"heron"_s};
        const ResourceTree tree = buildTree(snapshots(), fixtureTime(), {.root = cluster});
        QCOMPARE(tree.roots.size(), 1);
        QCOMPARE(toWord(tree.roots.first().edge), u"root"_s);
        QCOMPARE(tree.roots.first().children.size(), 5);
        const ObjectRef nothing{{}, u"karpenter.sh"_s, u"NodePool"_s, {}, u"none"_s};
        QVERIFY(buildTree(snapshots(), fixtureTime(), {.root = nothing}).roots.isEmpty());
    }

    void keepsToANamespace()
    {
        const auto other = buildTree(snapshots(), fixtureTime(), {.nameSpace = u"elsewhere"_s});
        QVERIFY(other.roots.isEmpty());
        QVERIFY(!buildTree(snapshots(), fixtureTime(), {.nameSpace = u"azure-system"_s}).roots.isEmpty());
    }

    void aMissingExportIsShownOnceTheClusterIsReady()
    {
        QList<Json> documents = fixture(u"management.yaml"_s);
        documents.removeIf([](const Json& document) { return textAt(document, "/kind") == u"Secret"_s; });
        const auto snapshot = snapshotOf(documents);
        snapshot->setComplete({QString(), u"Secret"_s}, true);
        const QString text = printed(buildTree({snapshot}, fixtureTime()));
        QVERIFY(text.contains(u"Secret/heron-kubeconfig spec Missing"_s));
        QVERIFY(!text.contains(u"crane-kubeconfig"_s));
    }

    void aMissingParentIsNotClaimedWhereNobodyKnows()
    {
        const auto snapshot = snapshotOf(fixture(u"management.yaml"_s));
        const QString text = printed(buildTree({snapshot}, fixtureTime()));
        QVERIFY(text.contains(u"ManagedCluster/crane root"_s));
        QVERIFY(!text.contains(u"rg-crane"_s));
    }

    void cutsCircles()
    {
        const auto snapshot = snapshotOf({ownedBy(u"c"_s, u"3"_s, u"2"_s), ownedBy(u"a"_s, u"1"_s, u"3"_s),
            ownedBy(u"b"_s, u"2"_s, u"1"_s), ownedBy(u"self"_s, u"4"_s, u"4"_s)});
        const ResourceTree tree = buildTree({snapshot}, fixtureTime(), {.kinds = {{u"example.com"_s, u"Thing"_s}}});
        QCOMPARE(printed(tree),
            u"Thing/a root Healthy\n  Thing/b owner Healthy\n    Thing/c owner Healthy\nThing/self root Healthy\n"_s);
    }

    void doesNotDependOnTheOrderOfObjects()
    {
        QList<Json> documents = fixture(u"management.yaml"_s);
        const QString forward = printed(buildTree({snapshotOf(documents)}, fixtureTime()));
        std::ranges::reverse(documents);
        QCOMPARE(printed(buildTree({snapshotOf(documents)}, fixtureTime())), forward);
    }

    void holdsTenThousandObjects()
    {
        auto snapshot = std::make_shared<Snapshot>(kWorkload);
        const auto pool = ownedBy(u"pool"_s, u"pool"_s, u"none"_s);
        snapshot->put(objectOf(pool, kWorkload));
        for (int i = 0; i < 10000; ++i)
            snapshot->put(objectOf(ownedBy(QString::number(i), u"uid-"_s + QString::number(i),
                                       i % 10 == 0 ? u"pool"_s : u"uid-"_s + QString::number(i - 1)),
                kWorkload));
        const ResourceTree tree = buildTree({snapshot}, fixtureTime());
        QCOMPARE(tree.roots.size(), 1);
        QCOMPARE(tree.roots.first().children.size(), 1000);
        QStringList ids;
        collectIds(tree.roots, ids);
        QCOMPARE(ids.size(), 10001);
    }

    void findsRowsById()
    {
        const ResourceTree tree = buildTree(snapshots(), fixtureTime());
        const ObjectRef pool{kWorkload, u"karpenter.sh"_s, u"NodePool"_s, {}, u"gpu"_s};
        const TreeNode* node = tree.find(pool.id());
        QVERIFY(node);
        QCOMPARE(node->health.reason, u"NodeClassNotFound"_s);
        QVERIFY(!tree.find(u"nothing"_s));
    }
};

QTEST_GUILESS_MAIN(TestTree)
#include "tst_tree.moc"
