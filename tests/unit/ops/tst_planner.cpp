// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/object.h>
#include <argosy/ops/planner.h>

#include "testprint.h"

#include <nlohmann/json.hpp>

#include <QSignalSpy>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

/// Documents for a cluster that is not connected: their steps settle at once, all in one turn of the event loop.
QList<PlanDocument> documents(int count)
{
    QList<PlanDocument> made;
    for (int i = 0; i < count; ++i) {
        Json object = {{"apiVersion", "v1"}, {"kind", "ConfigMap"}};
        object["metadata"]["name"] = "map-" + std::to_string(i);
        made.append({u"maps.yaml"_s, i, ClusterId::management(), std::make_shared<const Json>(std::move(object))});
    }
    return made;
}

/// Everything that is queued has run, and what that queued.
void settle()
{
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents();
}

} // namespace

class TestPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanFinishesOnce_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("nothing to ask") << 0;
        QTest::newRow("one step") << 1;
        QTest::newRow("steps that settle together") << 5;
        QTest::newRow("more than are asked at once") << 40;
    }

    void aPlanFinishesOnce()
    {
        QFETCH(int, count);
        Planner planner(SchemaSet::builtin());
        const QSignalSpy finished(&planner, &Planner::finished);
        const QSignalSpy planned(&planner, &Planner::stepPlanned);
        planner.start({}, documents(count));
        QVERIFY(planner.isRunning());
        QCOMPARE(finished.size(), 0);
        settle();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(planned.size(), count);
        QVERIFY(planner.plan().isComplete());
        QVERIFY(!planner.isRunning());
    }

    void replansFinishTogether()
    {
        Planner planner(SchemaSet::builtin());
        const QSignalSpy finished(&planner, &Planner::finished);
        planner.start({}, documents(3));
        settle();
        planner.replan(0, true);
        planner.replan(2, true);
        planner.replan(2, false);
        settle();
        QCOMPARE(finished.size(), 2);
        QVERIFY(planner.plan().steps.at(0).force);
        QVERIFY(!planner.plan().steps.at(2).force);
    }

    void whatWasCancelledDoesNotFinish()
    {
        Planner planner(SchemaSet::builtin());
        const QSignalSpy finished(&planner, &Planner::finished);
        planner.start({}, documents(3));
        planner.cancel();
        settle();
        QCOMPARE(finished.size(), 0);
        planner.start({}, documents(3));
        planner.start({}, documents(2));
        settle();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(planner.plan().steps.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
