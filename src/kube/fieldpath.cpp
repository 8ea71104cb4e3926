// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/fieldpath.h>

namespace argosy {

namespace {

bool isIndexText(QStringView text)
{
    const bool digits = !text.isEmpty() && text.size() <= 9
        && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits && (text.size() == 1 || text.front() != u'0');
}

FieldPath append(const FieldPath& path, QStringView text)
{
    return isIndexText(text) ? path / qsizetype(text.toInt()) : path / text.toString();
}

/// The end of a bracket's content, minding quotes, or -1.
qsizetype closingBracket(QStringView text, qsizetype from)
{
    bool quoted = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text.at(i) == u'"')
            quoted = !quoted;
        else if (text.at(i) == u']' && !quoted)
            return i;
    }
    return -1;
}

QString unquoted(QStringView text)
{
    const bool quoted = text.size() >= 2 && text.front() == u'"' && text.back() == u'"';
    return (quoted ? text.mid(1, text.size() - 2) : text).toString();
}

bool needsBrackets(const QString& key)
{
    return key.isEmpty()
        || std::ranges::any_of(key, [](QChar c) { return c == u'.' || c == u'/' || c == u'[' || c == u' '; });
}

/// In a pointer "~0" is a tilde and "~1" a slash; there are no others.
bool hasBrokenEscape(QStringView pointer)
{
    for (qsizetype at = pointer.indexOf(u'~'); at >= 0; at = pointer.indexOf(u'~', at + 1)) {
        const QChar next = at + 1 < pointer.size() ? pointer.at(at + 1) : QChar();
        if (next != u'0' && next != u'1')
            return true;
    }
    return false;
}

} // namespace

Result<FieldPath> FieldPath::fromPointer(QStringView pointer)
{
    FieldPath path;
    if (pointer.isEmpty())
        return path;
    if (pointer.front() != u'/')
        return fail(ErrorKind::Parse, message("kube", "The field path %1 must start with “/”.", {pointer.toString()}));
    if (hasBrokenEscape(pointer))
        return fail(ErrorKind::Parse,
            message("kube", "In the field path %1 a “~” must be followed by 0 or 1.", {pointer.toString()}));
    const auto parts = pointer.mid(1).split(u'/');
    for (const QStringView part : parts) {
        QString key = part.toString();
        key.replace(QStringLiteral("~1"), QStringLiteral("/")).replace(QStringLiteral("~0"), QStringLiteral("~"));
        path = append(path, key);
    }
    return path;
}

FieldPath FieldPath::fromDotted(QStringView text)
{
    FieldPath path;
    QString key;
    const auto flush = [&] {
        if (!key.isEmpty())
            path = path / key;
        key.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype close = text.at(i) == u'[' ? closingBracket(text, i + 1) : -1;
        if (close > 0) {
            flush();
            const QStringView inner = text.mid(i + 1, close - i - 1);
            path = isIndexText(inner) ? path / qsizetype(inner.toInt()) : path / unquoted(inner);
            i = close;
        } else if (text.at(i) == u'.') {
            flush();
        } else {
            key += text.at(i);
        }
    }
    flush();
    return path;
}

FieldPath FieldPath::operator/(const QString& key) const
{
    FieldPath path = *this;
    path.m_segments.append({.key = key, .index = -1});
    return path;
}

FieldPath FieldPath::operator/(qsizetype index) const
{
    FieldPath path = *this;
    path.m_segments.append({.key = {}, .index = index});
    return path;
}

FieldPath FieldPath::parent() const
{
    FieldPath path = *this;
    if (!path.m_segments.isEmpty())
        path.m_segments.removeLast();
    return path;
}

QString FieldPath::lastKey() const
{
    if (m_segments.isEmpty())
        return {};
    const Segment& last = m_segments.last();
    return last.isIndex() ? QString::number(last.index) : last.key;
}

bool FieldPath::startsWith(const FieldPath& prefix) const
{
    return m_segments.size() >= prefix.m_segments.size()
        && std::equal(prefix.m_segments.begin(), prefix.m_segments.end(), m_segments.begin());
}

QString FieldPath::toPointer() const
{
    QString pointer;
    for (const Segment& segment : m_segments) {
        QString key = segment.isIndex() ? QString::number(segment.index) : segment.key;
        key.replace(QStringLiteral("~"), QStringLiteral("~0")).replace(QStringLiteral("/"), QStringLiteral("~1"));
        pointer += u'/' + key;
    }
    return pointer;
}

QString FieldPath::toDotted() const
{
    QString text;
    for (const Segment& segment : m_segments) {
        if (segment.isIndex())
            text += u'[' + QString::number(segment.index) + u']';
        else if (needsBrackets(segment.key))
            text += u'[' + segment.key + u']';
        else
            text += (text.isEmpty() ? QString() : QStringLiteral(".")) + segment.key;
    }
    return text;
}

} // namespace argosy
