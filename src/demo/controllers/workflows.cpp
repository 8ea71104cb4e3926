// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflows.h"

#include "text.h"
#include "workflowrun.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace argosy::demo {
namespace {

const GroupKind kWorkflow{u"argoproj.io"_s, u"Workflow"_s};
const GroupKind kTemplate{u"argoproj.io"_s, u"WorkflowTemplate"_s};
const QString kController = u"workflow-controller"_s;
constexpr const char* kPhaseLabel = "workflows.argoproj.io/phase";
constexpr const char* kCompletedLabel = "workflows.argoproj.io/completed";
constexpr const char* kTemplateLabel = "workflows.argoproj.io/workflow-template";

bool isOver(const QString& phase)
{
    return phase == u"Succeeded" || phase == u"Failed" || phase == u"Error";
}

/// Parameters are merged by name; all else of the workflow's spec replaces what the template says.
Json mergedSpec(const Json& base, const Json& own)
{
    Json result = base;
    result.merge_patch(own);
    Json parameters = valueAt(base, "/arguments/parameters");
    for (const Json& parameter : valueAt(own, "/arguments/parameters")) {
        const auto same = [&](const Json& other) { return member(other, "name") == member(parameter, "name"); };
        const auto found = std::find_if(parameters.begin(), parameters.end(), same);
        if (found != parameters.end())
            found->update(parameter);
        else
            parameters.push_back(parameter);
    }
    if (!parameters.is_null())
        result["arguments"]["parameters"] = parameters;
    result.erase("workflowTemplateRef");
    return result;
}

QString missingParameter(const Json& spec)
{
    for (const Json& parameter : valueAt(spec, "/arguments/parameters")) {
        if (!parameter.contains("value") && !parameter.contains("valueFrom") && !parameter.contains("default"))
            return textAt(parameter, "/name");
    }
    return {};
}

Json conditionsOf(bool completed)
{
    return {{{"type", "PodRunning"}, {"status", completed ? "False" : "True"}},
        {{"type", "Completed"}, {"status", completed ? "True" : "False"}}};
}

std::string progressOf(const Json& status)
{
    int all = 0;
    int done = 0;
    for (const Json& node : member(status, "nodes")) {
        if (member(node, "type") != "Pod")
            continue;
        ++all;
        done += isOver(textAt(node, "/phase")) ? 1 : 0;
    }
    return std::to_string(done) + "/" + std::to_string(all);
}

} // namespace

Workflows::Workflows(Cluster& cluster)
    : m_cluster(cluster)
    , m_pods(cluster)
{ }

void Workflows::step()
{
    for (const JsonPtr& workflow : m_cluster.list(kWorkflow))
        step(*workflow);
}

void Workflows::step(const Json& workflow)
{
    const QString phase = textAt(workflow, "/status/phase");
    if (isOver(phase) || isBeingDeleted(workflow))
        return;
    if (!phase.isEmpty())
        advance(workflow);
    else if (m_cluster.timers().passed(uidOf(workflow) + u"/seen", 300ms))
        begin(workflow);
}

void Workflows::begin(const Json& workflow)
{
    const Json& own = member(workflow, "spec");
    const QString name = textAt(own, "/workflowTemplateRef/name");
    Json status = {{"startedAt", str(m_cluster.timestamp())}, {"nodes", Json::object()}};
    Json spec = own;
    if (!name.isEmpty()) {
        const JsonPtr tmpl = m_cluster.get(kTemplate, namespaceOf(workflow), name);
        if (!tmpl)
            return end(workflow, status, u"Error"_s, u"workflowtemplates.argoproj.io \"%1\" not found"_s.arg(name));
        spec = mergedSpec(member(*tmpl, "spec"), own);
    }
    if (const QString parameter = missingParameter(spec); !parameter.isEmpty())
        return end(workflow, status, u"Error"_s,
            u"invalid spec: spec.arguments.%1.value or spec.arguments.%1.valueFrom is required"_s.arg(parameter));
    status["storedWorkflowTemplateSpec"] = std::move(spec);
    status["phase"] = "Running";
    status["conditions"] = conditionsOf(false);
    status["progress"] = "0/0";
    write(workflow, status);
    m_cluster.event(workflow, kController, u"Normal"_s, u"WorkflowRunning"_s, u"Workflow Running"_s);
}

void Workflows::advance(const Json& workflow)
{
    Json status = workflow["status"];
    const Json spec = member(status, "storedWorkflowTemplateSpec").is_null() ? workflow["spec"]
                                                                             : status["storedWorkflowTemplateSpec"];
    WorkflowRun run(m_cluster, m_pods, workflow, spec, status);
    if (const QString strategy = textAt(workflow, "/spec/shutdown"); !strategy.isEmpty()) {
        run.stop(u"workflow shutdown with strategy:  "_s + strategy);
        return end(workflow, status, u"Failed"_s, u"Stopped with strategy '%1'"_s.arg(strategy));
    }
    if (valueAt(workflow, "/spec/suspend") == true)
        return;
    const QString phase = run.advance();
    if (!phase.isEmpty())
        return end(workflow, status, phase, run.message());
    status["progress"] = progressOf(status);
    write(workflow, status);
}

void Workflows::end(const Json& workflow, Json status, const QString& phase, const QString& why)
{
    status["phase"] = str(phase);
    status["finishedAt"] = str(m_cluster.timestamp());
    status["conditions"] = conditionsOf(true);
    status["progress"] = progressOf(status);
    if (!why.isEmpty())
        status["message"] = str(why);
    write(workflow, status);
    const bool succeeded = phase == u"Succeeded";
    m_cluster.event(workflow, kController, succeeded ? u"Normal"_s : u"Warning"_s,
        succeeded ? u"WorkflowSucceeded"_s : u"WorkflowFailed"_s, succeeded ? u"Workflow completed"_s : why);
}

void Workflows::write(const Json& workflow, const Json& status)
{
    m_cluster.change(workflow, kController, Door::Object, [&](Json& live) {
        live["status"] = status;
        Json& labels = live["metadata"]["labels"];
        labels[kPhaseLabel] = status["phase"];
        labels[kCompletedLabel] = status.contains("finishedAt") ? "true" : "false";
        if (const QString name = textAt(live, "/spec/workflowTemplateRef/name"); !name.isEmpty())
            labels[kTemplateLabel] = str(name);
    });
}

} // namespace argosy::demo
