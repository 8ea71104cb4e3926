// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/request.h>

#include <QMap>

namespace argosy {

/// Who the server takes us for (SelfSubjectReview).
struct SelfIdentity
{
    QString user, uid;
    QStringList groups;
    QMap<QString, QStringList> extra;
    bool operator==(const SelfIdentity&) const = default;
};

/// One action; "*" stands for all verbs, groups or resources.
struct AccessQuestion
{
    QString verb;
    QString url; ///< such as /healthz; then the rest is empty
    QString group, resource, subresource;
    QString nameSpace; ///< empty: all of them, or the cluster
    QString name; ///< empty: all of them
};

struct AccessAnswer
{
    bool allowed = false;
    QString reason, evaluationError; ///< the server's words; often none
    bool operator==(const AccessAnswer&) const = default;
};

/// What may be done with some resources or, where `urls` names any, with these.
struct AccessRule
{
    QStringList verbs, groups, resources, names, urls;
    bool operator==(const AccessRule&) const = default;
};

/// What may be done in a namespace and in the cluster (SelfSubjectRulesReview).
struct AccessRules
{
    QList<AccessRule> rules;
    bool incomplete = false; ///< not every authorizer can list what it allows: there may be more
    QString evaluationError;
};

/// The versions of SelfSubjectReview, the best first; a server answers NotFound for those that it does not serve.
inline constexpr std::array kSelfReviewVersions{"v1", "v1beta1", "v1alpha1"};

/// Reviews are POSTs that change nothing: a read-only connection sends them.
namespace requests {
[[nodiscard]] ApiRequest selfReview(const QString& version);
[[nodiscard]] ApiRequest accessReview(const AccessQuestion& question);
[[nodiscard]] ApiRequest rulesReview(const QString& nameSpace);
} // namespace requests

// What the server answered; each fails with Protocol where it is something else.
[[nodiscard]] Result<SelfIdentity> decodeSelfReview(const QByteArray& body);
[[nodiscard]] Result<AccessAnswer> decodeAccessReview(const QByteArray& body);
[[nodiscard]] Result<AccessRules> decodeRulesReview(const QByteArray& body);

/// The same rules for people: each about one resource and at most one name, with all its verbs; each about one URL and
/// one verb. In kubectl's order.
[[nodiscard]] QList<AccessRule> simplified(const QList<AccessRule>& rules);

} // namespace argosy
