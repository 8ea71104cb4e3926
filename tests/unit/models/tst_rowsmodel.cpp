// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/models/conditionsmodel.h>
#include <argosy/models/words.h>

#include "fakeclock.h"
#include "randomrun.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

Condition condition(const QString& type, const QString& status = u"True"_s)
{
    return {.type = type, .status = status};
}

QStringList shown(const ConditionsModel& model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list.append(model.index(row, 0).data().toString() + u' ' + model.index(row, 1).data().toString());
    return list;
}

QStringList wanted(const QList<Condition>& conditions)
{
    QStringList list;
    for (const Condition& one : conditions)
        list.append(one.type + u' ' + one.status);
    return list;
}

} // namespace

class TestRowsModel : public QObject
{
    Q_OBJECT

    FakeClock m_clock;

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void randomChangesGiveTheSameRows()
    {
        ConditionsModel model(m_clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const RandomRun run = randomRun({.reduced = 500, .full = 10'000});
        QRandomGenerator random(run.seed);
        QList<Condition> list;
        for (int i = 0; i < run.count; ++i) {
            const int row = random.bounded(int(list.size()) + 1);
            switch (random.bounded(4)) {
            case 0: list.insert(row, condition(u"c%1"_s.arg(i))); break;
            case 1:
                if (row < list.size())
                    list.removeAt(row);
                break;
            case 2: std::shuffle(list.begin(), list.end(), random); break;
            default:
                if (row < list.size())
                    list[row].status = u"s%1"_s.arg(i);
            }
            if (random.bounded(2) == 0) {
                model.setConditions(list);
                QCOMPARE(shown(model), wanted(list));
            }
        }
        QCOMPARE(resets.count(), 0);
    }

    void aChangedRowIsOneChange()
    {
        ConditionsModel model(m_clock);
        model.setConditions({condition(u"Ready"_s), condition(u"Launched"_s)});
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        model.setConditions({condition(u"Ready"_s), condition(u"Launched"_s, u"False"_s)});
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(inserts.count(), 0);
    }

    void repeatedKeysAreShownOnce()
    {
        ConditionsModel model(m_clock);
        model.setConditions({condition(u"Ready"_s), condition(u"Ready"_s, u"False"_s)});
        QCOMPARE(shown(model), QStringList{u"Ready True"_s});
    }

    void agesAreInTheirLargestUnit_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << 0 << u"0 s"_s;
        QTest::newRow("in the future, by a wrong clock") << -30 << u"0 s"_s;
        QTest::newRow("seconds") << 119 << u"119 s"_s;
        QTest::newRow("minutes") << 120 << u"2 min"_s;
        QTest::newRow("hours") << 7200 << u"2 h"_s;
        QTest::newRow("days") << 2 * 86'400 << u"2 d"_s;
        QTest::newRow("years") << 800 * 86'400 << u"2 y"_s;
    }

    void agesAreInTheirLargestUnit()
    {
        QFETCH(int, seconds);
        QTEST(ageText(m_clock.now().addSecs(-seconds), m_clock.now()).english(), "text");
    }

    void unknownTimesHaveNoAge()
    {
        QVERIFY(ageText({}, m_clock.now()).isEmpty());
        QVERIFY(agoText({}, m_clock.now()).isEmpty());
    }

    void stopwatchTexts_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("seconds") << 8 << u"0:08"_s;
        QTest::newRow("minutes") << 760 << u"12:40"_s;
        QTest::newRow("hours") << 3723 << u"1:02:03"_s;
        QTest::newRow("negative") << -1 << QString();
    }

    void stopwatchTexts()
    {
        QFETCH(int, seconds);
        QTEST(stopwatch(std::chrono::seconds(seconds)), "text");
    }
};

QTEST_GUILESS_MAIN(TestRowsModel)
#include "tst_rowsmodel.moc"
