// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"
#include "windowundertest.h"

#include <QAbstractItemView>
#include <QFile>
#include <QLabel>
#include <QPushButton>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 45'000; // a silent server is given 30 seconds

const QStringList kLoopback{u"IP:127.0.0.1"_s};

QByteArray kubeconfigFor(const QString& url, const QByteArray& authority = {})
{
    return "apiVersion: v1\nkind: Config\ncurrent-context: mgmt\n"
           "clusters: [{name: west, cluster: {server: '"
        + url.toUtf8() + "'"
        + (authority.isEmpty() ? QByteArray() : ", certificate-authority-data: " + authority.toBase64())
        + "}}]\nusers: [{name: ana, user: {token: wrong}}]\n"
          "contexts: [{name: mgmt, context: {cluster: west, user: ana}}]\n";
}

QByteArray status(int code, const char* reason, const QByteArray& text)
{
    return R"({"kind":"Status","apiVersion":"v1","status":"Failure","reason":")" + QByteArray(reason)
        + R"(","message":")" + text + R"(","code":)" + QByteArray::number(code) + "}";
}

/// What a server does to whoever asks.
enum class Fault
{
    WrongToken,
    NothingAllowed,
    OtherAuthority,
    Expired,
    OtherName,
    NotKubernetes,
    Overloaded,
    Silent,
    Refused,
    UnknownName,
};

ScriptedServer::Handler answering(int code, const QByteArray& body)
{
    return [code, body](const ScriptedRequest&, QTcpSocket& socket) {
        socket.write(ScriptedServer::answer(code, body, "Content-Type: application/json\r\n"));
    };
}

ScriptedServer::Handler handlerFor(Fault fault)
{
    switch (fault) {
    case Fault::WrongToken: return answering(401, status(401, "Unauthorized", "Unauthorized"));
    case Fault::NothingAllowed:
        return answering(403, status(403, "Forbidden", "forbidden: User 'ana' cannot get path '/api'"));
    case Fault::NotKubernetes: return answering(200, "<html><b>Welcome</b></html>");
    case Fault::Overloaded: return answering(503, status(503, "ServiceUnavailable", "etcd has no leader"));
    default: return [](const ScriptedRequest&, QTcpSocket&) {};
    }
}

/// A server of a cluster that has a NodeClaim, perhaps, and on which NodePools may not be listed.
ScriptedServer::Handler allButNodePools(const QByteArray& nodeClaims)
{
    const QByteArray verbs = R"("verbs":["get","list","watch"])";
    const QHash<QByteArray, QByteArray> answers{{"/version", R"({"gitVersion":"v1.33.2"})"},
        {"/api", R"({"kind":"APIVersions","versions":[]})"},
        {"/apis",
            R"({"kind":"APIGroupList","groups":[{"name":"karpenter.sh","versions":[)"
            R"({"groupVersion":"karpenter.sh/v1","version":"v1"}]}]})"},
        {"/apis/karpenter.sh/v1",
            R"({"kind":"APIResourceList","groupVersion":"karpenter.sh/v1","resources":[{"name":"nodepools",)"
            R"("kind":"NodePool",)"
                + verbs + R"(},{"name":"nodeclaims","kind":"NodeClaim",)" + verbs + "}]}"},
        {"/apis/karpenter.sh/v1/nodeclaims",
            R"({"kind":"NodeClaimList","apiVersion":"karpenter.sh/v1","metadata":{"resourceVersion":"1"},"items":[)"
                + nodeClaims + "]}"}};
    return [answers](const ScriptedRequest& request, QTcpSocket& socket) {
        const QByteArray path = request.target.split('?').constFirst();
        if (request.target.contains("watch="))
            socket.write(ScriptedServer::streamHead());
        else if (answers.contains(path))
            socket.write(ScriptedServer::answer(200, answers.value(path), "Content-Type: application/json\r\n"));
        else
            socket.write(ScriptedServer::answer(403, status(403, "Forbidden", "nodepools.karpenter.sh is forbidden")));
    };
}

QLabel* labelOf(QWidget* widget)
{
    auto* label = qobject_cast<QLabel*>(widget);
    return label ? label : widget->findChild<QLabel*>();
}

/// Nothing of it is cut: neither by its own height nor by what it stands in.
bool isWhole(const QLabel* label)
{
    const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
    return label->height() >= needed && label->visibleRegion().boundingRect() == label->rect();
}

} // namespace

/// What keeps a person from connecting, as the window tells it: what happened, where, and what to do.
class TestBadConnections : public QObject
{
    Q_OBJECT

    Certificate m_authority = makeCertificate({.commonName = u"Test CA"_s});

