// SPDX-License-Identifier: GPL-3.0-or-later
#include "lineframer.h"

#include <QTest>

using namespace argosy;

class TestLineFramer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesComeWhole_data()
    {
        QTest::addColumn<QList<QByteArray>>("pieces");
        QTest::addColumn<QList<QByteArray>>("lines");
        using L = QList<QByteArray>;
        QTest::newRow("one") << L{"a\n"} << L{"a"};
        QTest::newRow("two at once") << L{"a\nb\n"} << L{"a", "b"};
        QTest::newRow("cut anywhere") << L{"a", "b", "\n", "c\nd"} << L{"ab", "c"};
        QTest::newRow("carriage return") << L{"a\r", "\nb\r\n"} << L{"a", "b"};
        QTest::newRow("empty lines are left out") << L{"\n\r\na\n\n"} << L{"a"};
        QTest::newRow("what has not ended is kept back") << L{"abc"} << L{};
        QTest::newRow("nothing") << L{"", ""} << L{};
    }

    void linesComeWhole()
    {
        QFETCH(QList<QByteArray>, pieces);
        LineFramer framer;
        QList<QByteArray> lines;
        for (const QByteArray& piece : pieces)
            lines += framer.feed(piece);
        QTEST(lines, "lines");
    }

    void everyCutGivesTheSameLines()
    {
        const QByteArray text = "{\"a\":1}\n{\"b\":\"\xc3\xa9\"}\r\n\n{}\n";
        const QList<QByteArray> whole = LineFramer().feed(text);
        QCOMPARE(whole.size(), 3);
        for (qsizetype cut = 0; cut <= text.size(); ++cut) {
            LineFramer framer;
            QList<QByteArray> lines = framer.feed(text.first(cut));
            lines += framer.feed(text.sliced(cut));
            QCOMPARE(lines, whole);
        }
    }

    void aLineIsBounded()
    {
        LineFramer framer(4);
        QCOMPARE(framer.feed("abcd\n"), QList<QByteArray>{"abcd"});
        QVERIFY(!framer.isOverflown());
        QVERIFY(framer.feed("ab").isEmpty());
        QVERIFY(framer.feed("cde").isEmpty());
        QVERIFY(framer.isOverflown());
        QVERIFY(framer.feed("\nx\n").isEmpty());
        QCOMPARE(framer.pending(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLineFramer)
#include "tst_lineframer.moc"
