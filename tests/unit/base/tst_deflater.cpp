// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/deflater.h>
#include <argosy/base/inflater.h>

#include <QTest>

using namespace argosy;

namespace {

/// Packs less well than a repeated word, so that something is given before the end.
QByteArray numbers(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += QByteArray::number(i * 7919) + ' ';
    return text;
}

QByteArray unpacked(const QByteArray& bytes)
{
    Inflater inflater;
    inflater.add(bytes);
    QByteArray text;
    for (QByteArray piece = inflater.next(); !piece.isEmpty(); piece = inflater.next())
        text += piece;
    return inflater.hasEnded() && !inflater.isBroken() ? text : QByteArray();
}

} // namespace

class TestDeflater : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasPackedIsUnpacked()
    {
        const QByteArray text = numbers(100'000);
        Deflater deflater;
        QByteArray bytes;
        for (qsizetype i = 0; i < text.size(); i += 1000)
            bytes += deflater.add(text.mid(i, 1000));
        QVERIFY(!bytes.isEmpty());
        bytes += deflater.finish();
        QVERIFY(bytes.size() < text.size() / 2);
        QCOMPARE(unpacked(bytes), text);
    }

    void nothingIsAStreamToo()
    {
        const QByteArray bytes = Deflater().finish();
        Inflater inflater;
        inflater.add(bytes);
        QCOMPARE(inflater.next(), QByteArray());
        QVERIFY(inflater.hasEnded());
    }

    void aCopyForgetsWhatCameAfterIt()
    {
        const QByteArray before = numbers(50'000);
        Deflater deflater;
        QByteArray bytes = deflater.add(before);
        const Deflater mark = deflater;
        (void)deflater.add(numbers(70'000));
        deflater = mark;
        bytes += deflater.add("after");
        bytes += deflater.finish();
        QCOMPARE(unpacked(bytes), before + "after");
    }
};

QTEST_GUILESS_MAIN(TestDeflater)
#include "tst_deflater.moc"
