// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentbuilder.h"

#include "objectbuilder.h"
#include "scalars.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr qsizetype kMaxProblems = 1000;

bool isMergeKey(const YamlNode& key)
{
    return key.kind == YamlNode::Kind::Scalar && key.text == "<<"
        && (key.untyped || key.tag == "tag:yaml.org,2002:merge");
}

QString shown(const std::string& text)
{
    constexpr qsizetype kLength = 80;
    const QString whole = QString::fromStdString(text);
    return whole.size() <= kLength ? whole : QString(whole.left(kLength) + u'…');
}

} // namespace

DocumentBuilder::DocumentBuilder(const ComposedDocument& document, const TextIndex& index, const YamlLimits& limits,
    ExpansionBudget& budget, QList<Problem>& problems)
    : m_document(document)
    , m_index(index)
    , m_limits(limits)
    , m_budget(budget)
    , m_problems(problems)
{
    m_places.reserve(static_cast<qsizetype>(document.nodes.size()));
}

std::optional<YamlDocument> DocumentBuilder::build()
{
    const YamlNode& root = node(m_document.root);
    const qsizetype place = addPlace(kNoPlace, {}, {}, root);
    YamlDocument result;
    result.value = std::make_shared<const Json>(construct(root, place, 0));
    if (m_stopped)
        return std::nullopt;
    result.map = SourceMap(std::move(m_places));
    result.range = m_index.range(m_document.begin, m_document.end);
    return result;
}

Json DocumentBuilder::construct(const YamlNode& node, qsizetype place, int depth)
{
    if (!charge(node, depth))
        return nullptr;
    switch (node.kind) {
    case YamlNode::Kind::Alias: return construct(target(node), kNoPlace, depth);
    case YamlNode::Kind::Sequence: return sequence(node, place, depth);
    case YamlNode::Kind::Mapping: return mapping(node, place, depth);
    case YamlNode::Kind::Scalar: break;
    }
    return scalar(node, place);
}

Json DocumentBuilder::scalar(const YamlNode& node, qsizetype place)
{
    if (node.tag.isEmpty() && !node.untyped)
        return Json(node.text);
    std::optional<Json> value = node.untyped ? resolvePlain(node.text) : resolveTagged(node.tag, node.text);
    if (!value) {
        report(node, pathOf(place), u"yaml/syntax"_s,
            message("manifest", "The text “%1” is no value of the type that its tag names.", {shown(node.text)}));
        return Json(node.text);
    }
    if (value->is_number_float() && !std::isfinite(value->get<double>())) {
        report(node, pathOf(place), u"yaml/syntax"_s,
            message("manifest", "The API server takes no infinite number; quote %1 if it is meant as text.",
                {shown(node.text)}));
        return Json(node.text);
    }
    return *std::move(value);
}

Json DocumentBuilder::sequence(const YamlNode& node, qsizetype place, int depth)
{
    Json::array_t items;
    items.reserve(node.children.size());
    for (const int child : node.children) {
        const YamlNode& item = this->node(child);
        const TextRange dash =
            item.dash >= 0 ? m_index.range(item.dash, item.dash + 1) : m_index.range(item.begin, item.begin);
        const auto index = static_cast<qsizetype>(items.size());
        const qsizetype itemPlace = addPlace(place, {.key = {}, .index = index}, dash, item);
        items.push_back(construct(item, itemPlace, depth + 1));
    }
    return Json(std::move(items));
}

Json DocumentBuilder::mapping(const YamlNode& node, qsizetype place, int depth)
{
    ObjectBuilder object(node.children.size() / 2);
    QHash<QByteArray, int> keys;
    for (size_t i = 0; i + 1 < node.children.size() && !m_stopped; i += 2) {
        const YamlNode& keyNode = this->node(node.children[i]);
        const YamlNode& value = this->node(node.children[i + 1]);
        if (isMergeKey(keyNode)) {
            merge(object, {keyNode, value}, value, place, depth);
            continue;
        }
        const std::optional<std::string> key = keyOf(keyNode, place);
        if (!key)
            continue;
        const int line = m_index.line(keyNode.begin);
        const QByteArray id = QByteArray::fromStdString(*key);
        if (place != kNoPlace && keys.contains(id))
            report(keyNode, pathOf(place) / shown(*key), u"yaml/duplicate-key"_s,
                message("manifest", "The key %1 stands on line %2 already; each key may be set once.",
                    {shown(*key), QString::number(keys.value(id))}));
        keys.insert(id, line);
        const qsizetype member = addPlace(place, {.key = QString::fromStdString(*key)}, rangeOf(keyNode), value);
        object.set(*key, construct(value, member, depth + 1));
    }
    return object.take();
}

