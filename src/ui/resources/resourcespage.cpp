// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/resourcespage.h>

#include "resourcesview.h"
#include "watchstate.h"

#include <argosy/models/resourcetreebuilder.h>
#include <argosy/session/objectfetch.h>
#include <argosy/session/session.h>

#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

ResourcesPage::ResourcesPage(UiServices services, QWidget* parent)
    : Page(u"resources"_s, tr("Resources"), u"page-resources"_s, parent)
    , m_session(services.session)
    , m_model(new ResourceTreeModel(services.session.clock(), this))
    , m_builder(new ResourceTreeBuilder(services.session.clock(), this))
    , m_fetch(new ObjectFetch(this))
    , m_view(new ResourcesView(services.theme, services.session.clock(), *m_model, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    connect(&m_session, &Session::managementChanged, this, &ResourcesPage::follow);
    connect(m_builder, &ResourceTreeBuilder::built, this, &ResourcesPage::takeTree);
    connect(m_view, &ResourcesView::connectRequested, this, [this] { Q_EMIT pageRequested(u"connect"_s); });
    connect(m_view, &ResourcesView::retryRequested, this, [this] {
        if (ClusterSession* cluster = m_session.management())
            cluster->retry();
    });
    connect(m_view, &ResourcesView::wholeObjectWanted, this, &ResourcesPage::fetchWhole);
    connect(m_fetch, &ObjectFetch::fetched, m_view, &ResourcesView::setWholeObject);
    follow();
}

void ResourcesPage::follow()
{
    ClusterSession* cluster = m_session.management();
    m_fetch->cancel();
    m_model->setTree({});
    m_builder->setStores(cluster ? QList<Store*>{&cluster->store()} : QList<Store*>());
    if (cluster) {
        connect(cluster, &ClusterSession::phaseChanged, this, &ResourcesPage::showWatch);
        connect(&cluster->store(), &Store::kindStateChanged, this, &ResourcesPage::showWatch);
    }
    showWatch();
}

void ResourcesPage::showWatch()
{
    m_view->setWatchState(watchStateOf(m_session.management()));
}

namespace {

int badCount(const QList<TreeNode>& nodes)
{
    int count = 0;
    for (const TreeNode& node : nodes)
        count += node.health.isBad() + badCount(node.children);
    return count;
}

} // namespace

void ResourcesPage::takeTree()
{
    m_model->setTree(m_builder->tree());
    const int bad = badCount(m_builder->tree().roots);
    setBadge(bad > 0 ? QString::number(bad) : QString(), Tone::Stuck);
}

void ResourcesPage::fetchWhole(const ObjectPtr& object)
{
    ClusterSession* cluster = m_session.management();
    if (cluster && object)
        m_fetch->fetch(cluster->target(), *object);
    else
        m_fetch->cancel();
}

void ResourcesPage::showObject(const ObjectRef& object)
{
    m_view->select(object.id());
}

void ResourcesPage::activate()
{
    m_view->focusTree();
}

QString ResourcesPage::saveLayout() const
{
    return QString::fromLatin1(m_view->splitter()->saveState().toBase64());
}

void ResourcesPage::restoreLayout(const QString& layout)
{
    m_view->splitter()->restoreState(QByteArray::fromBase64(layout.toLatin1()));
}

} // namespace argosy
