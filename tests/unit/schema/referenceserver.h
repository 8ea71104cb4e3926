// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/schema/schema.h>

#include <QNetworkAccessManager>
#include <QProcess>

namespace argosy {

/// The API server that ARGOSY_TEST_KUBECONFIG names, reached through kubectl's proxy, which brings the credentials.
class ReferenceServer final
{
public:
    struct Answer
    {
        int code = 0;
        QString text;
        [[nodiscard]] bool accepted() const { return code >= 200 && code < 300; }
    };

    ~ReferenceServer();
    /// False where the proxy does not come up.
    [[nodiscard]] bool start();
    [[nodiscard]] Answer get(const QString& path);
    [[nodiscard]] Answer post(const QString& path, const Json& body);
    void remove(const QString& path);
    /// What the server says of a strict server-side apply; nothing is written.
    [[nodiscard]] Answer rehearse(const Json& document);

private:
    Answer send(const QByteArray& verb, const QString& path, const QByteArray& type, const QByteArray& body);

    QProcess m_proxy;
    QString m_address;
    QNetworkAccessManager m_network;
};

} // namespace argosy
