// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ops/submitter.h>

#include "write.h"

#include <nlohmann/json.hpp>

namespace argosy {

Submitter::Submitter(Journal& journal, QObject* parent)
    : QObject(parent)
    , m_journal(journal)
{ }

void Submitter::submit(const Target& target, const Json& workflow, QObject* receiver, Callback callback)
{
    const Gvk gvk = Gvk::from(textAt(workflow, "/apiVersion"), textAt(workflow, "/kind"));
    const auto resource = target.catalog.find(gvk);
    if (!resource) {
        const Error error{.kind = ErrorKind::NotFound,
            .message =
                message("ops", "The server has no %1 of the API group %2: Argo Workflows is not installed there.",
                    {gvk.kind, gvk.group})};
        QMetaObject::invokeMethod(
            receiver, [callback = std::move(callback), error] { callback(fail(error)); }, Qt::QueuedConnection);
        return;
    }
    Connection& connection = *target.connection;
    const QString written = textAt(workflow, "/metadata/namespace");
    const QString nameSpace = written.isEmpty() ? connection.endpoint().defaultNamespace : written;
    const QString fieldManager = connection.endpoint().fieldManager;
    const ApiRequest create = requests::create(
        *resource, nameSpace, inNamespace(workflow, *resource, nameSpace), {.fieldManager = fieldManager});
    const ObjectRef ref{connection.cluster(), gvk.group, gvk.kind, nameSpace, textAt(workflow, "/metadata/name")};
    const WriteIntent intent{.verb = QStringLiteral("create"),
        .object = ref,
        .apiVersion = gvk.apiVersion(),
        .server = connection.endpoint().server.server,
        .fieldManager = fieldManager,
        .generateName = ref.name.isEmpty() ? textAt(workflow, "/metadata/generateName") : QString(),
        .body = create.body};
    sendJournalled(m_journal, connection, create, intent, receiver,
        [ref, callback = std::move(callback)](const Result<Json>& answer) {
            if (!answer)
                return callback(fail(answer.error()));
            ObjectRef created = ref;
            created.name = textAt(*answer, "/metadata/name");
            callback(created);
        });
}

} // namespace argosy