void DocumentBuilder::merge(
    ObjectBuilder& object, const MergeKey& written, const YamlNode& value, qsizetype place, int depth)
{
    const YamlNode& source = target(value);
    if (source.kind == YamlNode::Kind::Sequence) {
        // The first mapping of a list wins.
        for (auto child = source.children.rbegin(); child != source.children.rend() && !m_stopped; ++child) {
            if (target(node(*child)).kind == YamlNode::Kind::Mapping)
                merge(object, written, node(*child), place, depth);
            else
                report(node(*child), pathOf(place), u"yaml/syntax"_s,
                    message("manifest", "Only mappings can be merged with “<<”."));
        }
        return;
    }
    if (source.kind != YamlNode::Kind::Mapping) {
        report(value, pathOf(place), u"yaml/syntax"_s, message("manifest", "Only mappings can be merged with “<<”."));
        return;
    }
    const Json members = construct(source, kNoPlace, depth + 1);
    for (const auto& [key, member] : members.items()) {
        const qsizetype at = addPlace(place, {.key = QString::fromStdString(key)}, rangeOf(written.key), written.value);
        if (at != kNoPlace)
            m_places[at].entry.alias = true;
        object.set(key, member);
    }
}

std::optional<std::string> DocumentBuilder::keyOf(const YamlNode& node, qsizetype place)
{
    const YamlNode& written = target(node);
    if (written.kind != YamlNode::Kind::Scalar) {
        report(
            node, pathOf(place), u"yaml/syntax"_s, message("manifest", "A key must be text, not a list or a mapping."));
        return std::nullopt;
    }
    std::optional<Json> value = Json(written.text);
    if (written.untyped || !written.tag.isEmpty())
        value = written.untyped ? resolvePlain(written.text) : resolveTagged(written.tag, written.text);
    std::optional<std::string> key = value ? jsonKey(*value) : std::nullopt;
    if (!key)
        report(node, pathOf(place), u"yaml/syntax"_s,
            message("manifest", "A key must be text; quote “%1”.", {shown(written.text)}));
    return key;
}

qsizetype DocumentBuilder::addPlace(
    qsizetype parent, FieldPath::Segment segment, const TextRange& key, const YamlNode& value)
{
    if (parent == kNoPlace && !m_places.isEmpty())
        return kNoPlace;
    SourceNode place{.entry = {}, .parent = parent, .segment = std::move(segment)};
    place.entry.key = key;
    place.entry.value = rangeOf(value);
    place.entry.style = value.style;
    place.entry.alias = value.kind == YamlNode::Kind::Alias;
    place.entry.shared = value.shared;
    m_places.append(std::move(place));
    return m_places.size() - 1;
}

const YamlNode& DocumentBuilder::target(const YamlNode& node) const
{
    return node.kind == YamlNode::Kind::Alias ? this->node(node.target) : node;
}

FieldPath DocumentBuilder::pathOf(qsizetype place) const
{
    QList<FieldPath::Segment> segments;
    for (qsizetype at = place; at > 0; at = m_places[at].parent)
        segments.prepend(m_places[at].segment);
    FieldPath path;
    for (const FieldPath::Segment& segment : segments)
        path = segment.isIndex() ? path / segment.index : path / segment.key;
    return path;
}

bool DocumentBuilder::charge(const YamlNode& node, int depth)
{
    m_budget.nodes -= 1;
    m_budget.bytes -= static_cast<qsizetype>(node.text.size());
    if (!m_stopped && depth > m_limits.maxDepth)
        report(node, {}, u"yaml/limit"_s,
            message("manifest", "The text is nested deeper than %1 levels.", {QString::number(m_limits.maxDepth)}));
    else if (!m_stopped && (m_budget.nodes < 0 || m_budget.bytes < 0))
        report(node, {}, u"yaml/limit"_s, message("manifest", "The text's aliases stand for too many values."));
    else
        return !m_stopped;
    m_stopped = true;
    return false;
}

void DocumentBuilder::report(const YamlNode& node, FieldPath path, const QString& rule, Message message)
{
    if (m_problems.size() < kMaxProblems)
        m_problems.append(Problem{.severity = Severity::Error,
            .rule = rule,
            .path = std::move(path),
            .message = std::move(message),
            .suggestion = {},
            .line = m_index.line(node.begin),
            .column = m_index.column(node.begin)});
}

} // namespace argosy
