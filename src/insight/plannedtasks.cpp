// SPDX-License-Identifier: GPL-3.0-or-later
#include "plannedtasks.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// The spec with the templates: what the controller stored, else the Workflow's own, else the template's.
const Json& specWithTemplates(const Json& workflow, const Json* workflowTemplate)
{
    const Json& stored = valueAt(workflow, "/status/storedWorkflowTemplateSpec");
    if (member(stored, "templates").is_array())
        return stored;
    const Json& own = member(workflow, "spec");
    if (member(own, "templates").is_array() || !workflowTemplate)
        return own;
    return member(*workflowTemplate, "spec");
}

const Json* templateNamed(const Json& spec, const QString& name)
{
    const Json& templates = member(spec, "templates");
    if (!templates.is_array())
        return nullptr;
    for (const Json& candidate : templates)
        if (textAt(candidate, "/name") == name)
            return &candidate;
    return nullptr;
}

/// "validate", "validate.Succeeded && (a || b)": the task names of either spelling of what a task waits for.
QStringList dependenciesOf(const Json& task)
{
    QStringList names;
    const Json& list = member(task, "dependencies");
    if (list.is_array())
        for (const Json& name : list)
            names.append(textAt(name, ""));
    static const QRegularExpression kName(u"([A-Za-z0-9][-_A-Za-z0-9]*)(\\.[A-Za-z]+)?"_s);
    for (auto it = kName.globalMatch(textAt(task, "/depends")); it.hasNext();)
        names.append(it.next().captured(1));
    names.removeDuplicates();
    return names;
}

WorkflowNode plannedNode(const Json& task, QStringList dependencies)
{
    const QString reference = textAt(task, "/templateRef/template");
    WorkflowNode node;
    node.displayName = textAt(task, "/name");
    node.id = "planned/"_L1 + node.displayName;
    node.type = u"Pod"_s;
    node.templateName = reference.isEmpty() ? textAt(task, "/template") : reference;
    node.phase = u"Planned"_s;
    node.dependencies = std::move(dependencies);
    return node;
}

QList<WorkflowNode> stepsOf(const Json& steps)
{
    QList<WorkflowNode> nodes;
    QStringList before;
    for (const Json& group : steps) {
        QStringList names;
        if (!group.is_array())
            continue;
        for (const Json& step : group) {
            nodes.append(plannedNode(step, before));
            names.append(nodes.last().displayName);
        }
        before = names;
    }
    return nodes;
}

} // namespace

QList<WorkflowNode> plannedTasks(const Json& workflow, const Json* workflowTemplate)
{
    const Json& spec = specWithTemplates(workflow, workflowTemplate);
    const QString own = textAt(workflow, "/spec/entrypoint");
    const Json* entry = templateNamed(spec, own.isEmpty() ? textAt(spec, "/entrypoint") : own);
    if (!entry)
        return {};
    const Json& steps = member(*entry, "steps");
    if (steps.is_array())
        return stepsOf(steps);
    QList<WorkflowNode> nodes;
    const Json& tasks = valueAt(*entry, "/dag/tasks");
    if (tasks.is_array())
        for (const Json& task : tasks)
            nodes.append(plannedNode(task, dependenciesOf(task)));
    return nodes;
}

} // namespace argosy
