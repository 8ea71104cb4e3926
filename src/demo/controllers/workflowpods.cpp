// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflowpods.h"

#include "conditions.h"
#include "text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace argosy::demo {
namespace {

const GroupKind kPod{QString(), u"Pod"_s};
const QString kController = u"workflow-controller"_s;
const QString kKubelet = u"kubelet"_s;
constexpr auto kScheduling = 500ms;
constexpr auto kStarting = 500ms;
constexpr auto kWorking = 1s;

QString podNameOf(const Json& workflow, const Json& node)
{
    return workflowPodName(nameOf(workflow), textAt(node, "/templateName"), textAt(node, "/name"));
}

/// What a script or a container runs, as one text.
QString commandText(const Json& tmpl)
{
    QStringList parts;
    for (const char* kind : {"script", "container"}) {
        const Json& container = member(tmpl, kind);
        parts.append(textAt(container, "/source"));
        for (const char* list : {"command", "args"}) {
            for (const Json& word : member(container, list))
                parts.append(text(word));
        }
    }
    return parts.join(u'\n');
}

/// The text with the shell variables that the template sets.
QString withEnvironment(QString command, const Json& tmpl)
{
    for (const char* kind : {"script", "container"}) {
        for (const Json& variable : member(member(tmpl, kind), "env")) {
            const QString name = textAt(variable, "/name");
            command.replace(u"\"$"_s + name + u'"', textAt(variable, "/value"));
        }
    }
    return command;
}

/// The objects that the inputs of a template carry.
QList<Json> carriedManifests(const Json& tmpl, const Scope& scope)
{
    QStringList texts{scope.value(u"inputs.parameters.manifest"_s)};
    for (const Json& artifact : valueAt(tmpl, "/inputs/artifacts"))
        texts.append(textAt(artifact, "/raw/data"));
    QList<Json> manifests;
    for (const QString& carried : texts) {
        const Result<Json> object = parseBody(carried.toUtf8(), true);
        if (object && !textAt(*object, "/kind").isEmpty() && !manifests.contains(*object))
            manifests.append(*object);
    }
    return manifests;
}

QString flagValue(const QString& flags, const QString& name, const QString& otherwise)
{
    const QRegularExpression form(u"--"_s + name + uR"((?:=(\S+))?)"_s);
    const auto match = form.match(flags);
    if (!match.hasMatch())
        return otherwise;
    return match.captured(1).isEmpty() ? u"true"_s : match.captured(1);
}

GroupKind kindOf(const Json& manifest)
{
    return Gvk::from(textAt(manifest, "/apiVersion"), textAt(manifest, "/kind")).groupKind();
}

} // namespace

WorkflowPods::WorkflowPods(Cluster& cluster)
    : m_cluster(cluster)
{ }

PodState WorkflowPods::advance(
    const Json& workflow, const Json& spec, const Json& node, const Json& tmpl, const Scope& scope)
{
    const Pod pod{workflow, node, tmpl, uidOf(workflow) + textAt(node, "/id")};
    const QString account =
        textAt(spec, "/serviceAccountName").isEmpty() ? u"default"_s : textAt(spec, "/serviceAccountName");
    const QString nameSpace = namespaceOf(workflow);
    if (account != u"default" && !m_cluster.get({{}, u"ServiceAccount"_s}, nameSpace, account))
        return {u"Error"_s,
            u"pods \"%1\" is forbidden: error looking up service account %2/%3: serviceaccount \"%3\" not found"_s.arg(
                podNameOf(workflow, node), nameSpace, account)};
    if (!m_done.contains(pod.stage)) {
        m_done.insert(pod.stage);
        createPod(pod);
    }
    if (const auto ended = deadline(pod)) {
        setPodPhase(workflow, node, u"Failed"_s);
        return *ended;
    }
    if (!m_cluster.timers().passed(pod.stage + u"/schedule", kScheduling))
        return {u"Pending"_s, {}};
    if (const QString why = obstacle(pod, spec); !why.isEmpty())
        return {u"Pending"_s, why};
    if (!m_cluster.timers().passed(pod.stage + u"/start", kStarting))
        return {u"Pending"_s, u"ContainerCreating"_s};
    setPodPhase(workflow, node, u"Running"_s);
    const PodState state = run(pod, scope);
    if (state.phase != u"Running")
        setPodPhase(workflow, node, state.phase == u"Succeeded" ? u"Succeeded"_s : u"Failed"_s);
    return state;
}

