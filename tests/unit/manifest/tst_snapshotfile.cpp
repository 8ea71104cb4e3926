// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshotcontent.h"
#include "testprint.h"

#include <QTemporaryFile>
#include <QTest>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

const Gvk kPool{u"karpenter.sh"_s, u"v1"_s, u"NodePool"_s};
const Gvk kNode{{}, u"v1"_s, u"Node"_s};

QByteArray pool(int number)
{
    return R"({"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":"pool-)" + QByteArray::number(number)
        + "\"},\"spec\":{\"weight\":" + QByteArray::number(number * 7919) + "}}";
}

QList<QByteArray> pools(int first, int count)
{
    QList<QByteArray> all;
    for (int i = 0; i < count; ++i)
        all.append(pool(first + i));
    return all;
}

SnapshotHead someHead()
{
    const ApiResource nodes{.gvk = kNode,
        .plural = u"nodes"_s,
        .singular = u"node"_s,
        .shortNames = {u"no"_s},
        .categories = {u"all"_s},
        .verbs = {u"get"_s, u"list"_s},
        .namespaced = false,
        .hasStatus = true};
    return {.created = QDateTime({2026, 1, 10}, {9, 0}, Qt::UTC),
        .program = u"argosyctl 1"_s,
        .serverVersion = u"v1.33.2"_s,
        .context = u"heron"_s,
        .cluster = ClusterId::context(u"heron"_s),
        .nameSpace = u"team"_s,
        .kinds = {u"nodes"_s},
        .redacted = {u"all that is secret"_s},
        .catalog = ApiCatalog({nodes})};
}

QByteArray bytesOf(QTemporaryFile& file)
{
    file.seek(0);
    return file.readAll();
}

/// What `write` makes of a writer.
template <class Write> QByteArray written(const Write& write)
{
    QTemporaryFile file;
    SnapshotWriter writer(file);
    const bool worked = file.open() && writer.begin(someHead()) && write(writer) && writer.finish() && file.flush();
    return worked ? bytesOf(file) : QByteArray();
}

QByteArray packed(const QByteArray& text)
{
    Deflater deflater;
    const QByteArray begin = deflater.add(text);
    return begin + deflater.finish();
}

/// A snapshot of these lines, whatever they say.
QByteArray snapshotOf(const QByteArray& lines)
{
    return packed("{\"snapshot\":{\"format\":1}}\n" + lines);
}

QString whyNot(const QByteArray& bytes)
{
    const auto content = snapshotContent(bytes);
    return content ? QString() : content.error().message.english();
}

const QByteArray kNodeLine = R"({"object":{"apiVersion":"v1","kind":"Node","metadata":{"name":"a"}}})"
                             "\n";
const QByteArray kNodesLine = R"({"listed":{"apiVersion":"v1","kind":"Node","resourceVersion":"1","objects":1}})"
                              "\n";

} // namespace

class TestSnapshotFile : public QObject
{
    Q_OBJECT

