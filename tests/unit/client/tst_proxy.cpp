// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy.h"

#include "testprint.h"

using namespace argosy;
using namespace Qt::StringLiterals;

class TestProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waysToAServer_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<ProxySettings>("settings");
        QTest::addColumn<QString>("way"); // empty is direct
        const QString kube = u"https://kube.corp.example:6443"_s;
        const QString env = u"http://env.example:3128"_s;
        QTest::newRow("nothing set") << kube << ProxySettings{} << QString();
        QTest::newRow("kubeconfig wins") << kube
                                         << ProxySettings{.fromKubeconfig = u"socks5://s.example"_s, .httpsProxy = env}
                                         << u"s.example:1080"_s;
        QTest::newRow("environment") << kube << ProxySettings{.httpsProxy = env} << u"env.example:3128"_s;
        QTest::newRow("environment without scheme")
            << kube << ProxySettings{.httpsProxy = u"env.example:8080"_s} << u"env.example:8080"_s;
        QTest::newRow("plain http has its own variable")
            << u"http://kube.corp.example"_s << ProxySettings{.httpsProxy = env} << QString();
        QTest::newRow("loopback is never proxied by the environment")
            << u"https://127.0.0.1:6443"_s << ProxySettings{.httpsProxy = env} << QString();
        QTest::newRow("domain excluded") << kube << ProxySettings{.httpsProxy = env, .noProxy = u"a.b, corp.example"_s}
                                         << QString();
        QTest::newRow("dotted domain excluded")
            << kube << ProxySettings{.httpsProxy = env, .noProxy = u".corp.example"_s} << QString();
        QTest::newRow("another domain") << kube << ProxySettings{.httpsProxy = env, .noProxy = u"xcorp.example"_s}
                                        << u"env.example:3128"_s;
        QTest::newRow("range excluded") << u"https://10.1.2.3"_s
                                        << ProxySettings{.httpsProxy = env, .noProxy = u"10.0.0.0/8"_s} << QString();
        QTest::newRow("outside the range")
            << u"https://11.1.2.3"_s << ProxySettings{.httpsProxy = env, .noProxy = u"10.0.0.0/8"_s}
            << u"env.example:3128"_s;
        QTest::newRow("all excluded") << kube << ProxySettings{.httpsProxy = env, .noProxy = u"*"_s} << QString();
    }

    void waysToAServer()
    {
        QFETCH(QString, server);
        QFETCH(ProxySettings, settings);
        QFETCH(QString, way);
        const auto route = proxyFor(QUrl(server), settings);
        QVERIFY_RESULT(route);
        if (way.isEmpty())
            QCOMPARE(route->proxy.type(), QNetworkProxy::NoProxy);
        else
            QCOMPARE(route->proxy.hostName() + u':' + QString::number(route->proxy.port()), way);
    }

    void credentialsAreUsedButNeverRepeated()
    {
        const QUrl server(u"https://kube.example"_s);
        const auto route = proxyFor(server, {.fromKubeconfig = u"https://me:canary@p.example"_s});
        QVERIFY_RESULT(route);
        QVERIFY(route->overTls);
        QCOMPARE(route->proxy.port(), 443);
        QCOMPARE(route->proxy.user(), u"me"_s);
        QCOMPARE(route->proxy.password(), u"canary"_s);
        const auto refused = proxyFor(server, {.fromKubeconfig = u"ftp://me:canary@p.example"_s});
        QVERIFY(!refused);
        QVERIFY(refused.error().message.english().contains(u"p.example"_s));
        QVERIFY(!refused.error().message.english().contains(u"canary"_s));
    }
};

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
