// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace argosy {

/// A decision that is asked of a person.
struct Question
{
    QString id; ///< stable: object name of the dialog, and what a scripted answer is looked up by
    QString title; ///< what is asked: "Close 20-managedcluster.yaml?"
    QString text; ///< what is lost or gained, as whole sentences
    QString accept; ///< a verb: "Discard changes"
    QString cancel; ///< empty: "Cancel"
    bool dangerous = false; ///< `accept` is never the default button then
};

/// Asked before changes that are not saved would be lost.
struct SaveQuestion
{
    QString id; ///< as Question::id
    QString title; ///< "Save heron.yaml before closing it?"
    QString text; ///< what would be lost, as whole sentences
    QString save; ///< a verb: "Save all"; the default button
    QString discard; ///< a verb: "Close without saving"
};

enum class SaveChoice
{
    Save,
    Discard,
    Cancel, ///< leave everything as it is
};

struct FileQuestion
{
    QString id;
    QString title;
    QString filter; ///< as QFileDialog takes it; empty: all files
    QString folder; ///< where to begin; with a file name when saving
};

/**
 * Everything that stops a person to ask. No call blocks: the answer comes by callback, never from inside the call, and
 * not at all where the parent is gone. Tests pass one that answers from a script.
 */
class DialogService
{
public:
    virtual ~DialogService() = default;

    virtual void confirm(QWidget* parent, const Question& question, std::function<void(bool accepted)> answer) = 0;
    virtual void askToSave(
        QWidget* parent, const SaveQuestion& question, std::function<void(SaveChoice choice)> answer) = 0;
    /// An empty list where the person cancelled.
    virtual void openFiles(QWidget* parent, const FileQuestion& question, std::function<void(QStringList)> answer) = 0;
    /// An empty path where the person cancelled.
    virtual void saveFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> answer) = 0;
    /// An empty path where the person cancelled.
    virtual void chooseFolder(QWidget* parent, const FileQuestion& question, std::function<void(QString)> answer) = 0;

protected:
    DialogService() = default;
    DialogService(const DialogService&) = default;
    DialogService& operator=(const DialogService&) = default;
};

/// The one that shows dialogs.
class WidgetDialogService final : public DialogService
{
public:
    void confirm(QWidget* parent, const Question& question, std::function<void(bool)> answer) override;
    void askToSave(QWidget* parent, const SaveQuestion& question, std::function<void(SaveChoice)> answer) override;
    void openFiles(QWidget* parent, const FileQuestion& question, std::function<void(QStringList)> answer) override;
    void saveFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> answer) override;
    void chooseFolder(QWidget* parent, const FileQuestion& question, std::function<void(QString)> answer) override;
};

} // namespace argosy
