// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ui/dialogservice.h>

#include <QHash>
#include <QTimer>
#include <QWidget>

namespace argosy {

/// Answers questions from a script, by their ids, as soon as the event loop runs; a question without an answer is
/// cancelled.
class ScriptedDialogs final : public DialogService
{
public:
    void answer(const QString& id, bool accepted) { m_answers.insert(id, accepted); }
    void answerFiles(const QString& id, const QStringList& files) { m_files.insert(id, files); }
    /// The ids that were asked, in order.
    [[nodiscard]] const QStringList& asked() const { return m_asked; }
    /// What the last question to confirm() said.
    [[nodiscard]] const Question& lastQuestion() const { return m_lastQuestion; }

    void confirm(QWidget* parent, const Question& question, std::function<void(bool)> answer) override
    {
        m_asked.append(question.id);
        m_lastQuestion = question;
        QTimer::singleShot(
            0, parent, [accepted = m_answers.value(question.id), answer = std::move(answer)] { answer(accepted); });
    }
    void openFiles(QWidget* parent, const FileQuestion& question, std::function<void(QStringList)> answer) override
    {
        m_asked.append(question.id);
        QTimer::singleShot(
            0, parent, [files = m_files.value(question.id), answer = std::move(answer)] { answer(files); });
    }
    void saveFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> answer) override
    {
        answerOne(parent, question, std::move(answer));
    }
    void chooseFolder(QWidget* parent, const FileQuestion& question, std::function<void(QString)> answer) override
    {
        answerOne(parent, question, std::move(answer));
    }

private:
    void answerOne(QWidget* parent, const FileQuestion& question, std::function<void(QString)> answer)
    {
        m_asked.append(question.id);
        QTimer::singleShot(
            0, parent, [files = m_files.value(question.id), answer = std::move(answer)] { answer(files.value(0)); });
    }

    QHash<QString, bool> m_answers;
    QHash<QString, QStringList> m_files;
    QStringList m_asked;
    Question m_lastQuestion;
};

} // namespace argosy
