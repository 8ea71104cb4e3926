// SPDX-License-Identifier: GPL-3.0-or-later
// A layer includes only layers that its row in README.md, "Architecture" names, or that those use. Static libraries
// under one include root cannot say that themselves.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QMap<QString, QStringList>& edges()
{
    static const QMap<QString, QStringList> table{{u"base"_s, {}}, {u"kube"_s, {u"base"_s}},
        {u"manifest"_s, {u"kube"_s}}, {u"schema"_s, {u"manifest"_s}}, {u"client"_s, {u"manifest"_s}},
        {u"live"_s, {u"client"_s}}, {u"platform"_s, {u"schema"_s}}, {u"insight"_s, {u"live"_s, u"platform"_s}},
        {u"ops"_s, {u"insight"_s}}, {u"demo"_s, {u"schema"_s}}, {u"session"_s, {u"ops"_s}},
        {u"models"_s, {u"session"_s}}, {u"ui"_s, {u"models"_s}}};
    return table;
}

QSet<QString> reachable(const QString& layer)
{
    QSet<QString> all{layer};
    for (const QString& next : edges().value(layer))
        all.unite(reachable(next));
    return all;
}

/// The text of a C++ file, line by line.
QStringList linesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

QStringList filesBelow(const QString& folder)
{
    QStringList files;
    QDirIterator it(folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    return files;
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void includesFollowTheTable_data()
    {
        QTest::addColumn<QString>("layer");
        for (auto layer = edges().keyBegin(); layer != edges().keyEnd(); ++layer)
            QTest::newRow(qPrintable(*layer)) << *layer;
    }

    void includesFollowTheTable()
    {
        QFETCH(QString, layer);
        static const QRegularExpression include(uR"(^\s*#\s*include\s*<argosy/([a-z]+)/)"_s);
        const QSet<QString> allowed = reachable(layer);
        const QString root = QStringLiteral(ARGOSY_SOURCE_DIR);
        for (const QString& file :
            filesBelow(root + u"/include/argosy/"_s + layer) + filesBelow(root + u"/src/"_s + layer))
            for (const QString& line : linesOf(file)) {
                const auto match = include.match(line);
                if (match.hasMatch())
                    QVERIFY2(allowed.contains(match.captured(1)), qPrintable(file + u": "_s + line));
            }
    }

    void nothingBelowUiUsesWidgets()
    {
        static const QRegularExpression widgets(uR"(^\s*#\s*include\s*<(QtWidgets|QWidget|QApplication|Qsci)\b)"_s);
        const QStringList layers = edges().keys();
        for (const QString& layer : layers) {
            if (layer == u"ui")
                continue;
            for (const QString& file : filesBelow(QStringLiteral(ARGOSY_SOURCE_DIR) + u"/src/"_s + layer))
                for (const QString& line : linesOf(file))
                    QVERIFY2(!widgets.match(line).hasMatch(), qPrintable(file + u": "_s + line));
        }
    }

    void noTwoTypesShareAName()
    {
        // One namespace, many libraries in one program: the linker takes either of two types of one name, and says
        // nothing.
        static const QRegularExpression definition(u"^(?:class|struct|enum class) (\\w+)(?: final)?(?: :.*)?$"_s);
        QHash<QString, QString> first;
        for (const QString& folder : {u"/include/argosy"_s, u"/src"_s})
            for (const QString& file : filesBelow(QStringLiteral(ARGOSY_SOURCE_DIR) + folder)) {
                if (!file.endsWith(u".h"))
                    continue;
                for (const QString& line : linesOf(file)) {
                    const auto match = definition.match(line);
                    if (!match.hasMatch())
                        continue;
                    QString& known = first[match.captured(1)];
                    QVERIFY2(known.isEmpty(), qPrintable(match.captured(1) + u": "_s + known + u" and "_s + file));
                    known = file;
                }
            }
        QVERIFY(first.size() > 100);
    }

    void everySourceNamesItsLicence()
    {
        for (const QString& folder : {u"/src"_s, u"/include"_s, u"/app"_s, u"/tests"_s})
            for (const QString& file : filesBelow(QStringLiteral(ARGOSY_SOURCE_DIR) + folder))
                QVERIFY2(
                    linesOf(file).constFirst() == u"// SPDX-License-Identifier: GPL-3.0-or-later", qPrintable(file));
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
