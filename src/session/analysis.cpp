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

/// What is wrong with a text as such: a rule says it better, because it knows what the text is for.
bool isOfForm(const Problem& problem)
{
    return problem.rule == u"schema/pattern" || problem.rule == u"schema/format" || problem.rule == u"schema/length";
}

/// Schema and rules, where both speak of one value only the rules.
QList<Problem> problemsOf(const Json& object, const SchemaSet& schemas, const DocumentContext& seen)
{
    const QList<Problem> rules = rulesFor(object, seen);
    QSet<FieldPath> refused;
    for (const Problem& problem : rules)
        if (problem.severity == Severity::Error)
            refused.insert(problem.path);
    QList<Problem> problems = validate(object, schemas);
    problems.removeIf([&](const Problem& problem) { return isOfForm(problem) && refused.contains(problem.path); });
    return problems + rules;
}

/// Of what a server said, what is not said already and what the text has not answered since.
QList<Problem> standing(const QList<Refusal>& refusals, const Analysis::Part& part)
{
    const auto isTold = [&part](const FieldPath& path) {
        return std::ranges::any_of(part.problems,
            [&path](const Problem& known) { return known.severity == Severity::Error && known.path == path; });
    };
    QList<Problem> problems;
    for (const Refusal& refusal : refusals) {
        if (refusal.object != part.object || isTold(refusal.problem.path))
            continue;
        const std::string field = refusal.problem.path.toPointer().toStdString();
        if (sameJson(valueAt(*part.yaml.value, field), valueAt(*refusal.asked, field)))
            problems.append(refusal.problem);
    }
    return problems;
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
    part.problems = problemsOf(object, schemas, seen);
    part.problems += standing(context.refusals, part);
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
