// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflowrun.h"

#include "text.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace argosy::demo {
namespace {

bool isOver(const QString& phase)
{
    static const QStringList kOver{u"Succeeded"_s, u"Skipped"_s, u"Failed"_s, u"Error"_s, u"Omitted"_s};
    return kOver.contains(phase);
}

bool isBad(const QString& phase)
{
    return phase == u"Failed" || phase == u"Error";
}

/// What a task waits for: "depends" as written, "dependencies" as all of them.
QString dependsOf(const Json& task)
{
    if (const QString depends = textAt(task, "/depends"); !depends.isEmpty())
        return depends;
    QStringList names;
    for (const Json& name : member(task, "dependencies"))
        names.append(text(name));
    return names.join(u" && "_s);
}

QStringList namesIn(const QString& depends)
{
    QStringList names;
    // The words are all that matters here; what they come to is decided once they are over.
    static_cast<void>(evaluate(depends, [&](const QString& word) {
        names.append(word.section(u'.', 0, 0));
        return true;
    }));
    return names;
}

bool holds(const QString& word, const std::function<QString(const QString&)>& phaseOfTask)
{
    const QString phase = phaseOfTask(word.section(u'.', 0, 0));
    const QString wanted = word.section(u'.', 1);
    return wanted.isEmpty() ? phase == u"Succeeded" || phase == u"Skipped" : phase == wanted;
}

QString worst(const QStringList& phases)
{
    if (phases.contains(u"Error"_s))
        return u"Error"_s;
    return phases.contains(u"Failed"_s) ? u"Failed"_s : u"Succeeded"_s;
}

const char* typeOf(const Json& tmpl)
{
    if (tmpl.contains("dag"))
        return "DAG";
    if (tmpl.contains("steps"))
        return "Steps";
    return tmpl.contains("suspend") ? "Suspend" : "Pod";
}

bool isPod(const Json& tmpl)
{
    return QLatin1StringView(typeOf(tmpl)) == u"Pod";
}

void addParameters(Scope& scope, const QString& prefix, const Json& parameters)
{
    for (const Json& parameter : parameters) {
        const Json& value =
            member(parameter, "value").is_null() ? member(parameter, "default") : member(parameter, "value");
        if (!value.is_null())
            scope.insert(prefix + textAt(parameter, "/name"),
                value.is_string() ? text(value) : QString::fromUtf8(toCompactJson(value)));
    }
}

Scope inputsOf(const Json& tmpl, const Json& arguments, const Scope& scope)
{
    Scope result = scope;
    result.removeIf(
        [](const std::pair<const QString&, QString&>& entry) { return entry.first.startsWith(u"inputs."); });
    addParameters(result, u"inputs.parameters."_s, valueAt(tmpl, "/inputs/parameters"));
    addParameters(result, u"inputs.parameters."_s, member(arguments, "parameters"));
    return result;
}

/// The template with the artifacts that its caller passes.
Json withArtifacts(Json tmpl, const Json& given)
{
    for (const Json& artifact : given) {
        for (Json& input : tmpl["inputs"]["artifacts"]) {
            if (member(input, "name") == member(artifact, "name"))
                input.update(artifact);
        }
    }
    return tmpl;
}

} // namespace

WorkflowRun::WorkflowRun(Cluster& cluster, WorkflowPods& pods, const Json& workflow, const Json& spec, Json& status)
    : m_cluster(cluster)
    , m_pods(pods)
    , m_workflow(workflow)
    , m_spec(spec)
    , m_status(status)
    , m_name(nameOf(workflow))
{ }

QString WorkflowRun::advance()
{
    const Scope scope = workflowScope();
    const Task root{m_name, m_name, {}, {}};
    const QString phase = runTemplate(root, textAt(m_spec, "/entrypoint"), member(m_spec, "arguments"), scope);
    if (!isOver(phase))
        return {};
    m_message = textAt(node(idOf(root)), "/message");
    const QString onExit = textAt(m_spec, "/onExit");
    if (onExit.isEmpty())
        return phase;
    Scope exitScope = scope;
    exitScope.insert(u"workflow.status"_s, phase);
    exitScope.insert(u"workflow.failures"_s, u"[]"_s);
    const Task exit{m_name + u".onExit", m_name + u".onExit", {}, {}};
    const QString exitPhase = runTemplate(exit, onExit, {}, exitScope);
    node(idOf(exit))["nodeFlag"]["hooked"] = true;
    if (!isOver(exitPhase))
        return {};
    return isBad(exitPhase) ? exitPhase : phase;
}

void WorkflowRun::stop(const QString& why)
{
    for (Json& running : m_status["nodes"]) {
        if (isOver(textAt(running, "/phase")))
            continue;
        m_pods.forget(m_workflow, running);
        running["phase"] = "Failed";
        running["message"] = str(why);
        running["finishedAt"] = str(m_cluster.timestamp());
    }
}

