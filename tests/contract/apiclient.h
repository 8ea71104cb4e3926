// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/kubeconfig.h>
#include <argosy/kube/json.h>

#include <nlohmann/json.hpp>

#include <QHash>
#include <QTemporaryDir>

#include <memory>

namespace argosy {

struct Answer
{
    int code = 0; ///< 0 where there was none
    QByteArray body;
    QByteArray contentType;
    QByteArray warning; ///< the Warning headers
    Json json; ///< null where the body is none

    [[nodiscard]] QString text(std::string_view pointer) const { return textAt(json, pointer); }
};

/// A plain synchronous HTTP client of one API server: contract tests say what goes over the wire themselves.
class ApiClient final
{
public:
    /// The current context of a kubeconfig.
    ApiClient(const Kubeconfig& config);
    ~ApiClient();

    [[nodiscard]] Answer get(const QString& path, const QByteArray& accept = "application/json");
    [[nodiscard]] Answer post(const QString& path, const Json& body);
    [[nodiscard]] Answer put(const QString& path, const Json& body);
    [[nodiscard]] Answer patch(const QString& path, const Json& body, const QByteArray& type);
    [[nodiscard]] Answer mergePatch(const QString& path, const Json& body)
    {
        return patch(path, body, "application/merge-patch+json");
    }
    [[nodiscard]] Answer apply(
        const QString& path, const Json& body, const QString& manager = QStringLiteral("contract"), bool force = false);
    [[nodiscard]] Answer remove(const QString& path, const Json& options = {});
    /// The same request as somebody that the server does not know.
    [[nodiscard]] Answer getAsNobody(const QString& path);
    /// The first events of a watch; fewer where it ends or nothing comes for some seconds.
    [[nodiscard]] QList<Json> watch(const QString& path, qsizetype count);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace argosy
