// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubectltest.h"

#include "programs.h"

#include <QTest>

namespace argosy::test {

void KubectlTest::initTestCase()
{
    if (!Programs::kubectl().isEmpty())
        return;
    QVERIFY2(!qEnvironmentVariableIsSet("ARGOSY_TEST_REQUIRED"), "kubectl is missing");
    QSKIP("kubectl is not installed");
}

} // namespace argosy::test
