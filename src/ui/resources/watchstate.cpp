// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchstate.h"

#include "connect/connectionstate.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

using Level = WatchSummary::Level;
using Phase = Store::KindState::Phase;

struct Watch
{
    Q_DECLARE_TR_FUNCTIONS(Watch)
};

QString errorText(const std::optional<Error>& error)
{
    return error ? error->message.translated() : QString();
}

QStringList forbidden(const QHash<GroupKind, Store::KindState>& kinds)
{
    QStringList names;
    for (const Store::KindState& state : kinds)
        if (state.phase == Phase::Unavailable && state.error && state.error->kind == ErrorKind::Forbidden)
            names.append(state.error->where.resource);
    names.sort();
    return names;
}

WatchSummary lost(const QDateTime& since, const QString& why)
{
    const QString when =
        since.isValid() ? QLocale().toString(since.toLocalTime().time(), QLocale::ShortFormat) : QString();
    const QString head = when.isEmpty() ? Watch::tr("Disconnected: what is shown may be old.")
                                        : Watch::tr("Disconnected since %1: what is shown may be old.").arg(when);
    return {Level::Lost, Watch::tr("Reconnecting"), why.isEmpty() ? head : QString(head + u' ' + why)};
}

} // namespace

QString WatchSummary::icon() const
{
    switch (level) {
    case Level::Live: return u"state-healthy"_s;
    case Level::Partial: return u"state-degraded"_s;
    case Level::Loading: return u"state-progressing"_s;
    case Level::Lost: return u"state-degraded"_s;
    case Level::Failed: return u"state-stuck"_s;
    case Level::None: break;
    }
    return u"state-missing"_s;
}

Tone WatchSummary::tone() const
{
    switch (level) {
    case Level::Live: return Tone::Healthy;
    case Level::Partial:
    case Level::Lost: return Tone::Degraded;
    case Level::Loading: return Tone::Progressing;
    case Level::Failed: return Tone::Stuck;
    case Level::None: break;
    }
    return Tone::Muted;
}

WatchSummary watchStateOf(const QHash<GroupKind, Store::KindState>& kinds)
{
    int listing = 0;
    QDateTime waitingSince;
    std::optional<Error> waitingFor;
    for (const Store::KindState& kind : kinds) {
        listing += kind.phase == Phase::Listing;
        if (kind.phase == Phase::Waiting && (!waitingSince.isValid() || kind.since < waitingSince)) {
            waitingSince = kind.since;
            waitingFor = kind.error;
        }
    }
    if (waitingSince.isValid())
        return lost(waitingSince, errorText(waitingFor));
    if (listing > 0)
        return {Level::Loading, Watch::tr("Loading %1 of %2 kinds").arg(kinds.size() - listing).arg(kinds.size()), {}};
    if (const QStringList names = forbidden(kinds); !names.isEmpty())
        return {Level::Partial, Watch::tr("Live in part"),
            Watch::tr(
                "You may not list and watch %1 in all namespaces, so the tree lacks them. Ask for a ClusterRole that "
                "allows it.")
                .arg(names.join(u", "_s))};
    return {Level::Live, Watch::tr("Live"), {}};
}

WatchSummary watchStateOf(ClusterSession* cluster)
{
    if (!cluster)
        return {Level::None, Watch::tr("Not connected"), Watch::tr("No cluster is connected.")};
    switch (cluster->phase()) {
    case ClusterSession::Phase::Connecting: return {Level::Loading, Watch::tr("Connecting"), {}};
    case ClusterSession::Phase::Ready: return watchStateOf(cluster->store().kinds());
    case ClusterSession::Phase::Lost: return lost(cluster->store().disconnectedSince(), failureText(*cluster));
    case ClusterSession::Phase::Failed: break;
    }
    return {Level::Failed, Watch::tr("Failed"), failureText(*cluster)};
}

} // namespace argosy
