// SPDX-License-Identifier: GPL-3.0-or-later
#include "submit.h"

#include "inputs.h"

#include <argosy/base/paths.h>
#include <argosy/platform/workflow.h>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

Result<> addParameter(Json& workflow, const QString& flag)
{
    const qsizetype equals = flag.indexOf(u'=');
    if (equals < 1)
        return fail(ErrorKind::Invalid, message("argosyctl", "-p %1 needs the form NAME=VALUE.", {flag}));
    Json& parameters = workflow["spec"]["arguments"]["parameters"];
    if (!parameters.is_array())
        parameters = Json::array();
    const std::string name = flag.left(equals).toStdString();
    const std::string value = flag.mid(equals + 1).toStdString();
    for (Json& parameter : parameters)
        if (parameter.value("name", std::string()) == name) {
            parameter["value"] = value;
            return {};
        }
    parameters.push_back({{"name", name}, {"value", value}});
    return {};
}

Json bareWorkflow(const QString& templateName, const QString& nameSpace)
{
    Json metadata{{"generateName", templateName.toStdString() + "-"}};
    if (!nameSpace.isEmpty())
        metadata["namespace"] = nameSpace.toStdString();
    return {{"apiVersion", "argoproj.io/v1alpha1"}, {"kind", "Workflow"}, {"metadata", std::move(metadata)},
        {"spec", {{"workflowTemplateRef", {{"name", templateName.toStdString()}}}}}};
}

/// The Workflow that carries the manifests of -f.
Result<Json> provisioningWorkflow(const Options& options)
{
    if (options.arguments.constFirst() != QString::fromLatin1(kProvisionTemplate))
        return fail(ErrorKind::Invalid,
            message("argosyctl", "Manifests (-f) travel only with the template %1; give parameters with -p to %2.",
                {QString::fromLatin1(kProvisionTemplate), options.arguments.constFirst()}));
    const auto documents = readDocuments(options);
    if (!documents)
        return fail(documents.error());
    QList<Json> manifests;
    for (const PlanDocument& document : *documents)
        manifests.append(*document.object);
    return workflowFor(settingsOf(manifests), manifests);
}

} // namespace

SubmitCommand::SubmitCommand(Options options, const Terminal& terminal)
    : ClusterCommand(std::move(options), terminal)
    , m_journal(Paths::fromEnvironment().state + QStringLiteral("/journal"), m_clock)
    , m_submitter(m_journal)
{ }

Result<> SubmitCommand::prepare()
{
    Result<Json> workflow = options().files.isEmpty()
        ? bareWorkflow(options().arguments.constFirst(), options().nameSpace)
        : provisioningWorkflow(options());
    if (!workflow)
        return fail(workflow.error());
    for (const QString& flag : options().parameters)
        if (const auto added = addParameter(*workflow, flag); !added)
            return added;
    m_workflow = std::make_shared<const Json>(std::move(*workflow));
    return {};
}

void SubmitCommand::ready()
{
    m_submitter.submit(
        targets().value(ClusterId::management()), *m_workflow, this, [this](const Result<ObjectRef>& created) {
            if (!created) {
                terminal().report(created.error());
                return Q_EMIT finished(created.error().status ? exitcode::kNo : exitcode::kTrouble);
            }
            submitted(*created);
        });
}

void SubmitCommand::submitted(const ObjectRef& workflow)
{
    if (wantsJson())
        terminal().json(toJson(workflow, QStringLiteral("argoproj.io/v1alpha1"), {}));
    else
        terminal().out(tr("%1 created").arg(workflow.display()));
    if (!options().wait)
        return Q_EMIT finished(exitcode::kDone);
    m_waiting = std::make_unique<Waiting>(
        targets().value(ClusterId::management()), m_clock, terminal(), QList{workflow}, options().timeout);
    connect(m_waiting.get(), &Waiting::finished, this,
        [this](bool ready) { Q_EMIT finished(ready ? exitcode::kDone : exitcode::kNo); });
}

} // namespace argosy
