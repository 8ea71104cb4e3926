// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/problem.h>
#include <argosy/ui/theme.h>

#include <QHash>
#include <QWidget>

class QsciScintilla;

namespace argosy {

/// YAML to read: colours of the theme, line numbers, folding, a background per line for diffs. The editor of the build
/// page is one that can be written in.
class YamlView final : public QWidget
{
    Q_OBJECT
public:
    /// What a line of a diff is.
    enum class LineTone
    {
        Added,
        Removed,
        Changed,
    };

    explicit YamlView(const Theme& theme, QWidget* parent = nullptr);
    ~YamlView() override;

    void setText(const QString& text); ///< keeps the scroll position where the text stays as long
    [[nodiscard]] QString text() const;
    void setLineTones(const QHash<int, LineTone>& tones); ///< by line, 1-based
    void setLineNumbersVisible(bool visible);
    void showLine(int line); ///< 1-based; brings it into view
    [[nodiscard]] QsciScintilla* editor() const; ///< for whoever needs more of it

private:
    QsciScintilla* m_editor;
};

/// Dresses an editor as all of Argosy's YAML is: lexer, margins, folding, colours, which follow the theme.
void dressYamlEditor(QsciScintilla* editor, const Theme& theme);

} // namespace argosy
