// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resources.h"
#include "writeoptions.h"

#include <argosy/base/result.h>

#include <QStringList>

namespace argosy::demo {

/// Where a write goes: through the object's own door, or its status subresource's.
enum class Door
{
    Object,
    Status
};

/**
 * What a server does to an object between the wire and the store: identity, pruning, defaults, validation, and who
 * manages which fields. One instance serves one request.
 */
class Admission final
{
public:
    Admission(const Resource& resource, WriteOptions options, Door door, QString now);

    /// Reads a body that must be this kind in this version. Fails with the 400 or 422 of a server.
    [[nodiscard]] Result<Json> decode(const QByteArray& body, const QString& contentType) const;
    /// The namespace and the name of the body against those of the URL; fills in what the body leaves out, makes a name
    /// from generateName and drops the namespace of a cluster-scoped kind. An empty `name` is a POST.
    [[nodiscard]] Result<> identify(Json& object, const QString& nameSpace, const QString& name) const;

    /// The object as it is to be stored.
    [[nodiscard]] Result<Json> admitNew(Json object);
    /// The live object's next state. `patched` says that a patch made it, whose unknown fields are reported otherwise.
    [[nodiscard]] Result<Json> admitChange(const Json& live, Json updated, bool patched);
    /// The same for server-side apply; `live` is null for a new object.
    [[nodiscard]] Result<Json> admitApplied(const Json* live, const Json& applied);

    /// What to tell the client in Warning headers.
    [[nodiscard]] const QStringList& warnings() const { return m_warnings; }

private:
    [[nodiscard]] Result<> checkType(const Json& object, const QByteArray& body) const;
    [[nodiscard]] Result<> pruneUnknown(Json& object, bool patched);
    [[nodiscard]] Result<> settle(Json& object) const;
    [[nodiscard]] Json onlyStatusFrom(const Json& live, const Json& updated) const;
    void keepStatus(const Json* live, Json& object) const;
    [[nodiscard]] Error unacceptable(const QString& name, QList<StatusCause> causes) const;
    [[nodiscard]] tl::unexpected<Error> cannotHandle(const QString& why) const;

    const Resource& m_resource;
    WriteOptions m_options;
    Door m_door;
    QString m_now;
    QStringList m_warnings;
};

/// Parses JSON or, where the type says so or it is no JSON, YAML. Fails with Parse.
[[nodiscard]] Result<Json> parseBody(const QByteArray& body, bool yamlAllowed);

} // namespace argosy::demo
