// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeconfigparts.h"

#include <argosy/base/files.h>
#include <argosy/client/kubeconfig.h>
#include <argosy/manifest/yaml.h>

#include "kubeconfigshape.h"

#include <QDir>
#include <QFileInfo>
#include <QStringDecoder>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

Error notYaml(const QString& origin, const QString& why, int line = 0, int column = 0)
{
    return {.kind = ErrorKind::Parse,
        .message = line > 0
            ? message("client", "%1 is not valid YAML at line %2: %3", {origin, QString::number(line), why})
            : message("client", "%1 is not valid YAML: %2", {origin, why}),
        .where = {.file = origin, .line = line, .column = column}};
}

/// What keeps the first document from being read; problems of later ones do not matter.
const Problem* fatalProblem(const YamlStream& stream)
{
    const auto isFatal = [&stream](const Problem& problem) {
        if (problem.severity != Severity::Error || problem.rule == "yaml/duplicate-key"_L1)
            return false;
        return stream.documents.isEmpty() || problem.line < stream.documents.first().range.line;
    };
    const auto found = std::ranges::find_if(stream.problems, isFatal);
    return found == stream.problems.end() ? nullptr : &*found;
}

struct Origin
{
    QString file;
    QString folder;
};

QList<KubeconfigPart> partsOf(const Json& list, const char* bodyKey, const Origin& origin)
{
    QList<KubeconfigPart> parts;
    for (const Json& entry : list)
        parts.append({textAt(entry, "/name"), member(entry, bodyKey), origin.file, origin.folder});
    return parts;
}

void addMissing(QList<KubeconfigPart>& into, const QList<KubeconfigPart>& from)
{
    for (const KubeconfigPart& part : from) {
        if (std::ranges::find(into, part.name, &KubeconfigPart::name) == into.end())
            into.append(part);
    }
}

void merge(KubeconfigParts& into, const KubeconfigParts& from)
{
    into.colors = into.colors || from.colors;
    addMissing(into.preferenceExtensions, from.preferenceExtensions);
    addMissing(into.clusters, from.clusters);
    addMissing(into.users, from.users);
    addMissing(into.contexts, from.contexts);
    addMissing(into.extensions, from.extensions);
    if (into.currentContext.isEmpty())
        into.currentContext = from.currentContext;
    into.files += from.files;
}

} // namespace

Result<KubeconfigParts> readKubeconfigParts(const QByteArray& yaml, const QString& folder, const QString& origin)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(yaml);
    if (utf8.hasError())
        return fail(ErrorKind::Parse, message("client", "%1 is not text in UTF-8.", {origin}), {.file = origin});
    const YamlStream stream = parseYaml(text);
    if (const Problem* problem = fatalProblem(stream))
        return fail(notYaml(origin, problem->message.english(), problem->line, problem->column));
    const Result<Json> config =
        canonicalKubeconfig(stream.documents.isEmpty() ? Json() : *stream.documents.first().value, origin);
    if (!config)
        return fail(config.error());
    const Origin here{origin, folder};
    return KubeconfigParts{.colors = valueAt(*config, "/preferences/colors") == Json(true),
        .preferenceExtensions = partsOf(valueAt(*config, "/preferences/extensions"), "extension", here),
        .clusters = partsOf(member(*config, "clusters"), "cluster", here),
        .users = partsOf(member(*config, "users"), "user", here),
        .contexts = partsOf(member(*config, "contexts"), "context", here),
        .extensions = partsOf(member(*config, "extensions"), "extension", here),
        .currentContext = textAt(*config, "/current-context"),
        .files = {origin},
        .missing = {}};
}

Result<KubeconfigParts> loadKubeconfigParts(const QString& explicitFile)
{
    KubeconfigParts merged;
    for (const QString& file : kubeconfigFiles(explicitFile)) {
        if (explicitFile.isEmpty() && !QFileInfo::exists(file)) {
            merged.missing.append(file);
            continue;
        }
        const Result<QByteArray> bytes = readFile(file);
        if (!bytes)
            return fail(bytes.error());
        const Result<KubeconfigParts> parts =
            readKubeconfigParts(*bytes, QFileInfo(file).absoluteDir().absolutePath(), file);
        if (!parts)
            return fail(parts.error());
        merge(merged, *parts);
    }
    return merged;
}

QString resolvedPath(const QString& folder, const QString& path)
{
    return path.isEmpty() ? path : QDir::cleanPath(QDir(folder).absoluteFilePath(path));
}

} // namespace argosy
