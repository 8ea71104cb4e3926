// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/fieldpath.h>
#include <argosy/ui/theme.h>

#include <QList>
#include <QWidget>

#include <functional>

class QAction;

namespace argosy {

class DialogService;
class Session;

/// What every page is given. All of it outlives the pages.
struct UiServices
{
    Session& session;
    Theme& theme;
    DialogService& dialogs;
};

/// One area of the main window: a row of the navigation and what it shows.
class Page : public QWidget
{
    Q_OBJECT
public:
    /// `id` names it in object names ("build", "plan"), `icon` is a name for Theme::icon().
    Page(QString id, QString title, QString icon, QWidget* parent = nullptr);

    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] const QString& title() const { return m_title; }
    [[nodiscard]] const QString& icon() const { return m_icon; }
    /// A short count beside the title ("3"); empty for none.
    [[nodiscard]] const QString& badge() const { return m_badge; }
    [[nodiscard]] Tone badgeTone() const { return m_badgeTone; }

    /// The page has come to the front: put the focus where work starts, ask again for what may be old.
    virtual void activate() { }
    /// Actions whose shortcuts hold wherever the person is; the window owns their reach, the page the actions.
    [[nodiscard]] virtual QList<QAction*> windowActions() const { return {}; }
    /// Brings a field of a document to the cursor, where the page shows documents; `part` is 1-based.
    virtual void showField(const QString& file, int part, const FieldPath& path)
    {
        Q_UNUSED(file)
        Q_UNUSED(part)
        Q_UNUSED(path)
    }
    /// Saves all documents that are not saved, where the page shows documents. Calls back once all are on the disk, and
    /// not at all where the person cancels or the disk refuses.
    virtual void saveAll(const std::function<void()>& saved) { Q_UNUSED(saved) }
    /// Sizes that should come back at the next start, as one opaque text; restore takes what save gave, or nothing.
    [[nodiscard]] virtual QString saveLayout() const { return {}; }
    virtual void restoreLayout(const QString& layout) { Q_UNUSED(layout) }

Q_SIGNALS:
    void badgeChanged();
    /// A quiet note for the status bar.
    void noted(const QString& text);
    /// Another page should come to the front.
    void pageRequested(const QString& id);

protected:
    void setBadge(const QString& text, Tone tone = Tone::Muted);

private:
    QString m_id, m_title, m_icon, m_badge;
    Tone m_badgeTone = Tone::Muted;
};

} // namespace argosy
