// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/objectref.h>

namespace argosy {

QString ObjectRef::display() const
{
    return kind + u'/' + name;
}

QString ObjectRef::id() const
{
    const QString scope = nameSpace.isEmpty() ? QStringLiteral("-") : nameSpace;
    return cluster.toString() + u'/' + groupKind().toString() + u'/' + scope + u'/' + name;
}

} // namespace argosy
