// SPDX-License-Identifier: GPL-3.0-or-later
#include "buildpage.h"

#include "documentlist.h"
#include "documentview.h"
#include "newclusterdialog.h"

#include <argosy/session/session.h>
#include <argosy/ui/dialogservice.h>
#include <argosy/ui/pages.h>
#include <argosy/ui/widgets.h>

#include <QAction>
#include <QDataStream>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QIODevice>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kListWidth = 204;

} // namespace

Page* createBuildPage(UiServices services, QWidget* parent)
{
    return new BuildPage(services, parent);
}

BuildPage::BuildPage(UiServices services, QWidget* parent)
    : Page(u"build"_s, tr("Build"), u"page-build"_s, parent)
    , m_ui(services)
    , m_layouts(FormLayouts::load(services.session.paths()))
    , m_list(new DocumentList(services.theme, services.session.workspace(), this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(services.theme, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    buildActions();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    auto* line = new QFrame(this);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    column->addWidget(line);
    column->addWidget(m_splitter, 1);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({kListWidth, 1000});
    m_splitter->setChildrenCollapsible(false);
    m_list->setMinimumWidth(140);
    m_empty->setObjectName(u"build.empty"_s);
    m_empty->setContent(u"kind-managedcluster"_s,
        tr("Nothing is open. Start with a new cluster: Argosy writes its resource group, cluster, node class and node "
           "pool, and you change what you need. Or open YAML files that you have."),
        tr("New cluster…"));
    m_stack->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionTriggered, this, &BuildPage::newCluster);
    connect(m_list, &DocumentList::chosen, this, &BuildPage::show);
    followWorkspace();
    show(m_list->current());
}

void BuildPage::followWorkspace()
{
    Workspace& workspace = m_ui.session.workspace();
    connect(&workspace, &Workspace::documentClosing, this, &BuildPage::forget);
    const auto count = [this, &workspace] {
        const int errors = workspace.errorCount();
        setBadge(errors > 0 ? QString::number(errors) : QString(), Tone::Stuck);
    };
    connect(&workspace, &Workspace::analysed, this, count);
    connect(&workspace, &Workspace::unsavedChanged, this, &BuildPage::refreshActions);
    connect(&workspace, &Workspace::documentClosing, this, count, Qt::QueuedConnection);
}

QAction* BuildPage::action(const QString& name, const QString& icon, const QString& text,
    const QList<QKeySequence>& keys, std::function<void()> act)
{
    auto* made = new QAction(m_ui.theme.icon(icon), text, this);
    made->setObjectName(u"build."_s + name);
    made->setShortcuts(keys);
    made->setToolTip(
        keys.isEmpty() ? text : tr("%1 (%2)").arg(text, keys.constFirst().toString(QKeySequence::NativeText)));
    connect(made, &QAction::triggered, this, std::move(act));
    return made;
}

void BuildPage::buildActions()
{
    m_new = action(u"new"_s, u"add"_s, tr("New cluster…"), {QKeySequence::New}, [this] { newCluster(); });
    m_open = action(u"open"_s, u"open"_s, tr("Open…"), {QKeySequence::Open}, [this] { openFiles(); });
    m_save = action(u"save"_s, u"save"_s, tr("Save"), {QKeySequence::Save}, [this] { save(document(), false, {}); });
    m_saveAs = action(u"saveAs"_s, u"save"_s, tr("Save as…"), {QKeySequence(u"Ctrl+Shift+S"_s)},
        [this] { save(document(), true, {}); });
    m_saveAll =
        action(u"saveAll"_s, u"save"_s, tr("Save all"), {QKeySequence(u"Ctrl+Alt+S"_s)}, [this] { saveAll({}); });
    m_close = action(u"close"_s, u"close"_s, tr("Close"), {QKeySequence(u"Ctrl+W"_s)}, [this] { close(); });
    m_undo = action(u"undo"_s, u"undo"_s, tr("Undo"), {QKeySequence::Undo}, [this] { document()->undo(); });
    m_redo = action(u"redo"_s, u"redo"_s, tr("Redo"), {QKeySequence::Redo, QKeySequence(u"Ctrl+Y"_s)},
        [this] { document()->redo(); });
    m_review =
        action(u"review"_s, u"page-plan"_s, tr("Review changes"), {}, [this] { Q_EMIT pageRequested(u"plan"_s); });
    addActions({m_undo, m_redo, m_close});
    const auto local = [this](const QString& name, const QKeySequence& key, std::function<void()> act) {
        addAction(action(name, u"more"_s, name, {key}, std::move(act)));
    };
    local(u"switchFocus"_s, QKeySequence(Qt::Key_F4), [this] {
        if (view())
            view()->switchFocus();
    });
    local(u"nextProblem"_s, QKeySequence(Qt::Key_F8), [this] {
        if (view())
            view()->problems()->step(1);
    });
    local(u"previousProblem"_s, QKeySequence(Qt::SHIFT | Qt::Key_F8), [this] {
        if (view())
            view()->problems()->step(-1);
    });
    local(u"help"_s, QKeySequence(Qt::Key_F1), [this] {
        const QWidget* focus = focusWidget();
        const QString help = view() ? view()->form()->helpOfFocusedField() : QString();
        if (focus && !help.isEmpty())
            QToolTip::showText(focus->mapToGlobal(QPoint(0, focus->height())), help);
    });
}

QPushButton* BuildPage::button(QAction* from)
{
    auto* made = new QPushButton(from->icon(), from->text(), this);
    made->setObjectName(from->objectName() + u".button"_s);
    made->setToolTip(from->toolTip());
    made->setEnabled(from->isEnabled());
    connect(made, &QPushButton::clicked, from, &QAction::trigger);
    connect(from, &QAction::changed, made, [made, from] { made->setEnabled(from->isEnabled()); });
    return made;
}

QWidget* BuildPage::buildBar()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(space::kSection, space::kControl, space::kSection, space::kControl);
    row->setSpacing(space::kControl);
    for (QAction* each : {m_new, m_open, m_save})
        row->addWidget(button(each));
    row->addWidget(buildMore());
    row->addSpacing(space::kControl);
    for (QAction* each : {m_undo, m_redo}) {
        QPushButton* made = button(each);
        made->setAccessibleName(each->text());
        made->setText({});
        made->setFixedWidth(36);
        row->addWidget(made);
    }
    row->addStretch(1);
    QPushButton* review = button(m_review);
    review->setIcon(m_ui.theme.icon(u"page-plan"_s, Tone::OnAccent));
    review->setToolTip(tr("See what an apply would change (Ctrl+Enter)"));
    review->setDefault(true);
    row->addWidget(review);
    return bar;
}

