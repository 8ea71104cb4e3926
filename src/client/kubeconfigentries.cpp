// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeconfigentries.h"

#include <argosy/manifest/yaml.h>

#include <QDir>

#include <nlohmann/json.hpp>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

/// YAML reads an unquoted 123 or true as no string, and people name users and contexts like that.
QString scalarText(const Json& value)
{
    if (value.is_string())
        return QString::fromStdString(value.get_ref<const std::string&>());
    if (value.is_number() || value.is_boolean())
        return QString::fromStdString(value.dump());
    return {};
}

bool isTrue(const Json& value)
{
    return value.is_boolean() && value.get<bool>();
}

/// Reads the three lists of one text; knows where it came from.
class EntryReader final
{
public:
    EntryReader(QString folder, QString origin)
        : m_folder(std::move(folder))
        , m_origin(std::move(origin))
    { }

    Result<KubeCluster> cluster(const QString& name, const Json& body) const
    {
        const Result<QByteArray> authority = decoded(body, "certificate-authority-data", name);
        if (!authority)
            return fail(authority.error());
        return KubeCluster{.name = name,
            .server = scalarText(member(body, "server")),
            .certificateAuthority = path(body, "certificate-authority"),
            .certificateAuthorityData = *authority,
            .tlsServerName = scalarText(member(body, "tls-server-name")),
            .proxyUrl = scalarText(member(body, "proxy-url")),
            .insecureSkipTlsVerify = isTrue(member(body, "insecure-skip-tls-verify")),
            .disableCompression = isTrue(member(body, "disable-compression"))};
    }

    Result<KubeUser> user(const QString& name, const Json& body) const
    {
        const Result<QByteArray> certificate = decoded(body, "client-certificate-data", name);
        if (!certificate)
            return fail(certificate.error());
        const Result<QByteArray> key = decoded(body, "client-key-data", name);
        if (!key)
            return fail(key.error());
        return KubeUser{.name = name,
            .clientCertificate = path(body, "client-certificate"),
            .clientKey = path(body, "client-key"),
            .tokenFile = path(body, "tokenFile"),
            .clientCertificateData = *certificate,
            .clientKeyData = Secret(*key),
            .token = Secret(scalarText(member(body, "token")).toUtf8()),
            .username = scalarText(member(body, "username")),
            .password = Secret(scalarText(member(body, "password")).toUtf8()),
            .execCommand = scalarText(member(member(body, "exec"), "command")),
            .authProvider = scalarText(member(member(body, "auth-provider"), "name")),
            .impersonate = scalarText(member(body, "as"))};
    }

    Result<KubeContext> context(const QString& name, const Json& body) const
    {
        return KubeContext{.name = name,
            .cluster = scalarText(member(body, "cluster")),
            .user = scalarText(member(body, "user")),
            .nameSpace = scalarText(member(body, "namespace"))};
    }

    /// The named entries of one list: `- name: NAME` beside `KEY: {…}`.
    template <class Entry>
    Result<QList<Entry>> entries(const Json& root, const char* listKey, const char* key,
        Result<Entry> (EntryReader::*read)(const QString&, const Json&) const) const
    {
        QList<Entry> found;
        for (const Json& item : member(root, listKey)) {
            Result<Entry> entry = (this->*read)(scalarText(member(item, "name")), member(item, key));
            if (!entry)
                return fail(entry.error());
            found.append(std::move(*entry));
        }
        return found;
    }

    [[nodiscard]] Error error(const Message& text, int line = 0, int column = 0) const
    {
        return {.kind = ErrorKind::Parse, .message = text, .where = {.file = m_origin, .line = line, .column = column}};
    }

private:
    QString path(const Json& body, const char* key) const
    {
        const QString written = scalarText(member(body, key));
        return written.isEmpty() ? written : QDir::cleanPath(QDir(m_folder).absoluteFilePath(written));
    }

    Result<QByteArray> decoded(const Json& body, const char* key, const QString& name) const
    {
        QByteArray text = scalarText(member(body, key)).toLatin1();
        text.replace('\n', QByteArrayView()).replace('\r', QByteArrayView()).replace(' ', QByteArrayView());
        auto result = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
        if (!result)
            return fail(error(message("client", "%1: the field %2 of “%3” is not valid base64.",
                {m_origin, QString::fromLatin1(key), name})));
        return *result;
    }

    QString m_folder;
    QString m_origin;
};

} // namespace

Result<Kubeconfig> readKubeconfigEntries(const QByteArray& yaml, const QString& folder, const QString& origin)
{
    const EntryReader reader(folder, origin);
    const YamlStream stream = parseYaml(QString::fromUtf8(yaml));
    for (const Problem& problem : stream.problems) {
        if (problem.severity == Severity::Error)
            return fail(reader.error(message("client", "%1 is not valid YAML at line %2: %3",
                                         {origin, QString::number(problem.line), problem.message.english()}),
                problem.line, problem.column));
    }
    if (stream.documents.isEmpty())
        return Kubeconfig{};
    const Json& root = *stream.documents.first().value;
    if (!root.is_object())
        return fail(reader.error(message(
            "client", "%1 is not a kubeconfig, which is a mapping with clusters, users and contexts.", {origin})));

    auto clusters = reader.entries(root, "clusters", "cluster", &EntryReader::cluster);
    if (!clusters)
        return fail(clusters.error());
    auto users = reader.entries(root, "users", "user", &EntryReader::user);
    if (!users)
        return fail(users.error());
    auto contexts = reader.entries(root, "contexts", "context", &EntryReader::context);
    if (!contexts)
        return fail(contexts.error());
    return Kubeconfig{.clusters = *clusters,
        .users = *users,
        .contexts = *contexts,
        .currentContext = scalarText(member(root, "current-context")),
        .files = {},
        .warnings = {}};
}

} // namespace argosy
