// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/clock.h>

namespace argosy {

/// A clock that a test sets and moves.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(QDateTime now = QDateTime({2026, 1, 10}, {9, 0}, Qt::UTC))
        : m_now(std::move(now))
    { }
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }

private:
    QDateTime m_now;
};

} // namespace argosy
