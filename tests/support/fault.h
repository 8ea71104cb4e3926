// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>

namespace argosy::test {

/// One thing that goes wrong between a client and a server (FaultProxy). A value: a list of them is a plan that can be
/// printed and repeated.
struct Fault
{
    enum class Kind
    {
        None, ///< the request goes well
        Delay, ///< the request is passed on after `lasts`
        Answer, ///< the server is not asked: `code` and `retryAfter`
        CutHead, ///< the connection ends within the answer's head
        CutChunk, ///< the connection ends within a chunk
        CutObject, ///< the answer ends as a whole one does, within a JSON object
        Stall, ///< half an object comes, and then nothing more on this connection
        End, ///< the answer ends early and cleanly
        Fail, ///< a watch ends with an ERROR event of `code`
        Garble, ///< no JSON comes instead of the object, which is lost
        Bloat, ///< the object has 20 MB of managed fields
        Repeat, ///< an event comes twice
        Swap, ///< an event comes after the next one, which no API server does; then as Fail by 410
        Close, ///< the connection is closed after the answer
        Refuse, ///< all connections are reset and, for `lasts`, new ones refused
        Silence, ///< connections that exist say nothing any more; new ones neither if they are made within `lasts`
    };
    /// The requests that it may strike.
    enum class Request
    {
        Any,
        List, ///< of a collection, in pages
        Watch
    };

    Kind kind = Kind::None;
    Request on = Request::Any;
    int after = 0; ///< events of a watch that come before it; a list is struck in its whole body
    int code = 0;
    int retryAfter = 0; ///< seconds; 0 leaves the header out
    std::chrono::milliseconds lasts{0};
    int length = 0; ///< events after which a watch ends cleanly if nothing else ended it; 0: it goes on
    bool operator==(const Fault&) const = default;
};

/// "cut-chunk".
[[nodiscard]] QByteArray toWord(Fault::Kind kind);
/// The Status of a failure, as JSON.
[[nodiscard]] QByteArray failureStatus(int code);

/// The same plan for the same seed: half of the requests go well, the others meet any fault from which a client may
/// recover within seconds, and no watch is long, so that there are many. Left out are Stall, which takes a whole
/// time-out, and 401, after which credentials are changed.
[[nodiscard]] QList<Fault> randomFaults(quint32 seed, int count);

} // namespace argosy::test
