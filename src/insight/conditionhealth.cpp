// SPDX-License-Identifier: GPL-3.0-or-later
#include "healthrules.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace argosy {

namespace {

constexpr auto kSilence = 5min; ///< a controller that has said nothing for so long does not look at the object
constexpr auto kTransient = 15min; ///< what is tried again by itself should be over by then
constexpr auto kOperation = 90min; ///< the longest honest operation: an AKS cluster with a large pool

/// No condition yet: its controller has not come to it, or does not run.
Health silent(const Object& object, const QDateTime& now)
{
    Health health{.state = Health::State::Progressing, .since = object.created()};
    health.message = message("insight", "Its controller has not said anything about it yet.");
    if (ageOf(object.created(), now) > kSilence)
        health.state = Health::State::Unknown;
    return health;
}

Health stale(const Object& object, const Condition& condition)
{
    Health health{.state = Health::State::Progressing, .reason = condition.reason, .since = sinceOf(object, condition)};
    health.message = message("insight", "Its status is about generation %1; generation %2 has not been looked at yet.",
        {QString::number(condition.observedGeneration), QString::number(object.generation())});
    return health;
}

/// What the operator's reasons mean. Severity does not decide: releases class the same reason differently.
enum class Meaning
{
    Working,
    Waiting,
    Transient,
    NeedsSomebody,
    Unclear
};

struct ReasonMeaning
{
    QLatin1StringView reason;
    Meaning meaning;
};

constexpr std::array kReasons{
    ReasonMeaning{"Reconciling"_L1, Meaning::Working},
    ReasonMeaning{"Deleting"_L1, Meaning::Working},
    ReasonMeaning{"ReconciliationBlocked"_L1, Meaning::Working},
    ReasonMeaning{"ReconciliationPostponed"_L1, Meaning::Working},
    ReasonMeaning{"WaitingForOwner"_L1, Meaning::Waiting},
    ReasonMeaning{"ReferenceNotFound"_L1, Meaning::Waiting},
    ReasonMeaning{"SecretNotFound"_L1, Meaning::Waiting},
    ReasonMeaning{"ConfigMapNotFound"_L1, Meaning::Waiting},
    ReasonMeaning{"AnotherOperationInProgress"_L1, Meaning::Transient},
    ReasonMeaning{"AllocationFailed"_L1, Meaning::Transient},
    ReasonMeaning{"Conflict"_L1, Meaning::Transient},
    ReasonMeaning{"FailedIdentityOperation"_L1, Meaning::Transient},
    ReasonMeaning{"NotFound"_L1, Meaning::Transient},
    ReasonMeaning{"ParentResourceNotFound"_L1, Meaning::Transient},
    ReasonMeaning{"PrincipalNotFound"_L1, Meaning::Transient},
    ReasonMeaning{"ResourceGroupNotFound"_L1, Meaning::Transient},
    ReasonMeaning{"ResourceNotFound"_L1, Meaning::Transient},
    ReasonMeaning{"AuthorizationFailed"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"LinkedAuthorizationFailed"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"InvalidSubscriptionRegistrationState"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"MissingRegistrationForLocation"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"MissingSubscriptionRegistration"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"NoRegisteredProviderFound"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"SubscriptionNotRegistered"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"SubscriptionMismatch"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"SubscriptionNotFound"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"AzureResourceNotFound"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"FailedWritingAdditionalKubernetesObjects"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"ReconciliationFailedPermanently"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"ResourceQuotaExceeded"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"QuotaExceeded"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"ScopeLocked"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"RequestDisallowedByPolicy"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"BadRequest"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"BadRequestFormat"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"InvalidParameter"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"InvalidParameterValue"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"InvalidResourceGroupLocation"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"InvalidResourceReference"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"InvalidResourceType"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"InvalidRequestContent"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"InvalidTemplate"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"InvalidValuesForRequestParameters"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"LocationRequired"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"MethodNotAllowed"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"MissingRequiredParameter"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"PropertyChangeNotAllowed"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"RegionIsOfferRestricted"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"ReservedResourceName"_L1, Meaning::NeedsSomebody},
    ReasonMeaning{"SkuNotAvailable"_L1, Meaning::NeedsSomebody},
};

/// Sign-in failures come with a generic reason that differs between releases; their words do not.
bool isSignInFailure(const QString& text)
{
    constexpr std::array kMarks{"AADSTS"_L1, "WorkloadIdentityCredential"_L1, "failed to get credential"_L1,
        "credential secret not found"_L1, "does not contain key \"AZURE_"_L1, "global credential not configured"_L1};
    return std::ranges::any_of(kMarks, [&text](QLatin1StringView mark) { return text.contains(mark); });
}

Meaning meaningOf(const Condition& ready)
{
    const auto known = std::ranges::find(kReasons, ready.reason, &ReasonMeaning::reason);
    if (known != kReasons.end())
        return known->meaning;
    if (ready.severity == "Error"_L1 || isSignInFailure(ready.message))
        return Meaning::NeedsSomebody;
    return ready.severity == "Info"_L1 ? Meaning::Working : Meaning::Unclear;
}

Health notReady(const Object& object, const Condition& ready, const QDateTime& now)
{
    switch (meaningOf(ready)) {
    case Meaning::Working: return withDeadline(healthFrom(Health::State::Progressing, object, ready), now, kOperation);
    case Meaning::Waiting: return withDeadline(healthFrom(Health::State::Progressing, object, ready), now, kSilence);
    case Meaning::Transient:
        return withDeadline(healthFrom(Health::State::Progressing, object, ready), now, kTransient);
    case Meaning::NeedsSomebody: return healthFrom(Health::State::Stuck, object, ready);
    case Meaning::Unclear: break;
    }
    return healthFrom(Health::State::Degraded, object, ready);
}

/// The first condition that explains why Ready is not True.
const Condition* explanation(const Object& object)
{
    for (const Condition& condition : object.conditions())
        if (condition.type != "Ready"_L1 && condition.isFalse())
            return &condition;
    return object.condition(u"Ready");
}

Health aggregated(const Object& object, const QDateTime& now)
{
    const Condition* ready = object.condition(u"Ready");
    if (!ready)
        return silent(object, now);
    if (isStale(object, *ready))
        return stale(object, *ready);
    if (ready->isTrue())
        return healthFrom(Health::State::Healthy, object, *ready);
    const Condition& why = *explanation(object);
    if (ready->isFalse())
        return healthFrom(Health::State::Degraded, object, why);
    return withDeadline(healthFrom(Health::State::Progressing, object, why), now, kTransient);
}

} // namespace

