// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>

namespace argosy {

/// A bound on what runs at the same time; what is more waits for its turn.
class InFlight final
{
public:
    explicit InFlight(int bound)
        : m_bound(bound)
    { }

    [[nodiscard]] bool isFull() const { return m_running >= m_bound; }
    void begin() { ++m_running; }
    /// `again` is called when something has ended; it may find nothing left to do.
    void wait(std::function<void()> again) { m_waiting.push_back(std::move(again)); }
    void forgetWaiting() { m_waiting.clear(); }
    void end()
    {
        --m_running;
        while (!isFull() && !m_waiting.empty()) {
            const std::function<void()> again = std::move(m_waiting.front());
            m_waiting.pop_front();
            again();
        }
    }

private:
    int m_bound;
    int m_running = 0;
    std::deque<std::function<void()>> m_waiting;
};

} // namespace argosy
