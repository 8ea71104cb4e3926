// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchstep.h"

#include <argosy/client/request.h>

#include <cmath>

namespace argosy {

namespace {

using namespace watch;
using Phase = WatchState::Phase;

/// Asking again does not help before somebody grants a right or installs a CRD.
bool needsSomebodyElse(const Error& error)
{
    return error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Invalid;
}

/// The credentials or certificates have to change; they are files that may be replaced at any time.
bool needsNewCredentials(const Error& error)
{
    return error.kind == ErrorKind::Unauthenticated || error.kind == ErrorKind::Tls;
}

/// The version to go on from is one that the server has forgotten, or, restored from a backup, has not reached.
bool isUnknownVersion(const Error& error)
{
    return error.kind == ErrorKind::Gone
        || (error.status && error.status->message.contains(QLatin1String("Too large resource version")));
}

class Stepper final
{
public:
    Stepper(WatchState state, double random, const RetryDelays& delays)
        : m_state(std::move(state))
        , m_random(random)
        , m_delays(delays)
    { }

    WatchStep operator()(const Begun&) { return listFromStart(); }
    WatchStep operator()(const WaitedEnough&) { return m_state.resourceVersion.isEmpty() ? listFromStart() : resume(); }
    WatchStep operator()(const PageArrived& page);
    WatchStep operator()(const ListFailed& failed);
    WatchStep operator()(const InitialEnded& ended);
    WatchStep operator()(const Opened&)
    {
        if (!m_state.isInitial)
            enter(Phase::Live);
        return done({});
    }
    WatchStep operator()(const Silent&)
    {
        m_state.isDoubted = true;
        return m_state.heard ? resume() : fetchAll();
    }
    WatchStep operator()(const EventsSeen& seen);
    WatchStep operator()(const Ended& ended);

private:
    WatchStep done(QList<Effect> effects) { return {.state = m_state, .effects = std::move(effects)}; }
    void enter(Phase phase, const std::optional<Error>& error = {})
    {
        m_state.phase = phase;
        m_state.error = error;
    }
    void thrive()
    {
        m_state.failures = 0;
        m_state.relisted = false;
    }
    WatchStep listFromStart();
    /// Everything anew, in pages or as initial events.
    WatchStep fetchAll();
    WatchStep resume()
    {
        m_state.heard = false;
        return done({OpenStream{m_state.resourceVersion}});
    }
    void beWhole(const QString& resourceVersion);
    WatchStep initialFailed(const Ended& ended);
    WatchStep waitBecauseOf(const Error& error);
    Wait waitAfterFailure(std::chrono::milliseconds atLeast = {})
    {
        return {std::max(backoff(m_state.failures++, m_random, m_delays), atLeast)};
    }
    WatchStep relist(const Error& error);

