// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/clusterid.h>

namespace argosy {

ClusterId ClusterId::workload(const QString& nameSpace, const QString& name)
{
    return ClusterId(QStringLiteral("workload/%1/%2").arg(nameSpace, name));
}

ClusterId ClusterId::context(const QString& name)
{
    return ClusterId(QStringLiteral("context/") + name);
}

ClusterId ClusterId::fromString(const QString& text)
{
    const bool isId = text == u"management" || text.startsWith(u"context/")
        || (text.startsWith(u"workload/") && text.count(u'/') == 2);
    return isId ? ClusterId(text) : context(text);
}

} // namespace argosy
