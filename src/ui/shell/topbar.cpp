// SPDX-License-Identifier: GPL-3.0-or-later
#include "topbar.h"

#include "connect/connectionstate.h"
#include "contextframe.h"

#include <argosy/session/session.h>

#include <QActionGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <array>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

QComboBox* choice(const QString& name, const QString& title, const QString& help, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(title);
    box->setToolTip(help);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

} // namespace

TopBar::TopBar(UiServices services, QWidget* parent)
    : QWidget(parent)
    , m_ui(services)
    , m_context(new QToolButton(this))
    , m_contextMenu(new QMenu(this))
    , m_kindIcon(new IconLabel(services.theme, 16, this))
    , m_kind(new QLabel(this))
    , m_state(new StatusPill(services.theme, this))
    , m_arrangement(choice(u"shell.arrangement"_s, tr("Arrangement"),
          tr("Where AKSNodeClass and NodePool go: the cluster that is made, or the one that Argosy is connected to."),
          this))
    , m_delivery(choice(u"shell.delivery"_s, tr("Delivery"),
          tr("Who applies the manifests: Argosy itself, or an Argo Workflow that carries them."), this))
    , m_look(new QToolButton(this))
{
    setObjectName(u"shell.topbar"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kControl, space::kGroup, space::kControl, space::kGroup + 1);
    row->setSpacing(space::kControl);
    row->addWidget(m_context);
    row->addWidget(m_kindIcon);
    row->addWidget(m_kind);
    row->addSpacing(space::kControl);
    row->addWidget(m_state);
    row->addStretch(1);
    row->addWidget(m_arrangement);
    row->addWidget(m_delivery);
    row->addWidget(m_look);
    buildContext();
    buildWorkspaceChoices();
    buildThemeMenu();
    connect(&m_ui.session, &Session::managementChanged, this, [this] {
        if (ClusterSession* cluster = m_ui.session.management())
            connect(cluster, &ClusterSession::phaseChanged, this, &TopBar::showCluster);
        showCluster();
    });
    connect(&m_ui.session, &Session::accessChanged, this, &TopBar::showCluster);
    if (ClusterSession* cluster = m_ui.session.management())
        connect(cluster, &ClusterSession::phaseChanged, this, &TopBar::showCluster);
    showCluster();
}

void TopBar::buildContext()
{
    m_context->setObjectName(u"shell.context"_s);
    m_context->setPopupMode(QToolButton::InstantPopup);
    m_context->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_context->setIcon(m_ui.theme.icon(u"context"_s));
    m_context->setFocusPolicy(Qt::StrongFocus);
    m_context->setAutoRaise(true);
    m_context->setMinimumHeight(space::kInput);
    m_context->setMenu(m_contextMenu);
    m_context->setToolTip(tr("The cluster that Argosy works with (Ctrl+Shift+K)"));
    m_context->setAccessibleName(tr("Context"));
    m_kind->setObjectName(u"shell.contextKind"_s);
    m_state->setObjectName(u"shell.connection"_s);
    m_ui.theme.style(m_kind, Theme::Text::Strong);
    connect(m_contextMenu, &QMenu::aboutToShow, this, &TopBar::fillContextMenu);
}

void TopBar::buildWorkspaceChoices()
{
    Workspace& workspace = m_ui.session.workspace();
    m_arrangement->addItem(tr("Karpenter in the new cluster"), static_cast<int>(Arrangement::Workload));
    m_arrangement->addItem(tr("Karpenter on this cluster"), static_cast<int>(Arrangement::Management));
    m_delivery->addItem(tr("Apply directly"), static_cast<int>(Delivery::Direct));
    m_delivery->addItem(tr("Through Argo"), static_cast<int>(Delivery::Argo));
    const auto show = [this] {
        const Workspace& shown = m_ui.session.workspace();
        m_arrangement->setCurrentIndex(m_arrangement->findData(static_cast<int>(shown.arrangement())));
        m_delivery->setCurrentIndex(m_delivery->findData(static_cast<int>(shown.delivery())));
    };
    show();
    connect(&workspace, &Workspace::arrangementChanged, this, show);
    connect(&workspace, &Workspace::deliveryChanged, this, show);
    connect(m_arrangement, &QComboBox::activated, this, [this] {
        m_ui.session.workspace().setArrangement(static_cast<Arrangement>(m_arrangement->currentData().toInt()));
    });
    connect(m_delivery, &QComboBox::activated, this,
        [this] { m_ui.session.workspace().setDelivery(static_cast<Delivery>(m_delivery->currentData().toInt())); });
}

