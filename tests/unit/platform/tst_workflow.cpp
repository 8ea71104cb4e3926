// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/manifests.h>
#include <argosy/platform/rules.h>
#include <argosy/platform/workflow.h>

#include "goldenfile.h"
#include "testprint.h"

#include <QRegularExpression>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

ClusterSettings heron(Arrangement arrangement = Arrangement::Workload)
{
    ClusterSettings settings = *newCluster(u"heron"_s, u"uksouth"_s);
    settings.delivery = Delivery::Argo;
    settings.arrangement = arrangement;
    return settings;
}

QList<Json> objectsOf(const ClusterSettings& settings)
{
    QList<Json> objects;
    const auto files = clusterManifests(settings);
    for (const ManifestFile& file : files)
        objects.append(file.object);
    return objects;
}

QString parameter(const Json& workflow, const QString& name)
{
    for (const Json& row : valueAt(workflow, "/spec/arguments/parameters"))
        if (textAt(row, "/name") == name)
            return textAt(row, "/value");
    return {};
}

QSet<QString> namesIn(const Json& list)
{
    QSet<QString> names;
    for (const Json& row : list)
        names.insert(textAt(row, "/name"));
    return names;
}

} // namespace

class TestWorkflow final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void carriesTheReviewedManifests()
    {
        const ClusterSettings settings = heron();
        const auto workflow = workflowFor(settings, objectsOf(settings));
        QVERIFY_RESULT(workflow);
        QCOMPARE(textAt(*workflow, "/metadata/generateName"), u"provision-heron-"_s);
        QVERIFY(valueAt(*workflow, "/metadata/name").is_null());
        QCOMPARE(textAt(*workflow, "/spec/workflowTemplateRef/name"), u"provision-aks"_s);
        const QString cluster = parameter(*workflow, u"managed-cluster-manifest"_s);
        QVERIFY(!cluster.contains(u'\n'));
        const auto carried = parseJson(cluster.toUtf8());
        QVERIFY_RESULT(carried);
        QCOMPARE(textAt(*carried, "/metadata/name"), u"heron"_s);
        QCOMPARE(parameter(*workflow, u"with-nodepool"_s), u"true"_s);
        QCOMPARE(parameter(*workflow, u"kubeconfig-secret"_s), u"heron-kubeconfig"_s);
        QCOMPARE(parameter(*workflow, u"apply-mode"_s), u"none"_s);
        const QString text = QString::fromUtf8(toPrettyJson(*workflow));
        QCOMPARE(text, golden(u"platform/workflow.json"_s, text));
        QCOMPARE(parameter(*workflowFor(settings, objectsOf(settings), true), u"apply-mode"_s), u"server"_s);
    }

    void passesOnlyParametersThatTheTemplateHas_data()
    {
        QTest::addColumn<Arrangement>("arrangement");
        QTest::newRow("workload") << Arrangement::Workload;
        QTest::newRow("management") << Arrangement::Management;
    }
    void passesOnlyParametersThatTheTemplateHas()
    {
        QFETCH(Arrangement, arrangement);
        ClusterSettings settings = heron(arrangement);
        settings.identityType = u"UserAssigned"_s;
        settings.userAssignedIdentity = u"id-heron"_s;
        const Json workflowTemplate = provisionTemplate(settings);
        const QSet<QString> known = namesIn(valueAt(workflowTemplate, "/spec/arguments/parameters"));
        const auto workflow = workflowFor(settings, objectsOf(settings));
        QVERIFY_RESULT(workflow);
        const QSet<QString> passed = namesIn(valueAt(*workflow, "/spec/arguments/parameters"));
        QVERIFY2((passed - known).isEmpty(), qPrintable(QStringList((passed - known).values()).join(u' ')));
        for (const Json& row : valueAt(workflowTemplate, "/spec/arguments/parameters"))
            if (!row.contains("value"))
                QVERIFY2(passed.contains(textAt(row, "/name")), qPrintable(textAt(row, "/name")));
    }

    void theTemplateHangsTogether_data() { passesOnlyParametersThatTheTemplateHas_data(); }
    void theTemplateHangsTogether()
    {
        QFETCH(Arrangement, arrangement);
        const Json workflowTemplate = provisionTemplate(heron(arrangement));
        QVERIFY(rulesFor(workflowTemplate).isEmpty());
        const QSet<QString> parameters = namesIn(valueAt(workflowTemplate, "/spec/arguments/parameters"));
        static const QRegularExpression kTag(u"\\{\\{workflow\\.parameters\\.([^}]+)\\}\\}"_s);
        const QString text = QString::fromUtf8(toCompactJson(workflowTemplate));
        int tags = 0;
        for (auto it = kTag.globalMatch(text); it.hasNext(); ++tags) {
            const QString name = it.next().captured(1);
            QVERIFY2(parameters.contains(name), qPrintable(name));
        }
        QVERIFY(tags > 10);
        QVERIFY(!text.contains(u"setOwnerReference"_s));
        QVERIFY(!text.contains(u"kro.run"_s));
    }

    void rightsAreNoMoreThanNeeded_data() { passesOnlyParametersThatTheTemplateHas_data(); }
    void rightsAreNoMoreThanNeeded()
    {
        QFETCH(Arrangement, arrangement);
        const QList<Json> objects = provisionRbac(heron(arrangement));
        QStringList groups;
        for (const Json& object : objects) {
            for (const Json& rule : member(object, "rules")) {
                const QString text = QString::fromUtf8(toCompactJson(rule));
                QVERIFY2(!text.contains(u'*') && !text.contains(u"delete"_s) && !text.contains(u"secrets"_s),
                    qPrintable(text));
                groups.append(textAt(rule, "/apiGroups/0"));
            }
        }
        QCOMPARE(groups.contains(u"karpenter.sh"_s), arrangement == Arrangement::Management);
        QCOMPARE(objects.size(), arrangement == Arrangement::Management ? 5 : 3);
    }

    void refuses_data()
    {
        QTest::addColumn<QList<Json>>("manifests");
        QTest::addColumn<QString>("word");
        QList<Json> all = objectsOf(heron());
        const auto isKind = [](const char* kind) {
            return [kind](const Json& object) { return textAt(object, "/kind") == QLatin1StringView(kind); };
        };
        QList<Json> withoutCluster = all;
        withoutCluster.removeIf(isKind("ManagedCluster"));
        QTest::newRow("no cluster") << withoutCluster << u"ManagedCluster"_s;
        QTest::newRow("two pools") << all + QList<Json>{nodePoolManifest(heron(), u"v1"_s)} << u"second"_s;
        QList<Json> foreign = all;
        foreign.append(Json{{"apiVersion", "v1"}, {"kind", "ConfigMap"}, {"metadata", {{"name", "notes"}}}});
        QTest::newRow("a kind it has no place for") << foreign << u"ConfigMap/notes"_s;
        QList<Json> tag = all;
        for (Json& object : tag)
            if (isKind("ManagedCluster")(object))
                object["spec"]["tags"]["team"] = "{{workflow.name}}";
        QTest::newRow("a tag of Argo's in a value") << tag << u"spec.tags.team"_s;
    }
    void refuses()
    {
        QFETCH(QList<Json>, manifests);
        QFETCH(QString, word);
        const auto workflow = workflowFor(heron(), manifests);
        QVERIFY(!workflow);
        QCOMPARE(workflow.error().kind, ErrorKind::Invalid);
        const QString text = workflow.error().message.english();
        QVERIFY2(text.contains(word), qPrintable(text));
    }

    void theManifestsSayWhatTheWorkflowNeeds()
    {
        const ClusterSettings read = settingsOf(objectsOf(heron()));
        QCOMPARE(read.name, u"heron"_s);
        QCOMPARE(read.nameSpace, heron().nameSpace);
        QCOMPARE(read.kubeconfigSecret, heron().kubeconfigSecret);
        QCOMPARE(read.kubeconfigKey, heron().kubeconfigKey);
        QVERIFY(settingsOf({}).name.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWorkflow)
#include "tst_workflow.moc"
