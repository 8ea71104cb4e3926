// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/session/approvals.h>

#include <argosy/base/files.h>
#include <argosy/kube/json.h>

#include <QFileInfo>

#include <nlohmann/json.hpp>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

/// Of the environment the names alone: the values may be secrets.
Json entryOf(const ExecPlugin& command)
{
    Json arguments = Json::array();
    for (const QString& argument : command.arguments)
        arguments.push_back(argument.toStdString());
    Json environment = Json::array();
    for (const ExecPlugin::Variable& variable : command.environment)
        environment.push_back(variable.name.toStdString());
    return {{"kubeconfig", QFileInfo(command.file).absoluteFilePath().toStdString()},
        {"command", command.command.toStdString()}, {"arguments", std::move(arguments)},
        {"environment", std::move(environment)}};
}

Result<Json> decode(const QByteArray& bytes, const QString& file)
{
    Result<Json> list = parseJson(bytes);
    if (list && !list->is_array())
        return fail(ErrorKind::Parse, message("session", "%1 does not hold a list of allowed commands.", {file}),
            {.file = file});
    return list;
}

bool holds(const Json& list, const Json& entry)
{
    return std::ranges::any_of(list, [&entry](const Json& known) { return sameJson(known, entry); });
}

} // namespace

Approvals::Approvals(const Paths& paths)
    : m_file(paths.config + "/approvals.json"_L1)
{ }

bool Approvals::isAllowed(const ExecPlugin& command) const
{
    const Result<QByteArray> bytes = readFile(m_file);
    const Result<Json> list = bytes ? decode(*bytes, m_file) : fail(bytes.error());
    return list && holds(*list, entryOf(command));
}

Result<> Approvals::allow(const ExecPlugin& command)
{
    return updateFile(m_file, [&](const QByteArray& bytes) -> Result<QByteArray> {
        Result<Json> list = bytes.isEmpty() ? Json(Json::array()) : decode(bytes, m_file);
        if (!list)
            return fail(list.error());
        if (!holds(*list, entryOf(command)))
            list->push_back(entryOf(command));
        return QByteArray(toPrettyJson(*list) + '\n');
    });
}

} // namespace argosy
