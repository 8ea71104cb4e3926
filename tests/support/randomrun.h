// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace argosy {

/// How many random cases a test tries: few in every run, all where ARGOSY_TEST_LONG is set.
struct RandomCounts
{
    int reduced = 0;
    int full = 0;
};

struct RandomRun
{
    int count = 0;
    quint32 seed = 0;
};

/// What a random test does now; printed, so that a failure can be repeated. The seed is
/// ARGOSY_TEST_SEED, or 1.
[[nodiscard]] RandomRun randomRun(RandomCounts counts);

} // namespace argosy
