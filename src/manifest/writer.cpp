// SPDX-License-Identifier: GPL-3.0-or-later
#include "writer.h"

#include "scalars.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// libyaml and its descendants look no further than 1024 characters for the colon after a key.
constexpr qsizetype kLongKey = 512;

QString spaces(qsizetype count)
{
    return QString(count, u' ');
}

/// Qt drops a byte order mark at the begin of what it decodes; here it is a character like any other.
QString exactText(const std::string& utf8)
{
    const QString text = QString::fromStdString(utf8);
    return utf8.starts_with("\xef\xbb\xbf") ? QString(QChar(0xfeff) + text) : text;
}

QString exactText(const Json& string)
{
    return exactText(string.get_ref<const std::string&>());
}

/// Characters that YAML allows outside of double quotes and that no reader takes for a line break.
bool isReadable(const QString& text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate())
        return at + 1 < text.size() && text[at + 1].isLowSurrogate();
    if (c.isLowSurrogate())
        return at > 0 && text[at - 1].isHighSurrogate();
    const char16_t unit = c.unicode();
    return unit >= 0x20 && unit != 0x7f && !(unit >= 0x80 && unit < 0xa0) && unit != 0x2028 && unit != 0x2029
        && unit != 0xfeff && unit < 0xfffe;
}

bool isReadable(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isReadable(text, i))
            return false;
    }
    return true;
}

bool canBePlain(const QString& text, Surroundings around)
{
    if (text.isEmpty() || around == Surroundings::JsonText || !isReadable(text) || text.front().isSpace()
        || text.back().isSpace())
        return false;
    const QChar first = text.front();
    if (QStringView(u",[]{}#&*!|>'\"%@`?").contains(first) || first == u':' || text.endsWith(u':')
        || text.contains(u": ") || text.contains(u" #"))
        return false;
    if (first == u'-' && (text.size() == 1 || text[1] == u' ' || text.startsWith(u"---")))
        return false;
    if (text.startsWith(u"..."))
        return false;
    const auto special = [](QChar c) { return QStringView(u",[]{}:?").contains(c); };
    if (around == Surroundings::Flow && std::any_of(text.begin(), text.end(), special))
        return false;
    return readsAsText(text.toStdString());
}

QString singleQuoted(const QString& text)
{
    return u'\'' + QString(text).replace(u"'"_s, u"''"_s) + u'\'';
}

QString quoted(const QString& text, SourceEntry::Style wish)
{
    const bool avoidsEscapes = text.contains(u'"') || text.contains(u'\\');
    const bool single =
        wish == SourceEntry::Style::SingleQuoted || (avoidsEscapes && wish != SourceEntry::Style::DoubleQuoted);
    return single && isReadable(text) ? singleQuoted(text) : doubleQuoted(text);
}

QString stringText(const QString& text, Surroundings around, SourceEntry::Style wish)
{
    if (around == Surroundings::JsonText)
        return doubleQuoted(text);
    const bool wantsQuotes = wish == SourceEntry::Style::SingleQuoted || wish == SourceEntry::Style::DoubleQuoted;
    return !wantsQuotes && canBePlain(text, around) ? text : quoted(text, wish);
}

QString flowMember(const std::string& key, const Json& value, Surroundings around)
{
    const QString text = keyText(exactText(key), around);
    return (isLongKey(text) && around != Surroundings::JsonText ? u"? "_s : QString()) + text + u": "
        + inlineText(value, around);
}

QString flowText(const Json& value, Surroundings around)
{
    QStringList parts;
    if (value.is_array()) {
        for (const Json& item : value)
            parts.append(inlineText(item, around));
        return u'[' + parts.join(u", ") + u']';
    }
    for (const auto& [key, member] : value.items())
        parts.append(flowMember(key, member, around));
    return u'{' + parts.join(u", ") + u'}';
}

