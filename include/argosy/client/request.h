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
    bool isRetried = true; ///< sent again after what passes by itself; false for who has a rhythm of his own
    bool isOnNewConnection = false; ///< over a connection that nothing else uses, so that a stalled one does not count
    std::chrono::milliseconds timeout{30'000}; ///< without a byte from the server
    ErrorContext where; ///< verb, resource, namespace, name; the connection adds cluster and host
};

/// False where the API promises that nothing changes: a GET, a dry run, and a review of one's own identity or rights.
[[nodiscard]] bool isWrite(const ApiRequest& request);

struct ApiResponse
{
    int code = 0; ///< 2xx; everything else is an Error
    QByteArray body;
    QList<QByteArray> warnings; ///< texts of the API's Warning headers
    bool operator==(const ApiResponse&) const = default;
};

inline constexpr const char* kFieldManager = "argosy"; ///< unless people say otherwise

struct ListOptions
{
    QString labelSelector, fieldSelector;
    int limit = 500;
    QString continueToken;
};
/// The limit for the same page once an answer was TooLarge: 500 objects may weigh anything between 100 KB and 750 MB.
[[nodiscard]] constexpr int smallerPage(int limit)
{
    return limit > 10 ? limit / 10 : 1;
}

struct WatchOptions
{
    QString resourceVersion;
    /// First sends what exists, as ADDED events that end with a bookmark of the annotation k8s.io/initial-events-end.
    /// A server without that answers with Invalid. Only without a resourceVersion.
    bool sendsInitialEvents = false;
    QString labelSelector, fieldSelector;
    std::chrono::seconds serverTimeout{290};
};

struct CreateOptions
{
    QString fieldManager = QString::fromLatin1(kFieldManager);
    bool dryRun = false;
};

struct ApplyOptions
{
    QString fieldManager = QString::fromLatin1(kFieldManager);
    bool dryRun = false;
    bool force = false;
};

/// What happens to the objects that name the deleted one as their owner.
enum class DeletionPropagation
{
    Default, ///< what the kind says
    Background,
    Foreground,
    Orphan
};

struct DeletionOptions
{
    DeletionPropagation propagation = DeletionPropagation::Default;
    QString uid; ///< delete only this one, not what was made under its name since
    QString resourceVersion; ///< delete only what was seen
    bool dryRun = false;
};

struct LogOptions
{
    QString container; ///< empty where the pod has one
    bool follow = false;
    bool previous = false; ///< of the container before its last restart
    bool timestamps = false;
    int tailLines = 0; ///< 0 is all
    std::chrono::seconds since{0}; ///< 0 is from the beginning
};

/// Requests for one kind. Empty namespace with a namespaced kind lists all namespaces.
namespace requests {
[[nodiscard]] ApiRequest get(const ApiResource& resource, const QString& nameSpace, const QString& name);
[[nodiscard]] ApiRequest list(const ApiResource& resource, const QString& nameSpace, const ListOptions& options = {});
[[nodiscard]] ApiRequest watch(const ApiResource& resource, const QString& nameSpace, const WatchOptions& options);
/// POST with strict field validation.
[[nodiscard]] ApiRequest create(
    const ApiResource& resource, const QString& nameSpace, const Json& object, const CreateOptions& options = {});
/// Server-side apply with strict field validation; the body is sent as JSON, without metadata.namespace for a
/// cluster-scoped kind.
[[nodiscard]] ApiRequest apply(const ApiResource& resource, const Json& object, const ApplyOptions& options = {});
[[nodiscard]] ApiRequest mergePatch(
    const ApiResource& resource, const QString& nameSpace, const QString& name, const Json& patch, bool dryRun = false);
/// RFC 6902; a "test" that fails is answered with Invalid.
[[nodiscard]] ApiRequest jsonPatch(
    const ApiResource& resource, const QString& nameSpace, const QString& name, const Json& patch, bool dryRun = false);
/// PUT of the whole object. With metadata.resourceVersion in it, only if nobody has changed it since (Conflict).
[[nodiscard]] ApiRequest update(const ApiResource& resource, const Json& object, bool dryRun = false);
[[nodiscard]] ApiRequest remove(
    const ApiResource& resource, const QString& nameSpace, const QString& name, const DeletionOptions& options = {});
/// The same list, watch or get, answered with PartialObjectMetadata: neither spec nor status nor data are sent.
[[nodiscard]] ApiRequest forMetadata(ApiRequest request);
/// The same request for a subresource, "status" or "scale"; of a get, update or patch of one object.
[[nodiscard]] ApiRequest forSubresource(ApiRequest request, const QString& subresource);
/// The log of a pod as text; with `follow` for Connection::watch, line by line.
[[nodiscard]] ApiRequest logs(const QString& nameSpace, const QString& pod, const LogOptions& options = {});
/// "/version", "/openapi/v3" and the like; what follows a question mark becomes the query.
[[nodiscard]] ApiRequest raw(const QString& path);
} // namespace requests

} // namespace argosy
