// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "followedkinds.h"
#include "objects.h"
#include "randomrun.h"
#include "randomwriter.h"

#include <QLoggingCategory>
#include <QTest>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Whatever the network did meanwhile: once it does it no more, the store is what the server is.
class TestConvergence : public ContractTest
{
    Q_OBJECT

    static constexpr auto kWriting = 5min; // of a busy machine
    static constexpr auto kPatience = 60s;

private Q_SLOTS:
    void initTestCase()
    {
        // Events that are no JSON are warned of.
        QLoggingCategory::setFilterRules(u"argosy.live.watch.warning=false"_s);
    }

    void theStoreIsTheServerInTheEnd_data() { ServerUnderTest::addRows(); }
    void theStoreIsTheServerInTheEnd()
    {
        const RandomRun run = randomRun({.reduced = 500, .full = 10'000});
        std::array places{TestNamespace(wire()), TestNamespace(wire()), TestNamespace(wire())};
        QStringList namespaces;
        QStringList collections;
        for (const TestNamespace& place : places) {
            namespaces.append(place.name());
            collections << place.core(u"configmaps"_s) << place.path(u"argoproj.io/v1alpha1"_s, u"workflows"_s);
        }
        FollowedKinds followed(server());
        followed.proxy().setPlan(randomFaults(run.seed, run.count));
        followed.follow();
        const RandomWriter writer(server().kubeconfig(), collections, run.seed, run.count);
        QTRY_VERIFY_WITH_TIMEOUT(writer.isFinished(), kWriting / 1ms);

        qInfo("%lld faults", static_cast<long long>(followed.proxy().struck().size()));
        QVERIFY(!followed.proxy().struck().isEmpty());
        followed.proxy().setPlan({});
        const Contents served = followed.served(namespaces);
        QVERIFY(!served.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(followed.missing(namespaces, served), QByteArray(), kPatience / 1ms);
        QTRY_VERIFY_WITH_TIMEOUT(followed.isLive(), kPatience / 1ms);
    }
};

QTEST_GUILESS_MAIN(TestConvergence)
#include "tst_convergence.moc"
