// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace argosy {

/// A DNS subdomain, as metadata.name of most kinds has to be.
[[nodiscard]] bool isObjectName(const QString& name);
/// A key of a Secret or ConfigMap.
[[nodiscard]] bool isDataKey(const QString& key);
/// "team" or "example.com/team".
[[nodiscard]] bool isLabelKey(const QString& key);
[[nodiscard]] bool isLabelValue(const QString& value);
/// As Azure names resource groups (Microsoft.Resources/resourceGroups: 1 to 90 characters, no dot at the end).
[[nodiscard]] bool isResourceGroupName(const QString& name);
/// As Azure writes regions in names and for people: "westeurope", "West Europe".
[[nodiscard]] bool isRegion(const QString& region);
/// "Standard_D4s_v5".
[[nodiscard]] bool isVmSize(const QString& size);
/// A sysctl that belongs to a pod alone, or the beginning of several and a star: "net.ipv4.tcp_rmem", "kernel.msg*". A
/// kubelet does not start with any other among those that it is to allow.
[[nodiscard]] bool isPodSysctl(const QString& pattern);
/// A tag of an Azure resource: up to 512 characters without < > % & \ ? /, and a value of up to 256.
[[nodiscard]] bool isTagName(const QString& name);
[[nodiscard]] bool isTagValue(const QString& value);

} // namespace argosy
