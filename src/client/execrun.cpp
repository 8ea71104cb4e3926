// SPDX-License-Identifier: GPL-3.0-or-later
#include "execrun.h"

#include "abandon.h"

#include <QDir>
#include <QStandardPaths>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxPrintedBytes = qsizetype{1024} * 1024;
constexpr qsizetype kMaxLastWords = 4096;

QProcessEnvironment environmentOf(const ExecRunPlan& plan)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!plan.searchPath.isEmpty())
        environment.insert(u"PATH"_s, plan.searchPath);
    for (const auto& [name, value] : plan.plugin.environment)
        environment.insert(name, QString::fromUtf8(value.reveal()));
    environment.insert(u"KUBERNETES_EXEC_INFO"_s, QString::fromUtf8(plan.info));
    return environment;
}

Message notFound(const ExecPlugin& plugin)
{
    if (plugin.installHint.isEmpty())
        return message("client", "The command %1, which signs you in, is not found.", {plugin.command});
    return message("client", "The command %1, which signs you in, is not found. %2",
        {plugin.command, plugin.installHint.trimmed()});
}

Message failed(const ExecPlugin& plugin, int exitCode, const QString& lastWords)
{
    const QString code = QString::number(exitCode);
    if (lastWords.isEmpty())
        return message("client", "%1 could not sign you in (exit code %2).", {plugin.command, code});
    return message("client", "%1 could not sign you in (exit code %2): %3", {plugin.command, code, lastWords});
}

} // namespace

ExecRun::ExecRun(ExecRunPlan plan, QObject* parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_process(new QProcess(this))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_plan.timeout).count();
        refuse(message(
            "client", "%1 did not sign you in within %2 seconds.", {m_plan.plugin.command, QString::number(seconds)}));
    });
    connect(m_process, &QProcess::readyReadStandardOutput, this, &ExecRun::read);
    connect(m_process, &QProcess::readyReadStandardError, this, &ExecRun::read);
    connect(m_process, &QProcess::finished, this, &ExecRun::onFinished);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            refuse(message("client", "%1, which signs you in, cannot be started: %2",
                {m_plan.plugin.command, m_process->errorString()}));
    });
}

ExecRun::~ExecRun()
{
    abandon(m_process);
}

void ExecRun::start()
{
    const QStringList folders = m_plan.searchPath.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    const QString program = QStandardPaths::findExecutable(m_plan.plugin.command, folders);
    if (program.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { refuse(notFound(m_plan.plugin)); }, Qt::QueuedConnection);
        return;
    }
    m_process->setProcessEnvironment(environmentOf(m_plan));
    m_process->setProgram(program);
    m_process->setArguments(m_plan.plugin.arguments);
    if (m_plan.interactive)
        m_process->setInputChannelMode(QProcess::ForwardedInputChannel);
    else
        m_process->setStandardInputFile(QProcess::nullDevice());
    m_deadline.start(m_plan.timeout);
    // It may fail inside the call, and the caller is not ready for that.
    QMetaObject::invokeMethod(
        this, [this] { m_process->start(QIODevice::ReadOnly); }, Qt::QueuedConnection);
}

void ExecRun::read()
{
    m_printed += m_process->readAllStandardOutput();
    if (m_printed.size() > kMaxPrintedBytes)
        return refuse(message("client", "%1 printed more than a credential.", {m_plan.plugin.command}));
    const QString words = QString::fromLocal8Bit(m_process->readAllStandardError());
    if (words.isEmpty())
        return;
    m_lastWords = QString(m_lastWords + words).right(kMaxLastWords);
    Q_EMIT spoke(words);
}

void ExecRun::onFinished(int exitCode, QProcess::ExitStatus status)
{
    read();
    if (status == QProcess::CrashExit)
        return refuse(message("client", "%1, which signs you in, was ended from outside.", {m_plan.plugin.command}));
    if (exitCode != 0)
        return refuse(failed(m_plan.plugin, exitCode, m_lastWords.trimmed()));
    conclude(Secret(m_printed));
}

void ExecRun::refuse(const Message& text)
{
    conclude(fail(ErrorKind::Unauthenticated, text));
}

void ExecRun::conclude(const Result<Secret>& printed)
{
    if (std::exchange(m_concluded, true))
        return;
    m_deadline.stop();
    m_process->kill();
    Q_EMIT finished(printed);
}

} // namespace argosy
