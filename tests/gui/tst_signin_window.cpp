// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/signinpanel.h"
#include "scriptedserver.h"
#include "windowundertest.h"

#include <argosy/ui/commandpermission.h>

#include <QAbstractItemView>
#include <QFile>
#include <QLabel>
#include <QPushButton>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

/// Lets in whoever shows the token that the command gives, and serves no kinds.
void answer(const ScriptedRequest& request, QTcpSocket& socket)
{
    const QByteArray json = "Content-Type: application/json\r\n";
    if (request.headers.value("authorization") != "Bearer given")
        socket.write(ScriptedServer::answer(401, R"({"kind":"Status","code":401,"message":"Unauthorized"})", json));
    else if (request.target == "/version")
        socket.write(ScriptedServer::answer(200, R"({"gitVersion":"v1.33.2"})", json));
    else
        socket.write(ScriptedServer::answer(200, R"({"kind":"APIGroupList","groups":[]})", json));
}

/// A command that shows an address and a code, and waits until the person has been there.
constexpr auto kCommand = "#!/bin/sh\n"
                          "echo 'Open https://login.example/device?a=1&b=2 and enter <HX7T>.' >&2\n"
                          "while [ ! -e \"$1\" ]; do sleep 0.05; done\n"
                          "echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\","
                          "\"status\":{\"token\":\"given\"}}'\n";

struct SignInUnderTest : WindowUnderTest
{
    SignInUnderTest()
    {
        QFile file(home.filePath(u"login"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(kCommand) < 0
            || !file.setPermissions(QFile::ReadOwner | QFile::ExeOwner))
            qFatal("the command cannot be written");
        session.setSignIn({.mayRun = askBeforeRunning(session.paths(), dialogs, &window)});
        session.setKubeconfig(parseKubeconfig(kubeconfig(), home.path(), home.filePath(u"config"_s)).value());
        window.showPage(u"connect"_s);
    }

    QByteArray kubeconfig() const
    {
        return QString(uR"(apiVersion: v1
kind: Config
current-context: mgmt
clusters: [{name: west, cluster: {server: '%1'}}]
contexts: [{name: mgmt, context: {cluster: west, user: ana}}]
users:
- name: ana
  user:
    exec: {apiVersion: client.authentication.k8s.io/v1, command: ./login, args: ['%2'], interactiveMode: Never}
)"_s)
            .arg(server.url(), been())
            .toUtf8();
    }
    [[nodiscard]] QString been() const { return home.filePath(u"been there"_s); }

    void connectByKey() { QTest::keyClick(child<QAbstractItemView>(u"connect.contexts"_s), Qt::Key_Return); }
    [[nodiscard]] SignIn::Phase phase() const { return session.management()->connection().signIn().phase; }

    ScriptedServer server{answer};
};

} // namespace

/// Signing in by a command of the kubeconfig, as the window shows it.
class TestSignInWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCommandIsAskedAboutOnceAndItsWordsAreShown()
    {
        SignInUnderTest w;
        w.connectByKey();
        QTRY_COMPARE(w.dialogs.asked(), QStringList{u"connect.command.confirm"_s});
        const Question asked = w.dialogs.lastQuestion();
        QVERIFY2(asked.text.contains(w.home.filePath(u"login"_s) + u" '"_s + w.been() + u'\''), qPrintable(asked.text));
        QVERIFY(asked.text.contains(w.home.filePath(u"config"_s)));
        auto* error = w.child<QLabel>(u"connect.error"_s);
        QTRY_VERIFY(error->isVisible() && error->text().contains(u"not allowed to run"_s)); // nobody said yes
        auto* again = w.child<QPushButton>(u"connect.retry"_s);
        QCOMPARE(again->text(), u"Sign in again"_s);
        w.shootBoth(u"signin-refused"_s);

        w.dialogs.answer(u"connect.command.confirm"_s, true);
        QTest::mouseClick(again, Qt::LeftButton);
        auto* output = w.child<QLabel>(u"connect.signIn.output"_s);
        QTRY_VERIFY(output->isVisible());
        QVERIFY2(output->text().contains(u"<a href=\"https://login.example/device?a=1&amp;b=2\">"_s)
                && output->text().contains(u"&lt;HX7T&gt;"_s),
            qPrintable(output->text()));
        w.shootBoth(u"signin-running"_s);
        QVERIFY(QFile(w.been()).open(QIODevice::WriteOnly));
        QTRY_COMPARE(w.session.management()->phase(), ClusterSession::Phase::Ready);
        QTRY_VERIFY(!output->isVisible());

        w.session.setSignIn({.mayRun = askBeforeRunning(w.session.paths(), w.dialogs, &w.window)});
        w.connectByKey();
        QTRY_COMPARE(w.session.management()->phase(), ClusterSession::Phase::Ready);
        QCOMPARE(w.dialogs.asked().size(), 2); // not again, also not by the next start of the program
    }

    void signingInCanBeCancelled()
    {
        SignInUnderTest w;
        w.dialogs.answer(u"connect.command.confirm"_s, true);
        w.connectByKey();
        auto* cancel = w.child<QPushButton>(u"connect.signIn.cancel"_s);
        QTRY_VERIFY(cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_COMPARE(w.phase(), SignIn::Phase::Failed);
        QTRY_VERIFY(w.child<QLabel>(u"connect.error"_s)->text().contains(u"was cancelled"_s));
        QVERIFY(!cancel->isVisible());
    }

    void onlyAddressesBecomeLinks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rich");
        QTest::newRow("none") << u"a < b & c"_s << u"a &lt; b &amp; c"_s;
        QTest::newRow("end of a sentence")
            << u"See https://a.example/x."_s << u"See <a href=\"https://a.example/x\">https://a.example/x</a>."_s;
        QTest::newRow("quotes cannot leave the link")
            << u"https://a.example/\" onclick=\"x"_s
            << u"<a href=\"https://a.example/\">https://a.example/</a>&quot; onclick=&quot;x"_s;
        QTest::newRow("markup") << u"<a href=\"file:///etc\">x</a>"_s
                                << u"&lt;a href=&quot;file:///etc&quot;&gt;x&lt;/a&gt;"_s;
        QTest::newRow("lines") << u"one\ntwo\n"_s << u"one<br>two"_s;
    }

    void onlyAddressesBecomeLinks()
    {
        QFETCH(QString, text);
        QFETCH(QString, rich);
        QCOMPARE(withLinks(text), rich);
    }
};

QTEST_MAIN(TestSignInWindow)
#include "tst_signin_window.moc"