    std::optional<Certificate> certificateFor(Fault fault) const
    {
        const Certificate other = makeCertificate({.commonName = u"Other CA"_s});
        switch (fault) {
        case Fault::OtherAuthority: return makeCertificate({.commonName = u"api"_s, .names = kLoopback}, &other);
        case Fault::Expired:
            return makeCertificate(
                {.commonName = u"api"_s, .names = kLoopback, .notAfter = QDateTime({2024, 2, 3}, {4, 5, 6}, Qt::UTC)},
                &m_authority);
        case Fault::OtherName:
            return makeCertificate({.commonName = u"api"_s, .names = {u"DNS:kube.example"_s}}, &m_authority);
        default: return {};
        }
    }

    static void openKubeconfig(WindowUnderTest& w, const QString& file)
    {
        w.window.showPage(u"connect"_s);
        w.dialogs.answerFiles(u"connect.openKubeconfig"_s, {file});
        QTest::mouseClick(w.child<QPushButton>(u"connect.open"_s), Qt::LeftButton);
    }

    /// The text is there, says these things in whole sentences, and is wholly visible in a small window.
    static void checkText(WindowUnderTest& w, QWidget* where, const QStringList& says)
    {
        QVERIFY(where);
        const auto isSaid = [where, &says] {
            const QString text = labelOf(where)->text();
            return where->isVisible()
                && std::ranges::all_of(says, [&text](const QString& part) { return text.contains(part); });
        };
        QVERIFY2(QTest::qWaitFor(isSaid, kPatience), qPrintable(labelOf(where)->text()));
        const QString text = labelOf(where)->text();
        QVERIFY2(text.endsWith(u'.') && !text.contains(u".."_s) && !text.contains(u'%'), qPrintable(text));
        for (const QSize size : {w.window.minimumSize(), QSize(1280, 800)}) {
            w.window.resize(size);
            QTRY_VERIFY2(isWhole(labelOf(where)), qPrintable(text));
        }
        const QString name = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
        w.shootBoth(u"bad-%1-%2"_s.arg(name, w.window.currentPage()->id()));
    }

