// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/kubeconfigview.h>

#include <argosy/base/files.h>

#include "kubeconfigparts.h"

#include <QFileInfo>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

struct Replacement
{
    const char* key;
    const char* shown;
};

void replaceIfSet(QList<KubeconfigPart>& parts, std::initializer_list<Replacement> replacements)
{
    for (KubeconfigPart& part : parts) {
        for (const auto& [key, shown] : replacements) {
            if (part.body.contains(key))
                part.body[key] = shown;
        }
    }
}

void redact(KubeconfigParts& config)
{
    constexpr auto kOmitted = "DATA+OMITTED";
    constexpr auto kRedacted = "REDACTED";
    replaceIfSet(config.clusters, {{"certificate-authority-data", kOmitted}});
    replaceIfSet(config.users,
        {{"client-certificate-data", kOmitted}, {"client-key-data", kOmitted}, {"token", kRedacted},
            {"password", kRedacted}});
}

/// A key that is given and empty shows only as long as it is hidden: kubectl has it so.
void dropEmptyKeys(KubeconfigParts& config)
{
    for (KubeconfigPart& user : config.users)
        if (textAt(user.body, "/client-key-data").isEmpty())
            user.body.erase("client-key-data");
}

/// Puts the content of the file that `key` names under KEY-data.
Result<> takeIn(KubeconfigPart& part, const std::string& key)
{
    if (!part.body.contains(key))
        return {};
    const QString file = resolvedPath(part.folder, textAt(part.body, "/" + key));
    const std::string dataKey = key + "-data";
    if (!textAt(part.body, "/" + dataKey).isEmpty())
        return fail(ErrorKind::Invalid,
            message("client", "“%1” has both %2 and %3; flatten cannot choose between them.",
                {part.name, QString::fromStdString(key), QString::fromStdString(dataKey)}));
    const Result<QByteArray> bytes = readFile(file);
    if (!bytes)
        return fail(bytes.error());
    part.body.erase(key);
    if (!bytes->isEmpty())
        part.body[dataKey] = bytes->toBase64().toStdString();
    return {};
}

Result<> flatten(KubeconfigParts& config)
{
    for (KubeconfigPart& user : config.users) {
        for (const char* key : {"client-certificate", "client-key"}) {
            if (auto taken = takeIn(user, key); !taken)
                return taken;
        }
    }
    for (KubeconfigPart& cluster : config.clusters) {
        if (auto taken = takeIn(cluster, "certificate-authority"); !taken)
            return taken;
    }
    return {};
}

/// True where the named part is all that is left; an empty name leaves none.
bool keepOnly(QList<KubeconfigPart>& parts, const QString& name)
{
    parts.removeIf([&name](const KubeconfigPart& part) { return part.name != name; });
    return name.isEmpty() || !parts.isEmpty();
}

Result<> minify(KubeconfigParts& config)
{
    if (config.currentContext.isEmpty())
        return fail(
            ErrorKind::Invalid, message("client", "There is no current context to keep; choose one with --context."));
    if (!keepOnly(config.contexts, config.currentContext))
        return fail(ErrorKind::Invalid,
            message("client", "The kubeconfig %1 has no context “%2”.",
                {config.files.join(u", "_s), config.currentContext}));
    const Json context = config.contexts.first().body;
    if (!keepOnly(config.clusters, textAt(context, "/cluster")))
        return fail(ErrorKind::Invalid,
            message("client", "The context “%1” names the cluster “%2”, which is not there.",
                {config.currentContext, textAt(context, "/cluster")}));
    if (!keepOnly(config.users, textAt(context, "/user")))
        return fail(ErrorKind::Invalid,
            message("client", "The context “%1” names the user “%2”, which is not there.",
                {config.currentContext, textAt(context, "/user")}));
    return {};
}

/// Null where there is none, as kubectl writes it.
Json listOf(QList<KubeconfigPart> parts, const char* bodyKey)
{
    std::ranges::sort(parts, {}, [](const KubeconfigPart& part) { return part.name.toStdString(); });
    Json list;
    for (const KubeconfigPart& part : parts)
        list.push_back({{"name", part.name.toStdString()}, {bodyKey, part.body}});
    return list;
}

Json shown(const KubeconfigParts& config)
{
    Json preferences = Json::object();
    if (config.colors)
        preferences["colors"] = true;
    if (!config.preferenceExtensions.isEmpty())
        preferences["extensions"] = listOf(config.preferenceExtensions, "extension");
    Json all{{"kind", "Config"}, {"apiVersion", "v1"}, {"preferences", std::move(preferences)},
        {"clusters", listOf(config.clusters, "cluster")}, {"users", listOf(config.users, "user")},
        {"contexts", listOf(config.contexts, "context")}, {"current-context", config.currentContext.toStdString()}};
    if (!config.extensions.isEmpty())
        all["extensions"] = listOf(config.extensions, "extension");
    return all;
}

Result<KubeconfigParts> load(const QString& explicitFile)
{
    if (!explicitFile.isEmpty() && !QFileInfo::exists(explicitFile))
        return KubeconfigParts{};
    return loadKubeconfigParts(explicitFile);
}

} // namespace

Result<Json> viewKubeconfig(const KubeconfigView& view)
{
    Result<KubeconfigParts> config = load(view.explicitFile);
    if (!config)
        return fail(config.error());
    if (view.minify) {
        if (!view.context.isEmpty())
            config->currentContext = view.context;
        if (const auto done = minify(*config); !done)
            return fail(done.error());
    }
    if (view.flatten) {
        if (const auto done = flatten(*config); !done)
            return fail(done.error());
    }
    if (view.raw || view.flatten)
        dropEmptyKeys(*config);
    else
        redact(*config);
    return shown(*config);
}

} // namespace argosy
