// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "randomjson.h"

#include <argosy/manifest/yaml.h>

#include <QStringList>

namespace argosy {

/// Writes values the way people do: any quotes, comments, blank lines, braces here and blocks there.
class RandomText
{
public:
    explicit RandomText(RandomJson& random)
        : m_random(random)
        , m_step(random.number(1, 4))
        , m_dashIndent(random.number(0, 1) == 1 ? m_step : 0)
        , m_break(random.number(0, 3) == 0 ? QStringLiteral("\r\n") : QStringLiteral("\n"))
    { }

    QString document(const Json& value)
    {
        m_lines.clear();
        if (value.is_structured() && !value.empty())
            block(value, 0, {});
        else
            m_lines.append(scalar(value));
        return m_lines.join(m_break) + (m_random.number(0, 3) == 0 ? QString() : m_break);
    }

private:
    bool oneIn(int n) { return m_random.number(1, n) == 1; }

    void interlude(int indent)
    {
        if (oneIn(8))
            m_lines.append(QString());
        if (oneIn(8))
            m_lines.append(QString(indent, u' ') + QStringLiteral("# - note: 'x"));
    }

    QString comment()
    {
        return oneIn(5) ? QStringLiteral("  # \"why: [") : oneIn(8) ? QStringLiteral("  ") : QString();
    }

    /// JSON as far as it is YAML too: that takes U+0085 and U+2028 for line breaks.
    static QString json(const Json& value)
    {
        QString text = QString::fromUtf8(toCompactJson(value));
        return text.replace(QChar(0x85), QStringLiteral("\\u0085")).replace(QChar(0x2028), QStringLiteral("\\u2028"));
    }

    QString scalar(const Json& value)
    {
        QString plain = emitYaml(value).chopped(1);
        if (!value.is_string() || oneIn(2))
            return plain;
        const QString text = QString::fromStdString(value.get<std::string>());
        const auto allowed = [](QChar c) { return c.isLetterOrNumber() || c.isPunct() || c.isSymbol() || c == u' '; };
        if (std::all_of(text.begin(), text.end(), allowed))
            return u'\'' + QString(text).replace(u'\'', QStringLiteral("''")) + u'\'';
        return plain;
    }

    /// `first` stands before the first line in place of its indentation.
    void block(const Json& value, int indent, QString first)
    {
        const auto lead = [&](bool isFirst) {
            if (isFirst && !first.isEmpty())
                return first;
            interlude(indent);
            return QString(indent, u' ');
        };
        bool isFirst = true;
        if (value.is_array()) {
            for (const Json& item : value) {
                behind(lead(isFirst) + u'-', item, indent, true);
                isFirst = false;
            }
            return;
        }
        for (const auto& [key, member] : value.items()) {
            behind(lead(isFirst) + scalar(Json(key)) + u':', member, indent, false);
            isFirst = false;
        }
    }

    void behind(const QString& head, const Json& value, int indent, bool dash)
    {
        if (value.is_structured() && !value.empty() && !oneIn(4)) {
            if (dash && !oneIn(4)) {
                block(value, indent + 2, head + u' ');
                return;
            }
            m_lines.append(head + comment());
            const bool flush = value.is_array() && !dash;
            block(value, indent + (flush ? m_dashIndent : m_step), {});
        } else if (value.is_string() && literal(head, value, indent)) {
            return;
        } else if (value.is_structured()) {
            m_lines.append(head + u' ' + json(value) + comment());
        } else {
            m_lines.append(
                head + (value.is_null() && oneIn(2) ? QString() : QString(u' ' + scalar(value))) + comment());
        }
    }

    bool literal(const QString& head, const Json& value, int indent)
    {
        Json member;
        member["k"] = value;
        const QStringList lines = emitYaml(member).chopped(1).split(u'\n');
        if (lines.size() == 1)
            return false;
        m_lines.append(head + lines[0].mid(2) + comment());
        for (const QString& line : lines.mid(1))
            m_lines.append(line.isEmpty() ? line : QString(QString(indent + m_step, u' ') + line.mid(2)));
        return true;
    }

    RandomJson& m_random;
    const int m_step;
    const int m_dashIndent;
    const QString m_break;
    QStringList m_lines;
};

} // namespace argosy
