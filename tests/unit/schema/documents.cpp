// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents.h"

#include <argosy/kube/json.h>

#include <QFile>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

void change(Json& document, const Json& one)
{
    for (const auto& [pointer, value] : member(one, "set").items())
        document[Json::json_pointer(pointer)] = value;
    for (const Json& pointer : member(one, "remove")) {
        const Json::json_pointer path(pointer.get<std::string>());
        document[path.parent_pointer()].erase(path.back());
    }
}

DocumentCase caseOf(const Json& one, const Json& bases)
{
    DocumentCase result;
    result.name = textAt(one, "/name");
    result.document = bases.at(one.at("base").get<std::string>());
    change(result.document, one);
    for (const Json& problem : member(one, "problems"))
        result.expected.append(textAt(problem, "/0") + u' ' + textAt(problem, "/1"));
    for (const Json& rule : member(one, "rules")) {
        result.expected.append(QString::fromStdString(rule.get<std::string>()));
        result.rulesOnly = true;
    }
    result.expected.sort();
    const QString server = textAt(one, "/server");
    result.serverAccepts = server.isEmpty() ? result.expected.isEmpty() : server == u"accepts";
    result.why = textAt(one, "/why");
    return result;
}

} // namespace

QList<DocumentCase> documentCases()
{
    QFile file(QStringLiteral(ARGOSY_SOURCE_DIR "/tests/unit/schema/documents.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const Json all = Json::parse(file.readAll().toStdString());
    QList<DocumentCase> cases;
    for (const Json& one : all.at("cases"))
        cases.append(caseOf(one, all.at("bases")));
    return cases;
}

QStringList errorsOf(const QList<Problem>& problems)
{
    QStringList errors;
    for (const Problem& problem : problems) {
        if (problem.severity == Severity::Error)
            errors.append(problem.rule + u' ' + problem.path.toPointer());
    }
    errors.sort();
    return errors;
}

} // namespace argosy
