// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"

#include <argosy/demo/demoserver.h>

namespace argosy {

/// The servers that every case runs against: the embedded one, and the real one that ARGOSY_TEST_KUBECONFIG names.
class Servers final
{
public:
    /// Starts the embedded server, without controllers; false where that fails.
    [[nodiscard]] bool start();
    /// Null where the environment names no real server.
    [[nodiscard]] ApiClient* client(bool real) { return real ? m_real.get() : m_embedded.get(); }

private:
    DemoServer m_server{DemoOptions{.controllers = false}};
    std::unique_ptr<ApiClient> m_embedded;
    std::unique_ptr<ApiClient> m_real;
};

/// A name that nobody else uses.
[[nodiscard]] QString uniqueName(const QString& prefix);

/// A namespace that is gone, with its content, at the end of the case.
class TestNamespace final
{
public:
    explicit TestNamespace(ApiClient& api);
    ~TestNamespace();
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
