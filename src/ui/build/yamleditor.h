// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/session/document.h>
#include <argosy/ui/theme.h>

#include <QPointer>
#include <QWidget>

class QsciScintilla;

namespace argosy {

/**
 * A document's text. Typing becomes the document's edits, others' edits appear here without moving the caret; undo and
 * redo are the document's. Problems are underlined where they stand and marked in the margin.
 */
class YamlEditor final : public QWidget
{
    Q_OBJECT
public:
    YamlEditor(const Theme& theme, Document* document, QWidget* parent = nullptr);
    ~YamlEditor() override;

    void showPath(qsizetype part, const FieldPath& path); ///< marks and shows the field's lines; the caret stays
    void goTo(int line, int column); ///< 1-based; puts the caret there and takes the focus
    [[nodiscard]] QsciScintilla* editor() const { return m_editor; }

Q_SIGNALS:
    /// The caret moved by the person's hand to that field.
    void caretAt(qsizetype part, const argosy::FieldPath& path);

private:
    void adopt(const QString& text);
    void onModified(int position, int type, const char* text, int length);
    void onEdited(const QList<TextEdit>& edits, const QObject* origin);
    void onCaretMoved();
    void showProblems();
    void markProblem(const Problem& problem, const SourceMap* map);
    void defineMarkers();
    [[nodiscard]] long bytesAt(qsizetype offset) const;
    [[nodiscard]] qsizetype offsetAt(long bytes) const;

    const Theme& m_theme;
    QPointer<Document> m_document;
    QsciScintilla* m_editor;
    bool m_applying = false; ///< the change comes from the document
};

} // namespace argosy
