// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/fieldpath.h>
#include <argosy/kube/json.h>
#include <argosy/kube/problem.h>

#include <QHash>
#include <QString>

#include <memory>

namespace argosy {

/// A piece of a text: offsets in UTF-16 units as QString counts them, lines and columns 1-based, columns in characters.
struct TextRange
{
    qsizetype begin = 0;
    qsizetype end = 0; ///< one past the last unit
    int line = 0;
    int column = 0;
    bool operator==(const TextRange&) const = default;
};

/// Where a field stands in a text.
struct SourceEntry
{
    enum class Style
    {
        Plain,
        SingleQuoted,
        DoubleQuoted,
        Literal,
        Folded,
        BlockMapping,
        FlowMapping,
        BlockSequence,
        FlowSequence
    };
    TextRange key; ///< the key, or the dash of a list's item; empty for the root and in lists in brackets
    TextRange
        value; ///< the value with its anchor and tag, without comments after it; empty (begin == end) for an empty one
    Style style = Style::Plain;
    bool alias =
        false; ///< written as *anchor or merged in with “<<”: it cannot be edited here and has no entries below
    bool shared = false; ///< carries an anchor that an alias refers to: an edit would change the alias too
};

/// One written field, below the node of its parent.
struct SourceNode
{
    SourceEntry entry;
    qsizetype parent = -1; ///< index of the parent's node; -1 for the root
    FieldPath::Segment segment;
};

/// Field path → place, for one document of a text. Cheap to copy.
class SourceMap final
{
public:
    SourceMap() = default; ///< of an empty document
    /// Nodes in the order of the text: the root first, each parent before its children. Of two with the same path the
    /// later wins.
    explicit SourceMap(QList<SourceNode> nodes);

    /// The entry of that field, or null. It lives as long as the map.
    [[nodiscard]] const SourceEntry* find(const FieldPath& path) const;
    /// The entry of that field or of the nearest ancestor that is written; null for an empty document.
    [[nodiscard]] const SourceEntry* nearest(const FieldPath& path) const;
    /// The deepest field whose key or value holds the offset; the root where none does.
    [[nodiscard]] FieldPath pathAt(qsizetype offset) const;
    [[nodiscard]] const QList<SourceNode>& nodes() const { return m_nodes; }

private:
    [[nodiscard]] qsizetype descend(const FieldPath& path, bool whole) const;
    [[nodiscard]] FieldPath pathOf(qsizetype node) const;

    QList<SourceNode> m_nodes;
    QHash<std::pair<qsizetype, QString>, qsizetype> m_children; ///< parent's node and name → node
};

/// One YAML document of a stream.
struct YamlDocument
{
    std::shared_ptr<const Json> value; ///< never null
    SourceMap map;
    TextRange range; ///< the whole document, without its "---"
};

/// What a text holds, as far as it parses: a syntax error costs its own document, those before and after it are here.
struct YamlStream
{
    QList<YamlDocument> documents; ///< empty documents (only comments) are left out
    QList<Problem> problems; ///< yaml/syntax (error), yaml/duplicate-key (error), yaml/limit; with line and column
    [[nodiscard]] bool hasErrors() const;
};

struct YamlLimits
{
    qsizetype maxBytes = qsizetype{16} * 1024 * 1024;
    int maxDocuments = 5000;
    int maxDepth = 256;
    int maxNodes = 2'000'000; ///< counts what aliases expand to: a billion laughs ends here
};

/**
 * Reads a stream of YAML (or JSON, which is YAML) as kubectl reads it: YAML 1.1 scalars, so that unquoted yes, on and
 * 1e3 are what the API server would take them for; anchors and merge keys are expanded; keys become strings; a
 * last line without a newline gets one. Never throws and never loops; thread-safe.
 */
[[nodiscard]] YamlStream parseYaml(const QString& text, const YamlLimits& limits = {});

/// Writes one document, without "---", as kubectl lays it out: block style, two spaces, dashes below their key; texts
/// of several lines as literals. Strings that YAML 1.1 or 1.2 would read as another type are quoted.
/// parseYaml(emitYaml(x)) is x. Ends with a newline.
[[nodiscard]] QString emitYaml(const Json& value);
/// Several documents with "---" between them.
[[nodiscard]] QString emitYaml(const QList<Json>& values);

} // namespace argosy
