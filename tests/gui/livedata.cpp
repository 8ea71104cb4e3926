// SPDX-License-Identifier: GPL-3.0-or-later
#include "livedata.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace argosy::livedata {

namespace {

using S = Health::State;

const GroupKind kNamespace{{}, u"Namespace"_s};
const GroupKind kResourceGroup{u"resources.azure.com"_s, u"ResourceGroup"_s};
const GroupKind kManagedCluster{u"containerservice.azure.com"_s, u"ManagedCluster"_s};
const GroupKind kNodeClass{u"karpenter.azure.com"_s, u"AKSNodeClass"_s};
const GroupKind kNodePool{u"karpenter.sh"_s, u"NodePool"_s};
const GroupKind kNodeClaim{u"karpenter.sh"_s, u"NodeClaim"_s};
const GroupKind kNode{{}, u"Node"_s};
const GroupKind kWorkflow{u"argoproj.io"_s, u"Workflow"_s};
const GroupKind kTemplate{u"argoproj.io"_s, u"WorkflowTemplate"_s};
const GroupKind kRole{u"rbac.authorization.k8s.io"_s, u"Role"_s};

std::shared_ptr<const Json> json(QByteArray text)
{
    return std::make_shared<const Json>(*parseJson(text.replace('\'', '"')));
}

QString iso(const QDateTime& time)
{
    return time.toString(Qt::ISODate);
}

TreeNode node(const GroupKind& kind, const QString& name, const Health& health, const QList<TreeNode>& children = {})
{
    TreeNode made;
    const bool clusterScoped = kind == kNodePool || kind == kNodeClaim || kind == kNode;
    made.ref = {{}, kind.group, kind.kind, clusterScoped ? QString() : u"azure-system"_s, name};
    made.id = made.ref.id();
    made.label = name;
    made.kind = kind.kind;
    made.edge = TreeNode::Edge::Owner;
    made.health = health;
    made.children = children;
    return made;
}

ObjectPtr clusterObject(const QDateTime& now)
{
    return object(
        u"{'apiVersion':'containerservice.azure.com/v1api20240901','kind':'ManagedCluster','metadata':{'name':"
        "'heron','namespace':'azure-system','uid':'5c1f','creationTimestamp':'%1','generation':2,'labels':"
        "{'idp-platform/cluster-name':'heron','team':'platform'},'finalizers':"
        "['serviceoperator.azure.com/finalizer']},'spec':{'azureName':'heron','location':'westeurope','owner':"
        "{'name':'rg-heron'},'dnsPrefix':'heron','sku':{'name':'Base','tier':'Standard'},'agentPoolProfiles':"
        "[{'name':'system','count':3,'vmSize':'Standard_D4s_v5','mode':'System'}]},'status':"
        "{'provisioningState':'Updating','id':'/subscriptions/0000/resourceGroups/rg-heron/providers/"
        "Microsoft.ContainerService/managedClusters/heron','conditions':[{'type':'Ready','status':'False',"
        "'reason':'Reconciling','severity':'Info','observedGeneration':2,'lastTransitionTime':'%2','message':"
        "'The resource is in the process of being reconciled by the operator'},{'type':'Validated','status':"
        "'True','reason':'Passed','lastTransitionTime':'%2'}]}}"_s.arg(iso(now.addDays(-3)), iso(now.addSecs(-140)))
            .toUtf8());
}

PlanStep step(const GroupKind& kind, const QString& name, PlanAction action, int wave, const QString& file)
{
    PlanStep made;
    made.object = {
        {}, kind.group, kind.kind, kind == kNamespace || kind == kNodePool ? QString() : u"azure-system"_s, name};
    made.apiVersion = kind.group.isEmpty() ? u"v1"_s : QString(kind.group + u"/v1"_s);
    made.action = action;
    made.wave = wave;
    made.source = {file, 1, {}, json("{}")};
    return made;
}

PlanStep changedCluster()
{
    PlanStep made = step(kManagedCluster, u"heron"_s, PlanAction::Change, 20, u"20-managedcluster.yaml"_s);
    made.live =
        json("{'apiVersion':'containerservice.azure.com/v1api20240901','kind':'ManagedCluster','metadata':{'name':"
             "'heron','namespace':'azure-system'},'spec':{'agentPoolProfiles':[{'count':3,'mode':'System','name':"
             "'system','vmSize':'Standard_D4s_v5'}],'dnsPrefix':'heron','kubernetesVersion':'1.32','location':"
             "'westeurope','networkProfile':{'networkPlugin':'azure','podCidr':'10.244.0.0/16'},'owner':{'name':"
             "'rg-heron'},'sku':{'name':'Base','tier':'Standard'},'tags':{'team':'platform'}}}");
    made.result =
        json("{'apiVersion':'containerservice.azure.com/v1api20240901','kind':'ManagedCluster','metadata':{'name':"
             "'heron','namespace':'azure-system'},'spec':{'agentPoolProfiles':[{'count':5,'mode':'System','name':"
             "'system','vmSize':'Standard_D4s_v5'}],'dnsPrefix':'heron','kubernetesVersion':'1.33','location':"
             "'westeurope','networkProfile':{'networkPlugin':'azure','podCidr':'10.244.0.0/16'},'owner':{'name':"
             "'rg-heron'},'sku':{'name':'Base','tier':'Standard'},'supportPlan':'KubernetesOfficial','tags':"
             "{'team':'platform'}}}");
    using Origin = PlannedChange::Origin;
    const auto path = [](const char* text) { return FieldPath::fromDotted(QString::fromLatin1(text)); };
    made.changes = {{{FieldChange::Op::Replace, path("spec.agentPoolProfiles[0].count"), "3", "5"}, Origin::You},
        {{FieldChange::Op::Replace, path("spec.kubernetesVersion"), "\"1.32\"", "\"1.33\""}, Origin::You},
        {{FieldChange::Op::Add, path("spec.supportPlan"), {}, "\"KubernetesOfficial\""}, Origin::Default}};
    made.warnings = {u"spec.networkProfile.loadBalancerSku: defaulted to \"standard\" by this API version"_s};
    return made;
}

PlanStep conflictingNodeClass()
{
    PlanStep made = step(kNodeClass, u"default"_s, PlanAction::Conflict, 40, u"30-aksnodeclass.yaml"_s);
    made.conflicts = {{FieldPath::fromDotted(u"spec.osDiskSizeGB"), u"argocd-controller"_s, u"Apply"_s},
        {FieldPath::fromDotted(u"spec.imageFamily"), u"kubectl-edit"_s, u"Update"_s}};
    made.live = json(
        "{'kind':'AKSNodeClass','metadata':{'name':'default'},'spec':{'imageFamily':'Ubuntu','osDiskSizeGB':128}}");
    made.result = json(
        "{'kind':'AKSNodeClass','metadata':{'name':'default'},'spec':{'imageFamily':'AzureLinux','osDiskSizeGB':256}}");
    made.changes = {{{FieldChange::Op::Replace, FieldPath::fromDotted(u"spec.osDiskSizeGB"), "128", "256"}, {}},
        {{FieldChange::Op::Replace, FieldPath::fromDotted(u"spec.imageFamily"), "\"Ubuntu\"", "\"AzureLinux\""}, {}}};
    made.error = Error{.kind = ErrorKind::Conflict, .message = message("test", "Others own two fields.")};
    return made;
}

PlanStep invalidNodePool()
{
    PlanStep made = step(kNodePool, u"gpu-spot"_s, PlanAction::Invalid, 50, u"40-nodepool.yaml"_s);
    made.error = Error{.kind = ErrorKind::Invalid,
        .message = message("test", "The server refuses NodePool/gpu-spot: spec.weight is out of bounds."),
        .status = ApiStatus{.code = 422,
            .reason = u"Invalid"_s,
            .message = u"NodePool.karpenter.sh \"gpu-spot\" is invalid: spec.weight: Invalid value: 400"_s}};
    made.problems = {{.rule = u"server/invalid"_s,
        .path = FieldPath::fromDotted(u"spec.weight"),
        .message = message("test", "Invalid value: 400: should be less than or equal to 100.")}};
    return made;
}

WorkflowNode task(
    const QString& name, const QString& phase, const QStringList& before, int from, int to, const QDateTime& now)
{
    WorkflowNode made;
    made.id = u"n-"_s + name;
    made.name = u"provision-heron-x7k2p."_s + name;
    made.displayName = name;
    made.type = u"Pod"_s;
    made.phase = phase;
    made.boundary = u"root"_s;
    for (const QString& id : before)
        made.dependencies.append(u"n-"_s + id);
    if (from >= 0)
        made.started = now.addSecs(from - 400);
    if (to >= 0)
        made.finished = now.addSecs(to - 400);
    return made;
}

JournalEntry entry(const QString& verb, const GroupKind& kind, const QString& name, const QDateTime& time,
    const std::optional<WriteOutcome>& outcome)
{
    const ObjectRef ref{{}, kind.group, kind.kind, u"azure-system"_s, name};
    return {.id = verb + name + iso(time),
        .time = time,
        .intent = {.verb = verb,
            .object = ref,
            .apiVersion = kind.group.isEmpty() ? u"v1"_s : QString(kind.group + u"/v1"_s),
            .server = u"https://127.0.0.1:6443"_s,
            .fieldManager = u"argosy"_s},
        .bodyHash = {},
        .outcome = outcome};
}

} // namespace

