// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a text: a pure function, run on the pool.
#include <argosy/platform/kinds.h>
#include <argosy/session/workspace.h>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

ObjectRef refOf(const Json& object, const Gvk& gvk, Arrangement arrangement, const AnalysisContext& context)
{
    ObjectRef owner; // the ManagedCluster of the set: what a workload cluster is named by
    for (const auto& [cluster, other] : context.others)
        if (textAt(*other, "/kind") == u"ManagedCluster")
            owner = {cluster, {}, {}, textAt(*other, "/metadata/namespace"), textAt(*other, "/metadata/name")};
    const ClusterId cluster = clusterFor(gvk.groupKind(), arrangement, owner.nameSpace, owner.name);
    return {cluster, gvk.group, gvk.kind, textAt(object, "/metadata/namespace"), textAt(object, "/metadata/name")};
}

void locate(QList<Problem>& problems, const SourceMap& map)
{
    for (Problem& problem : problems) {
        const SourceEntry* entry = map.nearest(problem.path);
        if (!entry || problem.line > 0)
            continue;
        const TextRange& place = entry->value.begin < entry->value.end && !entry->key.line ? entry->value : entry->key;
        problem.line = std::max(place.line, 1);
        problem.column = std::max(place.column, 1);
    }
    std::ranges::stable_sort(problems, {}, [](const Problem& p) { return std::pair(p.line, p.column); });
}

Analysis::Part analysePart(
    const YamlDocument& yaml, const YamlStream& stream, const SchemaSet& schemas, const AnalysisContext& context)
{
    const Json& object = *yaml.value;
    const Gvk gvk = Gvk::from(textAt(object, "/apiVersion"), textAt(object, "/kind"));
    Analysis::Part part{.yaml = yaml, .apiVersion = gvk.apiVersion()};
    AnalysisContext around = context;
    for (const YamlDocument& other : stream.documents)
        if (other.value != yaml.value)
            around.others.append({ClusterId::management(), other.value});
    part.object = refOf(object, gvk, context.arrangement, around);
    DocumentContext seen{.cluster = part.object.cluster, .catalog = context.catalog.get()};
    for (const auto& [cluster, other] : around.others)
        seen.others.append({cluster, other.get()});
    part.problems = validate(object, schemas) + rulesFor(object, seen);
    locate(part.problems, yaml.map);
    return part;
}

} // namespace

Analysis analyse(const QString& text, int revision, const SchemaSet& schemas, const AnalysisContext& context)
{
    const YamlStream stream = parseYaml(text);
    Analysis analysis{.revision = revision, .syntax = stream.problems};
    for (const YamlDocument& yaml : stream.documents)
        analysis.parts.append(analysePart(yaml, stream, schemas, context));
    return analysis;
}

} // namespace argosy