/// What stands after "key:" or "-", whose own line is `head`.
QStringList valueLines(QString head, const Json& value, qsizetype indent, const BlockLayout& layout)
{
    if (value.is_string()) {
        if (const std::optional<LiteralText> literal = literalText(exactText(value))) {
            QStringList lines{head + u' ' + literal->header};
            for (const QString& line : literal->lines)
                lines.append(line.isEmpty() ? line : QString(spaces(indent + layout.step) + line));
            return lines;
        }
    }
    if (isInline(value))
        return {head + u' ' + inlineText(value, Surroundings::Block)};
    const qsizetype childIndent = value.is_array() ? layout.listIndent(indent) : indent + layout.step;
    return QStringList{std::move(head)} + blockLines(value, childIndent, layout);
}

} // namespace

std::optional<LiteralText> literalText(const QString& text)
{
    const QStringView body = text.endsWith(u'\n') ? QStringView(text).chopped(1) : QStringView(text);
    if (!text.contains(u'\n') || body.isEmpty() || body.front().isSpace() || body.endsWith(u'\n'))
        return std::nullopt;
    const QStringList lines = body.toString().split(u'\n');
    for (const QString& line : lines) {
        QString visible = line;
        visible.replace(u'\t', u' ');
        if (!isReadable(visible) || (!line.isEmpty() && visible.trimmed().isEmpty()))
            return std::nullopt;
    }
    return LiteralText{.header = text.endsWith(u'\n') ? u"|"_s : u"|-"_s, .lines = lines};
}

QString doubleQuoted(const QString& text)
{
    QString result = u"\""_s;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        switch (c.unicode()) {
        case u'"': result += u"\\\""; break;
        case u'\\': result += u"\\\\"; break;
        case u'\n': result += u"\\n"; break;
        case u'\r': result += u"\\r"; break;
        case u'\t': result += u"\\t"; break;
        default:
            if (c.isSurrogate() || isReadable(text, i))
                result += c;
            else
                result += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        }
    }
    return result + u'"';
}

QString keyText(const QString& key, Surroundings around)
{
    return stringText(key, around, SourceEntry::Style::Plain);
}

bool isLongKey(const QString& keyText)
{
    return keyText.size() > kLongKey;
}

QString inlineText(const Json& value, Surroundings around, SourceEntry::Style wish)
{
    if (value.is_string())
        return stringText(exactText(value), around, wish);
    if (value.is_structured())
        return flowText(value, around == Surroundings::Block ? Surroundings::Flow : around);
    return QString::fromUtf8(toCompactJson(value));
}

bool isInline(const Json& value)
{
    if (value.is_string())
        return !literalText(exactText(value));
    return !value.is_structured() || value.empty();
}

QStringList blockLines(const Json& value, qsizetype indent, const BlockLayout& layout)
{
    QStringList lines;
    if (value.is_array()) {
        for (const Json& item : value)
            lines += itemLines(item, indent, layout);
        return lines;
    }
    for (const auto& [key, member] : value.items())
        lines += memberLines(exactText(key), member, indent, layout);
    return lines;
}

QStringList memberLines(const QString& key, const Json& value, qsizetype indent, const BlockLayout& layout)
{
    const QString text = keyText(key, Surroundings::Block);
    if (!isLongKey(text))
        return valueLines(spaces(indent) + text + u':', value, indent, layout);
    return QStringList{spaces(indent) + u"? " + text} + valueLines(spaces(indent) + u':', value, indent, layout);
}

QStringList itemLines(const Json& value, qsizetype indent, const BlockLayout& layout)
{
    if (isInline(value) || value.is_string())
        return valueLines(spaces(indent) + u'-', value, indent, layout);
    // The first line of a mapping or list in a list stands behind the dash.
    constexpr qsizetype kDash = 2;
    QStringList lines = blockLines(value, indent + kDash, layout);
    lines.front().replace(indent, 1, u'-');
    return lines;
}

} // namespace argosy
