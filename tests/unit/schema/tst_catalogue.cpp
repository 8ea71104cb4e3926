// SPDX-License-Identifier: GPL-3.0-or-later
#include "sameschema.h"

#include <argosy/schema/openapi.h>

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

/// The field catalogue that is built into the program.
class TestCatalogue final : public QObject
{
    Q_OBJECT

    static void everyKind()
    {
        QTest::addColumn<QString>("apiVersion");
        QTest::addColumn<QString>("kind");
        for (const KindSchema* schema : SchemaSet::builtin().all())
            QTest::newRow(qPrintable(schema->gvk.toString())) << schema->gvk.apiVersion() << schema->gvk.kind;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void hasTheKindsThatArgosyWrites_data()
    {
        QTest::addColumn<QString>("apiVersion");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("plural");
        QTest::addColumn<bool>("namespaced");
        QTest::addColumn<bool>("hasStatus");

        const QString aso = u"containerservice.azure.com/v1api20250801"_s;
        QTest::newRow("cluster") << aso << u"ManagedCluster"_s << u"managedclusters"_s << true << true;
        QTest::newRow("older cluster") << u"containerservice.azure.com/v1api20240402preview"_s << u"ManagedCluster"_s
                                       << u"managedclusters"_s << true << true;
        QTest::newRow("node class") << u"karpenter.azure.com/v1beta1"_s << u"AKSNodeClass"_s << u"aksnodeclasses"_s
                                    << false << true;
        QTest::newRow("node pool") << u"karpenter.sh/v1"_s << u"NodePool"_s << u"nodepools"_s << false << true;
        QTest::newRow("workflow") << u"argoproj.io/v1alpha1"_s << u"Workflow"_s << u"workflows"_s << true << false;
        QTest::newRow("resource group") << u"resources.azure.com/v1api20200601"_s << u"ResourceGroup"_s
                                        << u"resourcegroups"_s << true << true;
        QTest::newRow("pod") << u"v1"_s << u"Pod"_s << u"pods"_s << true << true;
        QTest::newRow("secret") << u"v1"_s << u"Secret"_s << u"secrets"_s << true << false;
        QTest::newRow("cluster role") << u"rbac.authorization.k8s.io/v1"_s << u"ClusterRole"_s << u"clusterroles"_s
                                      << false << false;
    }

    void hasTheKindsThatArgosyWrites()
    {
        QFETCH(QString, apiVersion);
        QFETCH(QString, kind);
        QFETCH(QString, plural);
        QFETCH(bool, namespaced);
        QFETCH(bool, hasStatus);
        const KindSchema* schema = SchemaSet::builtin().find(Gvk::from(apiVersion, kind));
        QVERIFY(schema);
        QCOMPARE(schema->plural, plural);
        QCOMPARE(schema->namespaced, namespaced);
        QCOMPARE(schema->hasStatus, hasStatus);
    }

    void versionsAreOrderedByPreference()
    {
        const QStringList expected{u"v1api20250801"_s, u"v1api20240901"_s, u"v1api20240402preview"_s};
        QCOMPARE(SchemaSet::builtin().versions({u"containerservice.azure.com"_s, u"ManagedCluster"_s}), expected);

        SchemaSet set;
        const QStringList sorted{u"v2"_s, u"v1"_s, u"v1beta2"_s, u"v1beta1"_s, u"v1alpha3"_s, u"next"_s};
        for (const QString& version : {u"v1beta1"_s, u"next"_s, u"v1"_s, u"v1alpha3"_s, u"v2"_s, u"v1beta2"_s})
            set.insert({.gvk = {u"g"_s, version, u"K"_s}});
        QCOMPARE(set.versions({u"g"_s, u"K"_s}), sorted);
    }

    void nodesKeepTheFacts()
    {
        const KindSchema* pool = SchemaSet::builtin().find({u"karpenter.sh"_s, u"v1"_s, u"NodePool"_s});
        const auto node = [&](const QString& path) { return nodeAt(*pool->root, FieldPath::fromDotted(path)); };
        QCOMPARE(node(u"spec.weight"_s)->maximum, 100.0);
        QCOMPARE(node(u"spec.template.spec.requirements[0].operator"_s)->enumeration.size(), 8);
        QVERIFY(node(u"spec.limits.cpu"_s)->intOrString);
        QCOMPARE(*node(u"spec.template.spec.expireAfter"_s)->defaultValue, Json("720h"));
        QVERIFY(!node(u"spec"_s)->rules.isEmpty());
        QVERIFY(node(u"spec.template.metadata.labels"_s)->type == SchemaNode::Type::Object);
        QCOMPARE(node(u"status.conditions[type=\"Ready\"].reason"_s)->type, SchemaNode::Type::String);
        QCOMPARE(node(u"metadata.ownerReferences[0].uid"_s)->type, SchemaNode::Type::String);
        QCOMPARE(node(u"spec.nothing"_s), nullptr);
        QCOMPARE(textAt(*parseJson(pool->scale), "/specReplicasPath"), u".spec.replicas"_s);
    }

    void openApiSaysTheSame_data() { everyKind(); }

    void openApiSaysTheSame()
    {
        QFETCH(QString, apiVersion);
        QFETCH(QString, kind);
        const KindSchema* schema = SchemaSet::builtin().find(Gvk::from(apiVersion, kind));
        const auto again = parseSchema(toOpenApi(*schema->root));
        QVERIFY(again.has_value());
        QCOMPARE(firstDifference(*schema->root, **again), QString());
    }

    void crdSaysTheSame_data() { everyKind(); }

    void crdSaysTheSame()
    {
        QFETCH(QString, apiVersion);
        QFETCH(QString, kind);
        const KindSchema* schema = SchemaSet::builtin().find(Gvk::from(apiVersion, kind));
        const auto again = SchemaSet::fromCrd(toCrd({*schema}));
        QVERIFY(again.has_value());
        const KindSchema* copy = again->find(schema->gvk);
        QVERIFY(copy);
        QCOMPARE(copy->root->propertyOrder, schema->root->propertyOrder);
        for (const auto& [name, node] : schema->root->properties) {
            // A CRD says nothing of metadata, so our descriptions of it stay behind.
            if (name != u"metadata")
                QCOMPARE(firstDifference(*node, *copy->root->properties.at(name), name), QString());
        }
        QCOMPARE(copy->plural, schema->plural);
        QCOMPARE(copy->shortNames, schema->shortNames);
        QCOMPARE(copy->categories, schema->categories);
        QCOMPARE(copy->namespaced, schema->namespaced);
        QCOMPARE(copy->hasStatus, schema->hasStatus);
        QCOMPARE(copy->printerColumns, schema->printerColumns);
        QCOMPARE(copy->scale, schema->scale);
    }

    void descriptionsReachAField_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : QDir(u":/argosy/catalogue/descriptions"_s).entryList({u"*.json"_s}))
            QTest::newRow(qPrintable(name)) << name;
    }

    /// A description of a field that no version has would never be shown.
    void descriptionsReachAField()
    {
        QFETCH(QString, name);
        QFile file(u":/argosy/catalogue/descriptions/"_s + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto descriptions = parseJson(file.readAll());
        QVERIFY(descriptions.has_value());
        const bool ofMetadata = name == u"objectmeta.json";
        const QString resource = name.chopped(5);
        const QString plural = resource.section(u'.', 0, 0);
        const QString group = resource.section(u'.', 1);
        for (const auto& [key, text] : descriptions->items()) {
            QString path = QString::fromStdString(key);
            path.replace(u"[]"_s, u"[0]"_s).replace(u".*"_s, u".any"_s);
            bool found = false;
            for (const KindSchema* schema : SchemaSet::builtin().all()) {
                if (!ofMetadata && (schema->plural != plural || schema->gvk.group != group))
                    continue;
                const SchemaNode& root = ofMetadata ? *schema->root->properties.at(u"metadata"_s) : *schema->root;
                const SchemaNode* node = nodeAt(root, FieldPath::fromDotted(path));
                found = found || (node && node->description.toStdString() == text.get<std::string>());
            }
            QVERIFY2(found, key.c_str());
        }
    }

    void formsHaveDescriptions_data()
    {
        QTest::addColumn<QString>("apiVersion");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("below");
        QTest::newRow("resource group") << u"resources.azure.com/v1api20200601"_s << u"ResourceGroup"_s << u"spec"_s;
        QTest::newRow("node class") << u"karpenter.azure.com/v1beta1"_s << u"AKSNodeClass"_s << u"spec"_s;
        QTest::newRow("node pool") << u"karpenter.sh/v1"_s << u"NodePool"_s << u"spec"_s;
    }

    /// Every field of the kinds whose forms show all fields.
    void formsHaveDescriptions()
    {
        QFETCH(QString, apiVersion);
        QFETCH(QString, kind);
        QFETCH(QString, below);
        const KindSchema* schema = SchemaSet::builtin().find(Gvk::from(apiVersion, kind));
        QStringList missing;
        collectUndescribed(*schema->root->properties.at(below), below, missing);
        QCOMPARE(missing, QStringList());
    }

private:
    static void collectUndescribed(const SchemaNode& node, const QString& path, QStringList& missing)
    {
        if (node.description.isEmpty())
            missing.append(path);
        for (const QString& name : node.propertyOrder)
            collectUndescribed(*node.properties.at(name), path + u'.' + name, missing);
        if (node.items && !node.items->properties.empty()) {
            for (const QString& name : node.items->propertyOrder)
                collectUndescribed(*node.items->properties.at(name), path + u"[]."_s + name, missing);
        }
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
