// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/textdiff.h>

// dtl relies on these being included before it.
#include <algorithm>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <vector>
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
#pragma GCC diagnostic ignored "-Woverloaded-virtual"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#include <dtl/dtl.hpp>
#pragma GCC diagnostic pop

namespace argosy {

namespace {

using Lines = std::vector<QString>;

Lines splitLines(const QString& text)
{
    QStringList lines = text.split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return {lines.begin(), lines.end()};
}

/// Within one run of changes people expect what went before what came.
void putRemovedFirst(QList<DiffLine>& lines)
{
    const auto isContext = [](const DiffLine& line) { return line.kind == DiffLine::Kind::Context; };
    for (auto begin = lines.begin(); begin != lines.end();) {
        begin = std::find_if_not(begin, lines.end(), isContext);
        const auto end = std::find_if(begin, lines.end(), isContext);
        std::stable_partition(begin, end, [](const DiffLine& line) { return line.kind == DiffLine::Kind::Removed; });
        begin = end;
    }
}

QList<DiffLine> allLines(const QString& before, const QString& after)
{
    dtl::Diff<QString, Lines> diff(splitLines(before), splitLines(after));
    diff.onHuge();
    diff.compose();
    QList<DiffLine> lines;
    int oldLine = 0;
    int newLine = 0;
    for (const auto& [text, info] : diff.getSes().getSequence()) {
        if (info.type == dtl::SES_DELETE)
            lines.append({DiffLine::Kind::Removed, text, ++oldLine, 0});
        else if (info.type == dtl::SES_ADD)
            lines.append({DiffLine::Kind::Added, text, 0, ++newLine});
        else
            lines.append({DiffLine::Kind::Context, text, ++oldLine, ++newLine});
    }
    putRemovedFirst(lines);
    return lines;
}

QString hunkHead(const DiffHunk& hunk)
{
    int oldCount = 0;
    int newCount = 0;
    int oldFirst = 0;
    int newFirst = 0;
    for (const DiffLine& line : hunk.lines) {
        if (line.oldLine > 0 && oldCount++ == 0)
            oldFirst = line.oldLine;
        if (line.newLine > 0 && newCount++ == 0)
            newFirst = line.newLine;
    }
    return QStringLiteral("@@ -%1,%2 +%3,%4 @@\n").arg(oldFirst).arg(oldCount).arg(newFirst).arg(newCount);
}

} // namespace

QList<DiffHunk> diffLines(const QString& before, const QString& after, int context)
{
    if (before == after)
        return {};
    const QList<DiffLine> lines = allLines(before, after);
    QList<DiffHunk> hunks;
    qsizetype shownUntil = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i).kind == DiffLine::Kind::Context)
            continue;
        const qsizetype from = std::max<qsizetype>(i - context, 0);
        if (hunks.isEmpty() || from > shownUntil)
            hunks.append(DiffHunk{});
        const qsizetype begin = hunks.last().lines.isEmpty() ? from : shownUntil;
        const qsizetype end = std::min<qsizetype>(i + context + 1, lines.size());
        hunks.last().lines.append(lines.mid(begin, end - begin));
        shownUntil = std::max(end, begin);
    }
    return hunks;
}

QString unifiedDiff(
    const QString& before, const QString& after, const QString& beforeName, const QString& afterName, int context)
{
    QString text;
    for (const DiffHunk& hunk : diffLines(before, after, context)) {
        text += hunkHead(hunk);
        for (const DiffLine& line : hunk.lines) {
            const QChar sign = line.kind == DiffLine::Kind::Added ? u'+'
                : line.kind == DiffLine::Kind::Removed            ? u'-'
                                                                  : u' ';
            text += sign + line.text + u'\n';
        }
    }
    return text.isEmpty() ? text : QStringLiteral("--- %1\n+++ %2\n%3").arg(beforeName, afterName, text);
}

} // namespace argosy
