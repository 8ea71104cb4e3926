// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "textindex.h"
#include "yamlnode.h"

#include <QHash>

#include <yaml.h>

#include <optional>

namespace argosy {

/// Reads one stretch of a text with libyaml and keeps what is written where. Needs the text and the index to outlive
/// it.
class Composer final
{
public:
    Composer(const QString& text, qsizetype begin, qsizetype end, const TextIndex& index, const YamlLimits& limits);
    ~Composer();
    Q_DISABLE_COPY_MOVE(Composer)

    /// The next document; nothing at the end, or after a problem.
    [[nodiscard]] std::optional<ComposedDocument> next();
    [[nodiscard]] const std::optional<Problem>& problem() const { return m_problem; }

private:
    bool pull();
    void closeEvent();
    void readStart(ComposedDocument& document);
    bool readEvent(ComposedDocument& document);
    bool addNode(ComposedDocument& document, YamlNode node, const char* anchor);
    bool addScalar(ComposedDocument& document);
    bool addCollection(ComposedDocument& document, YamlNode::Kind kind, SourceEntry::Style style, const char* anchor,
        const unsigned char* tag);
    bool addAlias(ComposedDocument& document);
    void closeCollection(ComposedDocument& document);

    void placeInParent(const ComposedDocument& document, YamlNode& node) const;
    [[nodiscard]] qsizetype offset(const yaml_mark_t& mark) const;

    bool refuse(qsizetype at, const QString& rule, Message message);
    void refuseSyntax();

    const QString& m_text;
    const qsizetype m_begin;
    const qsizetype m_end;
    const TextIndex& m_index;
    const YamlLimits& m_limits;
    const qsizetype m_firstCharacter;
    QByteArray m_bytes;
    bool m_isChanged = false; ///< m_bytes differs from the text where only JSON allows what stands there
    yaml_parser_t m_parser{};
    yaml_event_t m_event{};
    bool m_hasEvent = false;
    bool m_atEnd = false;
    std::vector<int> m_open; ///< collections that are not complete, outermost first
    QHash<QByteArray, int> m_anchors;
    qsizetype m_nextBegin;
    std::optional<Problem> m_problem;
};

} // namespace argosy