ObjectPtr object(const QByteArray& text)
{
    return Object::decode({}, QByteArray(text).replace('\'', '"')).value();
}

ObjectPtr secretMetadata(const QByteArray& name, const QByteArray& version)
{
    const QByteArray json = R"({"metadata":{"namespace":"azure-system","name":")" + name + R"(","uid":")" + name
        + R"(","resourceVersion":")" + version + R"("}})";
    return Object::decode({}, json, {{}, u"v1"_s, u"Secret"_s}, ObjectDetail::Metadata).value();
}

ObjectPtr secret(const QByteArray& name, const QByteArray& version)
{
    return object("{'apiVersion':'v1','kind':'Secret','metadata':{'namespace':'azure-system','name':'" + name
        + "','uid':'" + name + "','resourceVersion':'" + version
        + "'},'type':'Opaque','data':{'password':'Y2FuYXJ5LTE='}}");
}

ResourceTree treeOf(const QList<ObjectPtr>& objects)
{
    ResourceTree tree;
    for (const ObjectPtr& object : objects) {
        TreeNode made = node(object->ref().groupKind(), object->ref().name, {S::Healthy, {}, {}, {}});
        made.object = object;
        tree.roots.append(made);
    }
    return tree;
}

ResourceTree tree(const QDateTime& now)
{
    const auto health = [&now](S state, const QString& reason = {}, const char* why = "", int seconds = 3600) {
        return Health{state, reason, *why ? message("test", why) : Message(), now.addSecs(-seconds)};
    };
    TreeNode cluster = node(kManagedCluster, u"heron"_s,
        health(S::Progressing, u"Reconciling"_s, "The resource is in the process of being reconciled by the operator",
            140));
    cluster.object = clusterObject(now);
    TreeNode pool = node(kManagedCluster, u"system"_s, health(S::Healthy));
    pool.id = cluster.id + u"#agentpool/system"_s;
    pool.kind = u"Agent pool"_s;
    pool.edge = TreeNode::Edge::Virtual;
    cluster.children = {pool};
    const TreeNode group = node(kResourceGroup, u"rg-heron"_s, health(S::Healthy, u"Succeeded"_s), {cluster});
    const TreeNode gpu = node(kNodePool, u"gpu-spot"_s,
        health(S::Degraded, u"NodeRegistrationHealthy"_s, "Nodes of this pool do not register."),
        {node(kNodeClaim, u"gpu-spot-a1b2c"_s, health(S::Healthy, u"Ready"_s),
             {node(kNode, u"aks-gpu-spot-a1b2c"_s, health(S::Healthy, u"KubeletReady"_s))}),
            node(kNodeClaim, u"gpu-spot-x7k9q"_s,
                health(S::Stuck, u"NotRegistered"_s, "The node has not joined the cluster for 27 min.", 1620))});
    const TreeNode general = node(kNodePool, u"standard"_s, health(S::Healthy, u"Ready"_s));
    const TreeNode missing =
        node(kNodeClass, u"gpu"_s, health(S::Missing, {}, "NodePool/gpu-spot names it, and it does not exist."));
    const TreeNode nodeClass = node(kNodeClass, u"default"_s, health(S::Healthy, u"Ready"_s), {general});
    TreeNode flow = node(kWorkflow, u"provision-heron-x7k2p"_s, health(S::Progressing, u"Running"_s, "", 400));
    for (const QString& name : {u"apply-resource-group"_s, u"apply-managed-cluster"_s}) {
        TreeNode part = node(kWorkflow, name,
            name.endsWith(u"group"_s) ? health(S::Healthy, u"Succeeded"_s) : health(S::Progressing, u"Running"_s));
        part.id = flow.id + u'#' + name;
        part.kind = u"Workflow node"_s;
        flow.children.append(part);
    }
    const TreeNode old = node(kWorkflow, u"provision-egret-9dd4s"_s, health(S::Terminating, u"Deleting"_s));
    return {{node(kTemplate, u"provision-aks"_s, health(S::Healthy), {flow, old}), group, nodeClass, missing, gpu}};
}

