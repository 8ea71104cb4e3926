// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

namespace argosy::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 30'000;

} // namespace

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
    for (const QString& variable : {u"KUBECONFIG"_s, u"XDG_CONFIG_HOME"_s, u"XDG_STATE_HOME"_s})
        environment.remove(variable);
    if (!list.isEmpty())
        environment.insert(u"KUBECONFIG"_s, list);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, kPatienceMs))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace argosy::test
