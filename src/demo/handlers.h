// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http.h"
#include "requestpath.h"
#include "resources.h"
#include "selectors.h"
#include "storage.h"

namespace argosy::demo {

/// One request for a resource that is served.
struct ResourceRequest
{
    const HttpRequest& http;
    RequestPath path;
    const Resource& resource;

    [[nodiscard]] ObjectKey key() const
    {
        return {.resource = resource.key(), .nameSpace = path.nameSpace, .name = path.name};
    }
    [[nodiscard]] bool isStatus() const { return path.subresource == u"status"; }
};

/// What of a collection a request is about.
class Selection final
{
public:
    [[nodiscard]] static Result<Selection> parse(const ResourceRequest& request);
    [[nodiscard]] bool matches(const Json& object) const
    {
        return (m_name.isEmpty() || textAt(object, "/metadata/name") == m_name) && m_labels.matches(object)
            && m_fields.matches(object);
    }

private:
    QString m_name; ///< of a watch of one object
    LabelSelector m_labels;
    FieldSelector m_fields;
};

[[nodiscard]] Result<HttpResponse> handleGet(const ResourceRequest& request, const Storage& storage);
[[nodiscard]] Result<HttpResponse> handleList(const ResourceRequest& request, const Storage& storage);
[[nodiscard]] Result<HttpResponse> handleWatch(const ResourceRequest& request, const std::shared_ptr<Storage>& storage);
[[nodiscard]] Result<HttpResponse> handleLog(const ResourceRequest& request, const Storage& storage);
[[nodiscard]] Result<HttpResponse> handleCreate(const ResourceRequest& request, Storage& storage);
[[nodiscard]] Result<HttpResponse> handleUpdate(const ResourceRequest& request, Storage& storage);
[[nodiscard]] Result<HttpResponse> handlePatch(const ResourceRequest& request, Storage& storage);
[[nodiscard]] Result<HttpResponse> handleDelete(const ResourceRequest& request, Storage& storage);
[[nodiscard]] Result<HttpResponse> handleDeleteCollection(const ResourceRequest& request, Storage& storage);
/// selfsubjectaccessreviews and their like: answered, never stored.
[[nodiscard]] Result<HttpResponse> handleReview(const ResourceRequest& request);

/// The Status of a failure as an answer.
[[nodiscard]] HttpResponse failureResponse(const Error& error);
/// JSON as the body of an answer.
[[nodiscard]] HttpResponse jsonResponse(const Json& body, int code = 200);

} // namespace argosy::demo
