// SPDX-License-Identifier: GPL-3.0-or-later
#include "growth.h"

#include <argosy/base/textdiff.h>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLittle = 1000;
constexpr int kMuch = 10'000;
constexpr int kChanges = 20;

/// Lines, of which `kChanges`, spread evenly, say something of their own.
QString textOf(int lines, const QString& changed)
{
    QString text;
    for (int i = 0; i < lines; ++i)
        text += i % (lines / kChanges) == 0 ? changed + u'\n' : u"line %1\n"_s.arg(i);
    return text;
}

} // namespace

class BenchDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDiffCostsItsLines()
    {
        const QStringList little{textOf(kLittle, u"a"_s), textOf(kLittle, u"b"_s)};
        const QStringList much{textOf(kMuch, u"a"_s), textOf(kMuch, u"b"_s)};
        QCOMPARE(diffLines(much[0], much[1]).size(), kChanges);
        VERIFY_GROWTH(
            bench::measured([&] { (void)diffLines(little[0], little[1]); }, [&] { (void)diffLines(much[0], much[1]); }),
            20);
    }
};

QTEST_GUILESS_MAIN(BenchDiff)
#include "bench_diff.moc"
