// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "textindex.h"
#include "yamlnode.h"

#include <nlohmann/json.hpp>

namespace argosy {

class ObjectBuilder;

/// What aliases may still expand to, for a whole stream.
struct ExpansionBudget
{
    qsizetype nodes = 0;
    qsizetype bytes = 0;
};

/// Turns one composed document into values and their places, as kubectl would: types of scalars, aliases, merge keys.
class DocumentBuilder final
{
public:
    DocumentBuilder(const ComposedDocument& document, const TextIndex& index, const YamlLimits& limits,
        ExpansionBudget& budget, QList<Problem>& problems);

    /// Nothing where a limit stopped it; problems say which.
    [[nodiscard]] std::optional<YamlDocument> build();

private:
    static constexpr qsizetype kNoPlace = -1; ///< below an alias, where fields have no place of their own

    Json construct(const YamlNode& node, qsizetype place, int depth);
    Json scalar(const YamlNode& node, qsizetype place);
    Json sequence(const YamlNode& node, qsizetype place, int depth);
    Json mapping(const YamlNode& node, qsizetype place, int depth);
    struct MergeKey
    {
        const YamlNode& key;
        const YamlNode& value;
    };
    void merge(ObjectBuilder& object, const MergeKey& written, const YamlNode& value, qsizetype place, int depth);
    std::optional<std::string> keyOf(const YamlNode& node, qsizetype place);

    qsizetype addPlace(qsizetype parent, FieldPath::Segment segment, const TextRange& key, const YamlNode& value);
    [[nodiscard]] const YamlNode& node(int id) const { return m_document.nodes[static_cast<size_t>(id)]; }
    [[nodiscard]] const YamlNode& target(const YamlNode& node) const;
    [[nodiscard]] TextRange rangeOf(const YamlNode& node) const { return m_index.range(node.begin, node.end); }
    [[nodiscard]] FieldPath pathOf(qsizetype place) const;
    bool charge(const YamlNode& node, int depth);
    void report(const YamlNode& node, FieldPath path, const QString& rule, Message message);

    const ComposedDocument& m_document;
    const TextIndex& m_index;
    const YamlLimits& m_limits;
    ExpansionBudget& m_budget;
    QList<Problem>& m_problems;
    QList<SourceNode> m_places;
    bool m_stopped = false;
};

} // namespace argosy
