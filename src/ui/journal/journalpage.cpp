// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/journalpage.h>

#include "journalview.h"

#include <argosy/base/pool.h>
#include <argosy/manifest/yaml.h>
#include <argosy/session/session.h>

#include <QAction>
#include <QSplitter>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// What was sent, for people; as it is where it is no JSON.
QString bodyText(const Journal& journal, const QString& hash)
{
    const Result<QByteArray> body = journal.body(hash);
    if (!body)
        return u"# "_s + body.error().message.translated();
    const Result<Json> json = parseJson(*body);
    return json ? emitYaml(*json) : QString::fromUtf8(*body);
}

} // namespace

JournalPage::JournalPage(UiServices services, QWidget* parent)
    : Page(u"journal"_s, tr("Journal"), u"page-journal"_s, parent)
    , m_session(services.session)
    , m_model(new JournalModel(services.session.clock(), this))
    , m_view(new JournalView(services.theme, services.session.clock(), *m_model, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    auto* reloadAction = new QAction(tr("Reload"), this);
    reloadAction->setShortcut(QKeySequence::Refresh);
    reloadAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(reloadAction);
    connect(reloadAction, &QAction::triggered, this, &JournalPage::refresh);
    connect(m_view, &JournalView::reloadRequested, this, &JournalPage::refresh);
    connect(&m_session, &Session::journalChanged, this, &JournalPage::reload);
    connect(m_view, &JournalView::selectionChanged, this, &JournalPage::loadBody);
}

/// A copy reads: the pool may still be at it when the session is gone.
void JournalPage::reload()
{
    runOnPool(
        this, [journal = m_session.journal()] { return journal.entries(); },
        [this](const Result<QList<JournalEntry>>& entries) {
            m_view->setError(entries ? std::nullopt : std::optional(entries.error()));
            if (entries)
                m_model->setEntries(*entries);
        });
}

void JournalPage::refresh()
{
    reload();
    m_session.askAboutOpenWrites();
}

void JournalPage::loadBody()
{
    const std::optional<JournalEntry> entry = m_view->selected();
    const int wanted = ++m_wanted;
    if (!entry || entry->bodyHash.isEmpty())
        return;
    runOnPool(
        this, [journal = m_session.journal(), hash = entry->bodyHash] { return bodyText(journal, hash); },
        [this, wanted](const QString& text) {
            if (wanted == m_wanted)
                m_view->setBody(text);
        });
}

void JournalPage::activate()
{
    refresh();
    m_view->focusTable();
}

QString JournalPage::saveLayout() const
{
    return QString::fromLatin1(m_view->splitter()->saveState().toBase64());
}

void JournalPage::restoreLayout(const QString& layout)
{
    m_view->splitter()->restoreState(QByteArray::fromBase64(layout.toLatin1()));
}

} // namespace argosy
