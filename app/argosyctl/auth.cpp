// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth.h"

#include <nlohmann/json.hpp>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

/// As kubectl writes lists in tables.
QString bracketed(const QStringList& list)
{
    return u'[' + list.join(u' ') + u']';
}

/// deployments.apps/scale
QString resourceText(const AccessRule& rule)
{
    if (rule.resources.isEmpty())
        return {};
    const QString resource = rule.resources.constFirst();
    const QString group = rule.groups.value(0);
    const QString plural = resource.section(u'/', 0, 0);
    return (group.isEmpty() ? plural : QString(plural + u'.' + group)) + resource.sliced(plural.size());
}

/// The server's review as a document.
void printReview(const Terminal& terminal, const QByteArray& review, OutputFormat format)
{
    const Json json = parseJson(review).value_or(Json());
    if (format == OutputFormat::Json)
        terminal.json(json);
    else
        terminal.yaml(json);
}

} // namespace

void WhoamiCommand::ask(std::size_t version)
{
    const ApiRequest request = requests::selfReview(QString::fromLatin1(kSelfReviewVersions.at(version)));
    m_request = connection().send(request, this, [this, version](const Result<ApiResponse>& answer) {
        if (answer)
            return print(answer->body);
        if (answer.error().kind != ErrorKind::NotFound)
            return trouble(answer.error());
        if (version + 1 < kSelfReviewVersions.size())
            return ask(version + 1);
        trouble({.kind = ErrorKind::NotFound,
            .message = message("argosyctl",
                "The server does not say who it takes us for: it has no SelfSubjectReview (Kubernetes 1.26 or "
                "newer).")});
    });
}

void WhoamiCommand::print(const QByteArray& review)
{
    const auto identity = decodeSelfReview(review);
    if (!identity)
        return trouble(identity.error());
    if (options().output != OutputFormat::Text) {
        printReview(terminal(), review, options().output);
        return Q_EMIT finished(exitcode::kDone);
    }
    QList<QStringList> rows{{u"ATTRIBUTE"_s, u"VALUE"_s}};
    if (!identity->user.isEmpty())
        rows.append({u"Username"_s, identity->user});
    if (!identity->uid.isEmpty())
        rows.append({u"UID"_s, identity->uid});
    if (!identity->groups.isEmpty())
        rows.append({u"Groups"_s, bracketed(identity->groups)});
    for (auto it = identity->extra.cbegin(); it != identity->extra.cend(); ++it)
        rows.append({u"Extra: "_s + it.key(), bracketed(it.value())});
    terminal().table(rows);
    Q_EMIT finished(exitcode::kDone);
}

Result<> CanICommand::prepare()
{
    const qsizetype count = options().arguments.size();
    if (options().listRules && (count > 0 || options().allNamespaces))
        return fail(ErrorKind::Invalid,
            message("argosyctl", "--list lists everything in one namespace: it takes no verb and no -A."));
    if (!options().listRules && count < 2)
        return fail(ErrorKind::Invalid,
            message("argosyctl", "can-i needs a verb and a resource, such as “create pods”, or --list."));
    return {};
}

void CanICommand::connected()
{
    if (options().listRules)
        return askForRules();
    const QString what = options().arguments.at(1);
    if (what.startsWith(u'/'))
        return askForAccess({.verb = options().arguments.at(0), .url = what});
    m_discovery = std::make_unique<Discovery>(connection());
    m_discovery->run(this, [this, what](const Result<ServerInfo>& server) {
        server ? askForAccess(questionAbout(what, server->catalog)) : trouble(server.error());
    });
}

void CanICommand::askForRules()
{
    const ApiRequest request = requests::rulesReview(connection().endpoint().defaultNamespace);
    m_request = connection().send(request, this,
        [this](const Result<ApiResponse>& answer) { answer ? printRules(answer->body) : trouble(answer.error()); });
}

void CanICommand::printRules(const QByteArray& review)
{
    const auto rules = decodeRulesReview(review);
    if (!rules)
        return trouble(rules.error());
    if (rules->incomplete)
        terminal().warn(rules->evaluationError.isEmpty()
                ? message("argosyctl", "The list may be incomplete: not everything that allows access can list it.")
                : message("argosyctl", "The list may be incomplete: %1", {rules->evaluationError}));
    if (options().output != OutputFormat::Text) {
        printReview(terminal(), review, options().output);
        return Q_EMIT finished(exitcode::kDone);
    }
    QList<QStringList> rows{{u"Resources"_s, u"Non-Resource URLs"_s, u"Resource Names"_s, u"Verbs"_s}};
    for (const AccessRule& rule : simplified(rules->rules))
        rows.append({resourceText(rule), bracketed(rule.urls), bracketed(rule.names), bracketed(rule.verbs)});
    terminal().table(rows);
    Q_EMIT finished(exitcode::kDone);
}

AccessQuestion CanICommand::questionAbout(const QString& resource, const ApiCatalog& catalog)
{
    const QStringList& arguments = options().arguments;
    const QString typed = resource.section(u'/', 0, 0);
    const auto known = catalog.findByName(typed);
    if (!known && typed != "*"_L1)
        terminal().warn(message("argosyctl", "The server has no resource “%1”.", {typed}));
    if (known && !known->namespaced && !options().allNamespaces)
        terminal().warn(message("argosyctl", "%1 belong to no namespace.", {known->toString()}));
    return {.verb = arguments.at(0),
        .group = known ? known->gvk.group : QString(),
        .resource = known ? known->plural : typed,
        .subresource = options().subresource,
        .nameSpace = options().allNamespaces ? QString() : connection().endpoint().defaultNamespace,
        .name = arguments.size() > 2 ? arguments.at(2) : resource.section(u'/', 1)};
}

void CanICommand::askForAccess(const AccessQuestion& question)
{
    m_request = connection().send(requests::accessReview(question), this,
        [this](const Result<ApiResponse>& answer) { answer ? printAccess(answer->body) : trouble(answer.error()); });
}

void CanICommand::printAccess(const QByteArray& review)
{
    const auto access = decodeAccessReview(review);
    if (!access)
        return trouble(access.error());
    QStringList words{access->allowed ? u"yes"_s : u"no"_s};
    if (!access->allowed && !access->reason.isEmpty())
        words.append(access->reason);
    if (!access->allowed && !access->evaluationError.isEmpty())
        words.append(access->evaluationError);
    if (options().output == OutputFormat::Text)
        terminal().out(words.join(u" - "_s));
    else
        printReview(terminal(), review, options().output);
    Q_EMIT finished(access->allowed ? exitcode::kDone : exitcode::kNo);
}

} // namespace argosy
