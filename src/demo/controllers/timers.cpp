// SPDX-License-Identifier: GPL-3.0-or-later
#include "timers.h"

namespace argosy::demo {

void Timers::beginTick(qint64 nowMs)
{
    m_now = nowMs;
    m_nextDue.reset();
    for (Span& span : m_spans)
        span.asked = false;
}

bool Timers::passed(const QString& stage, std::chrono::milliseconds span)
{
    auto it = m_spans.find(stage);
    if (it == m_spans.end())
        it = m_spans.insert(stage, {m_now, true});
    it->asked = true;
    const qint64 due = it->since + span.count();
    if (due <= m_now)
        return true;
    m_nextDue = std::min(m_nextDue.value_or(due), due);
    return false;
}

std::optional<std::chrono::milliseconds> Timers::endTick()
{
    m_spans.removeIf([](const auto& it) { return !it->asked; });
    if (!m_nextDue)
        return std::nullopt;
    return std::chrono::milliseconds(*m_nextDue - m_now);
}

} // namespace argosy::demo
