// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/object.h>

namespace argosy::test {

inline const Gvk kPool{QStringLiteral("karpenter.sh"), QStringLiteral("v1"), QStringLiteral("NodePool")};

/// The JSON of a NodePool.
inline QByteArray poolJson(const QByteArray& name, const QByteArray& uid, const QByteArray& version)
{
    return R"({"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":")" + name + R"(","uid":")" + uid
        + R"(","resourceVersion":")" + version + R"("}})";
}

inline ObjectPtr pool(const QByteArray& name, const QByteArray& uid, const QByteArray& version)
{
    return Object::decode(ClusterId::management(), poolJson(name, uid, version)).value_or(ObjectPtr());
}

/// "name@version name@version", as a test prints a list.
inline QString printed(const QList<ObjectPtr>& objects)
{
    QStringList words;
    for (const ObjectPtr& object : objects)
        words.append(object->ref().name + u'@' + object->resourceVersion());
    return words.join(u' ');
}

} // namespace argosy::test
