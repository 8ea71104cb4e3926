// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/manifest/yaml.h>

#include <vector>

namespace argosy {

/// Translates between the ways to say where something stands in a text: UTF-16 units, characters, lines and columns.
/// Lines end where editors end them, at LF, CRLF and a lone CR; columns count characters.
class TextIndex final
{
public:
    explicit TextIndex(const QString& text);

    /// How many characters stand before that UTF-16 offset.
    [[nodiscard]] qsizetype charactersBefore(qsizetype offset) const;
    /// The UTF-16 offset of a character, counted from the text's begin.
    [[nodiscard]] qsizetype offsetOfCharacter(qsizetype character) const;

    [[nodiscard]] int line(qsizetype offset) const;
    [[nodiscard]] int column(qsizetype offset) const;
    [[nodiscard]] TextRange range(qsizetype begin, qsizetype end) const;

private:
    [[nodiscard]] qsizetype pairsBefore(qsizetype offset) const;

    std::vector<qsizetype> m_lineStarts{0};
    std::vector<qsizetype> m_pairs; ///< offsets of the characters that take two units
};

} // namespace argosy
