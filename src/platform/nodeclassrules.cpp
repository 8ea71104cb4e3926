// SPDX-License-Identifier: GPL-3.0-or-later
#include "names.h"
#include "rulerun.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

void checkSubnet(RuleRun& run)
{
    static const QRegularExpression kSubnet(
        u"^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.Network/virtualNetworks/[^/]+/subnets/[^/]+$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString subnet = run.text("/spec/vnetSubnetID");
    if (!subnet.isEmpty() && !kSubnet.match(subnet).hasMatch())
        run.error("karpenter/subnet-id", pathOf(u"/spec/vnetSubnetID"),
            message("platform",
                "“%1” is no subnet id: it is written /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/"
                "virtualNetworks/…/subnets/….",
                {subnet}));
}

void checkKubelet(RuleRun& run)
{
    const auto high = integerOf(run.at("/spec/kubelet/imageGCHighThresholdPercent"));
    const auto low = integerOf(run.at("/spec/kubelet/imageGCLowThresholdPercent"));
    if (high && low && *high <= *low)
        run.error("karpenter/image-gc", pathOf(u"/spec/kubelet/imageGCHighThresholdPercent"),
            message("platform", "The high threshold of image collection has to be above the low one."));
    const Json& failsOnSwap = run.at("/spec/kubelet/failSwapOn");
    const bool allowsSwap = failsOnSwap.is_boolean() && !failsOnSwap.get<bool>();
    if (!run.text("/spec/linuxOSConfig/swapFileSize").isEmpty() && !allowsSwap)
        run.error("karpenter/swap", pathOf(u"/spec/linuxOSConfig/swapFileSize"),
            message("platform", "A swap file needs kubelet.failSwapOn: false."));
}

void checkPodLimits(RuleRun& run)
{
    constexpr qint64 kKernelLimit = 4'194'304; // pid_max of a 64-bit Linux
    const auto processes = integerOf(run.at("/spec/kubelet/podPidsLimit"));
    if (processes && (*processes < -1 || *processes > kKernelLimit))
        run.error("karpenter/pod-pids", pathOf(u"/spec/kubelet/podPidsLimit"),
            message("platform", "A pod's limit of processes is -1 for none, or up to %1, all that a node can have.",
                {QString::number(kKernelLimit)}));
    const Json& sysctls = run.at("/spec/kubelet/allowedUnsafeSysctls");
    for (std::size_t i = 0; sysctls.is_array() && i < sysctls.size(); ++i) {
        const QString sysctl = textOf(sysctls[i]);
        if (sysctls[i].is_string() && !isPodSysctl(sysctl))
            run.error("karpenter/unsafe-sysctl", pathOf(u"/spec/kubelet/allowedUnsafeSysctls") / qsizetype(i),
                message("platform",
                    "“%1” is no sysctl of pods, and the kubelet would not start: they are kernel.shm…, kernel.msg…, "
                    "kernel.sem, fs.mqueue.… and net.…, each whole or with a * at its end.",
                    {sysctl}));
    }
}

void checkFips(RuleRun& run)
{
    if (run.text("/spec/fipsMode") != "FIPS"_L1)
        return;
    const QString family = run.text("/spec/imageFamily");
    const bool trusted =
        run.isTrue("/spec/security/trustedLaunch/vtpm") || run.isTrue("/spec/security/trustedLaunch/secureBoot");
    if (family == "Ubuntu2404"_L1)
        run.error("karpenter/fips", pathOf(u"/spec/imageFamily"),
            message("platform", "There is no FIPS image of Ubuntu2404."), u"AzureLinux"_s);
    else if (family == "Ubuntu2204"_L1 && !trusted)
        run.error("karpenter/fips", pathOf(u"/spec/imageFamily"),
            message("platform", "FIPS on Ubuntu2204 needs trusted launch with vtpm or secureBoot."));
}

void checkOldFields(RuleRun& run)
{
    if (!run.nameSpace().isEmpty())
        run.warning("karpenter/namespace", pathOf(u"/metadata/namespace"),
            message("platform", "%1 has no namespace: the kind is cluster-scoped.", {run.gvk().kind}));
    if (run.gvk().version == "v1alpha2"_L1)
        run.warning("karpenter/deprecated-version", pathOf(u"/apiVersion"),
            message("platform", "The version v1alpha2 is deprecated."), u"karpenter.azure.com/v1beta1"_s);
}

/// What the schema says by expressions; it lets a slash through.
void checkTags(RuleRun& run)
{
    const Json& tags = run.at("/spec/tags");
    if (!tags.is_object())
        return;
    for (const auto& [key, value] : tags.items()) {
        const QString name = QString::fromStdString(key);
        const FieldPath path = pathOf(u"/spec/tags") / name;
        if (!isTagName(QString(name).replace(u'/', u'_')))
            run.error("karpenter/tag", path,
                message(
                    "platform", "“%1” is no name for an Azure tag: 1 to 512 characters without < > % & \\ ?.", {name}));
        else if (!isTagValue(textOf(value)))
            run.error("karpenter/tag", path,
                message(
                    "platform", "The value of an Azure tag has at most 256 characters; that of %1 has more.", {name}));
    }
}

} // namespace

void checkNodeClass(RuleRun& run)
{
    checkObjectName(run, "karpenter/object-name");
    checkOldFields(run);
    checkSubnet(run);
    checkKubelet(run);
    checkPodLimits(run);
    checkFips(run);
    checkTags(run);
}

} // namespace argosy
