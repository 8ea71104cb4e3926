// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace argosy::test {

/// How far this process's resident memory has grown beyond what it was when this was made, at the highest; in bytes.
/// Only on Linux, and not under sanitizers, which keep freed memory: 0 there.
class PeakMemory final
{
public:
    PeakMemory();
    [[nodiscard]] qint64 grown() const;

private:
    qint64 m_before;
};

} // namespace argosy::test
