// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"
#include "terminal.h"

#include <QObject>

namespace argosy {

/// One command on its way: start() may go on in the event loop; finished() comes once.
class Command : public QObject
{
    Q_OBJECT
public:
    Command(Options options, const Terminal& terminal)
        : m_options(std::move(options))
        , m_terminal(terminal)
    { }

    virtual void start() = 0;

Q_SIGNALS:
    void finished(int exitCode);

protected:
    [[nodiscard]] const Options& options() const { return m_options; }
    [[nodiscard]] const Terminal& terminal() const { return m_terminal; }
    [[nodiscard]] bool wantsJson() const { return m_options.output == OutputFormat::Json; }
    /// Says why and ends with exit code 2.
    void trouble(const Error& error)
    {
        m_terminal.report(error);
        Q_EMIT finished(exitcode::kTrouble);
    }

private:
    Options m_options;
    const Terminal& m_terminal;
};

} // namespace argosy
