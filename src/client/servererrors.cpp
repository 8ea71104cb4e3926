// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/servererrors.h>

#include <QRegularExpression>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String kTypedPatch("failed to create typed patch object");
constexpr QLatin1String kUnknownField("field not declared in schema");

/// Where a path like `.spec.taints[key="a: b"].value` ends: at the first ": " that is in no bracket and no quotes.
qsizetype pathEnd(QStringView text)
{
    bool quoted = false;
    int brackets = 0;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == u'\\')
            ++i;
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == u'[')
            ++brackets;
        else if (!quoted && c == u']')
            --brackets;
        else if (!quoted && brackets <= 0 && c == u':' && text[i + 1] == u' ')
            return i;
    }
    return -1;
}

void addTypedPatchLine(QList<StatusCause>& causes, QStringView line)
{
    const QStringView trimmed = line.trimmed();
    const qsizetype end = trimmed.startsWith(u'.') ? pathEnd(trimmed) : -1;
    if (end < 0)
        return;
    const QString text = trimmed.sliced(end + 2).toString();
    causes.append({.reason = text.startsWith(kUnknownField) ? u"FieldValueNotSupported"_s : u"FieldValueTypeInvalid"_s,
        .message = text,
        .field = trimmed.first(end).toString()});
}

QList<StatusCause> typedPatchErrors(const QString& message)
{
    QList<StatusCause> causes;
    const qsizetype head = message.indexOf(kTypedPatch);
    if (head < 0)
        return causes;
    const qsizetype start = message.indexOf("): "_L1, head);
    if (start < 0)
        return causes;
    const QStringView text = QStringView(message).sliced(start + 3);
    for (const QStringView line : text.split(u'\n'))
        addTypedPatchLine(causes, line);
    return causes;
}

QList<StatusCause> strictDecodingErrors(const QString& message)
{
    static const QRegularExpression kField(u"(unknown|duplicate) field \"((?:[^\"\\\\]|\\\\.)*)\""_s);
    QList<StatusCause> causes;
    const qsizetype head = message.indexOf("strict decoding error"_L1);
    if (head < 0)
        return causes;
    for (auto match = kField.globalMatch(message, head); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const bool unknown = found.capturedView(1) == u"unknown";
        causes.append({.reason = unknown ? u"FieldValueNotSupported"_s : u"FieldValueDuplicate"_s,
            .message = found.captured(0),
            .field = found.captured(2)});
    }
    return causes;
}

QList<StatusCause> wrongTypeErrors(const QString& message)
{
    static const QRegularExpression kType(
        u"cannot unmarshal (\\S+) into Go struct field \\w+\\.(\\S+) of type (\\S+)"_s);
    const QRegularExpressionMatch found = kType.match(message);
    if (!found.hasMatch())
        return {};
    return {{.reason = u"FieldValueTypeInvalid"_s,
        .message = "expected "_L1 + found.captured(3) + ", got "_L1 + found.captured(1),
        .field = found.captured(2)}};
}

bool namesField(const StatusCause& cause)
{
    return !cause.field.isEmpty() && cause.field != "<nil>"_L1;
}

/// The manager in `conflict with "kubectl"` or `conflict with "kubectl" using v1`.
QString manager(const QString& message)
{
    return message.section(u'"', 1, 1);
}

Problem problemOf(const StatusCause& cause)
{
    const auto problem = [&cause](const QString& rule, const Message& text) {
        return Problem{.rule = rule, .path = FieldPath::fromDotted(cause.field), .message = text};
    };
    if (cause.reason == "FieldManagerConflict"_L1)
        return problem(u"server/conflict"_s,
            message("client", "“%1” has set this field to another value.", {manager(cause.message)}));
    if (cause.reason == "FieldValueRequired"_L1)
        return problem(u"server/required"_s, message("client", "The server requires this field."));
    if (cause.reason == "FieldValueNotSupported"_L1
        && (cause.message.startsWith(kUnknownField) || cause.message.startsWith("unknown field"_L1)))
        return problem(u"server/unknown-field"_s, message("client", "The server does not know this field."));
    return problem(u"server/invalid"_s, message("client", "The server rejects this: %1", {cause.message}));
}

} // namespace

QList<StatusCause> fieldErrors(const ApiStatus& status)
{
    QList<StatusCause> causes = status.causes;
    causes.removeIf([](const StatusCause& cause) { return !namesField(cause); });
    if (causes.isEmpty())
        causes = typedPatchErrors(status.message);
    if (causes.isEmpty())
        causes = strictDecodingErrors(status.message);
    if (causes.isEmpty())
        causes = wrongTypeErrors(status.message);
    return causes;
}

QList<Problem> problemsFrom(const Error& error)
{
    if (error.kind != ErrorKind::Invalid && error.kind != ErrorKind::Conflict)
        return {};
    QList<Problem> problems;
    if (error.status) {
        for (const StatusCause& cause : fieldErrors(*error.status))
            problems.append(problemOf(cause));
    }
    if (problems.isEmpty())
        problems.append({.rule = error.kind == ErrorKind::Conflict ? u"server/conflict"_s : u"server/invalid"_s,
            .path = {},
            .message = error.message});
    return problems;
}

} // namespace argosy
