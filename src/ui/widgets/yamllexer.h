// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scintilla.h"

#include <argosy/ui/theme.h>

namespace argosy {

/// QScintilla's YAML lexer in the theme's colours.
class YamlLexer final : public QsciLexerYAML
{
    Q_OBJECT
public:
    YamlLexer(const Theme& theme, QObject* parent);
    void takeColors(); ///< from the theme as it is now
    [[nodiscard]] QColor defaultColor(int style) const override;
    [[nodiscard]] QColor defaultPaper(int style) const override;
    [[nodiscard]] QFont defaultFont(int style) const override;
    [[nodiscard]] bool defaultEolFill(int style) const override;

private:
    const Theme& m_theme;
};

} // namespace argosy
