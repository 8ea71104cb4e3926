// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/kubeconfig.h>

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <chrono>

namespace argosy {

/// How one run of an exec plugin goes.
struct ExecRunPlan
{
    ExecPlugin plugin;
    QByteArray info; ///< KUBERNETES_EXEC_INFO
    QString searchPath; ///< PATH to look in and to pass on; empty: our own
    bool interactive = false; ///< it gets our standard input
    std::chrono::milliseconds timeout;
};

/// One run of an exec plugin. Destroying it ends the process in silence.
class ExecRun final : public QObject
{
    Q_OBJECT
public:
    explicit ExecRun(ExecRunPlan plan, QObject* parent = nullptr);
    ~ExecRun() override;

    /// Signals come later, never from inside this call.
    void start();

Q_SIGNALS:
    void spoke(const QString& text); ///< a piece of what it writes to standard error, for people
    /// Once: what it printed, or Unauthenticated, saying how it failed.
    void finished(const argosy::Result<argosy::Secret>& printed);

private:
    void read();
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void conclude(const Result<Secret>& printed);
    void refuse(const Message& text);

    ExecRunPlan m_plan;
    QProcess* m_process; ///< outlives us until it has ended
    QTimer m_deadline;
    QByteArray m_printed;
    QString m_lastWords; ///< the end of what it wrote to standard error
    bool m_concluded = false;
};

} // namespace argosy
