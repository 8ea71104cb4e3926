// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomrun.h"

namespace argosy {

RandomRun randomRun(RandomCounts counts)
{
    const bool isLong = qEnvironmentVariableIsSet("ARGOSY_TEST_LONG");
    bool isSeed = false;
    const int seed = qEnvironmentVariableIntValue("ARGOSY_TEST_SEED", &isSeed);
    const RandomRun run{isLong ? counts.full : counts.reduced, isSeed ? static_cast<quint32>(seed) : 1};
    qInfo("%d of %d random cases, seed %u", run.count, counts.full, run.seed);
    return run;
}

} // namespace argosy