    static QByteArray small()
    {
        return written([](SnapshotWriter& writer) {
            return writer.add(pools(0, 2)) && writer.endKind(kPool, u"7"_s) && writer.endKind(kNode, u"8"_s)
                && writer.addGap({kNode, u"forbidden"_s, u"no"_s});
        });
    }

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const auto content = snapshotContent(small());
        QVERIFY_RESULT(content);
        QCOMPARE(content->head, someHead());
        QCOMPARE(content->objects(), pools(0, 2));
        QCOMPARE(content->all<SnapshotListing>(), QList<SnapshotListing>({{kPool, u"7"_s, 2}, {kNode, u"8"_s, 0}}));
        QCOMPARE(content->all<SnapshotGap>(), QList<SnapshotGap>({{kNode, u"forbidden"_s, u"no"_s}}));
    }

    void whatIsTakenBackIsNotThere()
    {
        const QByteArray bytes = written([](SnapshotWriter& writer) {
            return writer.add(pools(0, 5000)) && writer.endKind(kPool, u"7"_s) && writer.add(pools(5000, 5000))
                && writer.takeBack() && writer.add(pools(10'000, 1)) && writer.endKind(kPool, u"8"_s)
                && writer.add(pools(0, 1)) && writer.takeBack() && writer.addGap({kNode, {}, {}});
        });
        const auto content = snapshotContent(bytes);
        QVERIFY_RESULT(content);
        QCOMPARE(content->objects(), pools(0, 5000) + pools(10'000, 1));
        QCOMPARE(content->all<SnapshotListing>().constLast().objects, 1);
    }

    void aSnapshotThatIsCutOffIsRefused()
    {
        const QByteArray whole = small();
        QVERIFY(!whole.isEmpty());
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const auto content = snapshotContent(whole.first(length));
            QVERIFY2(!content && content.error().kind == ErrorKind::Parse, QByteArray::number(length).constData());
        }
        QVERIFY(whyNot(whole.chopped(1)).contains(u"not whole"_s));
    }

    void aBitThatIsFlippedIsNoticed()
    {
        const QByteArray whole = small();
        constexpr qsizetype kGzipHeader = 10; // of which most means nothing
        for (qsizetype i = kGzipHeader; i < whole.size(); ++i) {
            QByteArray flipped = whole;
            flipped[i] = char(flipped.at(i) ^ 4);
            QVERIFY2(!snapshotContent(flipped), QByteArray::number(i).constData());
        }
    }

    void whatIsNoSnapshotIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        const QString foreign = u"no snapshot"_s;
        const QString damaged = u"damaged"_s;
        const QString cutOff = u"not whole"_s;
        QTest::newRow("nothing") << QByteArray() << foreign;
        QTest::newRow("text") << QByteArray("apiVersion: v1\nkind: List\n") << foreign;
        QTest::newRow("another gzip") << packed("a\nb\n") << foreign;
        QTest::newRow("a gzip without lines") << packed("a") << foreign;
        QTest::newRow("a line without an end") << packed(QByteArray(40'000'000, 'a')) << foreign;
        QTest::newRow("another format") << packed("{\"snapshot\":{\"format\":0}}\n") << foreign;
        QTest::newRow("newer") << packed("{\"snapshot\":{\"format\":2}}\n") << u"newer Argosy (format 2)"_s;
        QTest::newRow("without an end") << snapshotOf(kNodeLine + kNodesLine) << cutOff;
        QTest::newRow("no line") << snapshotOf("what?\n") << damaged;
        QTest::newRow("an object without a name") << snapshotOf("{\"object\":{\"kind\":\"A\"}}\n") << damaged;
        QTest::newRow("an object that is not listed")
            << snapshotOf(kNodeLine + "{\"end\":{\"objects\":1}}\n") << damaged;
        QTest::newRow("a kind with another count")
            << snapshotOf(kNodeLine + kNodeLine + kNodesLine + "{\"end\":{\"objects\":2}}\n") << damaged;
        QTest::newRow("a listing of another kind")
            << snapshotOf("{\"object\":" + pool(0) + "}\n" + kNodesLine) << damaged;
        QTest::newRow("another count") << snapshotOf(kNodeLine + kNodesLine + "{\"end\":{\"objects\":2}}\n") << damaged;
        QTest::newRow("lines after the end")
            << snapshotOf(kNodeLine + kNodesLine + "{\"end\":{\"objects\":1}}\n" + kNodeLine) << damaged;
        QTest::newRow("bytes after the end") << QByteArray(small() + "x") << damaged;
        QTest::newRow("a bomb") << packed("{\"snapshot\":{\"format\":1}}\n" + QByteArray(40'000'000, ' ')) << damaged;
        QTest::newRow("very many kinds") << snapshotOf(QByteArray("{\"missing\":{}}\n").repeated(100'000)) << damaged;
        QTest::newRow("a deep object") << snapshotOf("{\"object\":" + QByteArray(10'000, '[') + "}\n") << damaged;
    }

    void whatIsNoSnapshotIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, why);
        const QString said = whyNot(bytes);
        QVERIFY2(said.contains(why), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(TestSnapshotFile)
#include "tst_snapshotfile.moc"
