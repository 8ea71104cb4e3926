// SPDX-License-Identifier: GPL-3.0-or-later
#include "execcredential.h"

#include <argosy/manifest/yaml.h>

#include "tlsconfiguration.h"

#include <QSslCertificate>

#include <nlohmann/json.hpp>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

void addText(Json& object, const char* key, const QString& value)
{
    if (!value.isEmpty())
        object[key] = value.toStdString();
}

void addFlag(Json& object, const char* key, bool value)
{
    if (value)
        object[key] = true;
}

Json clusterInfo(const KubeCluster& cluster, const QByteArray& authority)
{
    Json info{{"server", cluster.server.toStdString()}};
    addText(info, "tls-server-name", cluster.tlsServerName);
    addFlag(info, "insecure-skip-tls-verify", cluster.insecureSkipTlsVerify);
    addText(info, "certificate-authority-data", QString::fromLatin1(authority.toBase64()));
    addText(info, "proxy-url", cluster.proxyUrl);
    addFlag(info, "disable-compression", cluster.disableCompression);
    info["config"] = parseJson(cluster.execExtension).value_or(Json());
    return info;
}

tl::unexpected<Error> refused(const Message& text)
{
    return fail(ErrorKind::Unauthenticated, text);
}

/// The certificate and its key, where the status has them; both or neither.
Result<> takeCertificate(Credential& credential, const ExecPlugin& plugin, const Json& status)
{
    credential.certificate = textAt(status, "/clientCertificateData").toUtf8();
    credential.key = Secret(textAt(status, "/clientKeyData").toUtf8());
    if (credential.certificate.isEmpty() != credential.key.isEmpty())
        return refused(message("client",
            "%1 gave a client certificate without its key, or a key without its certificate.", {plugin.command}));
    if (credential.certificate.isEmpty())
        return {};
    if (QSslCertificate::fromData(credential.certificate, QSsl::Pem).isEmpty())
        return refused(message("client", "%1 gave a client certificate that is not in PEM form.", {plugin.command}));
    if (const auto key = privateKey(credential.key, plugin.command); !key)
        return refused(key.error().message);
    return {};
}

Result<> takeExpiry(Credential& credential, const ExecPlugin& plugin, const Json& status)
{
    const Json& written = member(status, "expirationTimestamp");
    if (written.is_null())
        return {};
    const QDateTime expires = QDateTime::fromString(textAt(status, "/expirationTimestamp"), Qt::ISODateWithMs);
    if (!expires.isValid() || expires.timeSpec() == Qt::LocalTime)
        return refused(message("client", "%1 gave an expirationTimestamp that is not a time.", {plugin.command}));
    credential.expires = expires.toUTC();
    return {};
}

} // namespace

QByteArray execInfo(const ExecPlugin& plugin, const KubeCluster& cluster, const QByteArray& authority, bool interactive)
{
    Json spec = Json::object();
    if (plugin.provideClusterInfo)
        spec["cluster"] = clusterInfo(cluster, authority);
    spec["interactive"] = interactive;
    return toCompactJson(
        {{"kind", "ExecCredential"}, {"apiVersion", plugin.apiVersion.toStdString()}, {"spec", std::move(spec)}});
}

Result<Credential> execCredential(const ExecPlugin& plugin, const Secret& printed)
{
    const YamlStream stream = parseYaml(QString::fromUtf8(printed.reveal()));
    const Json answer = stream.documents.isEmpty() ? Json() : *stream.documents.first().value;
    if (stream.hasErrors() || textAt(answer, "/kind") != "ExecCredential"_L1)
        return refused(message("client", "%1 did not print an ExecCredential.", {plugin.command}));
    if (textAt(answer, "/apiVersion") != plugin.apiVersion)
        return refused(message("client", "%1 answers in %2, and the kubeconfig asks for %3; make both the same.",
            {plugin.command, textAt(answer, "/apiVersion"), plugin.apiVersion}));
    const Json& status = member(answer, "status");
    if (!status.is_object())
        return refused(message("client", "%1 printed an ExecCredential without a status.", {plugin.command}));
    Credential credential;
    const QByteArray token = textAt(status, "/token").toUtf8().trimmed();
    if (!token.isEmpty())
        credential.authorization = Secret("Bearer " + token);
    if (const auto taken = takeCertificate(credential, plugin, status); !taken)
        return fail(taken.error());
    if (const auto taken = takeExpiry(credential, plugin, status); !taken)
        return fail(taken.error());
    if (credential.authorization.isEmpty() && credential.certificate.isEmpty())
        return refused(message("client", "%1 gave neither a token nor a client certificate.", {plugin.command}));
    return credential;
}

} // namespace argosy
