// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldmanagement.h"
#include "status.h"

#include "applysequences.h"

#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

/// One object and the writes to it, as a server without storage.
class Replay final
{
public:
    Replay(const ApplySequence& sequence, const KindSchema& kind)
        : m_sequence(sequence)
        , m_kind(kind)
    { }

    Json answer(const ApplyStep& step)
    {
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1'768'000'000 + ++m_steps, Qt::UTC);
        const demo::FieldWriter writer{step.manager, step.door, now.toString(Qt::ISODate), m_kind.hasStatus};
        const std::optional<Json> before = m_live;
        const Json* live = m_live ? &*m_live : nullptr;
        if (step.verb == ApplyStep::Verb::Apply) {
            const auto outcome =
                demo::applyPatch(live, m_sequence.wholeBody(step, kName), writer, step.force, *m_kind.root);
            if (!outcome)
                return failed(outcome.error());
            if (!outcome->conflicts.isEmpty())
                return failed(demo::conflictError(outcome->conflicts));
            store(outcome->object);
        } else {
            store(demo::trackUpdate(live, updated(step), writer, *m_kind.root));
        }
        const int code = before ? 200 : 201;
        return observedAnswer(code, *m_live, before ? &*before : nullptr, kName, u"$NS"_s);
    }

private:
    Json updated(const ApplyStep& step) const
    {
        if (step.verb == ApplyStep::Verb::Create)
            return withDefaults(m_sequence.wholeBody(step, kName));
        Json object = *m_live;
        object.merge_patch(step.body);
        return withDefaults(object);
    }

    Json withDefaults(Json object) const
    {
        applyDefaults(object, *m_kind.root);
        return object;
    }

    void store(const Json& object)
    {
        Json next = withDefaults(object);
        if (m_live && sameJson(*m_live, next))
            return;
        next["metadata"]["resourceVersion"] = std::to_string(m_steps);
        m_live = next;
    }

    static Json failed(const Error& error)
    {
        return observedAnswer(error.status->code, demo::statusJson(error), nullptr, kName, u"$NS"_s);
    }

    static inline const QString kName = u"subject"_s;
    const ApplySequence& m_sequence;
    const KindSchema& m_kind;
    std::optional<Json> m_live;
    int m_steps = 0;
};

} // namespace

class TestFieldManagement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void answersLikeARealServer_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<qsizetype>("index");
        for (const QString& kind : applySequenceKinds()) {
            const QList<ApplySequence> sequences = loadApplySequences(kind);
            for (qsizetype i = 0; i < sequences.size(); ++i)
                QTest::addRow("%s: %s", qPrintable(kind), qPrintable(sequences[i].title)) << kind << i;
        }
    }

    void answersLikeARealServer()
    {
        QFETCH(QString, kind);
        QFETCH(qsizetype, index);
        const ApplySequence sequence = loadApplySequences(kind).at(index);
        const KindSchema* schema = SchemaSet::builtin().find(Gvk::from(sequence.apiVersion, sequence.kind));
        QVERIFY(schema != nullptr);
        Replay replay(sequence, *schema);
        for (qsizetype i = 0; i < sequence.steps.size(); ++i) {
            const Json actual = replay.answer(sequence.steps[i]);
            const Json& expected = sequence.steps[i].expected;
            if (!sameJson(actual, expected))
                QFAIL(qPrintable(u"step %1:\n%2\nexpected:\n%3"_s.arg(QString::number(i),
                    QString::fromUtf8(toCompactJson(actual)), QString::fromUtf8(toCompactJson(expected)))));
        }
    }
};

QTEST_APPLESS_MAIN(TestFieldManagement)
#include "tst_fieldmanagement.moc"
