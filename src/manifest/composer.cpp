// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer.h"

#include "sourcescan.h"
#include "syntaxmessage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

const char* chars(const unsigned char* text)
{
    return reinterpret_cast<const char*>(text);
}

SourceEntry::Style scalarStyle(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: return SourceEntry::Style::SingleQuoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return SourceEntry::Style::DoubleQuoted;
    case YAML_LITERAL_SCALAR_STYLE: return SourceEntry::Style::Literal;
    case YAML_FOLDED_SCALAR_STYLE: return SourceEntry::Style::Folded;
    default: return SourceEntry::Style::Plain;
    }
}

bool isBlock(const YamlNode& node)
{
    return node.style == SourceEntry::Style::BlockMapping || node.style == SourceEntry::Style::BlockSequence;
}

bool isJsonOnly(QChar c)
{
    const char16_t unit = c.unicode();
    return (unit >= 0x7f && unit < 0xa0) || unit == 0x2028 || unit == 0x2029 || unit >= 0xfffe;
}

/// JSON writes characters beyond U+FFFF as two escapes and may hold characters as they are that YAML refuses or takes
/// for line breaks. Each becomes U+FFFD, so that offsets stay; Composer reads such a text again as JSON.
QString withoutJsonOnly(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isJsonOnly(text[i]))
            text[i] = QChar::ReplacementCharacter;
        if (text[i] != u'\\' || i + 5 >= text.size())
            continue;
        ++i;
        const bool surrogate = text[i] == u'u' && text[i + 1].toLower() == u'd'
            && QStringView(u"89abcdef").contains(text[i + 2].toLower());
        if (surrogate)
            text.replace(i + 1, 4, u"FFFD"_s);
    }
    return text;
}

bool looksLikeJson(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    return trimmed.startsWith(u'{') || trimmed.startsWith(u'[');
}

} // namespace

Composer::Composer(
    const QString& text, qsizetype begin, qsizetype end, const TextIndex& index, const YamlLimits& limits)
    : m_text(text)
    , m_begin(begin)
    , m_end(end)
    , m_index(index)
    , m_limits(limits)
    , m_firstCharacter(index.charactersBefore(begin))
    , m_nextBegin(begin)
{
    const QString part = text.mid(begin, end - begin);
    const QString readable = looksLikeJson(part) ? withoutJsonOnly(part) : part;
    m_isChanged = readable != part;
    m_bytes = readable.toUtf8();
    if (!m_bytes.endsWith('\n'))
        m_bytes += '\n'; // kubectl ends the last line as well, which a literal there notices
    yaml_parser_initialize(&m_parser);
    yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &m_parser, reinterpret_cast<const unsigned char*>(m_bytes.constData()), static_cast<size_t>(m_bytes.size()));
}

Composer::~Composer()
{
    closeEvent();
    yaml_parser_delete(&m_parser);
}

void Composer::closeEvent()
{
    if (m_hasEvent)
        yaml_event_delete(&m_event);
    m_hasEvent = false;
}

bool Composer::pull()
{
    closeEvent();
    if (m_problem || m_atEnd)
        return false;
    if (yaml_parser_parse(&m_parser, &m_event) == 0) {
        refuseSyntax();
        return false;
    }
    m_hasEvent = true;
    m_atEnd = m_event.type == YAML_STREAM_END_EVENT;
    return !m_atEnd;
}

std::optional<ComposedDocument> Composer::next()
{
    while (pull()) {
        if (m_event.type != YAML_DOCUMENT_START_EVENT)
            continue;
        ComposedDocument document;
        readStart(document);
        while (pull() && m_event.type != YAML_DOCUMENT_END_EVENT) {
            if (!readEvent(document))
                return std::nullopt;
        }
        if (m_problem)
            return std::nullopt;
        document.end = offset(m_event.start_mark);
        m_nextBegin = offset(m_event.end_mark);
        return document;
    }
    return std::nullopt;
}

void Composer::readStart(ComposedDocument& document)
{
    m_anchors.clear();
    m_open.clear();
    document.begin = m_nextBegin;
    if (m_event.data.document_start.implicit != 0)
        return;
    document.begin = offset(m_event.end_mark);
    const qsizetype end = lineEnd(m_text, document.begin);
    if (end < m_text.size() && QStringView(m_text).mid(document.begin, end - document.begin).trimmed().isEmpty())
        document.begin = nextLine(m_text, end);
}

bool Composer::readEvent(ComposedDocument& document)
{
    const auto& start = m_event.data;
    switch (m_event.type) {
    case YAML_SCALAR_EVENT: return addScalar(document);
    case YAML_ALIAS_EVENT: return addAlias(document);
    case YAML_SEQUENCE_START_EVENT: {
        const bool flow = start.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
        return addCollection(document, YamlNode::Kind::Sequence,
            flow ? SourceEntry::Style::FlowSequence : SourceEntry::Style::BlockSequence,
            chars(start.sequence_start.anchor), start.sequence_start.tag);
    }
    case YAML_MAPPING_START_EVENT: {
        const bool flow = start.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
        return addCollection(document, YamlNode::Kind::Mapping,
            flow ? SourceEntry::Style::FlowMapping : SourceEntry::Style::BlockMapping,
            chars(start.mapping_start.anchor), start.mapping_start.tag);
    }
    default: closeCollection(document); return true;
    }
}

bool Composer::addNode(ComposedDocument& document, YamlNode node, const char* anchor)
{
    const int id = static_cast<int>(document.nodes.size());
    if (id >= m_limits.maxNodes)
        return refuse(node.begin, u"yaml/limit"_s,
            message("manifest", "The text has more than %1 values.", {QString::number(m_limits.maxNodes)}));
    placeInParent(document, node);
    if (anchor != nullptr)
        m_anchors.insert(QByteArray(anchor), id);
    document.nodes.push_back(std::move(node));
    if (m_open.empty())
        document.root = id;
    else
        document.nodes[static_cast<size_t>(m_open.back())].children.push_back(id);
    return true;
}

