// SPDX-License-Identifier: GPL-3.0-or-later
// What the resources page shows of a server's objects: the whole of a Secret, though only its metadata is followed, and
// in grey what may be old.
#include "objects.h"
#include "serverundertest.h"
#include "widgets/outdatedveil.h"
#include "windowundertest.h"

#include <argosy/ui/resourcespage.h>
#include <argosy/ui/yamlview.h>

#include <QLabel>
#include <QTabBar>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000;

Json aksCluster(const QString& name)
{
    return {{"apiVersion", "containerservice.azure.com/v1api20250801"}, {"kind", "ManagedCluster"},
        {"metadata", {{"name", name.toStdString()}}},
        {"spec",
            {{"location", "westeurope"}, {"owner", {{"name", "rg"}}},
                {"operatorSpec",
                    {{"secrets", {{"userCredentials", {{"name", name.toStdString()}, {"key", "kubeconfig"}}}}}}}}}};
}

Json secret(const QString& name)
{
    return {{"apiVersion", "v1"}, {"kind", "Secret"}, {"metadata", {{"name", name.toStdString()}}},
        {"data", {{"kubeconfig", "Y2FuYXJ5LTE="}}}};
}

} // namespace

class TestLiveDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecretIsShownWhole_data() { ServerUnderTest::addRows(); }
    void aSecretIsShownWhole()
    {
        QFETCH(QString, server);
        if (const QString why = ServerUnderTest::reasonToSkip(server); !why.isEmpty())
            QSKIP(qPrintable(why));
        ServerUnderTest tested(server, {.controllers = false});
        ApiClient& api = tested.wire();
        const QString name = ServerUnderTest::uniqueName(u"heron"_s);
        const QString clusters = u"/apis/containerservice.azure.com/v1api20250801/namespaces/default/managedclusters"_s;
        const QString secrets = u"/api/v1/namespaces/default/secrets"_s;
        const Cleanup cluster(api, clusters + u'/' + name);
        const Cleanup bird(api, secrets + u'/' + name);
        QCOMPARE(api.post(clusters, aksCluster(name)).code, 201);
        QCOMPARE(api.post(secrets, secret(name)).code, 201);

        WindowUnderTest w;
        w.session.setKubeconfig(tested.kubeconfig());
        QVERIFY(w.session.connectTo(QString()));
        w.window.showPage(u"resources"_s);
        auto* page = w.window.findChild<ResourcesPage*>();
        auto* kind = w.child<QLabel>(u"resources.details.name"_s);
        const ObjectRef ref{ClusterId::management(), {}, u"Secret"_s, u"default"_s, name};
        const bool isSelected = QTest::qWaitFor(
            [&] {
                page->showObject(ref);
                return kind->text() == name;
            },
            kPatience);
        QVERIFY(isSelected);
        w.child<QTabBar>(u"resources.details.tabs"_s)->setCurrentIndex(1);
        auto* yaml = w.child<YamlView>(u"resources.details.yaml"_s);
        QTRY_VERIFY_WITH_TIMEOUT(yaml->text().contains(u"kubeconfig: <8 bytes>"), kPatience);
        QCOMPARE(api.mergePatch(secrets + u'/' + name, {{"data", {{"key", "YWJjZA=="}}}}).code, 200);
        QTRY_VERIFY_WITH_TIMEOUT(yaml->text().contains(u"key: <4 bytes>"), kPatience);
    }

    void whatMayBeOldIsGrey()
    {
        ServerUnderTest tested(u"embedded"_s, {.controllers = false});
        QCOMPARE(tested.wire().post(nodePoolPath(), nodePool(u"gpu"_s)).code, 201);
        WindowUnderTest w;
        w.session.setKubeconfig(tested.kubeconfig());
        QVERIFY(w.session.connectTo(QString()));
        w.window.showPage(u"resources"_s);
        auto* veil = w.window.findChild<ResourcesPage*>()->findChild<OutdatedVeil*>();
        QTRY_VERIFY(w.child<QWidget>(u"resources.tree"_s)->isVisible());
        QVERIFY(!veil->isVisible());
        tested.demo().interrupt(true);
        QTRY_VERIFY_WITH_TIMEOUT(veil->isVisible(), kPatience);
        QVERIFY(w.child<QWidget>(u"resources.banner"_s)->isVisible());
        tested.demo().interrupt(false);
        QTRY_VERIFY_WITH_TIMEOUT(!veil->isVisible(), kPatience);
    }
};

QTEST_MAIN(TestLiveDetails)
#include "tst_livedetails.moc"
