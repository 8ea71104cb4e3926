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
    void answer(const QString& id, SaveChoice choice) { m_choices.insert(id, choice); }
    void answerFiles(const QString& id, const QStringList& files) { m_files.insert(id, files); }
    /// The ids that were asked, in order.
    [[nodiscard]] const QStringList& asked() const { return m_asked; }
    /// What the last question to confirm() said.
    [[nodiscard]] const Question& lastQuestion() const { return m_lastQuestion; }
    /// What the last question to askToSave() said.
    [[nodiscard]] const SaveQuestion& lastSaveQuestion() const { return m_lastSaveQuestion; }

    void confirm(QWidget* parent, const Question& question, std::function<void(bool)> answer) override
    {
        m_asked.append(question.id);
        m_lastQuestion = question;
        QTimer::singleShot(
            0, parent, [accepted = m_answers.value(question.id), answer = std::move(answer)] { answer(accepted); });
    }
    void askToSave(QWidget* parent, const SaveQuestion& question, std::function<void(SaveChoice)> answer) override
    {
        m_asked.append(question.id);
        m_lastSaveQuestion = question;
        QTimer::singleShot(
            0, parent, [choice = m_choices.value(question.id, SaveChoice::Cancel), answer = std::move(answer)] {
                answer(choice);
            });
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
    QHash<QString, SaveChoice> m_choices;
    QHash<QString, QStringList> m_files;
    QStringList m_asked;
    Question m_lastQuestion;
    SaveQuestion m_lastSaveQuestion;
};

} // namespace argosy