Scope WorkflowRun::workflowScope() const
{
    Scope scope{{u"workflow.name"_s, m_name}, {u"workflow.namespace"_s, namespaceOf(m_workflow)},
        {u"workflow.uid"_s, uidOf(m_workflow)},
        {u"workflow.serviceAccountName"_s, textAt(m_spec, "/serviceAccountName")},
        {u"workflow.creationTimestamp"_s, textAt(m_workflow, "/metadata/creationTimestamp")}};
    addParameters(scope, u"workflow.parameters."_s, valueAt(m_spec, "/arguments/parameters"));
    return scope;
}

const Json& WorkflowRun::templateNamed(const QString& name) const
{
    static const Json kNone;
    for (const Json& tmpl : member(m_spec, "templates")) {
        if (textAt(tmpl, "/name") == name)
            return tmpl;
    }
    return kNone;
}

QString WorkflowRun::runTemplate(
    const Task& task, const QString& templateName, const Json& arguments, const Scope& scope)
{
    if (const QString phase = phaseOf(task.name); isOver(phase))
        return phase;
    const Json& tmpl = templateNamed(templateName);
    const bool retries = tmpl.contains("retryStrategy") && isPod(tmpl);
    ensureNode(task, retries ? "Retry" : typeOf(tmpl), templateName);
    if (tmpl.is_null())
        return finish(task, u"Error"_s, u"template "_s + templateName + u" is not defined");
    const Result<Json> given = substitute(arguments, scope);
    if (!given)
        return finish(task, u"Error"_s, given.error().message.english());
    const Scope inputs = inputsOf(tmpl, *given, scope);
    if (tmpl.contains("dag"))
        return runDag(task, tmpl["dag"]["tasks"], inputs);
    if (tmpl.contains("steps"))
        return runSteps(task, tmpl["steps"], inputs);
    if (tmpl.contains("suspend"))
        return runSuspend(task, tmpl);
    const Json prepared = withArtifacts(tmpl, member(*given, "artifacts"));
    return retries ? runRetries(task, prepared, inputs) : runPod(task, prepared, inputs);
}

QString WorkflowRun::runDag(const Task& dag, const Json& tasks, const Scope& scope)
{
    QStringList phases;
    for (const Json& task : tasks)
        phases.append(runDagTask(dag, task, scope));
    if (!std::all_of(phases.begin(), phases.end(), isOver))
        return u"Running"_s;
    collectOutbound(dag, tasks);
    return finish(dag, worst(phases));
}

QString WorkflowRun::runDagTask(const Task& dag, const Json& task, const Scope& scope)
{
    const QString prefix = dag.name + u'.';
    const QString depends = dependsOf(task);
    const auto phaseOfTask = [&](const QString& name) { return phaseOf(prefix + name); };
    Task next{prefix + textAt(task, "/name"), textAt(task, "/name"), idOf(dag), {}};
    if (const QString phase = phaseOf(next.name); isOver(phase))
        return phase;
    for (const QString& name : namesIn(depends)) {
        if (!isOver(phaseOfTask(name)))
            return {};
        next.parents.append(workflowNodeId(m_name, prefix + name));
    }
    if (next.parents.isEmpty())
        next.parents.append(idOf(dag));
    const auto isMet = [&](const QString& word) { return holds(word, phaseOfTask); };
    if (!depends.isEmpty() && !evaluate(depends, isMet).value_or(false))
        return skip(next, "Omitted", u"omitted: depends condition not met"_s);
    const Result<QString> when = substitute(textAt(task, "/when"), scope);
    if (!when)
        return skip(next, "Error", when.error().message.english());
    const auto isTrueWord = [](const QString& word) { return word == u"true"; };
    if (!when->isEmpty() && !evaluate(*when, isTrueWord).value_or(false))
        return skip(next, "Skipped", u"when '%1' evaluated false"_s.arg(*when));
    return runTemplate(next, textAt(task, "/template"), member(task, "arguments"), scope);
}

QString WorkflowRun::runSteps(const Task& steps, const Json& groups, const Scope& scope)
{
    QStringList before{idOf(steps)};
    for (size_t i = 0; i < groups.size(); ++i) {
        const QString index = u"[%1]"_s.arg(i);
        const Task group{steps.name + index, index, idOf(steps), before};
        ensureNode(group, "StepGroup", {});
        QStringList phases;
        before.clear();
        for (const Json& step : groups[i]) {
            const QString name = textAt(step, "/name");
            const Task next{group.name + u'.' + name, name, idOf(steps), {idOf(group)}};
            phases.append(runTemplate(next, textAt(step, "/template"), member(step, "arguments"), scope));
            before.append(idOf(next));
        }
        if (!std::all_of(phases.begin(), phases.end(), isOver))
            return u"Running"_s;
        if (const QString phase = finish(group, worst(phases)); isBad(phase))
            return finish(steps, phase);
    }
    return finish(steps, u"Succeeded"_s);
}

