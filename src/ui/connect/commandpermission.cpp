// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/commandpermission.h>

#include <argosy/session/approvals.h>
#include <argosy/ui/dialogservice.h>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandPermission", text);
}

/// As a shell would need it, so that where one argument ends and the next begins can be seen.
QString commandLine(const ExecPlugin& command)
{
    QStringList words;
    for (const ExecPlugin::Variable& variable : command.environment)
        words.append(variable.name + u"=…"_s); // a value may be a secret
    words.append(command.command);
    for (const QString& argument : command.arguments)
        words.append(argument.isEmpty() || argument.contains(u' ') ? QString(u'\'' + argument + u'\'') : argument);
    return words.join(u' ');
}

Question questionFor(const ExecPlugin& command)
{
    return {.id = u"connect.command.confirm"_s,
        .title = tr("Run %1 to sign in?").arg(command.command),
        .text = tr("%1 signs in with this command:\n\n%2\n\nIt runs on this computer with your rights. Allow it where "
                   "you know where the file comes from. You are asked once for each file and command.")
                    .arg(command.file, commandLine(command)),
        .accept = tr("Run command"),
        .dangerous = true};
}

} // namespace

CommandPolicy askBeforeRunning(const Paths& paths, DialogService& dialogs, QWidget* parent)
{
    return [approvals = Approvals(paths), &dialogs, parent](
               const ExecPlugin& command, const std::function<void(bool)>& answer) {
        if (approvals.isAllowed(command))
            return answer(true);
        dialogs.confirm(parent, questionFor(command), [approvals, command, answer](bool accepted) mutable {
            if (accepted)
                (void)approvals.allow(command);
            answer(accepted);
        });
    };
}

} // namespace argosy
