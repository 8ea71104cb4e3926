// SPDX-License-Identifier: GPL-3.0-or-later
// The embedded server answers any sequence of requests; what it says is JSON, and a failure is a Status.
#include "fuzz.h"

#include "api.h"
#include "seeds.h"

#include <argosy/base/clock.h>

#include <QUrl>
#include <QUrlQuery>

using namespace argosy;
using namespace argosy::demo;
using fuzz::require;

namespace {

constexpr qsizetype kMaxRequests = 8;
constexpr char kSeparator = '\x1e';

/// Lines "METHOD TARGET CONTENT-TYPE", then the body.
HttpRequest requestFrom(const QByteArray& text)
{
    const qsizetype end = text.indexOf('\n');
    const QStringList words = QString::fromUtf8(text.first(end < 0 ? text.size() : end)).split(u' ');
    const QString target = words.value(1);
    HttpRequest request;
    request.method = words.value(0);
    request.path = QUrl::fromPercentEncoding(target.section(u'?', 0, 0).toUtf8());
    for (const auto& [name, value] : QUrlQuery(target.section(u'?', 1)).queryItems(QUrl::FullyDecoded))
        request.query.append({name, value});
    request.contentType = words.value(2);
    request.accept = words.value(3);
    request.authorization = QStringLiteral("Bearer token");
    request.body = end < 0 ? QByteArray() : text.sliced(end + 1);
    return request;
}

/// A few kinds: a server for each input must be made quickly.
SchemaSet someKinds()
{
    SchemaSet kinds;
    for (const char* kindName : {"v1 Namespace", "v1 ConfigMap", "v1 Secret", "karpenter.sh/v1 NodePool"}) {
        const QString text = QString::fromLatin1(kindName);
        const KindSchema* kind = SchemaSet::builtin().find(Gvk::from(text.section(u' ', 0, 0), text.section(u' ', 1)));
        require(kind != nullptr);
        kinds.insert(*kind);
    }
    return kinds;
}

void check(const HttpResponse& response)
{
    require(response.code >= 200 && response.code < 600);
    if (response.stream || !response.contentType.contains("json"))
        return;
    const auto body = parseJson(response.body);
    require(body.has_value());
    require(response.code < 400 || textAt(*body, "/kind") == u"Status");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto storage = std::make_shared<Storage>(std::make_shared<SystemClock>());
    require(plantSeeds(*storage, SchemaSet()).has_value());
    static const SchemaSet kKinds = someKinds();
    Api api(storage, kKinds, Secret("token"));
    const QList<QByteArray> requests = fuzz::bytes(data, size).toByteArray().split(kSeparator);
    for (const QByteArray& text : requests.first(std::min(kMaxRequests, requests.size())))
        check(api.answer(requestFrom(text)));
    return 0;
}
