// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/message.h>

#include <string_view>

namespace argosy {

/// What the parser met, in its own words, and where.
struct SyntaxError
{
    std::string_view problem;
    QString found; ///< the character that stands at the place, empty at the end of the text
    int contextLine = 0; ///< where the construct begins that is not complete; 0 where the parser does not say
};

/// One sentence that says what was expected.
[[nodiscard]] Message syntaxMessage(const SyntaxError& error);

} // namespace argosy
