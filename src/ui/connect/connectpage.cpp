// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectpage.h"

#include "accesschooser.h"
#include "connectionstate.h"
#include "signinpanel.h"

#include <argosy/client/secretfiles.h>
#include <argosy/models/words.h>
#include <argosy/session/session.h>
#include <argosy/ui/dialogservice.h>

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kAccessColumn = 1;

} // namespace

ConnectPage::ConnectPage(UiServices services, QWidget* parent)
    : Page(u"connect"_s, tr("Clusters"), u"page-connect"_s, parent)
    , m_ui(services)
    , m_banner(new Banner(services.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(services.theme, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new PageHeader(m_ui.theme, title(), this);
    header->setSubtitle(tr("Choose the management cluster: the one that Azure Service Operator runs in."));
    header->addAction(button(u"connect.open"_s, u"open"_s, tr("Open kubeconfig…")));
    header->addAction(button(u"connect.demo"_s, u"demo"_s, tr("Embedded cluster")));
    m_banner->setObjectName(u"connect.banner"_s);
    m_empty->setObjectName(u"connect.empty"_s);
    column->addWidget(header);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(buildContexts());
    m_stack->addWidget(m_empty);
    connect(findChild<QPushButton*>(u"connect.open"_s), &QPushButton::clicked, this, &ConnectPage::openKubeconfig);
    connect(findChild<QPushButton*>(u"connect.demo"_s), &QPushButton::clicked, this, &ConnectPage::demoRequested);
    connect(m_empty, &EmptyState::actionTriggered, this, &ConnectPage::demoRequested);
    connect(m_banner, &Banner::actionTriggered, m_banner, &Banner::clear);
    connect(&m_ui.session, &Session::kubeconfigChanged, this, &ConnectPage::fillContexts);
    connect(&m_ui.session, &Session::accessChanged, this, &ConnectPage::showAccess);
    connect(&m_ui.session, &Session::managementChanged, this, &ConnectPage::watchCluster);
    fillContexts();
    watchCluster();
}

QPushButton* ConnectPage::button(const QString& name, const QString& icon, const QString& text)
{
    auto* made = new QPushButton(m_ui.theme.icon(icon), text, this);
    made->setObjectName(name);
    return made;
}

QWidget* ConnectPage::buildContexts()
{
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(space::kPage, space::kControl, space::kPage, space::kPage);
    column->setSpacing(space::kSection);
    m_contexts = new QTreeWidget(pane);
    m_contexts->setObjectName(u"connect.contexts"_s);
    m_contexts->setAccessibleName(tr("Contexts of the kubeconfig"));
    m_contexts->setRootIsDecorated(false);
    m_contexts->setUniformRowHeights(true);
    m_contexts->setAllColumnsShowFocus(true);
    m_contexts->setHeaderLabels({tr("Context"), tr("Access"), tr("Server"), tr("User"), tr("Namespace")});
    m_contexts->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_contexts->header()->setStretchLastSection(true);
    m_connect = button(u"connect.connect"_s, u"connect"_s, tr("Connect"));
    m_connect->setDefault(true);
    m_connect->setIcon(m_ui.theme.icon(u"connect"_s, Tone::OnAccent));
    m_access = new AccessChooser(m_ui.theme, pane);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(space::kSection);
    actions->addWidget(m_connect);
    actions->addWidget(m_access, 1);
    column->addWidget(m_contexts, 1);
    column->addLayout(actions);
    column->addWidget(buildProgress());
    connect(m_connect, &QPushButton::clicked, this, &ConnectPage::connectToSelected);
    connect(m_contexts, &QTreeWidget::itemActivated, this, &ConnectPage::connectToSelected);
    connect(m_contexts, &QTreeWidget::itemSelectionChanged, this, &ConnectPage::showAccess);
    connect(m_access, &AccessChooser::chosen, this, &ConnectPage::keepAccess);
    return pane;
}

QWidget* ConnectPage::buildProgress()
{
    m_progress = new QWidget(this);
    m_progress->setObjectName(u"connect.progress"_s);
    auto* column = new QVBoxLayout(m_progress);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kControl);
    m_steps = new QVBoxLayout;
    m_steps->setSpacing(space::kGroup);
    m_signIn = new SignInPanel(m_ui.theme, m_progress);
    m_error = new QLabel(m_progress);
    m_error->setObjectName(u"connect.error"_s);
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_serverWords = new QLabel(m_progress);
    m_serverWords->setObjectName(u"connect.serverWords"_s);
    m_serverWords->setWordWrap(true);
    m_serverWords->setTextFormat(Qt::PlainText);
    m_serverWords->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_ui.theme.style(m_error, Theme::Text::Body, Tone::Stuck);
    m_ui.theme.style(m_serverWords, Theme::Text::Small, Tone::Muted);
    m_retry = button(u"connect.retry"_s, u"refresh"_s, tr("Try again"));
    column->addLayout(m_steps);
    column->addWidget(m_signIn);
    column->addWidget(m_error);
    column->addWidget(m_serverWords);
    column->addWidget(m_retry, 0, Qt::AlignLeft);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (ClusterSession* cluster = m_ui.session.management())
            cluster->retry();
    });
    connect(m_signIn, &SignInPanel::cancelRequested, this, [this] {
        if (ClusterSession* cluster = m_ui.session.management())
            cluster->connection().cancelSignIn();
    });
    return m_progress;
}

