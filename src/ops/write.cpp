// SPDX-License-Identifier: GPL-3.0-or-later
#include "write.h"

#include <argosy/ops/outcome.h>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

/// Lives as long as the write is unanswered.
class Write final : public QObject
{
public:
    Write(Journal& journal, QString id, Connection& connection)
        : QObject(&connection)
        , m_journal(journal)
        , m_id(std::move(id))
    { }

    void send(Connection& connection, const ApiRequest& request, QObject* receiver,
        std::function<void(const Result<Json>&)> callback)
    {
        m_request = connection.send(request, this,
            [this, guard = QPointer<QObject>(receiver), callback = std::move(callback)](
                const Result<ApiResponse>& response) {
                const Result<Json> answer = record(response);
                if (guard)
                    callback(answer);
                deleteLater();
            });
    }

private:
    Result<Json> record(const Result<ApiResponse>& response)
    {
        Result<Json> answer = Json();
        if (response)
            answer = parseJson(response->body);
        else
            answer = fail(response.error());
        if (!response && isOutcomeUnknown(response.error()))
            return answer;
        // The write is made: a journal that cannot take the outcome shows the entry as open, which is the truth it
        // knows.
        (void)m_journal.end(m_id, outcomeOf(response, answer));
        return answer;
    }

    static WriteOutcome outcomeOf(const Result<ApiResponse>& response, const Result<Json>& answer)
    {
        if (!response) {
            const Error& error = response.error();
            return {.error = error.status ? error.status->message : error.message.english(),
                .code = error.status ? error.status->code : 0};
        }
        const Json object = answer.value_or(Json());
        return {.ok = true,
            .uid = textAt(object, "/metadata/uid"),
            .resourceVersion = textAt(object, "/metadata/resourceVersion"),
            .name = textAt(object, "/metadata/name"),
            .code = response->code};
    }

    Journal& m_journal;
    QString m_id;
    RequestHandle m_request;
};

} // namespace

void sendJournalled(Journal& journal, Connection& connection, const ApiRequest& request, const WriteIntent& intent,
    QObject* receiver, std::function<void(const Result<Json>&)> callback)
{
    const auto id = journal.begin(intent);
    if (!id) {
        QMetaObject::invokeMethod(
            receiver, [callback = std::move(callback), error = id.error()] { callback(fail(error)); },
            Qt::QueuedConnection);
        return;
    }
    auto* write = new Write(journal, *id, connection); // the connection's child
    write->send(connection, request, receiver, std::move(callback));
}

Json inNamespace(Json object, const ApiResource& resource, const QString& nameSpace)
{
    if (resource.namespaced)
        object["metadata"]["namespace"] = nameSpace.toStdString();
    else if (object.contains("metadata"))
        object["metadata"].erase("namespace");
    return object;
}

} // namespace argosy
