// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcescan.h"

#include <algorithm>

namespace argosy {

namespace {

/// YAML 1.1 knows more line breaks than editors do.
bool isBreak(QChar c)
{
    const char16_t unit = c.unicode();
    return unit == u'\n' || unit == u'\r' || unit == 0x85 || unit == 0x2028 || unit == 0x2029;
}

qsizetype withoutBreak(const QString& text, qsizetype at)
{
    if (at == 0 || !isBreak(text[at - 1]))
        return at;
    const bool pair = at > 1 && text[at - 1] == u'\n' && text[at - 2] == u'\r';
    return at - (pair ? 2 : 1);
}

bool isBlank(QStringView text)
{
    return text.trimmed().isEmpty();
}

/// The indentation of the first line between the offsets that is not blank.
qsizetype firstIndent(const QString& text, qsizetype from, qsizetype to)
{
    for (qsizetype at = from; at < to; at = nextLine(text, at)) {
        const QStringView line = QStringView(text).mid(at, lineEnd(text, at) - at);
        if (!isBlank(line))
            return std::find_if(line.begin(), line.end(), [](QChar c) { return c != u' '; }) - line.begin();
    }
    return 0;
}

} // namespace

qsizetype lineBegin(const QString& text, qsizetype at)
{
    while (at > 0 && !isBreak(text[at - 1]))
        --at;
    return at;
}

qsizetype lineEnd(const QString& text, qsizetype at)
{
    while (at < text.size() && !isBreak(text[at]))
        ++at;
    return at;
}

qsizetype nextLine(const QString& text, qsizetype at)
{
    const qsizetype end = lineEnd(text, at);
    const bool pair = end + 1 < text.size() && text[end] == u'\r' && text[end + 1] == u'\n';
    return std::min(end + (pair ? 2 : 1), text.size());
}

qsizetype skipToContent(const QString& text, qsizetype from)
{
    qsizetype at = from;
    while (at < text.size()) {
        const QChar c = text[at];
        if (c == u'#') {
            at = lineEnd(text, at);
        } else if (c == u'&' || c == u'!') {
            while (at < text.size() && !text[at].isSpace())
                ++at;
        } else if (c.isSpace()) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

qsizetype findDash(const QString& text, qsizetype from, qsizetype to)
{
    return std::min(skipToContent(text, from), to);
}

qsizetype endOfBlockScalar(const QString& text, qsizetype begin, qsizetype end)
{
    const qsizetype headerEnd = std::min(lineEnd(text, begin), end);
    const QStringView header = QStringView(text).mid(begin, headerEnd - begin);
    const bool trims = std::none_of(header.begin(), header.end(), [](QChar c) { return c == u'+' || c.isDigit(); });
    const qsizetype indent = firstIndent(text, nextLine(text, begin), end);
    qsizetype last = withoutBreak(text, end);
    while (trims && last > headerEnd) {
        const qsizetype start = lineBegin(text, last);
        const QStringView line = QStringView(text).mid(start, last - start);
        // A blank line that is indented deeper than the text is a line of it.
        if (!isBlank(line) || line.size() > indent || start <= headerEnd)
            break;
        last = withoutBreak(text, start);
    }
    return std::max(last, headerEnd);
}

} // namespace argosy
