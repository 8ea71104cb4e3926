// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers.h"

#include <applysequences.h>

#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

/**
 * Replays the recorded sequences of writes. With ARGOSY_UPDATE_GOLDEN=1 and a real server its answers become the
 * expectations; they are reviewed like any other change.
 */
class TestContractApply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_servers.start()); }

    void answersAsRecorded_data()
    {
        QTest::addColumn<bool>("real");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<qsizetype>("index");
        for (const bool real : {false, true}) {
            for (const QString& kind : applySequenceKinds()) {
                const QList<ApplySequence> sequences = loadApplySequences(kind);
                for (qsizetype i = 0; i < sequences.size(); ++i)
                    QTest::addRow(
                        "%s: %s: %s", real ? "real" : "embedded", qPrintable(kind), qPrintable(sequences[i].title))
                        << real << kind << i;
            }
        }
    }

    void answersAsRecorded()
    {
        QFETCH(bool, real);
        QFETCH(QString, kind);
        QFETCH(qsizetype, index);
        ApiClient* api = m_servers.client(real);
        if (api == nullptr)
            QSKIP("ARGOSY_TEST_KUBECONFIG names no API server.");
        const ApplySequence sequence = loadApplySequences(kind)[index];
        const QList<Json> answers = replay(*api, sequence);
        for (qsizetype i = 0; i < answers.size(); ++i) {
            if (!sameJson(answers[i], sequence.steps[i].expected))
                QFAIL(qPrintable(u"step %1:\n%2\nexpected:\n%3"_s.arg(QString::number(i),
                    QString::fromUtf8(toCompactJson(answers[i])),
                    QString::fromUtf8(toCompactJson(sequence.steps[i].expected)))));
        }
    }

    void recordsWhatARealServerAnswers()
    {
        ApiClient* api = m_servers.client(true);
        if (api == nullptr || qEnvironmentVariable("ARGOSY_UPDATE_GOLDEN") != u"1")
            QSKIP("ARGOSY_UPDATE_GOLDEN is not 1, or ARGOSY_TEST_KUBECONFIG names no API server.");
        for (const QString& kind : applySequenceKinds()) {
            QList<QList<Json>> answers;
            for (const ApplySequence& sequence : loadApplySequences(kind))
                answers.append(replay(*api, sequence));
            recordExpectations(kind, answers);
        }
    }

private:
    static QList<Json> replay(ApiClient& api, const ApplySequence& sequence)
    {
        const TestNamespace nameSpace(api);
        const QString collection = QString(sequence.collection).replace(u"$NS"_s, nameSpace.name());
        const QString name = uniqueName(u"seq"_s);
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

    Servers m_servers;
};

QTEST_GUILESS_MAIN(TestContractApply)
#include "tst_contract_apply.moc"