Health operatorHealth(const Object& object, const QDateTime& now)
{
    const Condition* ready = object.condition(u"Ready");
    if (!ready)
        return silent(object, now);
    // Also of a failure: whoever has just corrected the spec must not be told that it is still wrong.
    if (isStale(object, *ready))
        return stale(object, *ready);
    if (!ready->isTrue())
        return notReady(object, *ready, now);
    const QString provisioning = object.field("/status/provisioningState");
    if (provisioning == "Failed"_L1 || provisioning == "Canceled"_L1) {
        Health health = healthFrom(Health::State::Degraded, object, *ready);
        health.reason = provisioning;
        health.message = message("insight", "Azure's last operation on it ended as %1.", {provisioning});
        return health;
    }
    return healthFrom(Health::State::Healthy, object, *ready);
}

Health nodeClassHealth(const Object& object, const QDateTime& now)
{
    return aggregated(object, now);
}

Health nodePoolHealth(const Object& object, const QDateTime& now)
{
    Health health = aggregated(object, now);
    // Not part of Ready: a pool can be Ready and yet fail to make any node.
    const Condition* registration = object.condition(u"NodeRegistrationHealthy");
    if (health.state == Health::State::Healthy && registration && registration->isFalse())
        return healthFrom(Health::State::Degraded, object, *registration);
    return health;
}

Health nodeClaimHealth(const Object& object, const QDateTime& now)
{
    constexpr std::array kNoCapacity{"LaunchFailed"_L1, "SubscriptionQuotaReached"_L1, "AllocationFailure"_L1,
        "ZonalAllocationFailure"_L1, "OverconstrainedZonalAllocationFailure"_L1, "OverconstrainedAllocationFailure"_L1,
        "SKUNotAvailable"_L1, "CreateInstanceFailed"_L1, "InstanceTypeResolutionFailed"_L1};
    const Condition* ready = object.condition(u"Ready");
    if (ready && ready->isTrue())
        return healthFrom(Health::State::Healthy, object, *ready);
    for (const QStringView stage : {u"Launched", u"Registered", u"Initialized"}) {
        const Condition* condition = object.condition(stage);
        if (!condition || condition->isTrue())
            continue;
        const bool failed = condition->isFalse()
            || std::ranges::any_of(kNoCapacity, [&](QLatin1StringView r) { return condition->reason == r; });
        Health health = healthFrom(failed ? Health::State::Degraded : Health::State::Progressing, object, *condition);
        return withDeadline(std::move(health), now, kTransient);
    }
    return silent(object, now);
}

Health genericHealth(const Object& object, const QDateTime& now)
{
    for (const QStringView type : {u"Ready", u"Available", u"Established", u"Succeeded", u"Complete"}) {
        const Condition* condition = object.condition(type);
        if (!condition)
            continue;
        if (isStale(object, *condition))
            return stale(object, *condition);
        if (condition->isTrue())
            return healthFrom(Health::State::Healthy, object, *condition);
        if (condition->isFalse())
            return healthFrom(Health::State::Degraded, object, *condition);
        return withDeadline(healthFrom(Health::State::Progressing, object, *condition), now, kTransient);
    }
    return {.state = Health::State::Healthy, .since = object.created()};
}

} // namespace argosy
