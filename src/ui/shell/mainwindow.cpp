// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/mainwindow.h>

#include "connect/connectionstate.h"
#include "connect/connectpage.h"
#include "contextframe.h"
#include "navigation.h"
#include "topbar.h"

#include <argosy/session/session.h>
#include <argosy/ui/dialogservice.h>

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kNoteMs = 8000;
constexpr int kNamedFiles = 8; // a question names no more
constexpr QSize kMinimumSize{860, 560};
constexpr QSize kFirstSize{1360, 860};

/// The names, as far as a question can hold them.
QString listed(const QStringList& names)
{
    const auto more = static_cast<int>(names.size()) - kNamedFiles;
    const QString shown = QStringList(names.first(std::min<qsizetype>(names.size(), kNamedFiles))).join(u", "_s);
    return more > 0 ? MainWindow::tr("%1 and %n more", nullptr, more).arg(shown) : shown;
}

} // namespace

class MainWindow::Private
{
public:
    explicit Private(UiServices services)
        : ui(services)
    { }

    void showContext(MainWindow* window) const;
    void showWarnings() const;
    void leaveConnectPage(MainWindow* window) const;
    void showProblems();
    [[nodiscard]] Page* page(const QString& id) const;
    [[nodiscard]] QStringList unsavedFiles() const;

    UiServices ui;
    ContextFrame* frame = nullptr;
    Banner* warnings = nullptr; ///< about the connection, for as long as it lasts
    Navigation* navigation = nullptr;
    QStackedWidget* stack = nullptr;
    ConnectPage* connectPage = nullptr;
    QList<Page*> pages; ///< those of the navigation
    StatusPill* problems = nullptr;
    QMap<QString, QString> layouts; ///< of pages that were not added this time, too
    QString wantedPage; ///< the page in front at the last quit
    bool closing = false;
};

void MainWindow::Private::showWarnings() const
{
    const ClusterSession* cluster = ui.session.management();
    QStringList texts;
    for (const Message& warning : cluster ? warningsAbout(cluster->endpoint()) : QList<Message>())
        texts.append(warning.translated());
    if (texts.isEmpty())
        warnings->clear();
    else
        warnings->showMessage(Tone::Degraded, texts.join(u'\n'));
}

void MainWindow::Private::showContext(MainWindow* window) const
{
    const ClusterSession* cluster = ui.session.management();
    const ContextKind kind = contextKind(cluster);
    frame->setKind(kind);
    const QString word = contextKindText(kind);
    const QString name = cluster ? clusterName(cluster) : MainWindow::tr("not connected");
    window->setWindowTitle(word.isEmpty() || kind == ContextKind::Embedded
            ? MainWindow::tr("%1[*] — Argosy", "[*] is where an asterisk stands for unsaved files").arg(name)
            : MainWindow::tr("%1 (%2)[*] — Argosy").arg(name, word));
    showWarnings();
}

/// Once there is a cluster to work with.
void MainWindow::Private::leaveConnectPage(MainWindow* window) const
{
    const ClusterSession* cluster = ui.session.management();
    if (cluster && cluster->phase() == ClusterSession::Phase::Ready && stack->currentWidget() == connectPage
        && !pages.isEmpty())
        window->showPage(page(wantedPage) ? wantedPage : pages.constFirst()->id());
}

void MainWindow::Private::showProblems()
{
    const int errors = ui.session.workspace().errorCount();
    if (errors > 0)
        problems->setState(u"problem-error"_s, Tone::Stuck, MainWindow::tr("%n problem(s)", nullptr, errors));
    else
        problems->setState(u"state-healthy"_s, Tone::Healthy, MainWindow::tr("No problems"));
    problems->setVisible(!ui.session.workspace().documents().isEmpty());
}

Page* MainWindow::Private::page(const QString& id) const
{
    const auto it = std::ranges::find(pages, id, &Page::id);
    return it == pages.cend() ? nullptr : *it;
}

QStringList MainWindow::Private::unsavedFiles() const
{
    QStringList names;
    for (const Document* document : ui.session.workspace().unsaved())
        names.append(document->fileName());
    return names;
}

