// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/error.h>
#include <argosy/live/retrydelays.h>

#include <chrono>
#include <optional>
#include <variant>

namespace argosy {

/// How far the following of one kind has come. A value: what happens next depends on nothing else.
struct WatchState
{
    enum class Phase
    {
        Listing,
        Live,
        Waiting,
        Unavailable,
        Ended
    };
    Phase phase = Phase::Listing;
    QString resourceVersion; ///< where a watch goes on; empty: list first
    int failures = 0; ///< in a row
    bool wasListed = false; ///< it has worked before
    bool relisted = false; ///< a version was too old, and nothing has gone well since
    bool heard = false; ///< the open stream has said something
    bool mayStream = false; ///< lists come as the initial events of a watch, until the server refuses that
    int fullPage = 500; ///< objects in a page of a list
    int page = 500; ///< of the running one, which was too large with more
    QString continueToken; ///< of the page that was asked for
    bool isInitial = false; ///< the open stream has not sent all of them yet
    /// The last stream was silent for too long, and none has spoken since: its connection is not to be used again.
    bool isDoubted = false;
    std::optional<Error> error; ///< why Waiting or Unavailable
    bool operator==(const WatchState&) const = default;
};

namespace watch {

// What may happen.
struct Begun
{ };
struct PageArrived
{
    QString resourceVersion;
    QString continueToken; ///< empty on the last page
};
struct ListFailed
{
    Error error;
};
/// The stream has sent all that exists; what follows are changes.
struct InitialEnded
{
    QString resourceVersion;
};
struct Opened
{ };
struct EventsSeen
{
    QString resourceVersion; ///< of the last event or bookmark
};
/// The stream ended: cleanly, by an error, or by an ERROR event.
struct Ended
{
    std::optional<Error> error;
    std::chrono::milliseconds lived;
};
struct WaitedEnough
{ };
/// The open stream has said nothing for longer than a server is silent, not even a bookmark. That proves nothing: its
/// connection may be dead while others live, so it is opened anew. If it never said anything, the kind is listed, which
/// is a delta of nothing if all is well: a server that was restored from a backup accepts a version that it has not
/// reached and says nothing until it has.
struct Silent
{ };
using Input =
    std::variant<Begun, PageArrived, ListFailed, InitialEnded, Opened, EventsSeen, Ended, WaitedEnough, Silent>;

// What is to be done.
struct DiscardPages
{
    bool operator==(const DiscardPages&) const = default;
};
struct ListPage
{
    QString continueToken;
    int limit = 500;
    bool operator==(const ListPage&) const = default;
};
/// The pages are the kind's whole content now.
struct SwapPagesIn
{
    bool operator==(const SwapPagesIn&) const = default;
};
struct OpenStream
{
    QString resourceVersion; ///< empty: with initial events, which are gathered as pages are
    bool operator==(const OpenStream&) const = default;
};
struct Wait
{
    std::chrono::milliseconds delay;
    bool operator==(const Wait&) const = default;
};
/// The kind has no objects any more that we may know of.
struct Forget
{
    bool operator==(const Forget&) const = default;
};
using Effect = std::variant<DiscardPages, ListPage, SwapPagesIn, OpenStream, Wait, Forget>;

} // namespace watch

struct WatchStep
{
    WatchState state;
    QList<watch::Effect> effects; ///< in this order
};

/// A stream that lived this long was a good one.
inline constexpr std::chrono::milliseconds kGoodStream{5'000};
/// So often a kind that has worked before may be refused until that is believed: an API server that is starting answers
/// 404 for kinds and 403 for rights that it has not read yet.
inline constexpr int kDoubts = 4;

/// The delay after so many failures in a row, 0.8 s, 1.6 s, … 30 s, stretched by up to a quarter so that many clients
/// spread out. `random` is in [0, 1).
[[nodiscard]] std::chrono::milliseconds backoff(int failures, double random, const RetryDelays& delays = {});

/// Decides what an input leads to. Pure.
[[nodiscard]] WatchStep step(
    WatchState state, const watch::Input& input, double random, const RetryDelays& delays = {});

} // namespace argosy
