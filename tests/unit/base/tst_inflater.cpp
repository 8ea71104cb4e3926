// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/inflater.h>

#include <QTest>

#include <zlib.h>

using namespace argosy;

namespace {

QByteArray packed(const QByteArray& text)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
    QByteArray in = text;
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(text.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray all(Inflater& inflater)
{
    QByteArray text;
    for (QByteArray piece = inflater.next(); !piece.isEmpty(); piece = inflater.next())
        text += piece;
    return text;
}

} // namespace

class TestInflater : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheTextHoweverItComes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("short") << QByteArray("wading birds");
        QTest::newRow("longer than a piece") << QByteArray("wading birds ").repeated(100'000);
    }

    void givesTheTextHoweverItComes()
    {
        QFETCH(QByteArray, text);
        const QByteArray bytes = packed(text);
        Inflater inflater;
        QByteArray got;
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QVERIFY(!inflater.hasEnded());
            inflater.add(bytes.mid(i, 1));
            got += all(inflater);
        }
        QCOMPARE(got, text);
        QVERIFY(inflater.hasEnded() && !inflater.isBroken());
    }

    void aPieceIsNeverLarge()
    {
        Inflater inflater;
        inflater.add(packed(QByteArray(10'000'000, ' ')));
        QCOMPARE(inflater.next().size(), 256 * 1024);
    }

    void whatIsNoGzipIsBroken()
    {
        Inflater inflater;
        inflater.add("<html>");
        QVERIFY(inflater.next().isEmpty());
        QVERIFY(inflater.isBroken());
    }

    void whatComesAfterTheEndBreaksIt()
    {
        Inflater inflater;
        inflater.add(packed("text"));
        QCOMPARE(all(inflater), "text");
        inflater.add("more");
        QVERIFY(inflater.isBroken());
    }
};

QTEST_GUILESS_MAIN(TestInflater)
#include "tst_inflater.moc"
