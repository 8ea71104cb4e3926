// SPDX-License-Identifier: GPL-3.0-or-later
#include "inputs.h"

#include <argosy/base/files.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <cstdio>

namespace argosy {

namespace {

Result<QStringList> filesOf(const QString& name, bool recursive)
{
    if (name == u"-" || !QFileInfo(name).isDir())
        return QStringList{name};
    QDirIterator it(name, {QStringLiteral("*.yaml"), QStringLiteral("*.yml"), QStringLiteral("*.json")}, QDir::Files,
        recursive ? QDirIterator::Subdirectories : QDirIterator::NoIteratorFlags);
    QStringList files;
    while (it.hasNext())
        files.append(it.next());
    files.sort();
    if (files.isEmpty())
        return fail(
            ErrorKind::Io, message("argosyctl", "The folder %1 holds no YAML or JSON files.", {name}), {.file = name});
    return files;
}

Result<QByteArray> bytesOf(const QString& file)
{
    if (file != u"-")
        return readFile(file);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail(ErrorKind::Io, message("argosyctl", "Cannot read standard input."), {.file = file});
    return input.readAll();
}

Result<InputText> readInput(const QString& file)
{
    const auto bytes = bytesOf(file);
    if (!bytes)
        return fail(bytes.error());
    InputText input{.file = file, .text = QString::fromUtf8(*bytes)};
    input.stream = parseYaml(input.text);
    return input;
}

} // namespace

Result<QList<InputText>> readInputs(const Options& options)
{
    QList<InputText> inputs;
    for (const QString& name : options.files) {
        const auto files = filesOf(name, options.recursive);
        if (!files)
            return fail(files.error());
        for (const QString& file : *files) {
            auto input = readInput(file);
            if (!input)
                return fail(input.error());
            inputs.append(std::move(*input));
        }
    }
    return inputs;
}

Result<QList<PlanDocument>> documentsOf(const QList<InputText>& inputs)
{
    QList<PlanDocument> documents;
    for (const InputText& input : inputs) {
        if (input.stream.hasErrors()) {
            const Problem& problem = input.stream.problems.constFirst();
            return fail(ErrorKind::Parse, problem.message,
                {.file = input.file, .line = problem.line, .column = problem.column});
        }
        int number = 0;
        for (const YamlDocument& document : input.stream.documents)
            documents.append({input.file, ++number, ClusterId::management(), document.value});
    }
    if (documents.isEmpty())
        return fail(ErrorKind::Parse,
            message("argosyctl", "There are no documents in %1.",
                {inputs.isEmpty() ? QString() : inputs.constFirst().file}));
    return documents;
}

Result<QList<PlanDocument>> readDocuments(const Options& options)
{
    const auto inputs = readInputs(options);
    if (!inputs)
        return fail(inputs.error());
    return documentsOf(*inputs);
}

} // namespace argosy
