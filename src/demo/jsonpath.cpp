// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonpath.h"

#include "text.h"

#include <QRegularExpression>

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

const Json* lookUp(const Json& at, QStringView path);

const Json* inMember(const Json& at, const QString& name, QStringView rest)
{
    if (!at.is_object())
        return nullptr;
    const auto found = at.find(str(name));
    return found == at.end() ? nullptr : lookUp(*found, rest);
}

const Json* inAny(const Json& at, QStringView rest)
{
    for (const Json& item : at) {
        if (const Json* found = lookUp(item, rest))
            return found;
    }
    return nullptr;
}

const Json* inFiltered(const Json& at, const QRegularExpressionMatch& filter, QStringView rest)
{
    if (!at.is_array())
        return nullptr;
    const QString wanted = filter.captured(3);
    for (const Json& item : at) {
        const Json* value = lookUp(item, filter.captured(1));
        const QString found = !value ? QString()
            : value->is_string()     ? text(*value)
                                     : QString::fromUtf8(toCompactJson(*value));
        if (value && (found == wanted) == (filter.captured(2) == u"==")) {
            if (const Json* inner = lookUp(item, rest))
                return inner;
        }
    }
    return nullptr;
}

const Json* inBrackets(const Json& at, const QString& inside, QStringView rest)
{
    static const QRegularExpression filter(uR"(^\?\s*\(\s*@(\.[^=!\s]+)\s*(==|!=)\s*["']?(.*?)["']?\s*\)$)"_s);
    if (inside == u"*")
        return inAny(at, rest);
    if (const auto match = filter.match(inside); match.hasMatch())
        return inFiltered(at, match, rest);
    if (inside.size() > 2 && (inside.startsWith(u'\'') || inside.startsWith(u'"')))
        return inMember(at, inside.mid(1, inside.size() - 2), rest);
    bool isNumber = false;
    const int index = inside.toInt(&isNumber);
    const auto size = static_cast<int>(at.is_array() ? at.size() : 0);
    const int place = index < 0 ? size + index : index;
    return isNumber && place >= 0 && place < size ? lookUp(at[static_cast<size_t>(place)], rest) : nullptr;
}

/// The end of a bracketed step, past parentheses and quotes within.
qsizetype closingBracket(QStringView path)
{
    int depth = 0;
    for (qsizetype at = 0; at < path.size(); ++at) {
        if (path.at(at) == u'[')
            ++depth;
        else if (path.at(at) == u']' && --depth == 0)
            return at;
    }
    return -1;
}

const Json* lookUp(const Json& at, QStringView path)
{
    if (path.isEmpty())
        return &at;
    if (path.front() == u'[') {
        const qsizetype end = closingBracket(path);
        return end < 0 ? nullptr : inBrackets(at, path.mid(1, end - 1).trimmed().toString(), path.mid(end + 1));
    }
    if (path.front() != u'.')
        return nullptr;
    QString name;
    qsizetype next = 1;
    for (; next < path.size() && path.at(next) != u'.' && path.at(next) != u'['; ++next) {
        if (path.at(next) == u'\\' && next + 1 < path.size())
            ++next;
        name.append(path.at(next));
    }
    if (name.isEmpty())
        return lookUp(at, path.mid(next));
    return name == u"*" ? inAny(at, path.mid(next)) : inMember(at, name, path.mid(next));
}

} // namespace

const Json* findFirst(const Json& root, const QString& path)
{
    const QString bare = path.startsWith(u'{') && path.endsWith(u'}') ? path.mid(1, path.size() - 2) : path;
    return lookUp(root, bare.startsWith(u'.') || bare.startsWith(u'[') ? bare : u'.' + bare);
}

} // namespace argosy::demo