    WatchState m_state;
    double m_random;
    RetryDelays m_delays;
};

WatchStep Stepper::listFromStart()
{
    // A kind that waits keeps saying why until the list is there.
    if (!m_state.error)
        enter(Phase::Listing);
    return fetchAll();
}

WatchStep Stepper::fetchAll()
{
    m_state.resourceVersion.clear();
    m_state.isInitial = m_state.mayStream;
    m_state.page = m_state.fullPage;
    m_state.continueToken.clear();
    if (!m_state.mayStream)
        return done({DiscardPages{}, ListPage{{}, m_state.page}});
    m_state.heard = false;
    return done({DiscardPages{}, OpenStream{}});
}

void Stepper::beWhole(const QString& resourceVersion)
{
    m_state.resourceVersion = resourceVersion;
    m_state.wasListed = true;
    m_state.heard = false;
    enter(Phase::Live);
}

WatchStep Stepper::operator()(const InitialEnded& ended)
{
    m_state.isInitial = false;
    beWhole(ended.resourceVersion);
    return done({SwapPagesIn{}});
}

WatchStep Stepper::operator()(const PageArrived& page)
{
    m_state.continueToken = page.continueToken;
    if (!page.continueToken.isEmpty())
        return done({ListPage{page.continueToken, m_state.page}});
    beWhole(page.resourceVersion);
    return done({SwapPagesIn{}, OpenStream{page.resourceVersion}});
}

WatchStep Stepper::operator()(const ListFailed& failed)
{
    if (failed.error.kind == ErrorKind::TooLarge && m_state.page > 1) {
        m_state.page = smallerPage(m_state.page);
        return done({ListPage{m_state.continueToken, m_state.page}});
    }
    return isUnknownVersion(failed.error) ? relist(failed.error) : waitBecauseOf(failed.error);
}

WatchStep Stepper::operator()(const EventsSeen& seen)
{
    // Initial events have the versions of their objects, in no order: a watch cannot go on from them.
    if (m_state.isInitial)
        return done({});
    if (!seen.resourceVersion.isEmpty())
        m_state.resourceVersion = seen.resourceVersion;
    m_state.heard = true;
    m_state.isDoubted = false;
    thrive();
    enter(Phase::Live);
    return done({});
}

WatchStep Stepper::operator()(const Ended& ended)
{
    if (std::exchange(m_state.isInitial, false))
        return initialFailed(ended);
    const bool wasGood = ended.lived >= kGoodStream;
    if (wasGood)
        thrive();
    if (ended.error && isUnknownVersion(*ended.error))
        return relist(*ended.error);
    // What was not understood is lost to the watch: only a list has it.
    if (ended.error && ended.error->kind == ErrorKind::Protocol)
        m_state.resourceVersion.clear();
    // Servers end watches when their time is up, and load balancers cut them.
    const bool wasCut = ended.error && ended.error->kind == ErrorKind::Unreachable;
    if (wasGood && (!ended.error || wasCut))
        return resume();
    // Whoever opens it anew gets fresh credentials, where there are any.
    if (ended.error && ended.error->kind == ErrorKind::Unauthenticated && m_state.heard)
        return resume();
    if (ended.error)
        return waitBecauseOf(*ended.error);
    return done({waitAfterFailure()});
}

/// The kind is followed all the same where the server only refuses the way in which it was asked.
WatchStep Stepper::initialFailed(const Ended& ended)
{
    if (ended.error && ended.error->kind == ErrorKind::Invalid) {
        m_state.mayStream = false;
        return fetchAll();
    }
    if (ended.error)
        return (*this)(ListFailed{*ended.error});
    return done({waitAfterFailure()});
}

WatchStep Stepper::waitBecauseOf(const Error& error)
{
    if (error.kind == ErrorKind::Cancelled) {
        enter(Phase::Ended);
        return done({});
    }
    const bool isDoubtful = m_state.wasListed && m_state.failures < kDoubts;
    if (needsSomebodyElse(error) && !isDoubtful) {
        m_state.resourceVersion.clear();
        m_state.wasListed = false;
        enter(Phase::Unavailable, error);
        if (error.kind == ErrorKind::NotFound)
            return done({Forget{}, Wait{m_delays.refused}});
        return done({Wait{m_delays.refused}});
    }
    enter(Phase::Waiting, error);
    if (needsNewCredentials(error))
        return done({Wait{m_delays.refused}});
    return done({waitAfterFailure(error.retryAfter)});
}

/// The first time is normal after a long silence and costs no delay.
WatchStep Stepper::relist(const Error& error)
{
    m_state.resourceVersion.clear();
    if (std::exchange(m_state.relisted, true))
        return waitBecauseOf(error);
    return listFromStart();
}

} // namespace

std::chrono::milliseconds backoff(int failures, double random, const RetryDelays& delays)
{
    const double doubled = static_cast<double>(delays.first.count()) * std::exp2(std::min(failures, 16));
    const double bounded = std::min(doubled, static_cast<double>(delays.longest.count()));
    return std::chrono::milliseconds(std::llround(bounded * (1 + random / 4)));
}

WatchStep step(WatchState state, const watch::Input& input, double random, const RetryDelays& delays)
{
    return std::visit(Stepper(std::move(state), random, delays), input);
}

} // namespace argosy