ReviewState review()
{
    ReviewState state{.phase = ReviewState::Phase::Reviewed, .server = u"westeurope-dev"_s};
    PlanStep forbidden = step(kRole, u"aks-provisioner"_s, PlanAction::Forbidden, 10, u"11-role.yaml"_s);
    forbidden.error = Error{.kind = ErrorKind::Forbidden,
        .message = message("test", "You may not patch roles.rbac.authorization.k8s.io in the namespace azure-system.")};
    PlanStep unchanged = step(kNamespace, u"azure-system"_s, PlanAction::None, 0, u"00-namespace.yaml"_s);
    unchanged.live = unchanged.result = json("{'kind':'Namespace','metadata':{'name':'azure-system'}}");
    PlanStep create = step(kResourceGroup, u"rg-heron"_s, PlanAction::Create, 15, u"15-resourcegroup.yaml"_s);
    create.result =
        json("{'apiVersion':'resources.azure.com/v1api20200601','kind':'ResourceGroup','metadata':{'name':"
             "'rg-heron','namespace':'azure-system'},'spec':{'location':'westeurope','tags':{'team':'platform'}}}");
    state.plan.steps = {unchanged, forbidden, create, changedCluster(), conflictingNodeClass(), invalidNodePool()};
    return state;
}

ReviewState failedRun()
{
    using P = StepProgress::State;
    ReviewState state = review();
    state.plan.steps.removeIf([](const PlanStep& one) {
        return one.action == PlanAction::Forbidden || one.action == PlanAction::Conflict
            || one.action == PlanAction::Invalid;
    });
    state.plan.steps.append(step(kNodePool, u"standard"_s, PlanAction::Create, 50, u"40-nodepool.yaml"_s));
    state.phase = ReviewState::Phase::Finished;
    const Error error{.kind = ErrorKind::Forbidden,
        .message = message(
            "test", "You may not patch managedclusters.containerservice.azure.com in the namespace azure-system.")};
    state.progress = {
        {.state = P::Unchanged}, {.state = P::Applied}, {.state = P::Failed, .error = error}, {.state = P::NotReached}};
    return state;
}

