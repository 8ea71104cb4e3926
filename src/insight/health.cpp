// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/insight/health.h>

#include "healthrules.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace argosy {

namespace {

using Rule = Health (*)(const Object&, const QDateTime&);

Rule ruleFor(const GroupKind& kind)
{
    static const QHash<GroupKind, Rule> kRules{
        {{u"karpenter.azure.com"_s, u"AKSNodeClass"_s}, nodeClassHealth},
        {{u"karpenter.sh"_s, u"NodePool"_s}, nodePoolHealth},
        {{u"karpenter.sh"_s, u"NodeClaim"_s}, nodeClaimHealth},
        {{QString(), u"Node"_s}, nodeHealth},
        {{QString(), u"Pod"_s}, podHealth},
        {{u"apps"_s, u"Deployment"_s}, replicasHealth},
        {{u"apps"_s, u"StatefulSet"_s}, replicasHealth},
        {{u"apps"_s, u"ReplicaSet"_s}, replicasHealth},
        {{u"apps"_s, u"DaemonSet"_s}, replicasHealth},
        {{u"batch"_s, u"Job"_s}, jobHealth},
        {{u"argoproj.io"_s, u"Workflow"_s}, workflowHealth},
        {{u"kro.run"_s, u"ResourceGraphDefinition"_s}, genericHealth},
    };
    const auto found = kRules.constFind(kind);
    if (found != kRules.cend())
        return *found;
    if (kind.group == "kro.run"_L1)
        return kroInstanceHealth;
    return kind.group.endsWith(".azure.com"_L1) ? operatorHealth : genericHealth;
}

/// How long a deletion may take before somebody should look: Azure and drains need their time.
std::chrono::seconds deletionDeadline(const GroupKind& kind)
{
    if (kind.group.endsWith(".azure.com"_L1) || kind.group == "karpenter.sh"_L1 || kind.kind == "Node"_L1)
        return 1h;
    return 10min;
}

/// A condition that tells how far a deletion is.
const Condition* deletionCondition(const Object& object)
{
    for (const QStringView type : {u"Drained", u"VolumesDetached", u"InstanceTerminating", u"Ready"}) {
        const Condition* condition = object.condition(type);
        if (condition && !condition->isTrue())
            return condition;
    }
    return nullptr;
}

Health terminating(const Object& object, const QDateTime& now)
{
    Health health{.state = Health::State::Terminating, .reason = u"Deleting"_s, .since = object.deleted()};
    const QString finalizers = object.finalizers().join(u", "_s);
    health.message = finalizers.isEmpty() ? message("insight", "It is being deleted.")
                                          : message("insight", "It is being deleted and waits for %1.", {finalizers});
    if (const Condition* condition = deletionCondition(object)) {
        if (!condition->reason.isEmpty())
            health.reason = condition->reason;
        if (!condition->message.isEmpty())
            health.message = quoted(condition->message);
    }
    if (ageOf(object.deleted(), now) > deletionDeadline(object.ref().groupKind()))
        health.state = Health::State::Stuck;
    return health;
}

} // namespace

bool Health::isBad() const
{
    return state == State::Degraded || state == State::Stuck || state == State::Missing;
}

QString toWord(Health::State state)
{
    switch (state) {
    case Health::State::Healthy: return u"Healthy"_s;
    case Health::State::Progressing: return u"Progressing"_s;
    case Health::State::Suspended: return u"Suspended"_s;
    case Health::State::Degraded: return u"Degraded"_s;
    case Health::State::Stuck: return u"Stuck"_s;
    case Health::State::Terminating: return u"Terminating"_s;
    case Health::State::Missing: return u"Missing"_s;
    case Health::State::Unknown: break;
    }
    return u"Unknown"_s;
}

Health::State worse(Health::State a, Health::State b)
{
    using S = Health::State;
    static constexpr std::array kFromGoodToBad{
        S::Healthy, S::Unknown, S::Suspended, S::Progressing, S::Terminating, S::Missing, S::Degraded, S::Stuck};
    const auto rank = [](S state) { return std::ranges::find(kFromGoodToBad, state); };
    return rank(a) < rank(b) ? b : a;
}

Message quoted(const QString& serverText)
{
    return {.context = "insight", .source = "%1", .arguments = {serverText}};
}

std::chrono::seconds ageOf(const QDateTime& since, const QDateTime& now)
{
    return since.isValid() ? std::chrono::seconds(since.secsTo(now)) : 0s;
}

QDateTime sinceOf(const Object& object, const Condition& condition)
{
    return condition.lastTransition.isValid() ? condition.lastTransition : object.created();
}

Health healthFrom(Health::State state, const Object& object, const Condition& condition)
{
    Health health{.state = state, .reason = condition.reason, .since = sinceOf(object, condition)};
    if (!condition.message.isEmpty())
        health.message = quoted(condition.message);
    return health;
}

bool isStale(const Object& object, const Condition& condition)
{
    return condition.observedGeneration > 0 && condition.observedGeneration < object.generation();
}

Health withDeadline(Health health, const QDateTime& now, std::chrono::seconds deadline)
{
    if (health.state == Health::State::Progressing && ageOf(health.since, now) > deadline)
        health.state = Health::State::Stuck;
    return health;
}

Health healthOf(const Object& object, const QDateTime& now)
{
    if (object.deleted().isValid())
        return terminating(object, now);
    return ruleFor(object.ref().groupKind())(object, now);
}

} // namespace argosy
