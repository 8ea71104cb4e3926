// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/insight/workflowgraph.h>

#include "healthrules.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace argosy {

namespace {

constexpr auto kScheduling = 15min; ///< a node for a pod is made within this time, or not at all

int countAt(const Json& body, std::string_view pointer, int otherwise = 0)
{
    const Json& value = valueAt(body, pointer);
    return value.is_number_integer() ? value.get<int>() : otherwise;
}

/// The first container that waits for a reason that does not go away by itself.
std::optional<Health> failingContainer(const Object& object)
{
    static const QStringList kFailures{u"CrashLoopBackOff"_s, u"ImagePullBackOff"_s, u"ErrImagePull"_s,
        u"InvalidImageName"_s, u"CreateContainerConfigError"_s, u"CreateContainerError"_s, u"RunContainerError"_s};
    const Json body = object.body();
    for (const char* list : {"initContainerStatuses", "containerStatuses"}) {
        const Json& statuses = member(member(body, "status"), list);
        if (!statuses.is_array())
            continue;
        for (const Json& status : statuses) {
            const QString reason = textAt(status, "/state/waiting/reason");
            if (kFailures.contains(reason))
                return Health{Health::State::Degraded, reason, quoted(textAt(status, "/state/waiting/message")),
                    object.created()};
        }
    }
    return {};
}

Health pendingPod(const Object& object, const QDateTime& now)
{
    if (auto failing = failingContainer(object))
        return *failing;
    const Condition* scheduled = object.condition(u"PodScheduled");
    if (scheduled && scheduled->isFalse())
        return withDeadline(healthFrom(Health::State::Progressing, object, *scheduled), now, kScheduling);
    return withDeadline(
        {.state = Health::State::Progressing, .reason = u"Pending"_s, .since = object.created()}, now, kScheduling);
}

} // namespace

Health nodeHealth(const Object& object, const QDateTime& now)
{
    const Condition* ready = object.condition(u"Ready");
    if (!ready || !ready->isTrue())
        return ready ? healthFrom(Health::State::Degraded, object, *ready) : genericHealth(object, now);
    for (const QStringView type : {u"MemoryPressure", u"DiskPressure", u"PIDPressure", u"NetworkUnavailable"}) {
        const Condition* pressure = object.condition(type);
        if (pressure && pressure->isTrue())
            return healthFrom(Health::State::Degraded, object, *pressure);
    }
    if (object.field("/spec/unschedulable") == "true"_L1) {
        Health health = healthFrom(Health::State::Suspended, object, *ready);
        health.reason = u"Cordoned"_s;
        health.message = message("insight", "It is cordoned: no new pods land on it.");
        return health;
    }
    return healthFrom(Health::State::Healthy, object, *ready);
}

Health podHealth(const Object& object, const QDateTime& now)
{
    const QString phase = object.field("/status/phase");
    if (phase == "Pending"_L1)
        return pendingPod(object, now);
    Health health{.state = Health::State::Unknown, .reason = phase, .since = object.created()};
    if (phase == "Succeeded"_L1)
        health.state = Health::State::Healthy;
    if (phase == "Failed"_L1) {
        health.state = Health::State::Degraded;
        health.message = quoted(object.field("/status/message"));
    }
    if (phase != "Running"_L1)
        return health;
    const Condition* ready = object.condition(u"Ready");
    if (!ready || ready->isTrue())
        return {.state = Health::State::Healthy, .reason = phase, .since = object.created()};
    if (auto failing = failingContainer(object))
        return *failing;
    return withDeadline(healthFrom(Health::State::Progressing, object, *ready), now, kScheduling);
}

Health replicasHealth(const Object& object, const QDateTime& now)
{
    const Condition* progress = object.condition(u"Progressing");
    if (progress && progress->isFalse())
        return healthFrom(Health::State::Degraded, object, *progress);
    const Json body = object.body();
    const bool daemons = object.ref().kind == "DaemonSet"_L1;
    const int wanted = daemons ? countAt(body, "/status/desiredNumberScheduled") : countAt(body, "/spec/replicas", 1);
    const int ready = daemons ? countAt(body, "/status/numberReady") : countAt(body, "/status/readyReplicas");
    const bool seen = countAt(body, "/status/observedGeneration") >= object.generation();
    Health health{.state = Health::State::Healthy, .since = object.created()};
    health.message = message("insight", "%1 of %2 are ready.", {QString::number(ready), QString::number(wanted)});
    if (seen && ready >= wanted)
        return health;
    health.state = Health::State::Progressing;
    if (progress)
        health.since = sinceOf(object, *progress);
    return withDeadline(std::move(health), now, kScheduling);
}

Health jobHealth(const Object& object, const QDateTime& now)
{
    if (const Condition* failed = object.condition(u"Failed"); failed && failed->isTrue())
        return healthFrom(Health::State::Degraded, object, *failed);
    if (const Condition* suspended = object.condition(u"Suspended"); suspended && suspended->isTrue())
        return healthFrom(Health::State::Suspended, object, *suspended);
    if (const Condition* complete = object.condition(u"Complete"); complete && complete->isTrue())
        return healthFrom(Health::State::Healthy, object, *complete);
    Q_UNUSED(now)
    return {.state = Health::State::Progressing, .reason = u"Running"_s, .since = object.created()};
}

Health workflowHealth(const Object& object, const QDateTime& now)
{
    Q_UNUSED(now)
    const QString phase = object.field("/status/phase");
    const QDateTime started = QDateTime::fromString(object.field("/status/startedAt"), Qt::ISODate);
    const QDateTime finished = QDateTime::fromString(object.field("/status/finishedAt"), Qt::ISODate);
    const QDateTime since = finished.isValid() ? finished : started.isValid() ? started : object.created();
    Health health = healthOfPhase(phase, object.field("/status/message"), since);
    if (health.state != Health::State::Progressing)
        return health;
    // Only a running one can wait for a person, and only then its nodes are worth reading.
    if (workflowGraph(object.body()).suspended) {
        health.state = Health::State::Suspended;
        health.reason = u"Suspended"_s;
        health.message = message("insight", "It waits until somebody resumes it.");
    }
    return health;
}

Health kroInstanceHealth(const Object& object, const QDateTime& now)
{
    const QString state = object.field("/status/state");
    if (state.isEmpty())
        return genericHealth(object, now);
    Health health{.state = Health::State::Progressing, .reason = state, .since = object.created()};
    if (state == "ACTIVE"_L1)
        health.state = Health::State::Healthy;
    if (state == "FAILED"_L1 || state == "ERROR"_L1)
        health.state = Health::State::Degraded;
    if (state == "DELETING"_L1)
        health.state = Health::State::Terminating;
    for (const Condition& condition : object.conditions())
        if (condition.isFalse() && !condition.message.isEmpty())
            health.message = quoted(condition.message);
    return health;
}

} // namespace argosy