void WorkflowPods::forget(const Json& workflow, const Json& node)
{
    setPodPhase(workflow, node, u"Failed"_s);
}

QString WorkflowPods::obstacle(const Pod& pod, const Json& spec) const
{
    for (const Json& owner : {std::cref(pod.tmpl), std::cref(spec)}) {
        for (const Json& volume : member(owner, "volumes")) {
            const QString secret = textAt(volume, "/secret/secretName");
            if (!secret.isEmpty() && !m_cluster.get({{}, u"Secret"_s}, namespaceOf(pod.workflow), secret))
                return u"MountVolume.SetUp failed for volume \"%1\" : secret \"%2\" not found"_s.arg(
                    textAt(volume, "/name"), secret);
        }
    }
    return {};
}

std::optional<PodState> WorkflowPods::deadline(const Pod& pod)
{
    qint64 seconds = 0;
    if (const Json& active = member(pod.tmpl, "activeDeadlineSeconds"); !active.is_null())
        seconds = active.is_number() ? active.get<qint64>() : text(active).toLongLong();
    const QString timeout = textAt(pod.tmpl, "/timeout");
    if (timeout.endsWith(u'm'))
        seconds = 60 * timeout.chopped(1).toLongLong();
    else if (timeout.endsWith(u's'))
        seconds = timeout.chopped(1).toLongLong();
    if (seconds <= 0 || !m_cluster.timers().passed(pod.stage + u"/deadline", std::chrono::seconds(seconds)))
        return std::nullopt;
    return PodState{u"Failed"_s, u"Pod was active on the node longer than the specified deadline"_s};
}

PodState WorkflowPods::run(const Pod& pod, const Scope& scope)
{
    if (const Json& resource = member(pod.tmpl, "resource"); !resource.is_null())
        return runResource(pod, resource);
    return runCommand(pod, scope);
}

PodState WorkflowPods::applyOnce(const Pod& pod, const QList<Json>& manifests, const QString& flags)
{
    const QString applied = pod.stage + u"/applied";
    if (m_done.contains(applied))
        return {u"Running"_s, {}};
    const bool serverSide = flags.contains(u"--server-side");
    const QString manager =
        flagValue(flags, u"field-manager"_s, serverSide ? u"kubectl"_s : u"kubectl-client-side-apply"_s);
    const bool force = !serverSide || flagValue(flags, u"force-conflicts"_s, u"false"_s) == u"true";
    const bool dryRun = flagValue(flags, u"dry-run"_s, u"none"_s) == u"server";
    for (Json manifest : manifests) {
        if (namespaceOf(manifest).isEmpty())
            manifest["metadata"]["namespace"] = str(namespaceOf(pod.workflow));
        const auto result = m_cluster.apply(std::move(manifest), manager, force, dryRun);
        if (!result)
            return {u"Error"_s, result.error().message.english()};
    }
    m_done.insert(applied);
    return {u"Running"_s, {}};
}

PodState WorkflowPods::runResource(const Pod& pod, const Json& resource)
{
    const Result<Json> manifest = parseBody(textAt(resource, "/manifest").toUtf8(), true);
    if (!manifest || textAt(*manifest, "/kind").isEmpty())
        return {u"Error"_s, u"The manifest must be one object with a kind and a name"_s};
    QStringList flags;
    for (const Json& flag : member(resource, "flags"))
        flags.append(text(flag));
    QString nameSpace = namespaceOf(*manifest);
    if (nameSpace.isEmpty())
        nameSpace = namespaceOf(pod.workflow);
    const QString action = textAt(resource, "/action");
    if (action == u"apply" || action == u"create") {
        if (const PodState state = applyOnce(pod, {*manifest}, flags.join(u' ')); state.phase != u"Running")
            return state;
    } else if (action == u"delete") {
        if (const JsonPtr live = m_cluster.get(kindOf(*manifest), nameSpace, nameOf(*manifest)))
            m_cluster.remove(*live);
        return {u"Succeeded"_s, {}};
    }
    const QString success = textAt(resource, "/successCondition");
    const QString failure = textAt(resource, "/failureCondition");
    if (success.isEmpty() && failure.isEmpty())
        return {m_cluster.timers().passed(pod.stage + u"/work", kWorking) ? u"Succeeded"_s : u"Running"_s, {}};
    const JsonPtr live = m_cluster.get(kindOf(*manifest), nameSpace, nameOf(*manifest));
    if (!live)
        return {u"Failed"_s, u"The resource has been deleted while its status was still being checked"_s};
    if (!failure.isEmpty() && matchesCondition(failure, *live, true))
        return {u"Failed"_s, u"failure condition '%1' evaluated true"_s.arg(failure)};
    return {!success.isEmpty() && matchesCondition(success, *live, false) ? u"Succeeded"_s : u"Running"_s, {}};
}

