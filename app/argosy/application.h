// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"

#include <argosy/base/clock.h>
#include <argosy/demo/demoserver.h>
#include <argosy/session/session.h>
#include <argosy/ui/dialogservice.h>
#include <argosy/ui/mainwindow.h>
#include <argosy/ui/theme.h>

#include <memory>

class QApplication;

namespace argosy {

/// The composition root: makes everything that lives as long as the program and passes it on. Lives on the GUI thread.
class Application final : public QObject
{
    Q_OBJECT
public:
    Application(QApplication& application, Options options);
    ~Application() override;

    /// Opens the window and does what the command line asks for.
    void start();

private:
    void loadConfig();
    void startDemo();
    void takeDemo(const Result<>& started);
    void openFiles();
    void say(const Error& error);

    Options m_options;
    SystemClock m_clock;
    Paths m_paths;
    WindowSettings m_settings;
    std::shared_ptr<DemoServer> m_demo; // outlives the session that is connected to it
    bool m_demoRuns = false; // it takes a moment to start
    Session m_session;
    Theme m_theme;
    WidgetDialogService m_dialogs;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace argosy
