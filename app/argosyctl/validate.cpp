// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate.h"

#include <argosy/base/files.h>
#include <argosy/schema/schema.h>
#include <argosy/session/workspace.h>

#include <QDir>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

/// A problem and the document that it is in; document 0 is the text as a whole.
struct Finding
{
    QString file;
    int document = 0;
    QString object;
    Problem problem;
};

Result<SchemaSet> schemasFrom(const QString& choice)
{
    SchemaSet schemas = SchemaSet::builtin();
    if (choice == u"builtin")
        return schemas;
    if (choice == u"cluster")
        return fail(ErrorKind::Invalid,
            message("argosyctl",
                "--schemas cluster is not available: give builtin or a folder of CRDs, or ask the server with plan."));
    Options folder;
    folder.files = {choice};
    const auto crds = readDocuments(folder);
    if (!crds)
        return fail(crds.error());
    for (const PlanDocument& crd : *crds) {
        const auto set = SchemaSet::fromCrd(*crd.object);
        if (!set)
            return fail(set.error());
        schemas.merge(*set);
    }
    return schemas;
}

AnalysisContext contextFor(const QList<InputText>& inputs, const InputText& of)
{
    AnalysisContext context;
    for (const InputText& input : inputs)
        if (&input != &of)
            for (const YamlDocument& document : input.stream.documents)
                context.others.append({ClusterId::management(), document.value});
    return context;
}

void append(QList<Finding>& findings, const QString& file, const Analysis& analysis)
{
    for (const Problem& problem : analysis.syntax)
        findings.append({file, 0, {}, problem});
    int number = 0;
    for (const Analysis::Part& part : analysis.parts) {
        ++number;
        const bool named = !part.object.kind.isEmpty() && !part.object.name.isEmpty();
        for (const Problem& problem : part.problems)
            findings.append({file, number, named ? part.object.display() : QString(), problem});
    }
}

Json toJson(const Finding& finding)
{
    const Problem& problem = finding.problem;
    return {{"file", finding.file.toStdString()}, {"document", finding.document}, {"line", problem.line},
        {"column", problem.column}, {"object", finding.object.toStdString()},
        {"path", problem.path.toPointer().toStdString()}, {"severity", toWord(problem.severity).toStdString()},
        {"rule", problem.rule.toStdString()}, {"message", problem.message.english().toStdString()},
        {"suggestion", problem.suggestion.toStdString()}};
}

QString toText(const Finding& finding, const Terminal& terminal)
{
    const Problem& problem = finding.problem;
    const bool error = problem.severity == Severity::Error;
    const QString word =
        terminal.coloured(toWord(problem.severity), error ? Terminal::Colour::Red : Terminal::Colour::Yellow);
    const QString where = problem.path.isRoot() ? finding.object : finding.object + u' ' + problem.path.toDotted();
    return QStringLiteral("%1:%2:%3: %4: %5%6 [%7]")
        .arg(finding.file, QString::number(problem.line), QString::number(problem.column), word,
            where.isEmpty() ? QString() : where + QStringLiteral(": "), problem.message.translated(), problem.rule);
}

} // namespace

void ValidateCommand::start()
{
    const auto schemas = schemasFrom(options().schemas);
    if (!schemas)
        return trouble(schemas.error());
    const auto inputs = readInputs(options());
    if (!inputs)
        return trouble(inputs.error());
    QList<Finding> findings;
    qsizetype documents = 0;
    for (const InputText& input : *inputs) {
        documents += input.stream.documents.size();
        append(findings, input.file, analyse(input.text, 0, *schemas, contextFor(*inputs, input)));
    }
    const auto count = [&](Severity severity) {
        return std::ranges::count(findings, severity, [](const Finding& finding) { return finding.problem.severity; });
    };
    const auto errors = count(Severity::Error);
    const auto warnings = count(Severity::Warning);
    if (wantsJson()) {
        Json problems = Json::array();
        for (const Finding& finding : findings)
            problems.push_back(toJson(finding));
        terminal().json({{"problems", std::move(problems)},
            {"summary", {{"documents", documents}, {"errors", errors}, {"warnings", warnings}}}});
    } else {
        for (const Finding& finding : findings)
            terminal().out(toText(finding, terminal()));
        terminal().err(tr("%1 documents, %2 errors, %3 warnings").arg(documents).arg(errors).arg(warnings));
    }
    Q_EMIT finished(errors > 0 ? exitcode::kNo : exitcode::kDone);
}

} // namespace argosy
