// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace argosy::test {

/// A test beside kubectl: skipped where that is not installed, failed where ARGOSY_TEST_REQUIRED says that it must be.
class KubectlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
};

} // namespace argosy::test
