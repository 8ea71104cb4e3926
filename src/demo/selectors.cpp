// SPDX-License-Identifier: GPL-3.0-or-later
#include "selectors.h"

#include "status.h"
#include "text.h"

#include <QRegularExpression>

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

/// Splits at commas that are not within parentheses.
QStringList splitTerms(const QString& text)
{
    QStringList terms;
    int depth = 0;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) == u'(')
            ++depth;
        else if (text.at(at) == u')')
            --depth;
        else if (text.at(at) == u',' && depth == 0) {
            terms.append(text.mid(begin, at - begin).trimmed());
            begin = at + 1;
        }
    }
    terms.append(text.mid(begin).trimmed());
    return terms;
}

Error unknownField(const QString& field, bool builtIn)
{
    if (!builtIn)
        return badRequest(u"field label not supported: " % field);
    return badRequest(
        quoted(field) % u" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
}

QString label(const Json& object, const QString& key, bool* present)
{
    const Json& value = member(valueAt(object, "/metadata/labels"), str(key));
    *present = value.is_string();
    return text(value);
}

} // namespace

Result<LabelSelector> LabelSelector::parse(const QString& selector)
{
    LabelSelector parsed;
    if (selector.trimmed().isEmpty())
        return parsed;
    for (const QString& term : splitTerms(selector)) {
        Result<Requirement> requirement = parseRequirement(term);
        if (!requirement)
            return fail(requirement.error());
        parsed.m_requirements.append(*requirement);
    }
    return parsed;
}

Result<LabelSelector::Requirement> LabelSelector::parseRequirement(const QString& term)
{
    static const QString key = uR"(([A-Za-z0-9./_-]+))"_s;
    static const QRegularExpression exists(u"^(!?)\\s*"_s % key % u"$"_s);
    static const QRegularExpression equality(u"^"_s % key % u"\\s*(==|=|!=)\\s*([A-Za-z0-9._-]*)$"_s);
    static const QRegularExpression set(u"^"_s % key % u"\\s+(in|notin)\\s*\\(([^()]*)\\)$"_s);
    if (const auto match = exists.match(term); match.hasMatch()) {
        const bool negative = !match.captured(1).isEmpty();
        return Requirement{.key = match.captured(2),
            .op = negative ? Requirement::Op::DoesNotExist : Requirement::Op::Exists,
            .values = {}};
    }
    if (const auto match = equality.match(term); match.hasMatch()) {
        const bool negative = match.captured(2) == u"!=";
        return Requirement{.key = match.captured(1),
            .op = negative ? Requirement::Op::NotIn : Requirement::Op::In,
            .values = {match.captured(3)}};
    }
    if (const auto match = set.match(term); match.hasMatch()) {
        Requirement requirement{.key = match.captured(1),
            .op = match.captured(2) == u"in" ? Requirement::Op::In : Requirement::Op::NotIn,
            .values = {}};
        for (const QString& value : match.captured(3).split(u','))
            requirement.values.append(value.trimmed());
        return requirement;
    }
    return fail(badRequest(u"unable to parse requirement: " % quoted(term) % u" is no requirement"));
}

bool LabelSelector::matches(const Json& object) const
{
    return std::all_of(m_requirements.cbegin(), m_requirements.cend(), [&object](const Requirement& requirement) {
        bool present = false;
        const QString value = label(object, requirement.key, &present);
        switch (requirement.op) {
        case Requirement::Op::In: return present && requirement.values.contains(value);
        case Requirement::Op::NotIn: return !present || !requirement.values.contains(value);
        case Requirement::Op::Exists: return present;
        case Requirement::Op::DoesNotExist: return !present;
        }
        return false;
    });
}

Result<FieldSelector> FieldSelector::parse(const QString& selector, const QStringList& known, bool builtIn)
{
    FieldSelector parsed;
    static const QRegularExpression pattern(uR"(^([^=!]+?)\s*(==|=|!=)\s*(.*)$)"_s);
    for (const QString& term : selector.split(u',', Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch match = pattern.match(term.trimmed());
        if (!match.hasMatch())
            return fail(badRequest(u"invalid selector: '" % selector % u"'; can't understand '" % term % u'\''));
        const QString field = match.captured(1);
        if (field != u"metadata.name" && field != u"metadata.namespace" && !known.contains(field))
            return fail(unknownField(field, builtIn));
        parsed.m_terms.append({.field = field, .value = match.captured(3), .equal = match.captured(2) != u"!="});
    }
    return parsed;
}

bool FieldSelector::matches(const Json& object) const
{
    return std::all_of(m_terms.cbegin(), m_terms.cend(), [&object](const Term& term) {
        const Json& value = valueAt(object, '/' + str(QString(term.field).replace(u'.', u'/')));
        const QString found =
            value.is_string() || value.is_null() ? text(value) : QString::fromUtf8(toCompactJson(value));
        return (found == term.value) == term.equal;
    });
}

QStringList selectableFields(const QString& group, const QString& plural)
{
    if (group == u"" && plural == u"events")
        return {u"involvedObject.kind"_s, u"involvedObject.namespace"_s, u"involvedObject.name"_s,
            u"involvedObject.uid"_s, u"involvedObject.apiVersion"_s, u"involvedObject.resourceVersion"_s,
            u"involvedObject.fieldPath"_s, u"reason"_s, u"reportingComponent"_s, u"source"_s, u"type"_s};
    if (group == u"" && plural == u"pods")
        return {u"spec.nodeName"_s, u"spec.restartPolicy"_s, u"spec.schedulerName"_s, u"spec.serviceAccountName"_s,
            u"spec.hostNetwork"_s, u"status.phase"_s, u"status.podIP"_s, u"status.nominatedNodeName"_s};
    if (group == u"" && plural == u"secrets")
        return {u"type"_s};
    if (group == u"" && plural == u"namespaces")
        return {u"status.phase"_s};
    if (group == u"" && plural == u"nodes")
        return {u"spec.unschedulable"_s};
    if (group == u"batch" && plural == u"jobs")
        return {u"status.successful"_s};
    return {};
}

} // namespace argosy::demo