QWidget* BuildPage::buildMore()
{
    auto* more = new QToolButton(this);
    more->setObjectName(u"build.more"_s);
    more->setIcon(m_ui.theme.icon(u"more"_s));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMinimumHeight(space::kInput);
    more->setFocusPolicy(Qt::StrongFocus);
    more->setToolTip(tr("More for files: save under another name, save all, close"));
    more->setAccessibleName(tr("More for files"));
    auto* menu = new QMenu(more);
    menu->addActions({m_saveAs, m_saveAll, m_close});
    more->setMenu(menu);
    return more;
}

QList<QAction*> BuildPage::windowActions() const
{
    return {m_new, m_open, m_save, m_saveAs, m_saveAll};
}

Document* BuildPage::document() const
{
    return m_list->current();
}

DocumentView* BuildPage::view() const
{
    return qobject_cast<DocumentView*>(m_stack->currentWidget());
}

QStringList BuildPage::namesOfKind(const QString& kind) const
{
    QStringList names;
    for (const Document* each : m_ui.session.workspace().documents())
        for (const Analysis::Part& part : each->lastGood()->parts)
            if (part.object.kind == kind && !part.object.name.isEmpty())
                names.append(part.object.name);
    return names;
}

void BuildPage::show(Document* document)
{
    if (!document) {
        m_stack->setCurrentWidget(m_empty);
        m_list->setVisible(m_list->count() > 0);
        refreshActions();
        return;
    }
    m_list->show();
    DocumentView*& shown = m_views[document];
    if (!shown) {
        shown = new DocumentView(
            m_ui.theme, m_layouts, document, [this](const QString& kind) { return namesOfKind(kind); }, m_stack);
        m_stack->addWidget(shown);
        connect(shown, &DocumentView::sizesChanged, this, [this, made = shown] { m_viewSizes = made->saveSizes(); });
        connect(document, &Document::edited, this, &BuildPage::refreshActions, Qt::QueuedConnection);
        connect(document, &Document::fieldRejected, this,
            [this](const FieldPath&, const Message& why) { Q_EMIT noted(why.translated()); });
    }
    if (!m_viewSizes.isEmpty())
        shown->restoreSizes(m_viewSizes);
    m_stack->setCurrentWidget(shown);
    refreshActions();
}

