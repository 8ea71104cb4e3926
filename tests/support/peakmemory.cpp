// SPDX-License-Identifier: GPL-3.0-or-later
#include "peakmemory.h"

#include <QFile>

namespace argosy::test {

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kIsTold = false;
#elif defined(__has_feature)
constexpr bool kIsTold = !__has_feature(address_sanitizer);
#else
constexpr bool kIsTold = true;
#endif

/// From a line "Name:   1234 kB" of the kernel's word on this process; the name has its colon.
qint64 statusOf(const QByteArray& name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!kIsTold || !file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.sliced(name.size()).chopped(2).trimmed().toLongLong() * 1024;
    }
    return 0;
}

} // namespace

PeakMemory::PeakMemory()
    : m_before(statusOf("VmRSS:"))
{
    QFile peak(QStringLiteral("/proc/self/clear_refs"));
    if (peak.open(QIODevice::WriteOnly))
        peak.write("5"); // the peak is the present size again
}

qint64 PeakMemory::grown() const
{
    return statusOf("VmHWM:") - m_before;
}

} // namespace argosy::test
