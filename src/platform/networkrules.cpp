// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/cidr.h>

#include "rulerun.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kNodePrefix = 24; ///< what each node takes of the pod range with an overlay network
constexpr int kMinServicePrefix = 13; ///< a service range has to be smaller than /12

FieldPath networkPath(const char* key)
{
    return pathOf(u"/spec/networkProfile") / QLatin1StringView(key).toString();
}

QString network(const RuleRun& run, const char* key)
{
    return textOf(member(run.at("/spec/networkProfile"), key));
}

/// A range of the profile; one that does not parse is reported.
std::optional<Cidr> range(RuleRun& run, const char* key)
{
    const QString text = network(run, key);
    if (text.isEmpty())
        return {};
    const auto cidr = Cidr::parse(text);
    if (!cidr) {
        run.error("aks/cidr", networkPath(key), cidr.error().message);
        return {};
    }
    return *cidr;
}

/// The first address after the range's own.
IpAddress firstUsable(const Cidr& range)
{
    IpAddress address = range.network();
    for (size_t i = address.isIpv4 ? 4 : 16; i-- > 0;)
        if (++address.bytes[i] != 0)
            break;
    return address;
}

void checkRanges(RuleRun& run)
{
    const auto pods = range(run, "podCidr");
    const auto services = range(run, "serviceCidr");
    if (pods && services && pods->overlaps(*services))
        run.error("aks/cidr-overlap", networkPath("serviceCidr"),
            message("platform", "The service range %1 and the pod range %2 overlap.",
                {services->toString(), pods->toString()}));
    if (services && services->isIpv4() && services->prefix() < kMinServicePrefix)
        run.error("aks/service-cidr-size", networkPath("serviceCidr"),
            message("platform", "The service range %1 is too large; it has to be smaller than a /12.",
                {services->toString()}));
    const QString dns = network(run, "dnsServiceIP");
    if (dns.isEmpty())
        return;
    const auto address = Cidr::parseAddress(dns);
    if (!address)
        run.error(
            "aks/dns-service-ip", networkPath("dnsServiceIP"), message("platform", "“%1” is no IP address.", {dns}));
    else if (services && !services->contains(*address))
        run.error("aks/dns-service-ip", networkPath("dnsServiceIP"),
            message("platform", "The DNS service's address %1 is not in the service range %2.",
                {dns, services->toString()}));
    else if (services && *address == firstUsable(*services))
        run.error("aks/dns-service-ip", networkPath("dnsServiceIP"),
            message("platform", "%1 is the first address of the service range, which Kubernetes takes itself.", {dns}));
}

qint64 systemNodes(const RuleRun& run)
{
    qint64 nodes = 0;
    const Json& pools = run.at("/spec/agentPoolProfiles");
    if (pools.is_array())
        for (const Json& pool : pools)
            nodes += integerOf(member(pool, "count")).value_or(0);
    return nodes;
}

void checkOverlayCapacity(RuleRun& run)
{
    const auto pods = Cidr::parse(network(run, "podCidr"));
    if (network(run, "networkPluginMode") != "overlay"_L1 || !pods || !pods->isIpv4())
        return;
    if (pods->prefix() > kNodePrefix) {
        run.error("aks/pod-cidr-size", networkPath("podCidr"),
            message(
                "platform", "The pod range %1 has no room for a node: each takes a /24 of it.", {pods->toString()}));
        return;
    }
    const qint64 room = qint64{1} << (kNodePrefix - pods->prefix());
    if (room < systemNodes(run))
        run.error("aks/pod-cidr-size", networkPath("podCidr"),
            message("platform", "The pod range %1 has room for %2 nodes, fewer than the agent pools have.",
                {pods->toString(), QString::number(room)}));
}

void checkCombination(RuleRun& run)
{
    const QString plugin = network(run, "networkPlugin");
    const QString policy = network(run, "networkPolicy");
    if (network(run, "networkPluginMode") == "overlay"_L1 && plugin != "azure"_L1)
        run.error("aks/overlay-plugin", networkPath("networkPlugin"),
            message("platform", "The overlay mode needs the network plugin azure."), u"azure"_s);
    if (network(run, "networkDataplane") == "cilium"_L1) {
        if (plugin != "azure"_L1)
            run.error("aks/cilium-plugin", networkPath("networkPlugin"),
                message("platform", "The cilium dataplane needs the network plugin azure."), u"azure"_s);
        if (!policy.isEmpty() && policy != "cilium"_L1 && policy != "none"_L1)
            run.error("aks/cilium-policy", networkPath("networkPolicy"),
                message("platform", "The cilium dataplane does not go with the network policy %1.", {policy}),
                u"cilium"_s);
    } else if (policy == "cilium"_L1) {
        run.error("aks/cilium-dataplane", networkPath("networkPolicy"),
            message("platform", "The network policy cilium needs the cilium dataplane."));
    }
    if (plugin == "kubenet"_L1)
        run.warning("aks/kubenet-retiring", networkPath("networkPlugin"),
            message("platform", "The network plugin kubenet is being retired; use azure with the overlay mode."),
            u"azure"_s);
}

void checkAuthorizedRanges(RuleRun& run)
{
    const Json& ranges = run.at("/spec/apiServerAccessProfile/authorizedIPRanges");
    for (size_t i = 0; ranges.is_array() && i < ranges.size(); ++i) {
        const QString text = textOf(ranges[i]);
        const auto cidr = Cidr::parse(text);
        if (!cidr && !Cidr::parseAddress(text))
            run.error("aks/cidr",
                pathOf(u"/spec/apiServerAccessProfile/authorizedIPRanges") / static_cast<qsizetype>(i),
                cidr.error().message);
    }
}

} // namespace

void checkClusterNetwork(RuleRun& run)
{
    checkRanges(run);
    checkOverlayCapacity(run);
    checkCombination(run);
    checkAuthorizedRanges(run);
}

} // namespace argosy
