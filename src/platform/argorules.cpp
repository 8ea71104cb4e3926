// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources.h"
#include "rulerun.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

QSet<QString> namesOf(const Json& list)
{
    QSet<QString> names;
    for (const Json& item : list)
        names.insert(textAt(item, "/name"));
    return names;
}

void checkEntrypoint(RuleRun& run, const QSet<QString>& templates)
{
    for (const char* key : {"entrypoint", "onExit"}) {
        const QString name = textOf(member(run.at("/spec"), key));
        if (!name.isEmpty() && !templates.contains(name))
            run.error("argo/template-missing", pathOf(u"/spec") / QLatin1StringView(key).toString(),
                message("platform", "There is no template %1.", {name}));
    }
}

void checkTask(
    RuleRun& run, const Json& task, const FieldPath& path, const QSet<QString>& templates, const QSet<QString>& tasks)
{
    const QString used = textAt(task, "/template");
    if (!used.isEmpty() && !templates.contains(used))
        run.error(
            "argo/template-missing", path / u"template"_s, message("platform", "There is no template %1.", {used}));
    const QStringList dependencies = textsOf(member(task, "dependencies"));
    for (qsizetype i = 0; i < dependencies.size(); ++i)
        if (!tasks.contains(dependencies[i]))
            run.error("argo/dependency-missing", path / u"dependencies"_s / i,
                message("platform", "There is no task %1 to wait for.", {dependencies[i]}));
}

/// Takes away, again and again, what waits for nothing; what is left waits for itself.
void checkCycle(RuleRun& run, const Json& tasks, const FieldPath& path)
{
    QMap<QString, QStringList> waiting;
    for (const Json& task : tasks)
        waiting.insert(textAt(task, "/name"), textsOf(member(task, "dependencies")));
    const auto isFree = [&waiting](const std::pair<const QString&, QStringList&>& task) {
        return std::ranges::none_of(task.second, [&](const QString& name) { return waiting.contains(name); });
    };
    while (waiting.removeIf(isFree) > 0) { }
    const QStringList left = waiting.keys();
    if (!left.isEmpty())
        run.error(
            "argo/cycle", path, message("platform", "These tasks wait for each other: %1.", {left.join(u", "_s)}));
}

void checkResource(RuleRun& run, const Json& item, const FieldPath& path)
{
    const Json& owns = valueAt(item, "/resource/setOwnerReference");
    if (owns.is_boolean() && owns.get<bool>())
        run.warning("argo/owner-reference", path / u"resource"_s / u"setOwnerReference"_s,
            message("platform", "Deleting the Workflow would delete what it applied, the Azure resource included."),
            u"false"_s);
}

} // namespace

void checkWorkflowTemplate(RuleRun& run)
{
    const Json& templates = run.at("/spec/templates");
    if (!templates.is_array())
        return;
    const QSet<QString> names = namesOf(templates);
    checkEntrypoint(run, names);
    for (size_t i = 0; i < templates.size(); ++i) {
        const FieldPath path = pathOf(u"/spec/templates") / static_cast<qsizetype>(i);
        checkResource(run, templates[i], path);
        const Json& tasks = valueAt(templates[i], "/dag/tasks");
        if (!tasks.is_array())
            continue;
        const FieldPath tasksPath = path / u"dag"_s / u"tasks"_s;
        const QSet<QString> taskNames = namesOf(tasks);
        for (size_t t = 0; t < tasks.size(); ++t)
            checkTask(run, tasks[t], tasksPath / static_cast<qsizetype>(t), names, taskNames);
        checkCycle(run, tasks, tasksPath);
    }
}

} // namespace argosy
