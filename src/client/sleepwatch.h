// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace argosy {

/// Notices that the computer slept: the wall clock went on while the monotonic one stood still. Somebody who sets the
/// clock forward looks the same, which does no harm.
class SleepWatch final : public QObject
{
    Q_OBJECT
public:
    struct Clocks
    {
        std::function<std::chrono::milliseconds()> monotonic; ///< stands still during sleep
        std::function<std::chrono::milliseconds()> wall;
    };
    [[nodiscard]] static Clocks systemClocks();

    explicit SleepWatch(Clocks clocks = systemClocks(), QObject* parent = nullptr);

    void setNeeded(bool needed);
    /// Compares the clocks; called every second while needed.
    void look();

Q_SIGNALS:
    void woke();

private:
    [[nodiscard]] std::chrono::milliseconds drift() const { return m_clocks.wall() - m_clocks.monotonic(); }

    Clocks m_clocks;
    QTimer m_timer;
    std::chrono::milliseconds m_drift{0};
};

} // namespace argosy
