// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handlers.h"
#include "openapi.h"

#include <argosy/base/secret.h>

namespace argosy::demo {

/// The API itself: who may ask, and who answers which path. Thread-safe.
class Api final
{
public:
    Api(std::shared_ptr<Storage> storage, const SchemaSet& schemas, Secret token);

    /// Never throws; what went wrong is a Status.
    [[nodiscard]] HttpResponse answer(const HttpRequest& request);
    [[nodiscard]] const ResourceCatalog& catalog() const { return m_catalog; }

private:
    [[nodiscard]] bool isAuthenticated(const HttpRequest& request) const;
    [[nodiscard]] HttpResponse route(const HttpRequest& request);
    [[nodiscard]] HttpResponse routeResource(const HttpRequest& request, const RequestPath& path);
    [[nodiscard]] Result<HttpResponse> handle(const ResourceRequest& request);
    [[nodiscard]] Result<HttpResponse> handleCollection(const ResourceRequest& request);
    [[nodiscard]] Result<HttpResponse> handleObject(const ResourceRequest& request);

    std::shared_ptr<Storage> m_storage;
    ResourceCatalog m_catalog;
    OpenApi m_openApi;
    Secret m_token;
};

} // namespace argosy::demo