    static void checkUsable(WindowUnderTest& w)
    {
        QTest::keyClick(&w.window, Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(w.window.currentPage()->id(), u"build"_s);
        w.window.showPage(u"connect"_s);
        QVERIFY(w.child<QPushButton>(u"connect.open"_s)->isEnabled());
        QVERIFY(w.child<QPushButton>(u"connect.demo"_s)->isEnabled());
    }

private Q_SLOTS:
    void badKubeconfigsAreExplained_data()
    {
        QTest::addColumn<std::optional<QByteArray>>("content"); // none: there is no such file
        QTest::addColumn<QString>("where");
        QTest::addColumn<QStringList>("says");
        using Content = std::optional<QByteArray>;
        const QString banner = u"connect.banner"_s;
        QTest::newRow("missing file") << Content() << banner << QStringList{u"Cannot read"_s, u"FILE"_s};
        QTest::newRow("empty file") << Content("") << u"connect.empty"_s
                                    << QStringList{u"FILE"_s, u"no context"_s, u"Open another"_s};
        QTest::newRow("broken YAML") << Content("clusters: [{name: west\nusers: }") << banner
                                     << QStringList{u"FILE"_s, u"not valid YAML"_s, u"line 2"_s};
        QTest::newRow("no mapping") << Content("- a\n- b\n") << banner
                                    << QStringList{u"FILE"_s, u"not a kubeconfig"_s, u"clusters"_s};
        QTest::newRow("bad base64") << Content("clusters: [{name: west, cluster: {server: 'https://10.0.0.4', "
                                               "certificate-authority-data: '###'}}]")
                                    << banner
                                    << QStringList{
                                           u"FILE"_s, u"clusters[0]"_s, u"certificate-authority-data"_s, u"base64"_s};
        QTest::newRow("current context unknown")
            << Content(kubeconfigFor(u"https://10.0.0.4"_s).replace("current-context: mgmt", "current-context: gone"))
            << banner << QStringList{u"“gone”"_s, u"FILE"_s, u"Choose"_s};
        QTest::newRow("cluster unknown") << Content(
            kubeconfigFor(u"https://10.0.0.4"_s).replace("cluster: west, user", "cluster: east, user"))
                                         << banner << QStringList{u"“mgmt”"_s, u"“east”"_s, u"FILE"_s};
    }

    void badKubeconfigsAreExplained()
    {
        QFETCH(std::optional<QByteArray>, content);
        QFETCH(QString, where);
        QFETCH(QStringList, says);
        WindowUnderTest w;
        const QString path = w.home.filePath(u"kubeconfig.yaml"_s);
        if (content) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*content) == content->size());
        }
        openKubeconfig(w, path);
        says.replaceInStrings(u"FILE"_s, path);
        checkText(w, w.child<QWidget>(where), says);
        checkUsable(w);
    }

    void aContextWithoutItsClusterDoesNotConnect()
    {
        WindowUnderTest w;
        w.session.setKubeconfig(parseKubeconfig(
            kubeconfigFor(u"https://10.0.0.4"_s).replace("cluster: west, user", "cluster: east, user"), {}, u"a.yaml"_s)
                                    .value());
        w.window.showPage(u"connect"_s);
        QTest::keyClick(w.child<QAbstractItemView>(u"connect.contexts"_s), Qt::Key_Return);
        QVERIFY(!w.session.management());
        QVERIFY(labelOf(w.child<QWidget>(u"connect.banner"_s))->text().contains(u"“east”"_s));
        checkUsable(w);
    }

    void serversThatLetNobodyInAreExplained_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<QStringList>("says");
        QTest::newRow("wrong token") << Fault::WrongToken
                                     << QStringList{u"URL"_s, u"does not accept the credentials"_s, u"Sign in again"_s};
        QTest::newRow("nothing allowed") << Fault::NothingAllowed
                                         << QStringList{u"may not get /api"_s, u"Ask"_s, u"role"_s};
        QTest::newRow("other authority") << Fault::OtherAuthority
                                         << QStringList{u"URL"_s, u"issued by Other CA"_s, u"kubeconfig"_s};
        QTest::newRow("expired certificate")
            << Fault::Expired << QStringList{u"URL"_s, u"expired on 2024-02-03T04:05:06Z"_s, u"renew"_s, u"clock"_s};
        QTest::newRow("other name") << Fault::OtherName
                                    << QStringList{u"URL"_s, u"kube.example"_s, u"tls-server-name"_s};
        QTest::newRow("no Kubernetes") << Fault::NotKubernetes << QStringList{u"URL"_s, u"address"_s};
        QTest::newRow("overloaded") << Fault::Overloaded << QStringList{u"URL"_s, u"503"_s, u"tries again"_s};
        QTest::newRow("silent") << Fault::Silent << QStringList{u"URL"_s, u"within 30 s."_s, u"network"_s, u"VPN"_s};
        QTest::newRow("refused") << Fault::Refused << QStringList{u"URL"_s, u"refused"_s, u"port"_s};
        QTest::newRow("name unknown") << Fault::UnknownName
                                      << QStringList{u"https://api.argosy.invalid"_s, u"not known"_s, u"VPN"_s};
    }

    void serversThatLetNobodyInAreExplained()
    {
        QFETCH(Fault, fault);
        QFETCH(QStringList, says);
        ScriptedServer server(handlerFor(fault), certificateFor(fault));
        const QString url = fault == Fault::UnknownName ? u"https://api.argosy.invalid:6443"_s : server.url();
        if (fault == Fault::Refused)
            server.close();
        WindowUnderTest w;
        w.session.setKubeconfig(parseKubeconfig(kubeconfigFor(url, m_authority.certificate), {}, u"a.yaml"_s).value());
        w.window.showPage(u"connect"_s);
        QTest::keyClick(w.child<QAbstractItemView>(u"connect.contexts"_s), Qt::Key_Return);
        QVERIFY(w.session.management());
        says.replaceInStrings(u"URL"_s, url);
        checkText(w, w.child<QLabel>(u"connect.error"_s), says);
        QVERIFY(w.child<QPushButton>(u"connect.retry"_s)->isVisible());
        checkUsable(w);
        w.window.showPage(u"resources"_s);
        checkText(w, w.child<QWidget>(u"resources.empty"_s), says);
    }

    void aKindThatMayNotBeListedIsNamed_data()
    {
        QTest::addColumn<QByteArray>("nodeClaims");
        QTest::addColumn<QString>("where");
        QTest::newRow("some kinds forbidden")
            << QByteArray(R"({"metadata":{"name":"standard-x7k2p","uid":"1","resourceVersion":"1"}})")
            << u"resources.banner"_s;
        QTest::newRow("some kinds forbidden and others empty") << QByteArray() << u"resources.empty"_s;
    }

    void aKindThatMayNotBeListedIsNamed()
    {
        QFETCH(QByteArray, nodeClaims);
        QFETCH(QString, where);
        ScriptedServer server(allButNodePools(nodeClaims));
        WindowUnderTest w;
        w.session.setKubeconfig(parseKubeconfig(kubeconfigFor(server.url()), {}, u"a.yaml"_s).value());
        w.window.showPage(u"connect"_s);
        QTest::keyClick(w.child<QAbstractItemView>(u"connect.contexts"_s), Qt::Key_Return);
        QTRY_COMPARE(w.session.management()->phase(), ClusterSession::Phase::Ready);
        w.window.showPage(u"resources"_s);
        checkText(w, w.child<QWidget>(where),
            {u"list"_s, u"watch"_s, u"nodepools.karpenter.sh"_s, u"all namespaces"_s, u"ClusterRole"_s});
        checkUsable(w);
    }
};

QTEST_MAIN(TestBadConnections)
#include "tst_badconnections.moc"
