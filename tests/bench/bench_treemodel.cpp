// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeclock.h"
#include "growth.h"

#include <argosy/models/resourcetreemodel.h>

#include <QSignalSpy>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLittle = 1000;
constexpr int kMuch = 10'000;
constexpr int kBelow = 20;

ResourceTree treeOf(int count)
{
    ResourceTree tree;
    for (int i = 0; i < count; ++i) {
        TreeNode node;
        node.id = QString::number(i);
        node.label = node.id;
        node.kind = u"NodeClaim"_s;
        (i % kBelow == 0 ? tree.roots : tree.roots.last().children).append(node);
    }
    return tree;
}

/// Shows one object now healthy, now stuck.
class Update
{
public:
    explicit Update(int count)
        : m_tree(treeOf(count))
    {
        m_model.setTree(m_tree);
    }

    void operator()()
    {
        Health::State& state = m_tree.roots[1].children[2].health.state;
        state = state == Health::State::Stuck ? Health::State::Healthy : Health::State::Stuck;
        m_model.setTree(m_tree);
    }

    [[nodiscard]] const ResourceTreeModel& model() const { return m_model; }

private:
    FakeClock m_clock;
    ResourceTreeModel m_model{m_clock};
    ResourceTree m_tree;
};

} // namespace

class BenchTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneObjectCostsATreesLengthAndOneSignal()
    {
        Update little(kLittle);
        Update much(kMuch);
        const QSignalSpy changes(&much.model(), &QAbstractItemModel::dataChanged);
        much();
        QCOMPARE(changes.size(), 1);
        VERIFY_GROWTH(bench::measured([&] { little(); }, [&] { much(); }), 20);
    }
};

QTEST_GUILESS_MAIN(BenchTreeModel)
#include "bench_treemodel.moc"
