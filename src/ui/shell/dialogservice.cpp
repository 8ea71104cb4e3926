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
    auto* box = new QMessageBox(parent);
    box->setObjectName(question.id);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(question.title);
    box->setText(question.title);
    box->setInformativeText(question.text);
    QPushButton* accept =
        box->addButton(question.accept, question.dangerous ? QMessageBox::DestructiveRole : QMessageBox::AcceptRole);
    accept->setObjectName(question.id + QStringLiteral(".accept"));
    QPushButton* cancel =
        box->addButton(question.cancel.isEmpty() ? tr("Cancel") : question.cancel, QMessageBox::RejectRole);
    cancel->setObjectName(question.id + QStringLiteral(".cancel"));
    box->setDefaultButton(question.dangerous ? cancel : accept);
    box->setEscapeButton(cancel);
    QObject::connect(box, &QMessageBox::buttonClicked, parent,
        [accept, answer = std::move(answer)](QAbstractButton* clicked) { answer(clicked == accept); });
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
