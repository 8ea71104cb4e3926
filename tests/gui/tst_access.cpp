// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/planview.h"
#include "scriptedserver.h"
#include "shell/contextframe.h"
#include "testprint.h"
#include "windowundertest.h"

#include <argosy/base/files.h>
#include <argosy/ui/widgets.h>

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeWidget>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

/// A server that serves nothing but says so.
void answer(const ScriptedRequest& request, QTcpSocket& socket)
{
    const QByteArray json = "Content-Type: application/json\r\n";
    if (request.target == "/version")
        socket.write(ScriptedServer::answer(200, R"({"gitVersion":"v1.33.2"})", json));
    else
        socket.write(ScriptedServer::answer(200, R"({"kind":"APIGroupList","groups":[]})", json));
}

/// A window on a kubeconfig with the contexts dev, heron-prod, and lost, which leads nowhere.
struct AccessUnderTest : WindowUnderTest
{
    explicit AccessUnderTest(QString more = {})
        : clusterFields(std::move(more))
    {
        session.setKubeconfig(parseKubeconfig(kubeconfig(), home.path(), home.filePath(u"config"_s)).value());
        window.showPage(u"connect"_s);
    }

    [[nodiscard]] QByteArray kubeconfig() const
    {
        return QString(uR"(apiVersion: v1
kind: Config
current-context: dev
clusters: [{name: west, cluster: {server: '%1'%2}}]
contexts:
- {name: dev, context: {cluster: west}}
- {name: heron-prod, context: {cluster: west, namespace: azure-system}}
- {name: lost, context: {cluster: east}}
)"_s)
            .arg(server.url(), clusterFields)
            .toUtf8();
    }

    void select(const QString& context) const
    {
        contexts->setCurrentItem(contexts->findItems(context, Qt::MatchExactly).constFirst());
    }
    [[nodiscard]] QString accessOf(const QString& context) const
    {
        return contexts->findItems(context, Qt::MatchExactly).constFirst()->text(1);
    }
    /// As a person does: by the keyboard.
    void choose(AccessMode mode) const
    {
        const int wanted = modes->findData(static_cast<int>(mode));
        modes->setFocus();
        while (modes->currentIndex() != wanted)
            QTest::keyClick(modes, modes->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    }
    [[nodiscard]] ContextKind frame() { return window.findChild<ContextFrame*>()->kind(); }

    QString clusterFields;
    ScriptedServer server{answer};
    QTreeWidget* contexts = child<QTreeWidget>(u"connect.contexts"_s);
    QComboBox* modes = child<QComboBox>(u"connect.access"_s);
};

} // namespace