MainWindow::MainWindow(UiServices services, const WindowSettings& settings, QWidget* parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(services))
{
    setObjectName(u"shell"_s);
    setMinimumSize(kMinimumSize);
    d->layouts = settings.layouts;
    d->wantedPage = settings.page;
    d->frame = new ContextFrame(services.theme, this);
    d->navigation = new Navigation(services.theme, d->frame);
    d->stack = new QStackedWidget(d->frame);
    d->connectPage = new ConnectPage(services, d->stack);
    d->stack->addWidget(d->connectPage);
    auto* topBar = new TopBar(services, d->frame);
    auto* column = new QVBoxLayout(d->frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    d->warnings = new Banner(services.theme, d->frame);
    d->warnings->setObjectName(u"shell.warning"_s);
    column->addWidget(topBar);
    column->addWidget(d->warnings);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(d->navigation);
    auto* line = new QFrame(d->frame);
    line->setObjectName(u"shell.line"_s);
    line->setFixedWidth(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    row->addWidget(line);
    row->addWidget(d->stack, 1);
    column->addLayout(row, 1);
    setCentralWidget(d->frame);
    d->problems = new StatusPill(services.theme, this);
    d->problems->setObjectName(u"shell.problems"_s);
    statusBar()->setObjectName(u"shell.status"_s);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(space::kControl, 0, space::kControl, 0);
    statusBar()->addPermanentWidget(d->problems);
    connectSignals(topBar);
    addShortcuts();
    if (settings.geometry.isEmpty() || !restoreGeometry(settings.geometry))
        resize(kFirstSize);
    d->showProblems();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectSignals(TopBar* topBar)
{
    Session& session = d->ui.session;
    connect(d->navigation, &Navigation::pageChosen, this, &MainWindow::showPage);
    connect(d->connectPage, &ConnectPage::demoRequested, this, &MainWindow::demoRequested);
    connect(topBar, &TopBar::demoRequested, this, &MainWindow::demoRequested);
    connect(topBar, &TopBar::connectPageRequested, this, [this] { showPage(d->connectPage->id()); });
    connect(topBar, &TopBar::noted, this, &MainWindow::note);
    const auto follow = [this] {
        if (ClusterSession* cluster = d->ui.session.management())
            connect(cluster, &ClusterSession::phaseChanged, this, [this] { d->leaveConnectPage(this); });
        d->showContext(this);
        d->leaveConnectPage(this);
    };
    connect(&session, &Session::managementChanged, this, follow);
    connect(&session, &Session::accessChanged, this, [this] { d->showContext(this); });
    follow();
    const auto mark = [this] { setWindowModified(!d->ui.session.workspace().unsaved().isEmpty()); };
    connect(&session.workspace(), &Workspace::unsavedChanged, this, mark);
    mark();
    connect(&session.workspace(), &Workspace::analysed, this, [this] { d->showProblems(); });
    connect(&session.workspace(), &Workspace::documentAdded, this, [this] { d->showProblems(); });
    connect(
        &session.workspace(), &Workspace::documentClosing, this, [this] { d->showProblems(); }, Qt::QueuedConnection);
}

void MainWindow::addShortcuts()
{
    const auto shortcut = [this](const QString& name, const QList<QKeySequence>& keys, auto act) {
        auto* action = new QAction(this);
        action->setObjectName(name);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    shortcut(u"shell.quit"_s, {QKeySequence(u"Ctrl+Q"_s)}, [this] { close(); });
    shortcut(u"shell.clusters"_s, {QKeySequence(u"Ctrl+Shift+K"_s)}, [this] { showPage(d->connectPage->id()); });
    shortcut(u"shell.plan"_s, {QKeySequence(u"Ctrl+Return"_s), QKeySequence(u"Ctrl+Enter"_s)},
        [this] { showPage(u"plan"_s); });
}

void MainWindow::addPage(Page* page)
{
    d->pages.append(page);
    d->stack->addWidget(page);
    d->navigation->addPage(page);
    page->restoreLayout(d->layouts.value(page->id()));
    addActions(page->windowActions());
    connect(page, &Page::noted, this, &MainWindow::note);
    connect(page, &Page::pageRequested, this, &MainWindow::showPage);
    auto* action = new QAction(page->title(), this);
    action->setObjectName(u"shell.page."_s + page->id());
    action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(d->pages.size())));
    connect(action, &QAction::triggered, this, [this, page] { showPage(page->id()); });
    addAction(action);
    const ClusterSession* cluster = d->ui.session.management();
    if (cluster && (d->pages.size() == 1 || page->id() == d->wantedPage))
        showPage(page->id());
}

void MainWindow::showPage(const QString& id)
{
    Page* next = id == d->connectPage->id() ? d->connectPage : d->page(id);
    if (!next)
        return;
    d->stack->setCurrentWidget(next);
    d->navigation->setCurrentPage(id);
    next->activate();
}

Page* MainWindow::currentPage() const
{
    return qobject_cast<Page*>(d->stack->currentWidget());
}

void MainWindow::note(const QString& text)
{
    statusBar()->showMessage(text, kNoteMs);
}

WindowSettings MainWindow::settings() const
{
    WindowSettings settings{.geometry = saveGeometry(),
        .page = currentPage() == d->connectPage ? d->wantedPage : currentPage()->id(),
        .theme = d->ui.theme.mode(),
        .layouts = d->layouts};
    for (const Page* page : d->pages)
        settings.layouts.insert(page->id(), page->saveLayout());
    return settings;
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    // Whoever comes back from a terminal may have changed a mode there.
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        d->ui.session.rereadAccess();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    const QStringList unsaved = d->unsavedFiles();
    if (d->closing || unsaved.isEmpty()) {
        event->accept();
        return;
    }
    event->ignore();
    d->ui.dialogs.askToSave(this,
        {.id = u"shell.quitUnsaved"_s,
            .title = tr("Save %n file(s) before quitting?", nullptr, static_cast<int>(unsaved.size())),
            .text = tr("What is not saved of these would be lost: %1.").arg(listed(unsaved)),
            .save = tr("Save all"),
            .discard = tr("Quit without saving")},
        [this](SaveChoice choice) {
            d->closing = choice == SaveChoice::Discard;
            if (choice == SaveChoice::Discard)
                close();
            else if (choice == SaveChoice::Save)
                for (Page* page : std::as_const(d->pages))
                    page->saveAll([this] { close(); });
        });
}

} // namespace argosy
