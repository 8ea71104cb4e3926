// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflowtext.h"

#include "text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace argosy::demo {
namespace {

bool isArgoTag(const QString& tag)
{
    static const QStringList kPrefixes{
        u"workflow."_s, u"inputs."_s, u"tasks."_s, u"steps."_s, u"outputs."_s, u"item"_s, u"pod."_s};
    return std::any_of(
        kPrefixes.begin(), kPrefixes.end(), [&](const QString& prefix) { return tag.startsWith(prefix); });
}

/// Recursive descent over the words of an expression.
class Expression final
{
public:
    Expression(const QString& text, const std::function<bool(const QString&)>& truth)
        : m_truth(truth)
    {
        static const QRegularExpression kToken(uR"(\s*(&&|\|\||==|!=|!|\(|\)|'[^']*'|"[^"]*"|[^\s&|=!()'"]+))"_s);
        qsizetype at = 0;
        while (at < text.size() && !QStringView(text).mid(at).trimmed().isEmpty()) {
            const auto match =
                kToken.match(text, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
            if (!match.hasMatch()) {
                m_broken = true;
                return;
            }
            m_tokens.append(match.captured(1));
            at = match.capturedEnd();
        }
    }

    std::optional<bool> value()
    {
        const bool result = either();
        return m_broken || m_at != m_tokens.size() ? std::nullopt : std::optional(result);
    }

private:
    bool accept(QStringView token)
    {
        if (m_at >= m_tokens.size() || m_tokens[m_at] != token)
            return false;
        ++m_at;
        return true;
    }

    bool either()
    {
        bool result = both();
        while (accept(u"||")) {
            const bool right = both();
            result = result || right;
        }
        return result;
    }

    bool both()
    {
        bool result = term();
        while (accept(u"&&")) {
            const bool right = term();
            result = result && right;
        }
        return result;
    }

    bool term()
    {
        if (accept(u"!"))
            return !term();
        if (accept(u"(")) {
            const bool result = either();
            m_broken |= !accept(u")");
            return result;
        }
        const QString left = word();
        if (accept(u"=="))
            return unquoted(left) == unquoted(word());
        if (accept(u"!="))
            return unquoted(left) != unquoted(word());
        return !m_broken && m_truth(left);
    }

    QString word()
    {
        static const QStringList kOperators{u"&&"_s, u"||"_s, u"=="_s, u"!="_s, u"!"_s, u"("_s, u")"_s};
        if (m_at >= m_tokens.size() || kOperators.contains(m_tokens[m_at])) {
            m_broken = true;
            return {};
        }
        return m_tokens[m_at++];
    }

    static QString unquoted(const QString& word)
    {
        const bool isQuoted = word.size() >= 2 && (word.front() == u'\'' || word.front() == u'"');
        return isQuoted ? word.mid(1, word.size() - 2) : word;
    }

    const std::function<bool(const QString&)>& m_truth;
    QStringList m_tokens;
    qsizetype m_at = 0;
    bool m_broken = false;
};

QString valueText(const Json& value)
{
    if (value.is_null())
        return {};
    return value.is_string() ? text(value) : QString::fromUtf8(toCompactJson(value));
}

bool matchesRequirement(const QString& requirement, const Json& object)
{
    static const QRegularExpression kForm(uR"(^\s*([^\s=!]+)\s*(?:(==|=|!=|\bin\b|\bnotin\b)\s*(.*?))?\s*$)"_s);
    const auto match = kForm.match(requirement);
    if (!match.hasMatch())
        return false;
    const Json& found = valueAt(object, str(u'/' + match.captured(1).replace(u'.', u'/')));
    const QString op = match.captured(2);
    QString wanted = match.captured(3);
    if (op.isEmpty())
        return !found.is_null();
    if (op == u"in" || op == u"notin") {
        const QStringList values = wanted.remove(u'(').remove(u')').split(u'|');
        return values.contains(valueText(found)) == (op == u"in");
    }
    return (!found.is_null() && valueText(found) == wanted) == (op != u"!=");
}

/// Commas separate requirements, except those within a list of values.
QStringList requirementsOf(const QString& condition)
{
    QStringList result(QString{});
    int depth = 0;
    for (const QChar c : condition) {
        depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
        if (c == u',' && depth == 0)
            result.append(QString());
        else
            result.last().append(c == u',' ? QChar(u'|') : c);
    }
    return result;
}

quint32 fnv1a(const QString& text)
{
    quint32 hash = 2166136261U;
    const QByteArray bytes = text.toUtf8();
    for (const char byte : bytes)
        hash = (hash ^ static_cast<uchar>(byte)) * 16777619U;
    return hash;
}

} // namespace

Result<QString> substitute(const QString& text, const Scope& scope)
{
    static const QRegularExpression kTag(uR"(\{\{\s*([^{}=\s][^{}]*?)\s*\}\})"_s);
    QString result;
    qsizetype last = 0;
    for (auto it = kTag.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString tag = match.captured(1);
        if (!scope.contains(tag) && !isArgoTag(tag))
            continue;
        if (!scope.contains(tag))
            return fail(ErrorKind::Invalid, message("demo", "failed to resolve {{%1}}", {tag}));
        result += QStringView(text).mid(last, match.capturedStart() - last) + scope.value(tag);
        last = match.capturedEnd();
    }
    return QString(result + QStringView(text).mid(last));
}

Result<Json> substitute(const Json& value, const Scope& scope)
{
    if (value.is_string()) {
        const Result<QString> filled = substitute(text(value), scope);
        if (!filled)
            return fail(filled.error());
        return Json(str(*filled));
    }
    Json result = value;
    if (value.is_structured()) {
        for (Json& item : result) {
            Result<Json> filled = substitute(item, scope);
            if (!filled)
                return filled;
            item = std::move(*filled);
        }
    }
    return result;
}

std::optional<bool> evaluate(const QString& expression, const std::function<bool(const QString& word)>& truth)
{
    return Expression(expression, truth).value();
}

bool matchesCondition(const QString& condition, const Json& object, bool any)
{
    const QStringList requirements = requirementsOf(condition);
    const auto matches = [&](const QString& requirement) { return matchesRequirement(requirement, object); };
    return any ? std::any_of(requirements.begin(), requirements.end(), matches)
               : std::all_of(requirements.begin(), requirements.end(), matches);
}

QString workflowNodeId(const QString& workflow, const QString& nodeName)
{
    return nodeName == workflow ? workflow : QString(workflow + u'-' + QString::number(fnv1a(nodeName)));
}

QString workflowPodName(const QString& workflow, const QString& templateName, const QString& nodeName)
{
    if (nodeName == workflow)
        return workflow;
    return QString(workflow + u'-' + templateName).left(242) + u'-' + QString::number(fnv1a(nodeName));
}

} // namespace argosy::demo
