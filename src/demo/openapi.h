// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http.h"
#include "resources.h"

#include <map>
#include <mutex>
#include <optional>

namespace argosy::demo {

/**
 * The OpenAPI documents: /openapi/v3 and one for each group and version, made when they are first asked for, and a
 * /openapi/v2 that says no more than that it is there, because clients of today use it only where v3 is missing.
 * Thread-safe.
 */
class OpenApi final
{
public:
    explicit OpenApi(const ResourceCatalog& catalog)
        : m_catalog(catalog)
    { }

    /// Nothing for a path that is no OpenAPI document's.
    [[nodiscard]] std::optional<HttpResponse> answer(const HttpRequest& request);

private:
    [[nodiscard]] HttpResponse index() const;
    [[nodiscard]] std::optional<HttpResponse> document(const QString& group, const QString& version);

    const ResourceCatalog& m_catalog;
    std::mutex m_mutex;
    std::map<std::pair<QString, QString>, QByteArray> m_documents;
};

} // namespace argosy::demo
