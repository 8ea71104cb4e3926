// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "followedkinds.h"
#include "objects.h"
#include "randomrun.h"
#include "randomwriter.h"

#include <QLoggingCategory>
#include <QTest>

#include <numeric>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Whatever the network did meanwhile: once it does it no more, the store is what the server is.
class TestConvergence : public ContractTest
{
    Q_OBJECT

    static constexpr auto kWriting = 10min; // of a busy machine
    static constexpr int kWritesPerFault = 40;
    static constexpr auto kPatience = 60s;

    using Writers = std::vector<std::unique_ptr<RandomWriter>>;

    [[nodiscard]] static int written(const Writers& writers)
    {
        return std::accumulate(
            writers.begin(), writers.end(), 0, [](int sum, const auto& writer) { return sum + writer->written(); });
    }
    [[nodiscard]] static QStringList collectionsOf(const TestNamespace& place)
    {
        return {place.core(u"configmaps"_s), place.path(u"argoproj.io/v1alpha1"_s, u"workflows"_s)};
    }

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
        FollowedKinds followed(server());
        followed.proxy().setPlan(randomFaults(run.seed, run.count));
        followed.follow();
        QStringList namespaces;
        Writers writers;
        for (const TestNamespace& place : places) {
            const auto seed = static_cast<quint32>(run.seed * places.size() + writers.size());
            namespaces.append(place.name());
            writers.push_back(std::make_unique<RandomWriter>(server().kubeconfig(), collectionsOf(place), seed));
        }
        QTRY_VERIFY_WITH_TIMEOUT(written(writers) >= run.count, kWriting / 1ms);
        QTRY_VERIFY_WITH_TIMEOUT(followed.proxy().struck().size() >= run.count / kWritesPerFault, kWriting / 1ms);
        qInfo("%d writes, %lld faults", written(writers), static_cast<long long>(followed.proxy().struck().size()));
        writers.clear();
        followed.proxy().setPlan({});
        const Contents served = followed.served(namespaces);
        QVERIFY(!served.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(followed.missing(namespaces, served), QByteArray(), kPatience / 1ms);
        QTRY_VERIFY_WITH_TIMEOUT(followed.isLive(), kPatience / 1ms);
    }
};

QTEST_GUILESS_MAIN(TestConvergence)
#include "tst_convergence.moc"
