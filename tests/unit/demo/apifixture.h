// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api.h"
#include "fakeclock.h"
#include "seeds.h"
#include "text.h"

namespace argosy::demo {

/// The API over a store with the usual seeds, without sockets.
class ApiFixture
{
public:
    ApiFixture()
        : storage(std::make_shared<Storage>(std::make_shared<FakeClock>()))
        , api(storage, SchemaSet::builtin(), Secret("token"))
    {
        // Without the CRDs as objects, which take a while to write.
        if (!plantSeeds(*storage, SchemaSet()))
            qFatal("no seeds");
    }

    struct Answer
    {
        int code = 0;
        Json body;
        HttpResponse response;
        [[nodiscard]] QString text(const char* pointer) const { return textAt(body, pointer); }
    };

    [[nodiscard]] HttpRequest request(const char* method, const QString& target, const QByteArray& body = {},
        const char* type = "application/json") const
    {
        HttpRequest made;
        made.method = QString::fromLatin1(method);
        made.path = target.section(u'?', 0, 0);
        for (const QString& pair : target.section(u'?', 1).split(u'&', Qt::SkipEmptyParts))
            made.query.append({pair.section(u'=', 0, 0), pair.section(u'=', 1)});
        made.accept = accept;
        made.contentType = QString::fromLatin1(type);
        made.userAgent = QStringLiteral("test/1");
        made.authorization = QStringLiteral("Bearer token");
        made.body = body;
        return made;
    }

    Answer send(
        const char* method, const QString& target, const QByteArray& body = {}, const char* type = "application/json")
    {
        Answer answer;
        answer.response = api.answer(request(method, target, body, type));
        answer.code = answer.response.code;
        answer.body = parseJson(answer.response.body).value_or(Json(nullptr));
        return answer;
    }

    /// A watch that has begun; `next` gives its events.
    std::function<QList<Json>()> watch(const QString& target)
    {
        const auto stream = api.answer(request("GET", target)).stream;
        return [stream] {
            QList<Json> events;
            const std::optional<QByteArray> piece = stream();
            for (const QByteArray& line : piece.value_or("{\"type\":\"END\"}").split('\n')) {
                if (!line.isEmpty())
                    events.append(parseJson(line).value());
            }
            return events;
        };
    }

    static QByteArray pool(const char* name, const char* extra = "")
    {
        return QByteArray(R"({"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":")") + name
            + R"("},"spec":{)" + extra
            + R"("template":{"spec":{"requirements":[],"nodeClassRef":{"group":"karpenter.azure.com","kind":"AKSNodeClass","name":"x"}}}}})";
    }

    std::shared_ptr<Storage> storage;
    Api api;
    QString accept = QStringLiteral("application/json");
};

} // namespace argosy::demo
