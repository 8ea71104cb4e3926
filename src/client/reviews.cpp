// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/reviews.h>

#include <argosy/kube/json.h>

#include <nlohmann/json.hpp>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

ApiRequest review(const QString& apiVersion, const QString& plural, Json object)
{
    ApiRequest made;
    made.method = "POST";
    made.path = "/apis/"_L1 + apiVersion + u'/' + plural;
    made.contentType = "application/json";
    made.where = {.verb = u"create"_s, .resource = plural + u'.' + apiVersion.section(u'/', 0, 0)};
    object["apiVersion"] = apiVersion.toStdString();
    made.body = toCompactJson(object);
    return made;
}

void setIfAny(Json& object, const char* key, const QString& value)
{
    if (!value.isEmpty())
        object[key] = value.toStdString();
}

Json attributesOf(const AccessQuestion& question)
{
    Json attributes{{"verb", question.verb.toStdString()}};
    setIfAny(attributes, "path", question.url);
    setIfAny(attributes, "group", question.group);
    setIfAny(attributes, "resource", question.resource);
    setIfAny(attributes, "subresource", question.subresource);
    setIfAny(attributes, "namespace", question.nameSpace);
    setIfAny(attributes, "name", question.name);
    return attributes;
}

/// The status, which a review that was answered has.
Result<Json> statusIn(const QByteArray& body, const char* kind)
{
    const Result<Json> review = parseJson(body);
    const bool answered =
        review && textAt(*review, "/kind") == QLatin1String(kind) && member(*review, "status").is_object();
    if (!answered)
        return fail(ErrorKind::Protocol,
            message("client", "The server answered a %1 with something else.", {QString::fromLatin1(kind)}));
    return member(*review, "status");
}

QList<AccessRule> partsOf(const AccessRule& rule)
{
    QList<AccessRule> parts;
    const QStringList names = rule.names.isEmpty() ? QStringList{QString()} : rule.names;
    for (const QString& group : rule.groups)
        for (const QString& resource : rule.resources)
            for (const QString& name : names)
                parts.append({.verbs = rule.verbs,
                    .groups = {group},
                    .resources = {resource},
                    .names = name.isEmpty() ? QStringList() : QStringList{name}});
    for (const QString& url : rule.urls)
        for (const QString& verb : rule.verbs)
            parts.append({.verbs = {verb}, .urls = {url}});
    return parts;
}

/// Rules about the same resource become one.
void addTo(QList<AccessRule>& rules, const AccessRule& part)
{
    const auto same = std::ranges::find_if(rules, [&part](const AccessRule& rule) {
        return part.urls.isEmpty() && rule.groups == part.groups && rule.resources == part.resources
            && rule.names == part.names && rule.urls.isEmpty();
    });
    if (same == rules.end())
        return rules.append(part);
    for (const QString& verb : part.verbs)
        if (!same->verbs.contains(verb))
            same->verbs.append(verb);
}

QString sortKey(const AccessRule& rule)
{
    QString key;
    for (const QStringList& part : {rule.verbs, rule.groups, rule.resources, rule.names, rule.urls})
        key += u'[' + part.join(u' ') + u']';
    return key;
}

} // namespace

ApiRequest requests::selfReview(const QString& version)
{
    return review("authentication.k8s.io/"_L1 + version, u"selfsubjectreviews"_s, {{"kind", "SelfSubjectReview"}});
}

ApiRequest requests::accessReview(const AccessQuestion& question)
{
    const char* attributes = question.url.isEmpty() ? "resourceAttributes" : "nonResourceAttributes";
    return review(u"authorization.k8s.io/v1"_s, u"selfsubjectaccessreviews"_s,
        {{"kind", "SelfSubjectAccessReview"}, {"spec", {{attributes, attributesOf(question)}}}});
}

ApiRequest requests::rulesReview(const QString& nameSpace)
{
    return review(u"authorization.k8s.io/v1"_s, u"selfsubjectrulesreviews"_s,
        {{"kind", "SelfSubjectRulesReview"}, {"spec", {{"namespace", nameSpace.toStdString()}}}});
}

Result<SelfIdentity> decodeSelfReview(const QByteArray& body)
{
    const Result<Json> status = statusIn(body, "SelfSubjectReview");
    if (!status)
        return fail(status.error());
    const Json& info = member(*status, "userInfo");
    SelfIdentity identity{
        .user = textAt(info, "/username"), .uid = textAt(info, "/uid"), .groups = textsOf(member(info, "groups"))};
    for (const auto& [key, values] : member(info, "extra").items())
        identity.extra.insert(QString::fromStdString(key), textsOf(values));
    return identity;
}

Result<AccessAnswer> decodeAccessReview(const QByteArray& body)
{
    const Result<Json> status = statusIn(body, "SelfSubjectAccessReview");
    if (!status)
        return fail(status.error());
    return AccessAnswer{.allowed = member(*status, "allowed") == true,
        .reason = textAt(*status, "/reason"),
        .evaluationError = textAt(*status, "/evaluationError")};
}

Result<AccessRules> decodeRulesReview(const QByteArray& body)
{
    const Result<Json> status = statusIn(body, "SelfSubjectRulesReview");
    if (!status)
        return fail(status.error());
    AccessRules rules{
        .incomplete = member(*status, "incomplete") == true, .evaluationError = textAt(*status, "/evaluationError")};
    for (const Json& rule : member(*status, "resourceRules"))
        rules.rules.append({.verbs = textsOf(member(rule, "verbs")),
            .groups = textsOf(member(rule, "apiGroups")),
            .resources = textsOf(member(rule, "resources")),
            .names = textsOf(member(rule, "resourceNames"))});
    for (const Json& rule : member(*status, "nonResourceRules"))
        rules.rules.append({.verbs = textsOf(member(rule, "verbs")), .urls = textsOf(member(rule, "nonResourceURLs"))});
    return rules;
}

QList<AccessRule> simplified(const QList<AccessRule>& rules)
{
    QList<AccessRule> simple;
    for (const AccessRule& rule : rules)
        for (const AccessRule& part : partsOf(rule))
            addTo(simple, part);
    std::ranges::stable_sort(simple, {}, sortKey);
    return simple;
}

} // namespace argosy
