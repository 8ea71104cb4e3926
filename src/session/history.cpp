// SPDX-License-Identifier: GPL-3.0-or-later
#include "history.h"

namespace argosy {

namespace {

const QString kTyping = QStringLiteral("typing");

/// Typing forth, or deleting back, from where the last edit ended, and within one line.
bool goesOn(const TextEdit& last, const TextEdit& edit)
{
    const QString touched = last.inserted + last.removed + edit.inserted + edit.removed;
    if (touched.contains(u'\n'))
        return false;
    const bool forth =
        edit.removed.isEmpty() && last.removed.isEmpty() && edit.offset == last.offset + last.inserted.size();
    const bool back =
        edit.inserted.isEmpty() && last.inserted.isEmpty() && edit.offset + edit.removed.size() == last.offset;
    return forth || back;
}

} // namespace

EditBatch inverted(const EditBatch& batch)
{
    EditBatch inverse;
    qsizetype shift = 0;
    for (const TextEdit& edit : batch) {
        inverse.append({.offset = edit.offset + shift, .removed = edit.inserted, .inserted = edit.removed});
        shift += edit.inserted.size() - edit.removed.size();
    }
    return inverse;
}

void History::push(const EditBatch& batch, const QString& tag, bool joins)
{
    if (m_saved > m_position)
        m_saved = -1; // the saved text lay ahead and cannot be reached any more
    m_steps.resize(m_position);
    if (joins && !m_sealed && !m_steps.isEmpty()) {
        m_steps.last().batches.append(batch);
        return;
    }
    m_steps.append({tag, {batch}});
    ++m_position;
    m_sealed = false;
}

void History::add(const EditBatch& batch, const QString& tag)
{
    const bool joins =
        !tag.isEmpty() && m_position == m_steps.size() && !m_steps.isEmpty() && m_steps.constLast().tag == tag;
    push(batch, tag, joins);
}

void History::addTyping(const TextEdit& edit)
{
    const bool wasTyping = m_position == m_steps.size() && !m_steps.isEmpty() && m_steps.constLast().tag == kTyping;
    const bool joins = wasTyping && goesOn(m_steps.constLast().batches.constLast().constLast(), edit);
    push({edit}, kTyping, joins);
}

QList<EditBatch> History::undo()
{
    QList<EditBatch> batches;
    if (!canUndo())
        return batches;
    const Step& step = m_steps.at(--m_position);
    for (auto it = step.batches.crbegin(); it != step.batches.crend(); ++it)
        batches.append(inverted(*it));
    m_sealed = true;
    return batches;
}

QList<EditBatch> History::redo()
{
    if (!canRedo())
        return {};
    m_sealed = true;
    return m_steps.at(m_position++).batches;
}

void History::markSaved()
{
    m_saved = m_position;
    m_sealed = true; // what comes now is a step of its own, so that undoing it leads back to the saved text
}

} // namespace argosy
