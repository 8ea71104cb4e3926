// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "objects.h"

#include <applysequences.h>

#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

/**
 * Replays the recorded sequences of writes. With ARGOSY_UPDATE_GOLDEN=1 and a real server its answers become the
 * expectations; they are reviewed like any other change.
 */
class TestContractApply : public ContractTest
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsRecorded_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<qsizetype>("index");
        for (const QString& server : ServerUnderTest::names()) {
            for (const QString& kind : applySequenceKinds()) {
                const QList<ApplySequence> sequences = loadApplySequences(kind);
                for (qsizetype i = 0; i < sequences.size(); ++i)
                    QTest::addRow("%s: %s: %s", qPrintable(server), qPrintable(kind), qPrintable(sequences[i].title))
                        << server << kind << i;
            }
        }
    }

    void answersAsRecorded()
    {
        QFETCH(QString, kind);
        QFETCH(qsizetype, index);
        const ApplySequence sequence = loadApplySequences(kind).at(index);
        const QList<Json> answers = replay(wire(), sequence);
        for (qsizetype i = 0; i < answers.size(); ++i) {
            if (!sameJson(answers[i], sequence.steps[i].expected))
                QFAIL(qPrintable(u"step %1:\n%2\nexpected:\n%3"_s.arg(QString::number(i),
                    QString::fromUtf8(toCompactJson(answers[i])),
                    QString::fromUtf8(toCompactJson(sequence.steps[i].expected)))));
        }
    }

    void recordsWhatARealServerAnswers_data()
    {
        QTest::addColumn<QString>("server");
        QTest::newRow("real") << u"real"_s;
    }

    void recordsWhatARealServerAnswers()
    {
        if (qEnvironmentVariable("ARGOSY_UPDATE_GOLDEN") != u"1")
            QSKIP("ARGOSY_UPDATE_GOLDEN is not 1.");
        for (const QString& kind : applySequenceKinds()) {
            QList<QList<Json>> answers;
            for (const ApplySequence& sequence : loadApplySequences(kind))
                answers.append(replay(wire(), sequence));
            recordExpectations(kind, answers);
        }
    }

private:
    static QList<Json> replay(ApiClient& api, const ApplySequence& sequence)
    {
        const TestNamespace nameSpace(api);
        const QString collection = QString(sequence.collection).replace(u"$NS"_s, nameSpace.name());
        const QString name = ServerUnderTest::uniqueName(u"seq"_s);
        const Cleanup cleanup(api, collection + u'/' + name);
        QList<Json> answers;
        for (const ApplyStep& step : sequence.steps) {
            const Answer before = api.get(collection + u'/' + name);
            const Answer answer = write(api, sequence, step, collection, name, before.json);
            answers.append(observedAnswer(
                answer.code, answer.json, before.code == 200 ? &before.json : nullptr, name, nameSpace.name()));
        }
        return answers;
    }

    static Answer write(ApiClient& api, const ApplySequence& sequence, const ApplyStep& step, const QString& collection,
        const QString& name, Json live)
    {
        const QString path = collection + u'/' + name + (step.door.isEmpty() ? QString() : QString(u'/' + step.door));
        const QString query = u"?fieldManager="_s + step.manager;
        switch (step.verb) {
        case ApplyStep::Verb::Apply: return api.apply(path, sequence.wholeBody(step, name), step.manager, step.force);
        case ApplyStep::Verb::Create: return api.post(collection + query, sequence.wholeBody(step, name));
        case ApplyStep::Verb::Merge: return api.mergePatch(path + query, step.body);
        case ApplyStep::Verb::Replace: break;
        }
        live.merge_patch(step.body);
        return api.put(path + query, live);
    }
};

QTEST_GUILESS_MAIN(TestContractApply)
#include "tst_contract_apply.moc"
