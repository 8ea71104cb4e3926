// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"

#include <argosy/base/pool.h>
#include <argosy/client/loginshell.h>
#include <argosy/ui/commandpermission.h>
#include <argosy/ui/pages.h>

#include <QApplication>
#include <QDirIterator>
#include <QFileInfo>

namespace argosy {

namespace {

QStringList filesIn(const QString& path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    QStringList files;
    QDirIterator it(path, {QStringLiteral("*.yaml"), QStringLiteral("*.yml")}, QDir::Files);
    while (it.hasNext())
        files.append(it.next());
    files.sort();
    return files;
}

} // namespace

Application::Application(QApplication& application, Options options)
    : m_options(std::move(options))
    , m_paths(Paths::fromEnvironment())
    , m_settings(loadWindowSettings(m_paths))
    , m_session(m_paths, m_clock)
    , m_theme(application, m_settings.theme)
{
    const UiServices services{m_session, m_theme, m_dialogs};
    m_window = std::make_unique<MainWindow>(services, m_settings);
    addPages(*m_window, services);
    m_session.setSignIn(
        {.mayRun = askBeforeRunning(m_paths, m_dialogs, m_window.get()), .searchPath = loginShellSearchPath()});
    connect(m_window.get(), &MainWindow::demoRequested, this, &Application::startDemo);
    connect(&m_session, &Session::kubeconfigFailed, this, &Application::say);
}

Application::~Application()
{
    // Losing the settings of a window is no reason to keep it open.
    (void)saveWindowSettings(m_paths, m_window->settings());
}

void Application::start()
{
    loadConfig();
    m_window->show();
    openFiles();
    if (m_options.demo)
        startDemo();
}

void Application::loadConfig()
{
    if (const auto opened = m_session.openKubeconfig(m_options.kubeconfig); !opened)
        return say(opened.error());
    const bool asked = !m_options.kubeconfig.isEmpty() || !m_options.context.isEmpty();
    if (m_options.demo || !asked)
        return; // without a word from the command line a person chooses
    if (const auto connected = m_session.connectTo(m_options.context); !connected)
        say(connected.error());
}

/// Making certificates and reading the catalogue takes a moment: not on this thread.
void Application::startDemo()
{
    if (m_demo) {
        if (m_demoRuns)
            takeDemo({});
        return;
    }
    m_window->note(tr("The embedded cluster is starting…"));
    m_demo = std::make_shared<DemoServer>(DemoOptions{.speed = m_options.demoSpeed});
    runOnPool(
        this, [demo = m_demo] { return demo->start(); }, [this](const Result<>& started) { takeDemo(started); });
}

void Application::takeDemo(const Result<>& started)
{
    m_window->note({}); // that it is starting
    if (!started) {
        m_demo.reset();
        return say(started.error());
    }
    m_demoRuns = true;
    const auto config = parseKubeconfig(m_demo->kubeconfig(), QString(), tr("the embedded cluster"));
    auto endpoint = config ? endpointFor(*config, QString(), ClusterId::management()) : fail(config.error());
    if (!endpoint)
        return say(endpoint.error());
    endpoint->contextName.clear(); // it is no context of anybody's kubeconfig
    m_session.connectTo(std::move(*endpoint));
}

void Application::openFiles()
{
    for (const QString& path : std::as_const(m_options.files))
        for (const QString& file : filesIn(path))
            if (const auto opened = m_session.workspace().open(file); !opened)
                say(opened.error());
}

void Application::say(const Error& error)
{
    m_window->note(error.message.translated());
}

} // namespace argosy