void TopBar::buildThemeMenu()
{
    m_look->setObjectName(u"shell.theme"_s);
    m_look->setIcon(m_ui.theme.icon(u"theme"_s, Tone::Muted));
    m_look->setPopupMode(QToolButton::InstantPopup);
    m_look->setAutoRaise(true);
    m_look->setFocusPolicy(Qt::StrongFocus);
    m_look->setToolTip(tr("Light, dark or high contrast"));
    m_look->setAccessibleName(tr("Look"));
    auto* menu = new QMenu(this);
    auto* group = new QActionGroup(menu);
    const auto modes = std::to_array<std::pair<ThemeMode, QString>>(
        {{ThemeMode::System, tr("As the desktop")}, {ThemeMode::Light, tr("Light")}, {ThemeMode::Dark, tr("Dark")},
            {ThemeMode::HighContrast, tr("High contrast")}});
    for (const auto& [mode, title] : modes) {
        QAction* action = menu->addAction(title);
        action->setObjectName(u"shell.theme."_s + toWord(mode));
        action->setCheckable(true);
        action->setChecked(mode == m_ui.theme.mode());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = mode] { m_ui.theme.setMode(chosen); });
    }
    m_look->setMenu(menu);
}

void TopBar::fillContextMenu()
{
    m_contextMenu->clear();
    const ClusterSession* cluster = m_ui.session.management();
    for (const KubeContext& context : m_ui.session.kubeconfig().contexts) {
        QAction* action = m_contextMenu->addAction(context.name);
        action->setObjectName(u"shell.context."_s + context.name);
        action->setCheckable(true);
        action->setChecked(cluster && cluster->endpoint().contextName == context.name);
        connect(action, &QAction::triggered, this, [this, name = context.name] { connectTo(name); });
    }
    m_contextMenu->addSeparator();
    connect(m_contextMenu->addAction(m_ui.theme.icon(u"demo"_s), tr("Embedded cluster")), &QAction::triggered, this,
        &TopBar::demoRequested);
    connect(m_contextMenu->addAction(m_ui.theme.icon(u"connect"_s), tr("Clusters…")), &QAction::triggered, this,
        &TopBar::connectPageRequested);
    if (cluster)
        connect(m_contextMenu->addAction(m_ui.theme.icon(u"disconnect"_s), tr("Disconnect")), &QAction::triggered, this,
            [this] { m_ui.session.disconnect(); });
}

void TopBar::connectTo(const QString& context)
{
    if (const Result<> result = m_ui.session.connectTo(context); !result) {
        Q_EMIT noted(result.error().message.translated());
        Q_EMIT connectPageRequested();
    }
}

void TopBar::showCluster()
{
    const ClusterSession* cluster = m_ui.session.management();
    const ContextKind kind = contextKind(cluster);
    m_context->setText(clusterName(cluster));
    const QString word = kind == ContextKind::Embedded ? tr("Embedded") : contextKindText(kind);
    m_kind->setText(word);
    m_kind->setVisible(!word.isEmpty());
    m_kindIcon->setVisible(!word.isEmpty());
    const Tone tone = kind == ContextKind::Guarded ? Tone::Stuck
        : kind == ContextKind::Embedded            ? Tone::Accent
                                                   : Tone::Muted;
    m_kindIcon->setIcon(kind == ContextKind::Guarded ? u"lock"_s
            : kind == ContextKind::Embedded          ? u"demo"_s
                                                     : u"eye"_s,
        tone);
    m_ui.theme.style(m_kind, Theme::Text::Strong, tone);
    const ConnectionState state = connectionState(cluster);
    m_state->setState(state.icon, state.tone, state.word);
    m_state->setToolTip(state.detail);
}

void TopBar::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_ui.theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.raised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.border);
}

} // namespace argosy
