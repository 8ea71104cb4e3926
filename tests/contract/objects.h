// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"

#include <argosy/kube/gvk.h>

namespace argosy {

/// Objects that a server with Karpenter's CRDs accepts.
[[nodiscard]] Json nodePool(const QString& name);
[[nodiscard]] Json configMap(const QString& name, Json data = Json::object());
[[nodiscard]] Json workflow(const QString& name);

[[nodiscard]] const GroupKind& nodePoolKind();
/// The path of all NodePools or of one.
[[nodiscard]] QString nodePoolPath(const QString& name = {});

/// The item whose member says so, or null.
[[nodiscard]] const Json* itemNamed(const Json& list, const char* name, const char* key = "name");
/// The names of a List's items.
[[nodiscard]] QStringList namesOf(const Json& list);

/// A namespace that is gone, with its content, at the end of the case.
class TestNamespace final
{
public:
    explicit TestNamespace(ApiClient& api);
    ~TestNamespace();
    Q_DISABLE_COPY_MOVE(TestNamespace)
    [[nodiscard]] const QString& name() const { return m_name; }
    /// The path of a collection of the core group in it.
    [[nodiscard]] QString core(const QString& plural) const
    {
        return QStringLiteral("/api/v1/namespaces/%1/%2").arg(m_name, plural);
    }
    [[nodiscard]] QString path(const QString& groupVersion, const QString& plural) const
    {
        return QStringLiteral("/apis/%1/namespaces/%2/%3").arg(groupVersion, m_name, plural);
    }

private:
    ApiClient& m_api;
    QString m_name;
};

/// Deletes an object at the end of the case, finalizers or not.
class Cleanup final
{
public:
    Cleanup(ApiClient& api, QString path);
    ~Cleanup();
    Q_DISABLE_COPY_MOVE(Cleanup)

private:
    ApiClient& m_api;
    QString m_path;
};

} // namespace argosy