void BuildPage::forget(const Document* document)
{
    delete m_views.take(document);
    QMetaObject::invokeMethod(this, &BuildPage::refreshActions, Qt::QueuedConnection);
}

void BuildPage::refreshActions()
{
    const Document* current = document();
    m_save->setEnabled(current);
    m_saveAs->setEnabled(current);
    m_saveAll->setEnabled(!m_ui.session.workspace().unsaved().isEmpty());
    m_close->setEnabled(current);
    m_undo->setEnabled(current && current->canUndo());
    m_redo->setEnabled(current && current->canRedo());
    m_review->setEnabled(!m_ui.session.workspace().documents().isEmpty());
}

void BuildPage::activate()
{
    if (view())
        view()->form()->focusFirst();
    else
        m_empty->findChild<QPushButton*>()->setFocus();
}

void BuildPage::showField(const QString& file, int part, const FieldPath& path)
{
    const QList<Document*>& documents = m_ui.session.workspace().documents();
    const auto named = std::ranges::find(documents, file, [](const Document* each) { return each->fileName(); });
    if (named == documents.cend())
        return;
    m_list->setCurrent(*named);
    if (view())
        view()->showField(part - 1, path);
}

void BuildPage::newCluster()
{
    Q_EMIT pageRequested(id());
    auto* dialog = new NewClusterDialog(m_ui.theme, m_ui.session.workspace(), this);
    connect(dialog, &NewClusterDialog::created, this, [this](const ClusterSettings& settings) {
        const QList<Document*> added = m_ui.session.workspace().addCluster(settings);
        const auto cluster = std::ranges::find_if(
            added, [](const Document* each) { return each->fileName().contains(u"managedcluster"_s); });
        if (cluster != added.cend())
            m_list->setCurrent(*cluster);
        Q_EMIT noted(
            tr("%n document(s) for %1 were written. They are not saved yet.", nullptr, static_cast<int>(added.size()))
                .arg(settings.name));
    });
    dialog->open();
}

void BuildPage::openFiles()
{
    Q_EMIT pageRequested(id());
    m_ui.dialogs.openFiles(this,
        {.id = u"build.openFiles"_s,
            .title = tr("Open YAML files"),
            .filter = tr("YAML and JSON (*.yaml *.yml *.json)")},
        [this](const QStringList& files) {
            Document* last = nullptr;
            for (const QString& file : files) {
                const Result<Document*> opened = m_ui.session.workspace().open(file);
                if (opened)
                    last = *opened;
                else
                    Q_EMIT noted(opened.error().message.translated());
            }
            if (last)
                m_list->setCurrent(last);
        });
}

void BuildPage::save(Document* document, bool elsewhere, const Saved& saved)
{
    if (!elsewhere && !document->path().isEmpty()) {
        write(document, {}, saved);
        return;
    }
    m_ui.dialogs.saveFile(this,
        {.id = u"build.saveFile"_s,
            .title = tr("Save %1").arg(document->fileName()),
            .filter = tr("YAML (*.yaml *.yml)"),
            .folder = document->path().isEmpty() ? document->fileName() : document->path()},
        [this, document = QPointer<Document>(document), saved](const QString& path) {
            if (document && !path.isEmpty())
                write(document, path, saved);
        });
}

