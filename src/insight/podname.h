// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace argosy {

/// FNV-1a, 32 bits: what Argo makes node ids and pod names of.
[[nodiscard]] quint32 fnv1a(QStringView text);

/// The name of the pod that runs a node, in the second format of pod names.
[[nodiscard]] QString podNameOf(const QString& workflow, const QString& nodeName, const QString& templateName);

} // namespace argosy
