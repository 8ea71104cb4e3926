// SPDX-License-Identifier: GPL-3.0-or-later
// Any text is read without harm; what was read is written and read back the same; an edit gives what was asked for.
#include "fuzz.h"

#include <argosy/manifest/edit.h>

#include <nlohmann/json.hpp>

using namespace argosy;
using fuzz::require;

namespace {

void writeAndReadBack(const Json& value)
{
    const YamlStream again = parseYaml(emitYaml(value));
    require(again.problems.isEmpty() && again.documents.size() == 1 && *again.documents.front().value == value);
}

/// A field somewhere in the document, chosen by the text.
const SourceNode& someNode(const YamlDocument& document, size_t choice)
{
    const QList<SourceNode>& nodes = document.map.nodes();
    return nodes[static_cast<qsizetype>(choice) % nodes.size()];
}

void editAndReadBack(const QString& text, const YamlStream& stream, size_t choice)
{
    const YamlDocument& document = stream.documents.front();
    const FieldPath path = document.map.pathAt(someNode(document, choice).entry.value.begin);
    const Json value = Json::object({{"on", "x\ny"}, {"list", {1, "2"}}});
    if (const auto edits = setField(text, document, path, value)) {
        const YamlStream after = parseYaml(applied(text, *edits));
        require(after.problems.isEmpty() && after.documents.size() == stream.documents.size());
        require(valueAt(*after.documents.front().value, path.toPointer().toStdString()) == value);
    }
    if (const auto edits = removeField(text, document, path)) {
        const YamlStream after = parseYaml(applied(text, *edits));
        require(
            after.problems.isEmpty() && after.documents.size() + (path.isRoot() ? 1 : 0) >= stream.documents.size());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QString text = QString::fromUtf8(fuzz::bytes(data, size));
    const YamlStream stream =
        parseYaml(text, {.maxBytes = 1 << 16, .maxDocuments = 50, .maxDepth = 64, .maxNodes = 5000});
    for (const YamlDocument& document : stream.documents)
        writeAndReadBack(*document.value);
    if (stream.problems.isEmpty() && !stream.documents.isEmpty())
        editAndReadBack(text, stream, size + (size > 0 ? data[size / 2] : 0U));
    return 0;
}
