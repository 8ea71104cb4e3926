// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>
#include <argosy/kube/apicatalog.h>
#include <argosy/kube/json.h>

#include <QByteArray>
#include <QString>
#include <QUrlQuery>

#include <chrono>

namespace argosy {

/// A request as a value: every verb can be tested without a server.
struct ApiRequest
{
    QByteArray method = "GET";
    QString path;
    QUrlQuery query;
    QByteArray contentType; ///< empty without a body
    QByteArray body;
    QByteArray accept = "application/json";
    bool isWrite = false; ///< changes something; a dry run does not
    std::chrono::milliseconds timeout{30'000}; ///< without a byte from the server
    ErrorContext where; ///< verb, resource, namespace, name; the connection adds cluster and host
};

struct ApiResponse
{
    int code = 0; ///< 2xx; everything else is an Error
    QByteArray body;
    QList<QByteArray> warnings; ///< texts of the API's Warning headers
    bool operator==(const ApiResponse&) const = default;
};

inline constexpr const char* kFieldManager = "argosy";

struct ListOptions
{
    QString labelSelector, fieldSelector;
    int limit = 500;
    QString continueToken;
};

struct WatchOptions
{
    QString resourceVersion;
    QString labelSelector, fieldSelector;
    std::chrono::seconds serverTimeout{290};
};

struct ApplyOptions
{
    QString fieldManager = QString::fromLatin1(kFieldManager);
    bool dryRun = false;
    bool force = false;
};

/// Requests for one kind. Empty namespace with a namespaced kind lists all namespaces.
namespace requests {
[[nodiscard]] ApiRequest get(const ApiResource& resource, const QString& nameSpace, const QString& name);
[[nodiscard]] ApiRequest list(const ApiResource& resource, const QString& nameSpace, const ListOptions& options = {});
[[nodiscard]] ApiRequest watch(const ApiResource& resource, const QString& nameSpace, const WatchOptions& options);
/// POST with strict field validation.
[[nodiscard]] ApiRequest create(
    const ApiResource& resource, const QString& nameSpace, const Json& object, bool dryRun = false);
/// Server-side apply with strict field validation; the body is sent as JSON, without metadata.namespace for a
/// cluster-scoped kind.
[[nodiscard]] ApiRequest apply(const ApiResource& resource, const Json& object, const ApplyOptions& options = {});
[[nodiscard]] ApiRequest mergePatch(
    const ApiResource& resource, const QString& nameSpace, const QString& name, const Json& patch, bool dryRun = false);
[[nodiscard]] ApiRequest remove(
    const ApiResource& resource, const QString& nameSpace, const QString& name, bool dryRun = false);
/// "/version", "/openapi/v3" and the like; what follows a question mark becomes the query.
[[nodiscard]] ApiRequest raw(const QString& path);
} // namespace requests

} // namespace argosy
