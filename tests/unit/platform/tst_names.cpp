// SPDX-License-Identifier: GPL-3.0-or-later
#include "names.h"

#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

using Rule = bool (*)(const QString&);
Q_DECLARE_METATYPE(Rule)

class TestNames final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::addColumn<QStringList>("good");
        QTest::addColumn<QStringList>("bad");
        const auto many = [](qsizetype count) { return QString(count, u'a'); };
        QTest::newRow("objects") << Rule(isObjectName) << QStringList{u"a"_s, u"a-1.b"_s, many(253)}
                                 << QStringList{QString(), u"A"_s, u"-a"_s, u"a."_s, u"a..b"_s, u"a\n"_s, many(254)};
        QTest::newRow("keys of data") << Rule(isDataKey) << QStringList{u"tls.crt"_s, u"_"_s, u".hidden"_s}
                                      << QStringList{QString(), u"."_s, u".."_s, u"..x"_s, u"a/b"_s, u"a b"_s};
        QTest::newRow("keys of labels") << Rule(isLabelKey)
                                        << QStringList{u"team"_s, u"A_b.c"_s, u"example.com/a"_s, many(63)}
                                        << QStringList{QString(), u"/a"_s, u"a/"_s, u"a/b/c"_s, u"a-"_s, many(64)};
        QTest::newRow("values of labels") << Rule(isLabelValue) << QStringList{QString(), u"v1.2_x"_s}
                                          << QStringList{u" "_s, u"a b"_s, u"-"_s, many(64)};
        QTest::newRow("resource groups") << Rule(isResourceGroupName)
                                         << QStringList{u"rg-1_(x).y"_s, u"größe"_s, many(90)}
                                         << QStringList{QString(), u"rg."_s, u"r g"_s, many(91)};
        QTest::newRow("regions") << Rule(isRegion) << QStringList{u"westeurope"_s, u"West Europe"_s, u"eastus2"_s}
                                 << QStringList{QString(), u"west-europe"_s, u"2"_s};
        QTest::newRow("sizes") << Rule(isVmSize)
                               << QStringList{u"Standard_D4s_v5"_s, u"Standard_E4-2s_v5"_s,
                                      u"Standard_NC24ads_A100_v4"_s, u"Basic_A1"_s}
                               << QStringList{
                                      QString(), u"D4s_v5"_s, u"standard"_s, u"Standard_D4s v5"_s, u"Standard_"_s};
        QTest::newRow("sysctls of pods") << Rule(isPodSysctl)
                                         << QStringList{u"kernel.sem"_s, u"kernel.sem*"_s, u"kernel.shm*"_s,
                                                u"kernel.msgmax"_s, u"fs.mqueue.*"_s, u"net.*"_s,
                                                u"net.ipv4.route.min_pmtu"_s, u"net/ipv4/tcp_rmem"_s,
                                                QString(u"net."_s + many(249))}
                                         << QStringList{QString(), u"*"_s, u"net*"_s, u"net."_s, u"kernel.*"_s,
                                                u"kernel.semaphores"_s, u"fs.mqueue"_s, u"vm.swappiness"_s,
                                                u"net.a,net.b"_s, u"net.*.x"_s, u"Net.a"_s,
                                                QString(u"net."_s + many(250))};
        QTest::newRow("names of tags") << Rule(isTagName) << QStringList{u"cost centre"_s, u"a:b"_s, many(512)}
                                       << QStringList{QString(), u"a/b"_s, u"a<b"_s, u"a\\b"_s, many(513)};
        QTest::newRow("values of tags") << Rule(isTagValue) << QStringList{QString(), many(256)}
                                        << QStringList{many(257)};
    }

    void names()
    {
        QFETCH(Rule, rule);
        QFETCH(QStringList, good);
        QFETCH(QStringList, bad);
        for (const QString& text : std::as_const(good))
            QVERIFY2(rule(text), qPrintable(text));
        for (const QString& text : std::as_const(bad))
            QVERIFY2(!rule(text), qPrintable(text));
    }
};

QTEST_APPLESS_MAIN(TestNames)
#include "tst_names.moc"
