// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents.h"

#include <argosy/schema/schema.h>

#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

/// What validation says of whole documents, against the built-in catalogue.
class TestDocuments final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void problems_data()
    {
        QTest::addColumn<qsizetype>("index");
        const auto cases = documentCases();
        for (qsizetype i = 0; i < cases.size(); ++i)
            QTest::newRow(qPrintable(cases.at(i).name)) << i;
        QVERIFY(!cases.isEmpty());
    }

    void problems()
    {
        QFETCH(qsizetype, index);
        static const auto cases = documentCases();
        const DocumentCase& one = cases.at(index);
        const auto found = validate(one.document, SchemaSet::builtin());
        if (one.rulesOnly) {
            for (const QString& rule : one.expected)
                QVERIFY2(
                    std::ranges::any_of(found, [&](const Problem& p) { return p.rule == rule; }), qPrintable(rule));
        } else {
            QCOMPARE(errorsOf(found), one.expected);
        }
    }

    void suggestions_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("suggestion");
        QTest::addColumn<QString>("text");

        const QByteArray pool =
            R"({"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":"a"},"spec":{"template":{"spec":{
            "nodeClassRef":{"group":"karpenter.azure.com","kind":"AKSNodeClass","name":"d"},"requirements":[]}},%1}})";
        QTest::newRow("letters swapped") << QByteArray(pool).replace("%1", R"("wieght":1)") << u"weight"_s
                                         << u"There is no field spec.wieght. Did you mean weight?"_s;
        QTest::newRow("another case") << QByteArray(pool).replace("%1", R"("Weight":1)") << u"weight"_s
                                      << u"There is no field spec.Weight. Did you mean weight?"_s;
        QTest::newRow("nothing near") << QByteArray(pool).replace("%1", R"("instanceTypes":1)") << QString()
                                      << u"There is no field spec.instanceTypes."_s;
        QTest::newRow("a field of that name elsewhere")
            << QByteArray(pool).replace("%1", R"("taints":[])") << QString()
            << u"There is no field spec.taints. A field of that name is at spec.template.spec.taints."_s;
        QTest::newRow("a field that has moved since v1beta1")
            << QByteArray(pool).replace("%1", R"("disruption":{"consolidateAfter":"0s","expireAfter":"720h"})")
            << QString()
            << u"There is no field spec.disruption.expireAfter. A field of that name is at spec.template.spec.expireAfter."_s;
        QTest::newRow("enumeration in another case") << QByteArray(pool).replace(
            "%1", R"("disruption":{"consolidateAfter":"0s","consolidationPolicy":"WhenEmptyOrUnderutilised"})")
                                                     << u"WhenEmptyOrUnderutilized"_s << QString();
        QTest::newRow("number in quotes") << QByteArray(pool).replace("%1", R"("weight":"5")") << u"5"_s
                                          << u"spec.weight must be of type integer, but it is of type string."_s;
        QTest::newRow("version") << QByteArray(
            R"({"apiVersion":"karpenter.sh/v1beta1","kind":"NodePool","metadata":{"name":"a"}})")
                                 << u"karpenter.sh/v1"_s
                                 << u"NodePool.karpenter.sh is not known in version v1beta1. Known versions: v1."_s;
        QTest::newRow("name") << QByteArray(R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"My Pool_1"}})")
                              << u"my-pool-1"_s << QString();
        QTest::newRow("the value of a secret is not repeated")
            << QByteArray(R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"},"stringData":{"pin":1234}})")
            << QString() << u"stringData.pin must be of type string, but it is of type integer."_s;
    }

    void suggestions()
    {
        QFETCH(QByteArray, document);
        QFETCH(QString, suggestion);
        QFETCH(QString, text);
        const auto problems = validate(*parseJson(document), SchemaSet::builtin());
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().suggestion, suggestion);
        if (!text.isEmpty())
            QCOMPARE(problems.first().message.english(), text);
    }

    void unknownKindSaysWhereItComesFrom_data()
    {
        QTest::addColumn<QString>("apiVersion");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("part");
        QTest::addColumn<bool>("isError");

        QTest::newRow("karpenter") << u"karpenter.sh/v1"_s << u"NodePool"_s << u"node provisioning"_s << true;
        QTest::newRow("karpenter azure") << u"karpenter.azure.com/v1beta1"_s << u"AKSNodeClass"_s
                                         << u"node provisioning"_s << true;
        QTest::newRow("aso") << u"cache.azure.com/v1api20230801"_s << u"Redis"_s << u"Azure Service Operator"_s << true;
        QTest::newRow("argo") << u"argoproj.io/v1alpha1"_s << u"Workflow"_s << u"Argo Workflows"_s << true;
        QTest::newRow("kro") << u"kro.run/v1alpha1"_s << u"AKSCluster"_s << u"ResourceGraphDefinitions"_s << false;
        QTest::newRow("foreign") << u"example.org/v1"_s << u"Thing"_s << u"example.org/v1"_s << false;
    }

    void unknownKindSaysWhereItComesFrom()
    {
        QFETCH(QString, apiVersion);
        QFETCH(QString, kind);
        QFETCH(QString, part);
        QFETCH(bool, isError);
        const Json document{
            {"apiVersion", apiVersion.toStdString()}, {"kind", kind.toStdString()}, {"metadata", {{"name", "a"}}}};
        const auto problems = validate(document, SchemaSet());
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().rule, u"schema/unknown-kind"_s);
        QCOMPARE(problems.first().severity == Severity::Error, isError);
        QVERIFY2(problems.first().message.english().contains(part), qPrintable(problems.first().message.english()));
    }

    void generatedNameIsAWarning()
    {
        const auto workflow = parseJson(
            R"({"apiVersion":"argoproj.io/v1alpha1","kind":"Workflow","metadata":{"generateName":"a-"},"spec":{}})");
        const auto problems = validate(*workflow, SchemaSet::builtin());
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().rule, u"schema/no-name"_s);
        QCOMPARE(problems.first().severity, Severity::Warning);
    }

    void noMappingIsNoDocument()
    {
        for (const char* text : {"[]", "3", "null", "\"a\""})
            QCOMPARE(errorsOf(validate(*parseJson(text), SchemaSet::builtin())), QStringList{u"schema/type "_s});
    }
};

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
