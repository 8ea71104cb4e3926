// SPDX-License-Identifier: GPL-3.0-or-later
#include "admission.h"
#include "handlers.h"
#include "status.h"
#include "text.h"

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

Json statusOf(const QString& kind)
{
    const Json all = Json::array({"*"});
    if (kind == u"SelfSubjectAccessReview")
        return {{"allowed", true}};
    if (kind == u"SelfSubjectReview")
        return {{"userInfo",
            {{"username", "embedded-admin"}, {"groups", Json::array({"system:masters", "system:authenticated"})}}}};
    return {{"resourceRules", Json::array({Json{{"verbs", all}, {"apiGroups", all}, {"resources", all}}})},
        {"nonResourceRules", Json::array({Json{{"verbs", all}, {"nonResourceURLs", all}}})}, {"incomplete", false}};
}

} // namespace

Result<HttpResponse> handleReview(const ResourceRequest& request)
{
    const Result<WriteOptions> options = parseWriteOptions(request.http, u"CreateOptions"_s);
    if (!options)
        return fail(options.error());
    Result<Json> review =
        Admission(request.resource, *options, Door::Object, {}).decode(request.http.body, request.http.contentType);
    if (!review)
        return fail(review.error());
    Json answer{{"kind", str(request.resource.gvk.kind)}, {"apiVersion", str(request.resource.gvk.apiVersion())},
        {"metadata", member(*review, "metadata")}};
    if (const Json& spec = member(*review, "spec"); !spec.is_null())
        answer["spec"] = spec;
    answer["status"] = statusOf(request.resource.gvk.kind);
    return jsonResponse(answer, 201);
}

} // namespace argosy::demo
