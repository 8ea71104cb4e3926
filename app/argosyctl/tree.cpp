// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree.h"

#include "clustercommand.h"

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

Json toJson(const TreeNode& node)
{
    Json children = Json::array();
    for (const TreeNode& child : node.children)
        children.push_back(toJson(child));
    const QString apiVersion = node.object ? node.object->gvk().apiVersion() : QString();
    const QString uid = node.object ? node.object->uid() : QString();
    return {{"object", toJson(node.ref, apiVersion, uid)}, {"edge", toWord(node.edge).toStdString()},
        {"health",
            {{"state", toWord(node.health.state).toStdString()}, {"reason", node.health.reason.toStdString()},
                {"message", node.health.message.english().toStdString()},
                {"since", node.health.since.toString(Qt::ISODate).toStdString()}}},
        {"children", std::move(children)}};
}

bool hasSettled(const ClusterSession& cluster, const QHash<GroupKind, Store::KindState>& kinds)
{
    return cluster.phase() == ClusterSession::Phase::Ready
        && std::ranges::none_of(
            kinds, [](const Store::KindState& state) { return state.phase == Store::KindState::Phase::Listing; });
}

} // namespace

void TreeCommand::start()
{
    auto endpoint = endpointFrom(options(), terminal());
    if (!endpoint)
        return trouble(endpoint.error());
    m_cluster = std::make_unique<ClusterSession>(std::move(*endpoint), terminalSignIn());
    speakFor(m_cluster->connection(), terminal());
    connect(m_cluster.get(), &ClusterSession::phaseChanged, this, &TreeCommand::look);
    connect(&m_cluster->store(), &Store::kindStateChanged, this, &TreeCommand::look);
    connect(&m_cluster->store(), &Store::changed, this, &TreeCommand::look);
}

Result<TreeOptions> TreeCommand::treeOptions() const
{
    TreeOptions tree{.nameSpace = options().nameSpace};
    if (options().arguments.isEmpty())
        return tree;
    const QString name = options().arguments.constFirst();
    const qsizetype slash = name.indexOf(u'/');
    const auto resource = m_cluster->server().catalog.findByName(name.left(slash));
    if (slash < 1 || !resource)
        return fail(ErrorKind::Invalid,
            message("argosyctl", "%1 is not of the form KIND/NAME, or the server has no such kind.", {name}));
    const SnapshotPtr snapshot = m_cluster->store().snapshot();
    for (const ObjectPtr& object : snapshot->ofKind(resource->gvk.groupKind()))
        if (object->ref().name == name.mid(slash + 1)
            && (options().nameSpace.isEmpty() || object->ref().nameSpace == options().nameSpace))
            tree.root = object->ref();
    if (!tree.root)
        return fail(ErrorKind::NotFound, message("argosyctl", "There is no %1.", {name}));
    tree.nameSpace.clear();
    return tree;
}

void TreeCommand::look()
{
    if (m_done)
        return;
    if (m_cluster->phase() == ClusterSession::Phase::Failed) {
        m_done = true;
        return trouble(*m_cluster->error());
    }
    const auto kinds = m_cluster->store().kinds();
    if (!hasSettled(*m_cluster, kinds))
        return;
    const auto wanted = treeOptions();
    m_done = true;
    if (!wanted)
        return trouble(wanted.error());
    for (const Store::KindState& state : kinds)
        if (state.error)
            terminal().report(*state.error);
    const ResourceTree tree = buildTree({m_cluster->store().snapshot()}, m_clock.now(), *wanted);
    if (wantsJson()) {
        Json roots = Json::array();
        for (const TreeNode& root : tree.roots)
            roots.push_back(toJson(root));
        terminal().json({{"roots", std::move(roots)}});
    } else {
        print(tree.roots, {});
    }
    Q_EMIT finished(exitcode::kDone);
}

void TreeCommand::print(const QList<TreeNode>& nodes, const QString& indent) const
{
    const bool top = indent.isNull();
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        const TreeNode& node = nodes.at(i);
        const bool last = i + 1 == nodes.size();
        const QString state = terminal().coloured(toWord(node.health.state), colourFor(node.health.state));
        const QString branch = top ? QString() : indent + (last ? QStringLiteral("└─ ") : QStringLiteral("├─ "));
        const QString why = node.health.reason.isEmpty() ? QString() : QStringLiteral("  ") + node.health.reason;
        terminal().out(branch + node.kind + u'/' + node.label + QStringLiteral("  ") + state + why);
        print(
            node.children, top ? QStringLiteral("") : indent + (last ? QStringLiteral("   ") : QStringLiteral("│  ")));
    }
}

} // namespace argosy
