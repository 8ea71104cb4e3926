// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scripteddialogs.h"

#include <argosy/session/session.h>
#include <argosy/ui/mainwindow.h>
#include <argosy/ui/pages.h>

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace argosy {

/// The whole window over a session of its own in an empty home, not connected.
struct WindowUnderTest
{
    WindowUnderTest()
    {
        addPages(window, {session, theme(), dialogs});
        window.resize(1280, 800);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
    }
    ~WindowUnderTest() { window.hide(); }
    Q_DISABLE_COPY_MOVE(WindowUnderTest)

    /// Adds a document to the workspace and waits until it is analysed and shown.
    Document* add(const QString& name, const QString& text)
    {
        Document* document = session.workspace().add(name, text);
        if (!QTest::qWaitFor([document] { return document->isAnalysed(); }))
            qFatal("the text was never analysed");
        QCoreApplication::processEvents();
        return document;
    }

    /// The first of that name; null, with a warning, where there is none.
    template <class T> T* child(const QString& name)
    {
        T* found = window.findChild<T*>(name);
        if (!found)
            qWarning("no widget is named %s", qPrintable(name));
        return found;
    }

    /// Saves a picture of the window, or of a dialog of it, as NAME.png in the build folder.
    static void shoot(QWidget& widget, const QString& name)
    {
        const QDir folder(QStringLiteral(ARGOSY_SCREENSHOTS));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        QTest::qWait(80); // nested layouts settle over several turns of the event loop
        QVERIFY(widget.grab().save(folder.filePath(name + QStringLiteral(".png"))));
    }
    /// The same in both looks: NAME-light.png and NAME-dark.png.
    void shootBoth(const QString& name) { shootBoth(window, name); }
    static void shootBoth(QWidget& widget, const QString& name)
    {
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
            theme().setMode(mode);
            shoot(widget, name + u'-' + toWord(mode));
        }
    }

    static Theme& theme()
    {
        static Theme instance(*qobject_cast<QApplication*>(QCoreApplication::instance()), ThemeMode::Light);
        return instance;
    }

    QTemporaryDir home;
    SystemClock clock;
    ScriptedDialogs dialogs;
    Session session{Paths::below(home.path()), clock};
    MainWindow window{UiServices{session, theme(), dialogs}};
};

} // namespace argosy
