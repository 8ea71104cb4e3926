// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/paths.h>
#include <argosy/base/result.h>
#include <argosy/ui/page.h>

#include <QByteArray>
#include <QMainWindow>
#include <QMap>

#include <memory>

namespace argosy {

class TopBar;

/// What the window remembers between starts (settings file "window.json" below Paths::config).
struct WindowSettings
{
    QByteArray geometry;
    QString page; ///< id of the page in front
    ThemeMode theme = ThemeMode::System;
    QMap<QString, QString> layouts; ///< by page id
    bool operator==(const WindowSettings&) const = default;
};
/// What the file holds; defaults where it is missing or damaged.
[[nodiscard]] WindowSettings loadWindowSettings(const Paths& paths);
/// Fails with Io.
Result<> saveWindowSettings(const Paths& paths, const WindowSettings& settings);

/**
 * The frame around all pages: navigation, context and connection, arrangement and delivery, status bar. Starts on the
 * list of clusters where none is connected, and goes on to a page when one is Ready; pages can be used without. What
 * kind of context it is shows in the frame's colour and pattern, in the title and in words.
 */
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(UiServices services, const WindowSettings& settings = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Takes it over; pages stand in the navigation in the order they are added, with Ctrl+1, Ctrl+2, …
    void addPage(Page* page);
    void showPage(const QString& id);
    [[nodiscard]] Page* currentPage() const;
    void note(const QString& text); ///< in the status bar, for a while
    [[nodiscard]] WindowSettings settings() const;

Q_SIGNALS:
    void demoRequested(); ///< the embedded cluster: app/ owns it

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void connectSignals(TopBar* topBar);
    void addShortcuts();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace argosy