void ConnectPage::fillContexts()
{
    const Kubeconfig& config = m_ui.session.kubeconfig();
    m_contexts->clear();
    for (const KubeContext& context : config.contexts) {
        const KubeCluster* server = config.cluster(context.cluster);
        auto* item = new QTreeWidgetItem(m_contexts,
            {context.name, QString(), server ? server->server : tr("%1 (not in the file)").arg(context.cluster),
                context.user, context.nameSpace.isEmpty() ? u"default"_s : context.nameSpace});
        item->setIcon(0, m_ui.theme.icon(u"context"_s, Tone::Muted));
        item->setData(0, Qt::UserRole, context.name);
        if (context.name == config.currentContext) {
            item->setFont(0, m_ui.theme.font(Theme::Text::Strong));
            item->setToolTip(0, tr("The current context of the kubeconfig"));
            m_contexts->setCurrentItem(item);
        }
    }
    showAccess();
    // The last one takes what is left.
    for (int column = 0; column + 1 < m_contexts->columnCount(); ++column) {
        m_contexts->resizeColumnToContents(column);
        m_contexts->setColumnWidth(column, m_contexts->columnWidth(column) + space::kPage);
    }
    m_empty->setContent(u"page-connect"_s,
        config.files.isEmpty()
            ? tr("There is no kubeconfig: neither KUBECONFIG nor ~/.kube/config names one. Open a file, or try "
                 "everything on the embedded cluster, which needs no network.")
            : tr("The kubeconfig %1 holds no context. Open another one, or try everything on the embedded cluster.")
                  .arg(config.files.join(u", "_s)),
        tr("Start the embedded cluster"));
    m_stack->setCurrentIndex(config.contexts.isEmpty() ? 1 : 0);
    QStringList warnings;
    for (const Error& warning : config.warnings)
        warnings.append(warning.message.translated());
    for (const Message& warning : exposedSecretFiles(config))
        warnings.append(warning.translated());
    if (warnings.isEmpty())
        m_banner->clear();
    else
        m_banner->showMessage(Tone::Degraded, warnings.join(u'\n'), tr("Dismiss"));
}

QString ConnectPage::selectedContext() const
{
    const QList<QTreeWidgetItem*> selected = m_contexts->selectedItems();
    return selected.isEmpty() ? QString() : selected.constFirst()->data(0, Qt::UserRole).toString();
}

