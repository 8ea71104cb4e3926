// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert.h"

#include "inputs.h"

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

/// JSON where the input is YAML, and the other way round.
OutputFormat otherFormat(const QString& text)
{
    const QString begin = text.trimmed().left(1);
    return begin == u"{" || begin == u"[" ? OutputFormat::Yaml : OutputFormat::Json;
}

/// A v1 List in the input stands for its items.
void append(QList<Json>& all, const Json& value)
{
    if (textAt(value, "/kind") != u"List" || !valueAt(value, "/items").is_array()) {
        all.append(value);
        return;
    }
    for (const Json& item : valueAt(value, "/items"))
        all.append(item);
}

Json listOf(const QList<Json>& values)
{
    return {{"apiVersion", "v1"}, {"kind", "List"}, {"items", std::vector<Json>(values.begin(), values.end())}};
}

} // namespace

void ConvertCommand::start()
{
    const auto inputs = readInputs(options());
    if (!inputs)
        return trouble(inputs.error());
    const auto documents = documentsOf(*inputs);
    if (!documents)
        return trouble(documents.error());
    QList<Json> values;
    for (const PlanDocument& document : *documents)
        append(values, *document.object);
    const OutputFormat format =
        options().output == OutputFormat::Text ? otherFormat(inputs->constFirst().text) : options().output;
    if (format == OutputFormat::Json)
        terminal().json(values.size() == 1 ? values.constFirst() : listOf(values));
    else
        terminal().outRaw(emitYaml(values).toUtf8());
    Q_EMIT finished(exitcode::kDone);
}

} // namespace argosy
