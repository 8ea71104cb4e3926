// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/loginshell.h>

#include "abandon.h"

#include <QDir>
#include <QProcess>
#include <QTimer>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

/// Around the answer, because profiles greet.
constexpr QLatin1StringView kMarker{"--argosy-search-path--"};

QString ownPath()
{
    return qEnvironmentVariable("PATH");
}

/// What stands between the markers; empty where there are none.
QString marked(const QString& output)
{
    const QStringList parts = output.split(kMarker);
    return parts.size() == 3 ? parts.at(1).trimmed() : QString();
}

/// One question to a shell for all who ask, and its answer for all who ask later.
class LoginShell final
{
public:
    LoginShell(QString shell, std::chrono::milliseconds timeout)
        : m_shell(std::move(shell))
    {
        m_deadline.setSingleShot(true);
        m_deadline.setInterval(timeout);
        QObject::connect(&m_deadline, &QTimer::timeout, m_process, [this] { conclude({}); });
        QObject::connect(m_process, &QProcess::finished, m_process,
            [this] { conclude(marked(QString::fromLocal8Bit(m_process->readAllStandardOutput()))); });
        QObject::connect(m_process, &QProcess::errorOccurred, m_process, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                conclude({});
        });
    }
    ~LoginShell() { abandon(m_process); }
    Q_DISABLE_COPY_MOVE(LoginShell)

    void ask(const std::function<void(const QString&)>& answer)
    {
        if (m_path)
            return answer(*m_path);
        m_waiting.append(answer);
        if (m_waiting.size() == 1)
            start();
    }

private:
    void start()
    {
        // printenv, because not every shell writes its PATH with colons.
        const QString command = u"echo '%1'; printenv PATH; echo '%1'"_s.arg(kMarker);
        m_process->setStandardInputFile(QProcess::nullDevice());
        m_process->setStandardErrorFile(QProcess::nullDevice());
        m_deadline.start();
        m_process->start(m_shell, {u"-l"_s, u"-c"_s, command}, QIODevice::ReadOnly);
    }

    void conclude(const QString& said)
    {
        if (m_path)
            return;
        m_path = mergedSearchPath(said, ownPath());
        m_deadline.stop();
        m_process->kill();
        for (const auto& answer : std::exchange(m_waiting, {}))
            answer(*m_path);
    }

    QString m_shell;
    QProcess* m_process = new QProcess; ///< outlives us until it has ended
    QTimer m_deadline;
    std::optional<QString> m_path; ///< once it is known
    QList<std::function<void(const QString&)>> m_waiting;
};

} // namespace

QString mergedSearchPath(const QString& shells, const QString& own)
{
    QStringList folders;
    for (const QString& folder : QString(shells + QDir::listSeparator() + own).split(QDir::listSeparator()))
        if (QDir::isAbsolutePath(folder) && !folders.contains(folder))
            folders.append(folder);
    return folders.join(QDir::listSeparator());
}

SearchPath loginShellSearchPath(const QString& shell, std::chrono::milliseconds timeout)
{
    return [asked = std::make_shared<LoginShell>(shell, timeout)](const auto& answer) { asked->ask(answer); };
}

} // namespace argosy