/// What a person sees and chooses of how carefully a context is treated.
class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void eachContextHasItsModeAndItIsKept()
    {
        AccessUnderTest w;
        QCOMPARE(w.accessOf(u"dev"_s), u"Open"_s);
        QCOMPARE(w.accessOf(u"heron-prod"_s), u"Guarded"_s);
        QCOMPARE(w.accessOf(u"lost"_s), QString());
        w.select(u"lost"_s);
        QVERIFY(!w.modes->isEnabled());
        w.select(u"heron-prod"_s);
        QCOMPARE(w.modes->currentText(), u"Guarded"_s);
        w.choose(AccessMode::ReadOnly);
        QCOMPARE(w.accessOf(u"heron-prod"_s), u"Read-only"_s);
        QCOMPARE(w.accessOf(u"dev"_s), u"Open"_s);
        QCOMPARE(*AccessModes(w.session.paths()).modeOf({u"heron-prod"_s, w.server.url()}), AccessMode::ReadOnly);
        w.shootBoth(u"access-contexts"_s);
    }

    void theFrameShowsTheModeWhileItChanges()
    {
        AccessUnderTest w;
        w.select(u"heron-prod"_s);
        QTest::mouseClick(w.child<QPushButton>(u"connect.connect"_s), Qt::LeftButton);
        QTRY_COMPARE(w.session.management()->phase(), ClusterSession::Phase::Ready);
        QCOMPARE(w.frame(), ContextKind::Guarded);
        QVERIFY(w.window.windowTitle().contains(u"heron-prod (Guarded)"_s));
        w.shootBoth(u"access-guarded"_s);
        w.window.showPage(u"connect"_s);
        w.choose(AccessMode::ReadOnly);
        QCOMPARE(w.frame(), ContextKind::ReadOnly);
        QVERIFY(w.window.windowTitle().contains(u"(Read-only)"_s));
        QCOMPARE(w.child<QLabel>(u"shell.contextKind"_s)->text(), u"Read-only"_s);
        QCOMPARE(w.session.management()->endpoint().access, AccessMode::ReadOnly);
        QCOMPARE(w.window.currentPage()->id(), u"connect"_s); // where the person is
        w.shootBoth(u"access-read-only"_s);
        w.choose(AccessMode::Open);
        QCOMPARE(w.frame(), ContextKind::Open);
    }

    void whatWritesSaysWhyItCannot()
    {
        PlanView view(WindowUnderTest::theme());
        ReviewState state{.phase = ReviewState::Phase::Reviewed,
            .server = u"heron-prod"_s,
            .access = AccessMode::ReadOnly,
            .delivery = Delivery::Argo};
        PlanStep step;
        step.object = {{}, u"containerservice.azure.com"_s, u"ManagedCluster"_s, u"azure-system"_s, u"heron"_s};
        step.action = PlanAction::Create;
        state.plan.steps.append(step);
        view.setState(state);
        for (const QString& name : {u"plan.apply"_s, u"plan.submit"_s}) {
            const auto* button = view.findChild<QPushButton*>(name);
            QVERIFY(!button->isEnabled());
            QVERIFY2(button->toolTip().startsWith(u"heron-prod is read-only."_s), qPrintable(button->toolTip()));
        }
    }

    void aKubeconfigThatOthersCanReadIsWarnedAbout()
    {
        AccessUnderTest w;
        const QString path = w.home.filePath(u"shared"_s);
        QVERIFY_RESULT(writeFileAtomically(path, w.kubeconfig()));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QVERIFY_RESULT(w.session.openKubeconfig(path));
        const auto* banner = w.child<Banner>(u"connect.banner"_s);
        QVERIFY2(banner->text().contains(path + " is world-readable"_L1), qPrintable(banner->text()));
        w.shootBoth(u"access-readable"_s);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY_RESULT(w.session.openKubeconfig(path));
        QVERIFY2(!banner->text().contains(u"readable"_s), qPrintable(banner->text()));
    }

    void aListThatIsFilledAgainKeepsItsWidth()
    {
        AccessUnderTest w;
        for (int i = 0; i < 3; ++i) {
            w.session.setKubeconfig(w.session.kubeconfig());
            QCoreApplication::processEvents();
        }
        QCOMPARE(w.contexts->horizontalScrollBar()->maximum(), 0);
    }

    void anUncheckedCertificateStaysInSight()
    {
        AccessUnderTest w(u", insecure-skip-tls-verify: true"_s);
        auto* warning = w.child<Banner>(u"shell.warning"_s);
        QVERIFY(!warning->isVisible());
        QVERIFY_RESULT(w.session.connectTo(u"dev"_s));
        QTRY_COMPARE(w.session.management()->phase(), ClusterSession::Phase::Ready);
        for (const QString& page : {u"build"_s, u"plan"_s, u"connect"_s}) {
            w.window.showPage(page);
            QVERIFY(warning->isVisible());
        }
        QVERIFY2(warning->text().contains(u"insecure-skip-tls-verify"_s), qPrintable(warning->text()));
        w.shootBoth(u"access-insecure"_s);
        w.session.disconnect();
        QVERIFY(!warning->isVisible());
    }
};

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