WorkflowGraph workflow(const QDateTime& now)
{
    WorkflowGraph graph;
    graph.phase = u"Running"_s;
    graph.progress = u"2/6"_s;
    graph.started = now.addSecs(-400);
    WorkflowNode root = task(u"provision-heron-x7k2p"_s, u"Running"_s, {}, 0, -1, now);
    root.id = u"root"_s;
    root.type = u"DAG"_s;
    root.boundary.clear();
    const auto planned = [&now](const QString& name, const QStringList& before) {
        return task(name, u"Planned"_s, before, -1, -1, now);
    };
    WorkflowNode waits = task(u"apply-managed-cluster"_s, u"Running"_s, {u"apply-resource-group"_s}, 40, -1, now);
    waits.message = u"waiting for the condition Ready of ManagedCluster/heron"_s;
    graph.nodes = {root, task(u"validate"_s, u"Succeeded"_s, {}, 0, 8, now),
        task(u"apply-resource-group"_s, u"Succeeded"_s, {u"validate"_s}, 10, 38, now), waits,
        planned(u"fetch-kubeconfig"_s, {u"apply-managed-cluster"_s}),
        planned(u"apply-node-class"_s, {u"fetch-kubeconfig"_s}),
        planned(u"apply-node-pool"_s, {u"fetch-kubeconfig"_s, u"apply-node-class"_s})};
    return graph;
}

