// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

namespace argosy::demo {

/// How long things have been as they are, in simulated time. One tick asks for every span it waits for; spans that
/// nobody asks for any more are forgotten, so a thing that leaves a stage and comes back starts anew.
class Timers final
{
public:
    void beginTick(qint64 nowMs);
    /// True once the span has passed since the first of an unbroken series of ticks that asked.
    [[nodiscard]] bool passed(const QString& stage, std::chrono::milliseconds span);
    /// Ends the tick; how long until the next span is over, or nothing.
    std::optional<std::chrono::milliseconds> endTick();

private:
    struct Span
    {
        qint64 since = 0;
        bool asked = false;
    };
    QHash<QString, Span> m_spans;
    qint64 m_now = 0;
    std::optional<qint64> m_nextDue;
};

} // namespace argosy::demo
