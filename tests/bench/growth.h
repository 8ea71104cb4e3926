// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <algorithm>
#include <ctime>
#include <functional>
#include <limits>

namespace argosy::bench {

/// What the same work costs on little and on much, in milliseconds of the processor, which what else the machine does
/// hardly changes: the best of several runs, taken in turns.
struct Growth
{
    double little = std::numeric_limits<double>::max();
    double much = std::numeric_limits<double>::max();
};

[[nodiscard]] inline Growth measured(const std::function<void()>& little, const std::function<void()>& much)
{
    constexpr int kRuns = 5;
    const auto timed = [](const std::function<void()>& work) {
        const std::clock_t begin = std::clock();
        work();
        return 1e3 * double(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    Growth growth;
    for (int run = 0; run < kRuns; ++run) {
        growth.little = std::min(growth.little, timed(little));
        growth.much = std::min(growth.much, timed(much));
    }
    return growth;
}

} // namespace argosy::bench

/// Prints the two costs and fails where the larger is more than `bound` times the smaller. Times themselves are not
/// judged: they are the machine's.
#define VERIFY_GROWTH(growth, bound)                                                                                   \
    do {                                                                                                               \
        const ::argosy::bench::Growth taken = (growth);                                                                \
        qInfo("%.2f ms, %.2f ms: %.1f times, at most %d", taken.little, taken.much, taken.much / taken.little, bound); \
        QVERIFY(taken.much <= taken.little * (bound));                                                                 \
    } while (false)