QString WorkflowRun::runRetries(const Task& task, const Json& tmpl, const Scope& scope)
{
    const Json& limit = valueAt(tmpl, "/retryStrategy/limit");
    const int attempts = 1 + (limit.is_number() ? limit.get<int>() : text(limit).toInt());
    for (int i = 0; i < attempts; ++i) {
        const QString suffix = u"(%1)"_s.arg(i);
        const Task attempt{task.name + suffix, task.displayName + suffix, task.boundary, {idOf(task)}};
        QString phase = phaseOf(attempt.name);
        if (!isOver(phase)) {
            ensureNode(attempt, "Pod", textAt(tmpl, "/name"));
            phase = runPod(attempt, tmpl, scope);
        }
        if (!isOver(phase))
            return u"Running"_s;
        if (!isBad(phase))
            return finish(task, phase);
    }
    return finish(task, u"Failed"_s, u"No more retries left"_s);
}

QString WorkflowRun::runPod(const Task& task, const Json& tmpl, const Scope& scope)
{
    Scope inner = scope;
    inner.insert(u"pod.name"_s, workflowPodName(m_name, textAt(tmpl, "/name"), task.name));
    const Result<Json> filled = substitute(tmpl, inner);
    if (!filled)
        return finish(task, u"Error"_s, filled.error().message.english());
    Json& pod = node(idOf(task));
    if (const Json& parameters = valueAt(*filled, "/inputs/parameters");
        !parameters.is_null() && !pod.contains("inputs")) {
        pod["inputs"]["parameters"] = parameters;
        for (Json& parameter : pod["inputs"]["parameters"])
            parameter["value"] = str(inner.value(u"inputs.parameters."_s + textAt(parameter, "/name")));
    }
    const PodState state = m_pods.advance(m_workflow, m_spec, pod, *filled, inner);
    if (isOver(state.phase))
        return finish(task, state.phase, state.message);
    pod["phase"] = str(state.phase);
    if (state.message.isEmpty())
        pod.erase("message");
    else
        pod["message"] = str(state.message);
    return state.phase;
}

QString WorkflowRun::runSuspend(const Task& task, const Json& tmpl)
{
    const QString duration = textAt(tmpl, "/suspend/duration");
    const int seconds = duration.endsWith(u's') ? duration.chopped(1).toInt() : duration.toInt();
    const QString stage = uidOf(m_workflow) + idOf(task);
    const bool over = seconds > 0 && m_cluster.timers().passed(stage, std::chrono::seconds(seconds));
    return over ? finish(task, u"Succeeded"_s) : u"Running"_s;
}

Json& WorkflowRun::node(const QString& id)
{
    return m_status["nodes"][str(id)];
}

void WorkflowRun::ensureNode(const Task& task, const char* type, const QString& templateName)
{
    const QString id = idOf(task);
    if (m_status["nodes"].contains(str(id)))
        return;
    for (const QString& parent : task.parents)
        node(parent)["children"].push_back(str(id));
    Json added = {{"id", str(id)}, {"name", str(task.name)}, {"displayName", str(task.displayName)}, {"type", type},
        {"phase", QLatin1StringView(type) == u"Pod" ? "Pending" : "Running"}, {"startedAt", str(m_cluster.timestamp())},
        {"templateScope", "local/" + str(m_name)}};
    if (!templateName.isEmpty())
        added["templateName"] = str(templateName);
    if (!task.boundary.isEmpty())
        added["boundaryID"] = str(task.boundary);
    node(id) = std::move(added);
}

QString WorkflowRun::skip(const Task& task, const char* phase, const QString& why)
{
    ensureNode(task, "Skipped", {});
    return finish(task, QString::fromLatin1(phase), why);
}

QString WorkflowRun::finish(const Task& task, const QString& phase, const QString& why)
{
    Json& ended = node(idOf(task));
    ended["phase"] = str(phase);
    ended["finishedAt"] = str(m_cluster.timestamp());
    if (why.isEmpty())
        ended.erase("message");
    else
        ended["message"] = str(why);
    return phase;
}

void WorkflowRun::collectOutbound(const Task& dag, const Json& tasks)
{
    QSet<QString> waitedFor;
    for (const Json& task : tasks) {
        for (const QString& name : namesIn(dependsOf(task)))
            waitedFor.insert(name);
    }
    Json outbound = Json::array();
    for (const Json& task : tasks) {
        if (const QString name = textAt(task, "/name"); !waitedFor.contains(name))
            outbound.push_back(str(workflowNodeId(m_name, dag.name + u'.' + name)));
    }
    node(idOf(dag))["outboundNodes"] = outbound;
}

QString WorkflowRun::phaseOf(const QString& nodeName) const
{
    return textAt(member(member(m_status, "nodes"), str(workflowNodeId(m_name, nodeName))), "/phase");
}

} // namespace argosy::demo