void ConnectPage::showAccess()
{
    for (int row = 0; row < m_contexts->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_contexts->topLevelItem(row);
        const Result<AccessMode> mode = m_ui.session.accessOf(item->data(0, Qt::UserRole).toString());
        item->setText(kAccessColumn, mode ? wordFor(*mode).translated() : QString());
        item->setIcon(kAccessColumn, mode ? accessIcon(m_ui.theme, *mode) : QIcon());
    }
    const QString context = selectedContext();
    const Result<AccessMode> mode = m_ui.session.accessOf(context);
    m_connect->setEnabled(!context.isEmpty());
    m_access->setMode(mode ? std::optional(*mode) : std::nullopt);
}

void ConnectPage::keepAccess(AccessMode mode)
{
    if (const Result<> kept = m_ui.session.setAccess(selectedContext(), mode); !kept) {
        m_banner->showMessage(Tone::Stuck, kept.error().message.translated(), tr("Dismiss"));
        showAccess();
    }
}

void ConnectPage::watchCluster()
{
    if (ClusterSession* cluster = m_ui.session.management()) {
        connect(cluster, &ClusterSession::phaseChanged, this, &ConnectPage::showProgress);
        connect(&cluster->connection(), &Connection::stateChanged, this, &ConnectPage::showProgress);
        connect(&cluster->connection(), &Connection::signInChanged, this, &ConnectPage::showProgress);
    }
    showProgress();
}

void ConnectPage::showProgress()
{
    ClusterSession* cluster = m_ui.session.management();
    m_progress->setVisible(cluster != nullptr);
    if (!cluster)
        return;
    showSteps(*cluster);
    const SignIn signIn = cluster->connection().signIn();
    m_signIn->setSignIn(signIn);
    const std::optional<Error>& error = cluster->error();
    m_retry->setText(signIn.phase == SignIn::Phase::Failed ? tr("Sign in again") : tr("Try again"));
    m_error->setVisible(error.has_value());
    m_retry->setVisible(error.has_value());
    const QString words = error && error->status ? error->status->message : QString();
    m_serverWords->setVisible(!words.isEmpty());
    m_error->setText(failureText(*cluster));
    m_serverWords->setText(tr("The server said: %1").arg(words));
}

/// Pills stay: a command that signs in may speak often.
void ConnectPage::showSteps(ClusterSession& cluster)
{
    const QList<ConnectionStep> steps = connectionSteps(cluster);
    while (m_pills.size() < steps.size()) {
        m_pills.append(new StatusPill(m_ui.theme, m_progress));
        m_steps->addWidget(m_pills.constLast(), 0, Qt::AlignLeft);
    }
    for (qsizetype i = 0; i < m_pills.size(); ++i) {
        m_pills[i]->setVisible(i < steps.size());
        if (i < steps.size())
            m_pills[i]->setState(stateIcon(steps[i].state), toneFor(steps[i].state), steps[i].text);
    }
}

void ConnectPage::activate()
{
    showAccess(); // argosyctl may have changed it
    if (m_stack->currentIndex() == 0)
        m_contexts->setFocus();
    else
        m_empty->findChild<QPushButton*>()->setFocus();
}

void ConnectPage::connectToSelected()
{
    const QString context = selectedContext();
    if (context.isEmpty())
        return;
    m_banner->clear();
    const Result<> result = m_ui.session.connectTo(context);
    if (!result)
        m_banner->showMessage(Tone::Stuck, result.error().message.translated(), tr("Dismiss"));
}

void ConnectPage::openKubeconfig()
{
    m_ui.dialogs.openFiles(this,
        {.id = u"connect.openKubeconfig"_s, .title = tr("Open kubeconfig"), .folder = QDir::homePath() + u"/.kube"_s},
        [this](const QStringList& files) {
            if (!files.isEmpty())
                useKubeconfig(files.constFirst());
        });
}

void ConnectPage::useKubeconfig(const QString& path)
{
    if (const Result<> opened = m_ui.session.openKubeconfig(path); !opened)
        m_banner->showMessage(Tone::Stuck, opened.error().message.translated(), tr("Dismiss"));
}

} // namespace argosy
