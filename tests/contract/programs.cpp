// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"

#include <QProcess>
#include <QStandardPaths>

namespace argosy::test {

using namespace Qt::StringLiterals;

QString Programs::kubectl()
{
    return QStandardPaths::findExecutable(u"kubectl"_s);
}

QString Programs::argosyctl()
{
    return QStringLiteral(ARGOSYCTL);
}

Outcome Programs::run(const QString& program, const QString& list, const QStringList& arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, path(u"home"_s));
    environment.remove(u"KUBECONFIG"_s);
    if (!list.isEmpty())
        environment.insert(u"KUBECONFIG"_s, list);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished())
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace argosy::test
