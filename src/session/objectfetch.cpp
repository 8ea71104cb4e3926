// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/session/objectfetch.h>

#include <argosy/base/pool.h>

namespace argosy {

void ObjectFetch::fetch(const Target& target, const Object& known)
{
    cancel();
    const auto resource = target.catalog.find(known.gvk());
    if (!resource)
        return; // the kind has just gone, and its objects with it
    m_request = target.connection->send(requests::get(*resource, known.ref().nameSpace, known.ref().name), this,
        [this, cluster = known.ref().cluster, gvk = known.gvk()](const Result<ApiResponse>& answer) {
            answer ? decode(cluster, gvk, answer->body) : Q_EMIT fetched(fail(answer.error()));
        });
}

void ObjectFetch::cancel()
{
    m_request = {};
    ++m_number;
}

void ObjectFetch::decode(const ClusterId& cluster, const Gvk& gvk, const QByteArray& body)
{
    runOnPool(
        this, [cluster, gvk, body] { return Object::decode(cluster, body, gvk); },
        [this, number = m_number](const Result<ObjectPtr>& object) {
            if (number == m_number)
                Q_EMIT fetched(object);
        });
}

} // namespace argosy
