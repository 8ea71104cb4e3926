// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/manifest/edit.h>

#include <QList>
#include <QString>

namespace argosy {

/// Edits that were made together; all refer to the text before them, in the order of their offsets.
using EditBatch = QList<TextEdit>;

/// The batch that takes a batch back.
[[nodiscard]] EditBatch inverted(const EditBatch& batch);

/// What was done to a text, in steps that people would undo at once. Knows nothing of the text itself.
class History final
{
public:
    /// Adds a batch; it joins the last step where both carry the same tag and nothing came between. An empty tag never
    /// joins.
    void add(const EditBatch& batch, const QString& tag);
    /// Adds what a keyboard typed: it joins the last step where it goes on at the same place within the line.
    void addTyping(const TextEdit& edit);
    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] bool canRedo() const { return m_position < m_steps.size(); }
    /// The batches to apply one after the other.
    [[nodiscard]] QList<EditBatch> undo();
    [[nodiscard]] QList<EditBatch> redo();

    void markSaved();
    [[nodiscard]] bool isSaved() const { return m_position == m_saved; }

private:
    struct Step
    {
        QString tag;
        QList<EditBatch> batches;
    };
    void push(const EditBatch& batch, const QString& tag, bool joins);

    QList<Step> m_steps;
    qsizetype m_position = 0; ///< steps before it are done
    qsizetype m_saved = 0; ///< the position whose text the file holds; -1: none that is left
    bool m_sealed = true;
};

} // namespace argosy
