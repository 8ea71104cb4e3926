// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/object.h>

#include <nlohmann/json.hpp>

namespace argosy {

ApiStatus decodeStatus(int httpCode, const QByteArray& body)
{
    ApiStatus status{.code = httpCode, .body = body};
    const auto json = parseJson(body);
    if (!json || textAt(*json, "/kind") != u"Status") {
        status.message = QString::fromUtf8(body.left(body.indexOf('\n')).left(400)).trimmed();
        return status;
    }
    status.reason = textAt(*json, "/reason");
    status.message = textAt(*json, "/message");
    status.detailsName = textAt(*json, "/details/name");
    status.detailsGroup = textAt(*json, "/details/group");
    status.detailsKind = textAt(*json, "/details/kind");
    const Json& causes = valueAt(*json, "/details/causes");
    if (causes.is_array())
        for (const Json& cause : causes)
            status.causes.append({textAt(cause, "/reason"), textAt(cause, "/message"), textAt(cause, "/field")});
    return status;
}

} // namespace argosy
