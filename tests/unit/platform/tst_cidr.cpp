// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/cidr.h>

#include "testprint.h"

using namespace argosy;
using namespace Qt::StringLiterals;

class TestCidr final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("ordinary") << u"10.244.0.0/16"_s << u"10.244.0.0/16"_s;
        QTest::newRow("one address") << u"10.0.0.1/32"_s << u"10.0.0.1/32"_s;
        QTest::newRow("everything") << u"0.0.0.0/0"_s << u"0.0.0.0/0"_s;
        QTest::newRow("odd prefix") << u"10.251.128.0/17"_s << u"10.251.128.0/17"_s;
        QTest::newRow("ipv6") << u"fd00::/64"_s << u"fd00::/64"_s;
        QTest::newRow("ipv6 in long form") << u"FD00:0:0::0/64"_s << u"fd00::/64"_s;
    }
    void parses()
    {
        QFETCH(QString, text);
        const auto cidr = Cidr::parse(text);
        QVERIFY_RESULT(cidr);
        QTEST(cidr->toString(), "canonical");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "10.0.0.0", "10.1/16", "10.0.0.0/33", "fd00::/129", "10.0.0.0/", "10.0.0.0/-1",
                 "10.0.0.0/016", " 10.0.0.0/16", "10.0.0.0/16 ", "10.0.0.256/24", "010.0.0.0/8", "10.0.0.1/24",
                 "10.251.0.0/16/17", "host/8", "10.0.0.0/+8", "10.0.0.0/１６"})
            QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text);
    }
    void refuses()
    {
        QFETCH(QString, text);
        const auto cidr = Cidr::parse(text);
        QVERIFY(!cidr);
        QCOMPARE(cidr.error().kind, ErrorKind::Parse);
    }

    void namesTheRangeThatWasMeant()
    {
        const auto cidr = Cidr::parse(u"10.0.3.7/24");
        QVERIFY(!cidr);
        QVERIFY(cidr.error().message.english().contains(u"10.0.3.0/24"_s));
    }

    void overlaps_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("expected");
        QTest::newRow("neighbours") << u"10.251.0.0/17"_s << u"10.251.128.0/17"_s << false;
        QTest::newRow("one holds the other") << u"10.0.0.0/8"_s << u"10.251.128.0/17"_s << true;
        QTest::newRow("the same") << u"10.0.0.0/16"_s << u"10.0.0.0/16"_s << true;
        QTest::newRow("everything") << u"0.0.0.0/0"_s << u"192.168.0.0/24"_s << true;
        QTest::newRow("two families") << u"0.0.0.0/0"_s << u"fd00::/64"_s << false;
        QTest::newRow("ipv6 within a byte") << u"fd00::/9"_s << u"fd80::/9"_s << false;
    }
    void overlaps()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        const auto first = Cidr::parse(a);
        const auto second = Cidr::parse(b);
        QVERIFY_RESULT(first);
        QVERIFY_RESULT(second);
        QTEST(first->overlaps(*second), "expected");
        QCOMPARE(second->overlaps(*first), first->overlaps(*second));
    }

    void containsAddresses()
    {
        const auto cidr = Cidr::parse(u"10.0.0.0/20");
        QVERIFY_RESULT(cidr);
        QVERIFY(cidr->contains(*Cidr::parseAddress(u"10.0.15.255")));
        QVERIFY(!cidr->contains(*Cidr::parseAddress(u"10.0.16.0")));
        QVERIFY(!cidr->contains(*Cidr::parseAddress(u"::a00:1")));
        QVERIFY(!Cidr::parseAddress(u"10.1"));
    }
};

QTEST_GUILESS_MAIN(TestCidr)
#include "tst_cidr.moc"