void BuildPage::saveAll(const std::function<void()>& saved)
{
    const QList<Document*> unsaved = m_ui.session.workspace().unsaved();
    const auto fresh = static_cast<int>(
        std::ranges::count_if(unsaved, &QString::isEmpty, [](const Document* each) { return each->path(); }));
    if (fresh == 0) {
        writeAll(saveTargets(unsaved, {}), saved);
        return;
    }
    m_ui.dialogs.chooseFolder(this,
        {.id = u"build.saveAllFolder"_s, .title = tr("Folder for %n new file(s)", nullptr, fresh)},
        [this, saved](const QString& folder) {
            if (!folder.isEmpty())
                replaceAndWrite(saveTargets(m_ui.session.workspace().unsaved(), folder), saved);
        });
}

void BuildPage::replaceAndWrite(const QList<SaveTarget>& targets, const Saved& saved)
{
    const QStringList replaced = replacedFiles(targets);
    if (replaced.isEmpty()) {
        writeAll(targets, saved);
        return;
    }
    m_ui.dialogs.confirm(this,
        {.id = u"build.replaceFiles"_s,
            .title = tr("Replace %n file(s)?", nullptr, static_cast<int>(replaced.size())),
            .text = tr("The folder has files of these names already, and what they hold would be lost: %1.")
                        .arg(replaced.join(u", "_s)),
            .accept = tr("Replace"),
            .dangerous = true},
        [this, targets, saved](bool accepted) {
            if (accepted)
                writeAll(targets, saved);
        });
}

void BuildPage::writeAll(const QList<SaveTarget>& targets, const Saved& saved)
{
    int count = 0;
    QString failure;
    for (const SaveTarget& target : targets) {
        if (!target.document)
            continue;
        const Result<> result = m_ui.session.workspace().save(target.document, target.path);
        if (result)
            ++count;
        else if (failure.isEmpty())
            failure = result.error().message.translated();
    }
    const QString done = tr("Saved %n file(s).", nullptr, count);
    Q_EMIT noted(failure.isEmpty() ? done : tr("%1 %2", "what was saved, what was not").arg(done, failure));
    if (failure.isEmpty() && saved)
        saved();
}

void BuildPage::write(Document* document, const QString& path, const Saved& saved)
{
    const Result<> written = m_ui.session.workspace().save(document, path);
    Q_EMIT noted(written ? tr("Saved %1.").arg(document->path()) : written.error().message.translated());
    if (written && saved)
        saved();
}

void BuildPage::close()
{
    QPointer<Document> current = document();
    if (!current)
        return;
    if (!current->isUnsaved()) {
        m_ui.session.workspace().close(current);
        return;
    }
    const auto closeIt = [this, current] {
        if (current)
            m_ui.session.workspace().close(current);
    };
    m_ui.dialogs.askToSave(this,
        {.id = u"build.closeUnsaved"_s,
            .title = tr("Save %1 before closing it?").arg(current->fileName()),
            .text = current->path().isEmpty() ? tr("It was never saved; its text would be lost.")
                                              : tr("Its changes since it was opened or saved would be lost."),
            .save = tr("Save"),
            .discard = tr("Close without saving")},
        [this, current, closeIt](SaveChoice choice) {
            if (choice == SaveChoice::Discard)
                closeIt();
            else if (choice == SaveChoice::Save && current)
                save(current, false, closeIt);
        });
}

QString BuildPage::saveLayout() const
{
    QByteArray layout;
    QDataStream stream(&layout, QIODevice::WriteOnly);
    stream << m_splitter->saveState() << m_viewSizes;
    return QString::fromLatin1(layout.toBase64());
}

void BuildPage::restoreLayout(const QString& layout)
{
    const QByteArray bytes = QByteArray::fromBase64(layout.toLatin1());
    QDataStream stream(bytes);
    QByteArray splitter;
    stream >> splitter >> m_viewSizes;
    if (!splitter.isEmpty())
        m_splitter->restoreState(splitter);
    if (view() && !m_viewSizes.isEmpty())
        view()->restoreSizes(m_viewSizes);
}

} // namespace argosy