bool Composer::addScalar(ComposedDocument& document)
{
    const auto& scalar = m_event.data.scalar;
    YamlNode node{.style = scalarStyle(scalar.style)};
    node.text.assign(chars(scalar.value), scalar.length);
    node.tag = QByteArray(chars(scalar.tag));
    node.untyped = scalar.tag == nullptr && scalar.plain_implicit != 0;
    node.begin = offset(m_event.start_mark);
    node.end = offset(m_event.end_mark);
    const bool block = node.style == SourceEntry::Style::Literal || node.style == SourceEntry::Style::Folded;
    if (block)
        node.end = endOfBlockScalar(m_text, node.begin, node.end);
    if (m_open.empty() && node.begin == node.end && scalar.anchor == nullptr)
        return true;
    if (node.style == SourceEntry::Style::DoubleQuoted && m_isChanged) {
        const QStringView source = QStringView(m_text).mid(node.begin, node.end - node.begin);
        if (const Result<Json> json = parseJson(source.toUtf8()); json && json->is_string())
            node.text = json->get<std::string>();
    }
    return addNode(document, std::move(node), chars(scalar.anchor));
}

bool Composer::addCollection(ComposedDocument& document, YamlNode::Kind kind, SourceEntry::Style style,
    const char* anchor, const unsigned char* tag)
{
    YamlNode node{.kind = kind, .style = style, .tag = QByteArray(chars(tag))};
    node.begin = offset(m_event.start_mark);
    node.end = offset(m_event.end_mark);
    if (m_open.size() >= static_cast<size_t>(m_limits.maxDepth))
        return refuse(node.begin, u"yaml/limit"_s,
            message("manifest", "The text is nested deeper than %1 levels.", {QString::number(m_limits.maxDepth)}));
    if (!addNode(document, std::move(node), anchor))
        return false;
    m_open.push_back(static_cast<int>(document.nodes.size()) - 1);
    return true;
}

bool Composer::addAlias(ComposedDocument& document)
{
    const QByteArray name(chars(m_event.data.alias.anchor));
    const int target = m_anchors.value(name, -1);
    YamlNode node{.kind = YamlNode::Kind::Alias, .target = target};
    node.begin = offset(m_event.start_mark);
    node.end = offset(m_event.end_mark);
    if (target < 0)
        return refuse(node.begin, u"yaml/syntax"_s,
            message("manifest",
                "No value above is named &%1, so *%1 stands for nothing; quote the text if it is meant as a value.",
                {QString::fromUtf8(name)}));
    if (std::find(m_open.begin(), m_open.end(), target) != m_open.end())
        return refuse(node.begin, u"yaml/syntax"_s,
            message("manifest", "The value that is named &%1 cannot contain itself.", {QString::fromUtf8(name)}));
    document.nodes[static_cast<size_t>(target)].shared = true;
    return addNode(document, std::move(node), nullptr);
}

void Composer::closeCollection(ComposedDocument& document)
{
    YamlNode& node = document.nodes[static_cast<size_t>(m_open.back())];
    m_open.pop_back();
    node.end = offset(m_event.end_mark);
    if (!isBlock(node))
        return;
    // The parser ends a block where the next thing begins, after comments and blank lines.
    node.end = node.begin;
    for (const int child : node.children)
        node.end = std::max(node.end, document.nodes[static_cast<size_t>(child)].end);
}

void Composer::placeInParent(const ComposedDocument& document, YamlNode& node) const
{
    if (m_open.empty())
        return;
    const YamlNode& parent = document.nodes[static_cast<size_t>(m_open.back())];
    const qsizetype before =
        parent.children.empty() ? parent.begin : document.nodes[static_cast<size_t>(parent.children.back())].end;
    if (parent.style == SourceEntry::Style::BlockSequence)
        node.dash = findDash(m_text, before, node.begin);
    // The parser reports a value that is not written where the next thing begins.
    const bool isValue = parent.kind == YamlNode::Kind::Mapping && parent.children.size() % 2 == 1;
    if (isValue && node.kind == YamlNode::Kind::Scalar && node.begin == node.end) {
        const qsizetype colon = skipToContent(m_text, before);
        node.begin = node.end = colon < node.begin && m_text[colon] == u':' ? colon + 1 : before;
    }
}

qsizetype Composer::offset(const yaml_mark_t& mark) const
{
    return std::min(m_index.offsetOfCharacter(m_firstCharacter + static_cast<qsizetype>(mark.index)), m_end);
}

bool Composer::refuse(qsizetype at, const QString& rule, Message message)
{
    m_problem =
        Problem{.rule = rule, .message = std::move(message), .line = m_index.line(at), .column = m_index.column(at)};
    return false;
}

void Composer::refuseSyntax()
{
    qsizetype at = offset(m_parser.problem_mark);
    SyntaxError error{.problem = m_parser.problem != nullptr ? m_parser.problem : ""};
    if (m_parser.error == YAML_READER_ERROR)
        at = m_begin + QString::fromUtf8(m_bytes.left(static_cast<qsizetype>(m_parser.problem_offset))).size();
    if (at < m_end)
        error.found = QString(m_text[at]);
    error.contextLine = m_parser.context != nullptr ? m_index.line(offset(m_parser.context_mark)) : m_index.line(at);
    refuse(at, u"yaml/syntax"_s, syntaxMessage(error));
}

} // namespace argosy
