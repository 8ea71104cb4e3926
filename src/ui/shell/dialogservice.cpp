// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/dialogservice.h>

#include <QAbstractButton>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace argosy {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("DialogService", text);
}

QMessageBox* messageBox(QWidget* parent, const QString& id, const QString& title, const QString& text)
{
    auto* box = new QMessageBox(parent);
    box->setObjectName(id);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(title);
    box->setText(title);
    box->setInformativeText(text);
    return box;
}

/// `name` follows the box's own in the button's.
QPushButton* addButton(QMessageBox* box, const QString& text, QMessageBox::ButtonRole role, const char* name)
{
    QPushButton* button = box->addButton(text, role);
    button->setObjectName(box->objectName() + u'.' + QLatin1String(name));
    return button;
}

QPushButton* addCancel(QMessageBox* box, const QString& text)
{
    QPushButton* cancel = addButton(box, text.isEmpty() ? tr("Cancel") : text, QMessageBox::RejectRole, "cancel");
    box->setEscapeButton(cancel);
    return cancel;
}

QFileDialog* fileDialog(QWidget* parent, const FileQuestion& question)
{
    auto* dialog = new QFileDialog(parent, question.title, question.folder, question.filter);
    dialog->setObjectName(question.id);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

/// Answers with the one path that is chosen, or with none.
void openForOne(QFileDialog* dialog, QWidget* parent, std::function<void(QString)> answer)
{
    QObject::connect(dialog, &QFileDialog::finished, parent, [dialog, answer = std::move(answer)](int result) {
        answer(result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString());
    });
    dialog->open();
}

} // namespace

void WidgetDialogService::confirm(QWidget* parent, const Question& question, std::function<void(bool)> answer)
{
    QMessageBox* box = messageBox(parent, question.id, question.title, question.text);
    const auto role = question.dangerous ? QMessageBox::DestructiveRole : QMessageBox::AcceptRole;
    QPushButton* accept = addButton(box, question.accept, role, "accept");
    QPushButton* cancel = addCancel(box, question.cancel);
    box->setDefaultButton(question.dangerous ? cancel : accept);
    QObject::connect(box, &QMessageBox::buttonClicked, parent,
        [accept, answer = std::move(answer)](QAbstractButton* clicked) { answer(clicked == accept); });
    box->open();
}

void WidgetDialogService::askToSave(
    QWidget* parent, const SaveQuestion& question, std::function<void(SaveChoice)> answer)
{
    QMessageBox* box = messageBox(parent, question.id, question.title, question.text);
    QPushButton* save = addButton(box, question.save, QMessageBox::AcceptRole, "save");
    QPushButton* discard = addButton(box, question.discard, QMessageBox::DestructiveRole, "discard");
    addCancel(box, {});
    box->setDefaultButton(save);
    QObject::connect(box, &QMessageBox::buttonClicked, parent,
        [save, discard, answer = std::move(answer)](QAbstractButton* clicked) {
            if (clicked == save)
                answer(SaveChoice::Save);
            else
                answer(clicked == discard ? SaveChoice::Discard : SaveChoice::Cancel);
        });
    box->open();
}

void WidgetDialogService::openFiles(
    QWidget* parent, const FileQuestion& question, std::function<void(QStringList)> answer)
{
    QFileDialog* dialog = fileDialog(parent, question);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::finished, parent, [dialog, answer = std::move(answer)](int result) {
        answer(result == QDialog::Accepted ? dialog->selectedFiles() : QStringList());
    });
    dialog->open();
}

void WidgetDialogService::saveFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> answer)
{
    FileQuestion inFolder = question;
    const QFileInfo proposed(question.folder);
    inFolder.folder = proposed.absolutePath();
    QFileDialog* dialog = fileDialog(parent, inFolder);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QStringLiteral("yaml"));
    if (!proposed.fileName().isEmpty())
        dialog->selectFile(proposed.fileName());
    openForOne(dialog, parent, std::move(answer));
}

void WidgetDialogService::chooseFolder(
    QWidget* parent, const FileQuestion& question, std::function<void(QString)> answer)
{
    QFileDialog* dialog = fileDialog(parent, question);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    openForOne(dialog, parent, std::move(answer));
}

} // namespace argosy
