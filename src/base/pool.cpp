// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/pool.h>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace argosy {

void standBack()
{
#ifdef Q_OS_LINUX
    constexpr int kNice = 10;
    // Of a thread, not of the process, whatever POSIX says. It is enough once for each thread of the pool.
    thread_local const bool done = setpriority(PRIO_PROCESS, 0, kNice) == 0;
    (void)done;
#endif
}

} // namespace argosy