PodState WorkflowPods::runCommand(const Pod& pod, const Scope& scope)
{
    const QString command = withEnvironment(commandText(pod.tmpl), pod.tmpl);
    const QList<Json> manifests = carriedManifests(pod.tmpl, scope);
    if (command.contains(u"kubectl apply")) {
        if (PodState state = applyOnce(pod, manifests, command); state.phase != u"Running")
            return {u"Failed"_s, state.message};
    }
    if (command.contains(u"kubectl wait") && command.contains(u"condition=Ready")) {
        for (const Json& manifest : manifests) {
            const QString nameSpace =
                namespaceOf(manifest).isEmpty() ? namespaceOf(pod.workflow) : namespaceOf(manifest);
            const JsonPtr live = m_cluster.get(kindOf(manifest), nameSpace, nameOf(manifest));
            if (!live || !isTrue(*live, "Ready"))
                return {u"Running"_s, {}};
        }
    }
    return {m_cluster.timers().passed(pod.stage + u"/work", kWorking) ? u"Succeeded"_s : u"Running"_s, {}};
}

void WorkflowPods::createPod(const Pod& pod)
{
    const QString workflow = nameOf(pod.workflow);
    Json object = {{"apiVersion", "v1"}, {"kind", "Pod"}};
    object["metadata"] = {{"name", str(podNameOf(pod.workflow, pod.node))},
        {"namespace", str(namespaceOf(pod.workflow))},
        {"labels", {{"workflows.argoproj.io/workflow", str(workflow)}, {"workflows.argoproj.io/completed", "false"}}},
        {"annotations",
            {{"workflows.argoproj.io/node-id", str(textAt(pod.node, "/id"))},
                {"workflows.argoproj.io/node-name", str(textAt(pod.node, "/name"))}}}};
    Json reference = referenceTo(pod.workflow, true);
    reference["controller"] = true;
    addOwner(object, reference);
    const QString image = textAt(pod.tmpl, "/script/image") + textAt(pod.tmpl, "/container/image");
    object["spec"] = {{"restartPolicy", "Never"},
        {"containers", {{{"name", "main"}, {"image", image.isEmpty() ? "argoexec" : str(image)}}}}};
    const auto created = m_cluster.create(object, kController);
    if (created)
        m_cluster.change(**created, kKubelet, Door::Status, [](Json& live) { live["status"]["phase"] = "Pending"; });
}

void WorkflowPods::setPodPhase(const Json& workflow, const Json& node, const QString& phase)
{
    const JsonPtr pod = m_cluster.get(kPod, namespaceOf(workflow), podNameOf(workflow, node));
    if (!pod || textAt(*pod, "/status/phase") == phase)
        return;
    m_cluster.change(*pod, kKubelet, Door::Status, [&](Json& live) { live["status"]["phase"] = str(phase); });
    const QString line = u"%1 %2: %3\n"_s.arg(m_cluster.timestamp(), textAt(node, "/displayName"), phase);
    m_cluster.change(*pod, kController, Door::Object, [&](Json& live) {
        Json& log = live["metadata"]["annotations"]["argosy/log"];
        log = str(text(log) + line);
        if (phase == u"Succeeded" || phase == u"Failed")
            live["metadata"]["labels"]["workflows.argoproj.io/completed"] = "true";
    });
}

} // namespace argosy::demo
