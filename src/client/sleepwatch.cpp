// SPDX-License-Identifier: GPL-3.0-or-later
#include "sleepwatch.h"

namespace argosy {

using namespace std::chrono_literals;

namespace {

constexpr auto kEvery = 1s;
/// Less is an adjustment of the clock.
constexpr auto kSlept = 2s;

} // namespace

SleepWatch::Clocks SleepWatch::systemClocks()
{
    // On Linux steady_clock is CLOCK_MONOTONIC, which does not count sleep.
    const auto read = [](auto clock) {
        return [] {
            return std::chrono::duration_cast<std::chrono::milliseconds>(decltype(clock)::now().time_since_epoch());
        };
    };
    return {.monotonic = read(std::chrono::steady_clock()), .wall = read(std::chrono::system_clock())};
}

SleepWatch::SleepWatch(Clocks clocks, QObject* parent)
    : QObject(parent)
    , m_clocks(std::move(clocks))
{
    m_timer.setInterval(kEvery);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SleepWatch::look);
}

void SleepWatch::setNeeded(bool needed)
{
    if (needed == m_timer.isActive())
        return;
    m_drift = drift();
    needed ? m_timer.start() : m_timer.stop();
}

void SleepWatch::look()
{
    const auto before = std::exchange(m_drift, drift());
    if (m_drift - before >= kSlept)
        Q_EMIT woke();
}

} // namespace argosy
