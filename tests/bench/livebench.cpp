// SPDX-License-Identifier: GPL-3.0-or-later
// What scripts/bench runs in processes of their own, so that time and memory are those of one job:
//   livebench list KUBECONFIG RESOURCE.GROUP       lists and indexes one kind
//   livebench resident OBJECT.json COUNT FORM      holds so many copies of an object; FORM is full or header
//   livebench serve OBJECT.json COUNT RATE         sends a list of so many and then so many events a second
//   livebench events PORT SECONDS                  follows what serve sends
//   livebench idle KUBECONFIG KINDS SECONDS        follows so many kinds in which nothing happens
// Each prints one line of JSON.
#include "livebench.h"

#include <argosy/client/discovery.h>
#include <argosy/live/store.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <nlohmann/json.hpp>

#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace argosy::bench {

Usage usage()
{
    rusage spent{};
    getrusage(RUSAGE_SELF, &spent);
    const auto seconds = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return {.cpuSeconds = seconds(spent.ru_utime) + seconds(spent.ru_stime), .peakKilobytes = spent.ru_maxrss};
}

void print(const Json& figures)
{
    std::printf("%s\n", figures.dump().c_str());
    std::fflush(stdout);
}

namespace {

std::unique_ptr<Connection> connected(const QString& kubeconfig)
{
    const Result<Kubeconfig> config = loadKubeconfig(kubeconfig);
    const Result<Endpoint> endpoint = config ? endpointFor(*config, {}, ClusterId::management()) : fail(config.error());
    if (!endpoint)
        qFatal("%s", qPrintable(endpoint.error().message.english()));
    return std::make_unique<Connection>(*endpoint);
}

ServerInfo discovered(Connection& connection)
{
    Discovery discovery(connection);
    Result<ServerInfo> info = fail(ErrorKind::Internal, {});
    QEventLoop loop;
    discovery.run(&loop, [&](const Result<ServerInfo>& answer) {
        info = answer;
        loop.quit();
    });
    loop.exec();
    if (!info)
        qFatal("%s", qPrintable(info.error().message.english()));
    return *info;
}

int list(const QStringList& arguments)
{
    const auto connection = connected(arguments.at(0));
    const std::optional<ApiResource> resource = discovered(*connection).catalog.findByName(arguments.at(1));
    if (!resource)
        qFatal("no such resource");
    const double cpuBefore = usage().cpuSeconds;
    QElapsedTimer wall;
    wall.start();
    Store store(*connection, {});
    const GroupKind kind = resource->gvk.groupKind();
    QObject::connect(&store, &Store::changed, &store, [&] {
        if (!store.snapshot()->isComplete(kind))
            return;
        print({{"objects", store.snapshot()->size()}, {"wallSeconds", double(wall.nsecsElapsed()) / 1e9},
            {"cpuSeconds", usage().cpuSeconds - cpuBefore}, {"peakKilobytes", usage().peakKilobytes}});
        std::_Exit(0); // what freeing costs is not what listing costs
    });
    const Interest interest = store.follow(*resource);
    return QCoreApplication::exec();
}

int idle(const QStringList& arguments)
{
    const auto connection = connected(arguments.at(0));
    const ServerInfo server = discovered(*connection);
    Store store(*connection, {});
    QSet<GroupKind> kinds;
    std::vector<Interest> interests;
    for (const ApiResource& resource : server.catalog.resources()) {
        const bool wanted = resource.verbs.contains(u"watch"_s) && resource.verbs.contains(u"list"_s);
        if (kinds.size() < arguments.at(1).toInt() && wanted && !kinds.contains(resource.gvk.groupKind())) {
            kinds.insert(resource.gvk.groupKind());
            interests.push_back(store.follow(resource));
        }
    }
    double before = 0;
    QElapsedTimer wall;
    const auto allLive = [&] {
        const auto states = store.kinds();
        return std::ranges::all_of(
            kinds, [&](const GroupKind& kind) { return states.value(kind).phase == Store::KindState::Phase::Live; });
    };
    QObject::connect(&store, &Store::kindStateChanged, &store, [&] {
        if (wall.isValid() || !allLive())
            return;
        before = usage().cpuSeconds;
        wall.start();
        QTimer::singleShot(std::chrono::seconds(arguments.at(2).toInt()), &store, [&] {
            const double spent = usage().cpuSeconds - before;
            print({{"kinds", kinds.size()}, {"wallSeconds", double(wall.elapsed()) / 1e3}, {"cpuSeconds", spent}});
            QCoreApplication::quit();
        });
    });
    return QCoreApplication::exec();
}

} // namespace

} // namespace argosy::bench

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QHash<QString, std::pair<int (*)(const QStringList&), int>> jobs{{u"list"_s, {bench::list, 2}},
        {u"resident"_s, {bench::resident, 3}}, {u"serve"_s, {bench::serve, 3}}, {u"events"_s, {bench::events, 2}},
        {u"idle"_s, {bench::idle, 3}}};
    const auto [job, count] = jobs.value(arguments.value(1));
    if (!job || arguments.size() != count + 2)
        qFatal("see the head of livebench.cpp");
    return job(arguments.mid(2));
}
