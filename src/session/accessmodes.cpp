// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/session/accessmodes.h>

#include <argosy/base/files.h>
#include <argosy/kube/json.h>

#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <nlohmann/json.hpp>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

struct Kept
{
    ContextIdentity context;
    AccessMode mode;
};

Json toJson(const QList<Kept>& all)
{
    Json list = Json::array();
    for (const Kept& kept : all)
        list.push_back({{"context", kept.context.context.toStdString()}, {"server", kept.context.server.toStdString()},
            {"mode", toWord(kept.mode).toStdString()}});
    return list;
}

Result<QList<Kept>> decode(const QByteArray& bytes, const QString& file)
{
    const auto failure = [&file] {
        return fail(
            ErrorKind::Parse, message("session", "%1 does not hold a list of access modes.", {file}), {.file = file});
    };
    const Result<Json> list = parseJson(bytes);
    if (!list || !list->is_array())
        return failure();
    QList<Kept> all;
    for (const Json& entry : *list) {
        const std::optional<AccessMode> mode = accessModeFrom(textAt(entry, "/mode"));
        if (!mode)
            return failure();
        all.append({{textAt(entry, "/context"), textAt(entry, "/server")}, *mode});
    }
    return all;
}

} // namespace

ContextIdentity identityOf(const Endpoint& endpoint)
{
    return {endpoint.contextName, endpoint.server.server};
}

Result<ContextIdentity> identityOf(const Kubeconfig& config, const QString& contextName)
{
    const KubeContext* context = config.context(contextName);
    const KubeCluster* cluster = context ? config.cluster(context->cluster) : nullptr;
    if (!cluster)
        return fail(ErrorKind::NotFound,
            message("session", "The kubeconfig has no context “%1” that leads to a server.", {contextName}));
    return ContextIdentity{contextName, cluster->server};
}

AccessMode defaultAccess(const ContextIdentity& context)
{
    // Within a word "live" is mostly another one: delivery, olive.
    static const QRegularExpression production(
        u"prod|(?<![a-z])live(?![a-z])"_s, QRegularExpression::CaseInsensitiveOption);
    const bool sounds =
        production.match(context.context).hasMatch() || production.match(QUrl(context.server).host()).hasMatch();
    return sounds ? AccessMode::Guarded : AccessMode::Open;
}

AccessModes::AccessModes(const Paths& paths)
    : m_file(paths.config + "/access.json"_L1)
{ }

Result<AccessMode> AccessModes::modeOf(const ContextIdentity& context) const
{
    if (!QFileInfo::exists(m_file))
        return defaultAccess(context);
    const Result<QByteArray> bytes = readFile(m_file);
    if (!bytes)
        return fail(bytes.error());
    const Result<QList<Kept>> all = decode(*bytes, m_file);
    if (!all)
        return fail(all.error());
    const auto kept = std::ranges::find(*all, context, &Kept::context);
    return kept == all->cend() ? defaultAccess(context) : kept->mode;
}

Result<> AccessModes::setMode(const ContextIdentity& context, AccessMode mode)
{
    return updateFile(m_file, [&](const QByteArray& bytes) -> Result<QByteArray> {
        Result<QList<Kept>> all = bytes.isEmpty() ? QList<Kept>() : decode(bytes, m_file);
        if (!all)
            return fail(all.error());
        all->removeIf([&context](const Kept& kept) { return kept.context == context; });
        all->append({context, mode});
        return QByteArray(toPrettyJson(toJson(*all)) + '\n');
    });
}

} // namespace argosy
