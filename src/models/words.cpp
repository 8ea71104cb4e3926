// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/models/words.h>

namespace argosy {

Message wordFor(Health::State state)
{
    switch (state) {
    case Health::State::Healthy: return message("models", "Healthy");
    case Health::State::Progressing: return message("models", "Progressing");
    case Health::State::Suspended: return message("models", "Suspended");
    case Health::State::Degraded: return message("models", "Degraded");
    case Health::State::Stuck: return message("models", "Stuck");
    case Health::State::Terminating: return message("models", "Terminating");
    case Health::State::Missing: return message("models", "Missing");
    case Health::State::Unknown: break;
    }
    return message("models", "Unknown");
}

Message wordFor(PlanAction action)
{
    switch (action) {
    case PlanAction::Pending: return message("models", "Not asked yet");
    case PlanAction::Create: return message("models", "Create");
    case PlanAction::Change: return message("models", "Change");
    case PlanAction::None: return message("models", "No change");
    case PlanAction::Conflict: return message("models", "Conflict");
    case PlanAction::Invalid: return message("models", "Invalid");
    case PlanAction::Forbidden: return message("models", "Forbidden");
    case PlanAction::MissingKind: return message("models", "Unknown kind");
    case PlanAction::Error: break;
    }
    return message("models", "Not checked");
}

Message wordFor(StepProgress::State state)
{
    switch (state) {
    case StepProgress::State::Waiting: return message("models", "Waiting");
    case StepProgress::State::Checking: return message("models", "Checking");
    case StepProgress::State::Writing: return message("models", "Writing");
    case StepProgress::State::Applied: return message("models", "Applied");
    case StepProgress::State::Unchanged: return message("models", "Unchanged");
    case StepProgress::State::Failed: return message("models", "Failed");
    case StepProgress::State::Unknown: return message("models", "Unknown");
    case StepProgress::State::NotReached: break;
    }
    return message("models", "Not reached");
}

Message wordFor(PlannedChange::Origin origin)
{
    switch (origin) {
    case PlannedChange::Origin::You: return message("models", "you");
    case PlannedChange::Origin::Default: return message("models", "default");
    case PlannedChange::Origin::Server: break;
    }
    return message("models", "server");
}

Message wordFor(AccessMode mode)
{
    switch (mode) {
    case AccessMode::ReadOnly: return message("models", "Read-only");
    case AccessMode::Guarded: return message("models", "Guarded");
    case AccessMode::Open: break;
    }
    return message("models", "Open");
}

Message meaningOf(AccessMode mode)
{
    switch (mode) {
    case AccessMode::ReadOnly: return message("models", "Nothing is written to this cluster; reviews still work.");
    case AccessMode::Guarded: return message("models", "Every apply is confirmed once more after its review.");
    case AccessMode::Open: break;
    }
    return message("models", "What was reviewed is applied without a further question.");
}

Message ageText(const QDateTime& then, const QDateTime& now)
{
    if (!then.isValid())
        return {};
    const qint64 seconds = std::max<qint64>(0, then.secsTo(now));
    const auto in = [seconds](qint64 unit) { return QStringList{QString::number(seconds / unit)}; };
    constexpr qint64 kMinute = 60;
    constexpr qint64 kHour = 60 * kMinute;
    constexpr qint64 kDay = 24 * kHour;
    constexpr qint64 kYear = 365 * kDay;
    if (seconds < 2 * kMinute)
        return message("models", "%1 s", in(1));
    if (seconds < 2 * kHour)
        return message("models", "%1 min", in(kMinute));
    if (seconds < 2 * kDay)
        return message("models", "%1 h", in(kHour));
    if (seconds < 2 * kYear)
        return message("models", "%1 d", in(kDay));
    return message("models", "%1 y", in(kYear));
}

Message agoText(const QDateTime& then, const QDateTime& now)
{
    if (!then.isValid())
        return {};
    constexpr qint64 kJustNow = 5;
    if (then.secsTo(now) < kJustNow)
        return message("models", "just now");
    return message("models", "%1 ago", {ageText(then, now).translated()});
}

QString stopwatch(std::chrono::seconds length)
{
    const auto total = length.count();
    if (total < 0)
        return {};
    const auto two = [](auto number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const auto hours = total / 3600;
    const auto minutes = total / 60 % 60;
    const QString tail = QLatin1Char(':') + two(total % 60);
    const QString head =
        hours > 0 ? QString(QString::number(hours) + QLatin1Char(':') + two(minutes)) : QString::number(minutes);
    return head + tail;
}

} // namespace argosy
