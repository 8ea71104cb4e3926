// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace argosy {

/// The time of day, passed in, so that tests decide what time it is. Implementations are thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    /// UTC, millisecond resolution.
    [[nodiscard]] virtual QDateTime now() const = 0;

protected:
    Clock() = default;
    Clock(const Clock&) = default;
    Clock& operator=(const Clock&) = default;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace argosy