WorkflowGraph retriedWorkflow(const QDateTime& now)
{
    WorkflowGraph graph;
    graph.phase = u"Running"_s;
    graph.progress = u"3/5"_s;
    graph.started = now.addSecs(-400);
    WorkflowNode root = task(u"provision-heron-x7k2p"_s, u"Running"_s, {}, 0, -1, now);
    root.id = u"root"_s;
    root.type = u"DAG"_s;
    root.boundary.clear();
    WorkflowNode apply = task(u"apply"_s, u"Succeeded"_s, {u"validate"_s}, 10, 90, now);
    apply.type = u"Retry"_s;
    graph.nodes = {root, task(u"validate"_s, u"Succeeded"_s, {}, 0, 8, now), apply,
        task(u"apply(0)"_s, u"Failed"_s, {u"apply"_s}, 10, 40, now),
        task(u"apply(1)"_s, u"Succeeded"_s, {u"apply"_s}, 50, 90, now),
        task(u"check"_s, u"Running"_s, {u"apply(1)"_s}, 91, -1, now),
        task(u"report"_s, u"Planned"_s, {u"apply"_s, u"check"_s}, -1, -1, now)};
    return graph;
}

QList<ObjectPtr> workflows(const QDateTime& now)
{
    const auto made = [&](const char* name, const char* phase, const char* progress, int seconds) {
        return object(
            u"{'apiVersion':'argoproj.io/v1alpha1','kind':'Workflow','metadata':{'name':'%1','namespace':"
            "'azure-system','creationTimestamp':'%2'},'spec':{},'status':{'phase':'%3','progress':'%4'}}"_s
                .arg(QLatin1String(name), iso(now.addSecs(-seconds)), QLatin1String(phase), QLatin1String(progress))
                .toUtf8());
    };
    return {made("provision-heron-x7k2p", "Running", "2/6", 400),
        made("provision-egret-9dd4s", "Failed", "3/6", 86'400),
        made("provision-osprey-2ff8m", "Succeeded", "6/6", 300'000)};
}

QList<JournalEntry> journal(const QDateTime& now)
{
    const WriteOutcome done{.ok = true, .uid = u"0f7b2c"_s, .resourceVersion = u"8812"_s, .code = 200};
    WriteOutcome created = done;
    created.name = u"provision-heron-x7k2p"_s;
    const WriteOutcome refused{
        .error = u"managedclusters.containerservice.azure.com \"heron\" is forbidden: User \"viewer\" "
                 "cannot patch resource \"managedclusters\" in the namespace \"azure-system\""_s,
        .code = 403};
    const WriteOutcome notApplied{.verdict = Verdict::NotApplied};
    return {entry(u"apply"_s, kNamespace, u"azure-system"_s, now.addDays(-2), done),
        entry(u"apply"_s, kNodePool, u"cpu"_s, now.addSecs(-7400), notApplied),
        entry(u"apply"_s, kResourceGroup, u"rg-heron"_s, now.addSecs(-7300), done),
        entry(u"apply"_s, kManagedCluster, u"heron"_s, now.addSecs(-7200), refused),
        entry(u"create"_s, kWorkflow, {}, now.addSecs(-400), created),
        entry(u"apply"_s, kNodePool, u"gpu-spot"_s, now.addSecs(-30), {})};
}

} // namespace argosy::livedata
