// SPDX-License-Identifier: GPL-3.0-or-later
#include "syntaxmessage.h"

#include <array>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// %1 is the line where the unfinished construct begins, %2 the character that was met.
struct Sentence
{
    std::string_view problem;
    Message text;
};

const auto& sentences()
{
    static const std::array all{
        Sentence{"mapping values are not allowed in this context",
            message("manifest",
                "A colon cannot stand here, because the text before it is a value already; quote that text, or begin "
                "the key on its own line.")},
        Sentence{"did not find expected key",
            message("manifest", "Expected a key, indented like the first key of the mapping that begins on line %1.")},
        Sentence{"did not find expected '-' indicator",
            message("manifest", "Expected “- ”, indented like the first item of the list that begins on line %1.")},
        Sentence{"did not find expected ',' or ']'",
            message("manifest", "Expected a comma or “]” for the list that begins on line %1.")},
        Sentence{"did not find expected ',' or '}'",
            message("manifest", "Expected a comma or “}” for the mapping that begins on line %1.")},
        Sentence{"could not find expected ':'",
            message("manifest", "Expected a colon and a space after the key on line %1.")},
        Sentence{"did not find expected node content", message("manifest", "Expected a value.")},
        Sentence{"did not find expected <document start>",
            message("manifest",
                "Expected the document to end here or “---”; the lines above are a complete value already.")},
        Sentence{"found unexpected end of stream",
            message("manifest", "Expected the quote that closes the text beginning on line %1.")},
        Sentence{"found unexpected document indicator",
            message("manifest",
                "Expected the quote that closes the text beginning on line %1, not the end of the document.")},
        Sentence{"found unknown escape character",
            message("manifest",
                "Expected a known escape after the backslash; write \\\\ for a backslash, or use single quotes.")},
        Sentence{"did not find expected hexdecimal number",
            message("manifest", "Expected the hexadecimal digits of an escaped character.")},
        Sentence{"found invalid Unicode character escape code",
            message("manifest", "Expected the code of a character; this escape names none.")},
        Sentence{"block sequence entries are not allowed in this context",
            message("manifest", "A list cannot begin here; put “- ” on a line of its own.")},
        Sentence{"mapping keys are not allowed in this context",
            message("manifest", "A key cannot begin with “? ” here; put it on a line of its own.")},
        Sentence{"found a tab character that violates indentation",
            message("manifest", "Expected spaces: YAML does not allow a tab in the indentation.")},
        Sentence{"found a tab character where an indentation space is expected",
            message("manifest", "Expected spaces: YAML does not allow a tab in the indentation.")},
        Sentence{"did not find expected alphabetic or numeric character",
            message("manifest", "Expected a name after “&” or “*”; quote the text if it is meant as a value.")},
        Sentence{"found undefined tag handle",
            message("manifest", "Expected a tag that is declared; quote the text if “!” belongs to the value.")},
        Sentence{"found unexpected ':'",
            message("manifest", "Expected a space after the colon; quote the text if the colon belongs to it.")},
        Sentence{"did not find expected comment or line break",
            message("manifest", "Expected the end of the line after “|” or “>”.")},
        Sentence{"control characters are not allowed",
            message("manifest",
                "Expected readable text; a control character can only stand in double quotes, as an escape.")},
    };
    return all;
}

Message tokenMessage(const QString& found)
{
    if (found == u"\t")
        return message("manifest", "Expected spaces: YAML does not allow a tab in the indentation.");
    return message("manifest", "Expected a value or key; one that begins with %1 must be quoted.", {found});
}

} // namespace

Message syntaxMessage(const SyntaxError& error)
{
    if (error.problem == "found character that cannot start any token")
        return tokenMessage(error.found);
    for (const Sentence& sentence : sentences()) {
        if (sentence.problem != error.problem)
            continue;
        Message result = sentence.text;
        if (result.source.contains("%1"))
            result.arguments = {QString::number(error.contextLine)};
        return result;
    }
    return message("manifest", "Expected valid YAML, but the parser says: %1.",
        {QString::fromUtf8(error.problem.data(), static_cast<qsizetype>(error.problem.size()))});
}

} // namespace argosy
