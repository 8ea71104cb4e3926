// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/gvk.h>

namespace argosy {

QString GroupKind::toString() const
{
    return group.isEmpty() ? kind : kind + u'.' + group;
}

Gvk Gvk::from(const QString& apiVersion, const QString& kind)
{
    const qsizetype slash = apiVersion.indexOf(u'/');
    if (slash < 0)
        return {.group = {}, .version = apiVersion, .kind = kind};
    return {.group = apiVersion.left(slash), .version = apiVersion.mid(slash + 1), .kind = kind};
}

QString Gvk::apiVersion() const
{
    return group.isEmpty() ? version : group + u'/' + version;
}

QString Gvk::toString() const
{
    return apiVersion() + u' ' + kind;
}

} // namespace argosy
