// SPDX-License-Identifier: GPL-3.0-or-later
#include "applysequences.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace argosy {
namespace {

QString pathOf(const QString& kind)
{
    return QStringLiteral(ARGOSY_SOURCE_DIR "/tests/contract/sequences/") + kind + u".json";
}

Json readFile(const QString& kind)
{
    QFile file(pathOf(kind));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return parseJson(file.readAll()).value();
}

ApplyStep::Verb verbOf(const QString& word)
{
    if (word == u"create")
        return ApplyStep::Verb::Create;
    if (word == u"merge")
        return ApplyStep::Verb::Merge;
    return word == u"replace" ? ApplyStep::Verb::Replace : ApplyStep::Verb::Apply;
}

ApplyStep stepOf(const Json& json)
{
    return {verbOf(textAt(json, "/do")), textAt(json, "/manager"), textAt(json, "/door"), json.value("force", false),
        json.at("body"), json.value("expect", Json())};
}

/// A server lists several type errors in any order.
QString withSortedErrors(const QString& message)
{
    QStringList lines = message.split(u"\n  "_s);
    std::sort(lines.begin() + 1, lines.end());
    return lines.join(u"\n  "_s);
}

Json observedStatus(const Json& status, int code, const QString& name, const QString& nameSpace)
{
    const auto neutral = [&](QString text) {
        return text.replace(name, u"$NAME"_s).replace(nameSpace, u"$NS"_s).toStdString();
    };
    Json result = {{"code", code}, {"message", neutral(withSortedErrors(textAt(status, "/message")))}};
    if (const QString reason = textAt(status, "/reason"); !reason.isEmpty())
        result["reason"] = reason.toStdString();
    std::vector<std::pair<QString, QString>> causes;
    for (const Json& cause : valueAt(status, "/details/causes"))
        causes.emplace_back(textAt(cause, "/field"), textAt(cause, "/message"));
    std::sort(causes.begin(), causes.end());
    for (const auto& [field, text] : causes)
        result["causes"].push_back({text.toStdString(), field.toStdString()});
    return result;
}

Json observedManagers(const Json& managedFields)
{
    std::vector<std::pair<QStringList, Json>> entries;
    for (const Json& entry : managedFields) {
        const QStringList key{textAt(entry, "/operation"), textAt(entry, "/manager"), textAt(entry, "/subresource")};
        entries.emplace_back(key,
            Json{member(entry, "manager"), member(entry, "operation"), member(entry, "apiVersion"),
                key[2].toStdString(), entry.contains("time") ? "timed" : "untimed", member(entry, "fieldsV1")});
    }
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    Json result = Json::array();
    for (const auto& [key, entry] : entries)
        result.push_back(entry);
    return result;
}

/// What Kubernetes fills into a namespace; the API machinery alone does not.
void dropNamespaceDefaults(Json& object)
{
    if (textAt(object, "/kind") != u"Namespace")
        return;
    object.erase("spec");
    object.erase("status");
    Json& metadata = object["metadata"];
    if (!metadata.contains("labels"))
        return;
    metadata["labels"].erase("kubernetes.io/metadata.name");
    if (metadata["labels"].empty())
        metadata.erase("labels");
}

} // namespace

Json ApplySequence::wholeBody(const ApplyStep& step, const QString& name) const
{
    Json body = {{"apiVersion", apiVersion.toStdString()}, {"kind", kind.toStdString()}};
    body.update(step.body);
    body["metadata"]["name"] = name.toStdString();
    return body;
}

QStringList applySequenceKinds()
{
    QStringList kinds =
        QDir(QStringLiteral(ARGOSY_SOURCE_DIR "/tests/contract/sequences")).entryList({u"*.json"_s}, QDir::Files);
    kinds.replaceInStrings(u".json"_s, QString());
    return kinds;
}

QList<ApplySequence> loadApplySequences(const QString& kind)
{
    const Json file = readFile(kind);
    QList<ApplySequence> sequences;
    for (const Json& item : file.at("cases")) {
        ApplySequence sequence{
            textAt(item, "/name"), textAt(file, "/collection"), textAt(file, "/apiVersion"), textAt(file, "/kind"), {}};
        for (const Json& step : item.at("steps"))
            sequence.steps.append(stepOf(step));
        sequences.append(sequence);
    }
    return sequences;
}

void recordExpectations(const QString& kind, const QList<QList<Json>>& expected)
{
    Json file = readFile(kind);
    for (size_t i = 0; i < file["cases"].size(); ++i) {
        Json& steps = file["cases"][i]["steps"];
        for (size_t k = 0; k < steps.size(); ++k)
            steps[k]["expect"] = expected[static_cast<qsizetype>(i)][static_cast<qsizetype>(k)];
    }
    QFile out(pathOf(kind));
    if (!out.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(out.fileName()));
    out.write(QByteArray::fromStdString(file.dump(1)) + '\n');
}

Json observedAnswer(int code, const Json& body, const Json* before, const QString& name, const QString& nameSpace)
{
    if (textAt(body, "/kind") == u"Status")
        return observedStatus(body, code, name, nameSpace);
    Json object = body;
    Json& metadata = object["metadata"];
    const Json managers = observedManagers(member(metadata, "managedFields"));
    for (const char* key :
        {"managedFields", "uid", "resourceVersion", "creationTimestamp", "generation", "name", "namespace"})
        metadata.erase(key);
    dropNamespaceDefaults(object);
    // Kinds with a type of their own in the server are stored with empty parts, others without.
    for (const char* key : {"spec", "status", "data"}) {
        if (object.contains(key) && object[key].empty())
            object.erase(key);
    }
    object.erase("apiVersion");
    object.erase("kind");
    const bool changed = before == nullptr
        || valueAt(*before, "/metadata/resourceVersion") != valueAt(body, "/metadata/resourceVersion");
    return {{"code", code}, {"managers", managers}, {"object", object}, {"changed", changed}};
}

} // namespace argosy
