// SPDX-License-Identifier: GPL-3.0-or-later
#include "history.h"
#include "randomrun.h"

#include <QRandomGenerator>
#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

class TestHistory : public QObject
{
    Q_OBJECT

    static QString replay(QString text, const QList<EditBatch>& batches)
    {
        for (const EditBatch& batch : batches)
            text = applied(text, batch);
        return text;
    }

    /// One to three edits that do not overlap.
    static EditBatch randomBatch(QRandomGenerator& random, const QString& text)
    {
        EditBatch batch;
        qsizetype at = 0;
        for (int i = random.bounded(1, 4); i > 0 && at <= text.size(); --i) {
            const qsizetype offset = at + random.bounded(int(text.size() - at) + 1);
            const qsizetype length = random.bounded(std::min<int>(4, int(text.size() - offset) + 1));
            batch.append(
                {offset, text.mid(offset, length), QString(random.bounded(4), QChar(u'a' + random.bounded(26)))});
            at = offset + length + 1;
        }
        return batch;
    }

private Q_SLOTS:
    void typingJoinsWithinALine()
    {
        History history;
        history.addTyping({0, {}, u"a"_s});
        history.addTyping({1, {}, u"b"_s});
        history.addTyping({2, {}, u"\n"_s});
        history.addTyping({3, {}, u"c"_s});
        QCOMPARE(replay(u"ab\nc"_s, history.undo()), u"ab\n"_s);
        QCOMPARE(replay(u"ab\n"_s, history.undo()), u"ab"_s);
        QCOMPARE(replay(u"ab"_s, history.undo()), QString());
        QVERIFY(!history.canUndo());
    }

    void backspacesJoin()
    {
        History history;
        history.addTyping({2, u"c"_s, {}});
        history.addTyping({1, u"b"_s, {}});
        QCOMPARE(replay(u"a"_s, history.undo()), u"abc"_s);
        QVERIFY(!history.canUndo());
    }

    void oneFieldIsOneStep()
    {
        History history;
        history.add({{0, u"1"_s, u"12"_s}}, u"field"_s);
        history.add({{0, u"12"_s, u"123"_s}}, u"field"_s);
        history.add({{0, u"123"_s, u"x"_s}}, u"other"_s);
        QCOMPARE(replay(u"x"_s, history.undo()), u"123"_s);
        QCOMPARE(replay(u"123"_s, history.undo()), u"1"_s);
        QCOMPARE(replay(u"1"_s, history.redo()), u"123"_s);
    }

    void savedTextIsFoundAgain()
    {
        History history;
        QVERIFY(history.isSaved());
        history.addTyping({0, {}, u"a"_s});
        history.markSaved();
        history.addTyping({1, {}, u"b"_s}); // a step of its own, although it goes on
        QVERIFY(!history.isSaved());
        (void)history.undo();
        QVERIFY(history.isSaved());
        (void)history.undo();
        history.addTyping({0, {}, u"c"_s});
        QVERIFY(!history.isSaved()); // the saved text cannot be reached any more
        (void)history.undo();
        QVERIFY(!history.isSaved());
    }

    void undoAndRedoAreExact()
    {
        const RandomRun run = randomRun({.reduced = 500, .full = 5000});
        QRandomGenerator random(run.seed);
        History history;
        QStringList texts{u"kind: NodePool\nspec: {}\n"_s};
        for (int i = 0; i < run.count; ++i) {
            const EditBatch batch = randomBatch(random, texts.constLast());
            history.add(batch, {});
            texts.append(applied(texts.constLast(), batch));
        }
        QString text = texts.constLast();
        for (qsizetype i = texts.size() - 1; i > 0; --i) {
            text = replay(text, history.undo());
            QCOMPARE(text, texts.at(i - 1));
        }
        for (qsizetype i = 1; i < texts.size(); ++i) {
            text = replay(text, history.redo());
            QCOMPARE(text, texts.at(i));
        }
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
