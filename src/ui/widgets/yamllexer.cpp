// SPDX-License-Identifier: GPL-3.0-or-later
#include "yamllexer.h"

namespace argosy {

YamlLexer::YamlLexer(const Theme& theme, QObject* parent)
    : QsciLexerYAML(parent)
    , m_theme(theme)
{
    takeColors();
}

void YamlLexer::takeColors()
{
    const Tokens& tokens = m_theme.tokens();
    setDefaultColor(tokens.text);
    setDefaultPaper(tokens.base);
    setDefaultFont(m_theme.font(Theme::Text::Mono));
    for (int style = Default; style <= Operator; ++style) {
        setColor(defaultColor(style), style);
        setPaper(defaultPaper(style), style);
        setFont(defaultFont(style), style);
        setEolFill(false, style);
    }
}

QColor YamlLexer::defaultColor(int style) const
{
    const Tokens& tokens = m_theme.tokens();
    switch (style) {
    case Comment: return tokens.muted;
    case Identifier: // a key
        return tokens.accent;
    case Keyword: // true, false, null
        return tokens.suspended;
    case Number: return tokens.terminating;
    case Reference:
    case DocumentDelimiter: return tokens.muted;
    case SyntaxErrorMarker: return tokens.stuck;
    default: return tokens.text;
    }
}

QColor YamlLexer::defaultPaper(int) const
{
    return m_theme.tokens().base;
}

QFont YamlLexer::defaultFont(int) const
{
    return m_theme.font(Theme::Text::Mono);
}

bool YamlLexer::defaultEolFill(int) const
{
    return false;
}

} // namespace argosy
