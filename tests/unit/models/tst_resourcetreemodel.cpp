// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/models/resourcetreemodel.h>

#include "fakeclock.h"
#include "randomrun.h"
#include "randomtree.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

QString shown(const QAbstractItemModel& model)
{
    return printTree(model, ResourceTreeModel::IdRole, ResourceTreeModel::StateRole);
}

} // namespace

class TestResourceTreeModel : public QObject
{
    Q_OBJECT

    FakeClock m_clock;

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void randomChangesGiveTheSameTree()
    {
        ResourceTreeModel model(m_clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const RandomRun run = randomRun({.reduced = 500, .full = 5000});
        RandomTree random(run.seed);
        for (int i = 0; i < run.count; ++i) {
            random.mutate();
            model.setTree(random.tree());
            QCOMPARE(shown(model), printTree(random.tree()));
        }
    }

    void persistentIndexesFollowTheirNodes()
    {
        ResourceTreeModel model(m_clock);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const RandomRun run = randomRun({.reduced = 200, .full = 2000});
        RandomTree random(run.seed);
        QHash<QString, QPersistentModelIndex> kept;
        for (int i = 0; i < run.count; ++i) {
            random.mutate();
            model.setTree(random.tree());
            for (auto it = kept.begin(); it != kept.end();) {
                const bool lives = random.tree().find(it.key()) != nullptr;
                QCOMPARE(it->isValid(), lives);
                if (lives)
                    QCOMPARE(it->data(ResourceTreeModel::IdRole).toString(), it.key());
                if (lives)
                    ++it;
                else
                    it = kept.erase(it);
            }
            const QModelIndex first = model.index(0, 0);
            if (first.isValid())
                kept.insert(first.data(ResourceTreeModel::IdRole).toString(), first);
        }
        QCOMPARE(resets.count(), 0);
    }

    void aFilterProxyFollows()
    {
        ResourceTreeModel model(m_clock);
        QSortFilterProxyModel proxy;
        proxy.setRecursiveFilteringEnabled(true);
        proxy.setSourceModel(&model);
        const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const RandomRun run = randomRun({.reduced = 200, .full = 2000});
        RandomTree random(run.seed);
        for (int i = 0; i < run.count; ++i) {
            random.mutate();
            model.setTree(random.tree());
            QCOMPARE(shown(proxy), printTree(random.tree()));
        }
    }

    void adjacentRowsShareOneSignal()
    {
        ResourceTreeModel model(m_clock);
        QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        model.setTree({{treeNode(u"a"_s, {treeNode(u"a1"_s), treeNode(u"a2"_s)}), treeNode(u"b"_s), treeNode(u"c"_s)}});
        QCOMPARE(inserts.count(), 1);

        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setTree({{treeNode(u"a"_s, {treeNode(u"a1"_s), treeNode(u"a2"_s)}, Health::State::Stuck),
            treeNode(u"b"_s, {}, Health::State::Degraded), treeNode(u"c"_s)}});
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.first().at(0).toModelIndex().row(), 0);
        QCOMPARE(changes.first().at(1).toModelIndex().row(), 1);

        QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
        model.setTree({{treeNode(u"c"_s)}});
        QCOMPARE(removals.count(), 1);
        QCOMPARE(model.nodeCount(), 1);
    }

    void theSameTreeSaysNothing()
    {
        ResourceTreeModel model(m_clock);
        const ResourceTree tree{{treeNode(u"a"_s, {treeNode(u"b"_s)})}};
        model.setTree(tree);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy moves(&model, &QAbstractItemModel::rowsMoved);
        model.setTree(tree);
        QCOMPARE(changes.count() + moves.count(), 0);
    }

    void parentsAndChildrenMayChangePlaces()
    {
        ResourceTreeModel model(m_clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setTree({{treeNode(u"a"_s, {treeNode(u"b"_s, {treeNode(u"c"_s)})})}});
        const QPersistentModelIndex kept = model.find(u"c"_s);
        model.setTree({{treeNode(u"c"_s, {treeNode(u"b"_s, {treeNode(u"a"_s)})})}});
        QCOMPARE(shown(model), u"c 0\n  b 0\n    a 0\n"_s);
        QVERIFY(kept.isValid());
        QVERIFY(!kept.parent().isValid());
    }

    void repeatedIdsAreShownOnce()
    {
        ResourceTreeModel model(m_clock);
        model.setTree({{treeNode(u"a"_s, {treeNode(u"b"_s)}), treeNode(u"b"_s, {treeNode(u"d"_s)}), treeNode(u"a"_s)}});
        QCOMPARE(shown(model), u"a 0\n  b 0\n"_s);
    }

    void rowsSayWhatTheNodeSays()
    {
        TreeNode node = treeNode(u"gpu"_s);
        node.health = {
            Health::State::Stuck, u"NotReady"_s, message("test", "Waits for a node."), m_clock.now().addSecs(-300)};
        ResourceTreeModel model(m_clock);
        model.setTree({{node}});
        const auto text = [&model](int column) { return model.index(0, column).data().toString(); };
        QCOMPARE(text(ResourceTreeModel::NameColumn), u"gpu"_s);
        QCOMPARE(text(ResourceTreeModel::KindColumn), u"NodePool"_s);
        QCOMPARE(text(ResourceTreeModel::StateColumn), u"Stuck"_s);
        QCOMPARE(text(ResourceTreeModel::ReasonColumn), u"NotReady"_s);
        QCOMPARE(text(ResourceTreeModel::AgeColumn), u"5 min"_s);
        const QModelIndex index = model.find(u"gpu"_s);
        QCOMPARE(index.data(ResourceTreeModel::MessageRole).toString(), u"Waits for a node."_s);
        QCOMPARE(index.data(ResourceTreeModel::BadRole).toBool(), true);
        QCOMPARE(index.data(ResourceTreeModel::RefRole).value<ObjectRef>(), node.ref);
    }

    void tenThousandRowsCostOneInsertion()
    {
        ResourceTree tree;
        for (int i = 0; i < 100; ++i) {
            TreeNode parent = treeNode(u"p%1"_s.arg(i));
            for (int j = 0; j < 100; ++j)
                parent.children.append(treeNode(u"p%1c%2"_s.arg(i).arg(j)));
            tree.roots.append(parent);
        }
        ResourceTreeModel model(m_clock);
        QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        model.setTree(tree);
        QCOMPARE(inserts.count(), 1);
        QCOMPARE(model.nodeCount(), 10'100);
    }
};

QTEST_GUILESS_MAIN(TestResourceTreeModel)
#include "tst_resourcetreemodel.moc"
