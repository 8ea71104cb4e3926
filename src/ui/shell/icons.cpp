// SPDX-License-Identifier: GPL-3.0-or-later
#include "icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr double kGrid = 24;
constexpr double kStroke = 1.5;

QByteArray iconSource(const QString& name)
{
    QFile file(u":/argosy/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        file.setFileName(u":/argosy/icons/kind-unknown.svg"_s);
        if (!file.open(QIODevice::ReadOnly))
            return {};
    }
    return file.readAll();
}

QByteArray tinted(QByteArray svg, const QColor& color, double stroke)
{
    svg.replace("#000", color.name().toLatin1());
    const QByteArray width = "stroke-width=\"" + QByteArray::number(stroke, 'f', 3) + '"';
    svg.replace("stroke-width=\"1.5\"", width);
    return svg;
}

QPixmap rendered(const QString& name, const QColor& color, const QSize& size)
{
    const QString key = u"argosy-icon/%1/%2/%3x%4"_s.arg(
        name, color.name(), QString::number(size.width()), QString::number(size.height()));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const double side = std::min(size.width(), size.height());
    // Below the grid's own size the lines would become thinner than what reads well.
    const double stroke = side < kGrid ? kStroke * std::min(kGrid / std::max(side, 1.0), 1.4) : kStroke;
    QSvgRenderer renderer(tinted(iconSource(name), color, stroke));
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side));
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace

ThemeIconEngine::ThemeIconEngine(const Theme* theme, QString name, Tone tone)
    : m_theme(theme)
    , m_name(std::move(name))
    , m_tone(tone)
{ }

QColor ThemeIconEngine::color(QIcon::Mode mode) const
{
    if (!m_theme)
        return Qt::gray;
    return mode == QIcon::Disabled ? m_theme->tokens().disabled : m_theme->tokens().color(m_tone);
}

void ThemeIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State)
{
    const qreal ratio = painter->device()->devicePixelRatio();
    painter->drawPixmap(rect, rendered(m_name, color(mode), (QSizeF(rect.size()) * ratio).toSize()));
}

QPixmap ThemeIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State)
{
    return rendered(m_name, color(mode), size);
}

QIconEngine* ThemeIconEngine::clone() const
{
    return new ThemeIconEngine(*this);
}

QString ThemeIconEngine::key() const
{
    return u"argosy"_s;
}

QString kindIcon(const GroupKind& kind)
{
    static const QHash<QString, QString> names{
        {u"ResourceGroup.resources.azure.com"_s, u"kind-resourcegroup"_s},
        {u"ManagedCluster.containerservice.azure.com"_s, u"kind-managedcluster"_s},
        {u"ManagedClustersAgentPool.containerservice.azure.com"_s, u"kind-agentpool"_s},
        {u"UserAssignedIdentity.managedidentity.azure.com"_s, u"kind-identity"_s},
        {u"FederatedIdentityCredential.managedidentity.azure.com"_s, u"kind-identity"_s},
        {u"NodePool.karpenter.sh"_s, u"kind-nodepool"_s},
        {u"NodeClaim.karpenter.sh"_s, u"kind-nodeclaim"_s},
        {u"AKSNodeClass.karpenter.azure.com"_s, u"kind-aksnodeclass"_s},
        {u"Workflow.argoproj.io"_s, u"kind-workflow"_s},
        {u"WorkflowTemplate.argoproj.io"_s, u"kind-workflowtemplate"_s},
        {u"ClusterWorkflowTemplate.argoproj.io"_s, u"kind-workflowtemplate"_s},
        {u"ResourceGraphDefinition.kro.run"_s, u"kind-resourcegraphdefinition"_s},
        {u"AKSCluster.kro.run"_s, u"kind-akscluster"_s},
        {u"Node"_s, u"kind-node"_s},
        {u"Pod"_s, u"kind-pod"_s},
        {u"Secret"_s, u"kind-secret"_s},
        {u"ConfigMap"_s, u"kind-configmap"_s},
        {u"Namespace"_s, u"kind-namespace"_s},
        {u"ServiceAccount"_s, u"kind-serviceaccount"_s},
        {u"Role.rbac.authorization.k8s.io"_s, u"kind-rbac"_s},
        {u"RoleBinding.rbac.authorization.k8s.io"_s, u"kind-rbac"_s},
        {u"ClusterRole.rbac.authorization.k8s.io"_s, u"kind-rbac"_s},
        {u"ClusterRoleBinding.rbac.authorization.k8s.io"_s, u"kind-rbac"_s},
    };
    return names.value(kind.toString(), u"kind-unknown"_s);
}

QString stateIcon(Health::State state)
{
    switch (state) {
    case Health::State::Healthy: return u"state-healthy"_s;
    case Health::State::Progressing: return u"state-progressing"_s;
    case Health::State::Suspended: return u"state-suspended"_s;
    case Health::State::Degraded: return u"state-degraded"_s;
    case Health::State::Stuck: return u"state-stuck"_s;
    case Health::State::Terminating: return u"state-terminating"_s;
    case Health::State::Missing: return u"state-missing"_s;
    case Health::State::Unknown: break;
    }
    return u"state-unknown"_s;
}

QString stateGlyph(Health::State state)
{
    switch (state) {
    case Health::State::Healthy: return u"✔"_s;
    case Health::State::Progressing: return u"◐"_s;
    case Health::State::Suspended: return u"⏸"_s;
    case Health::State::Degraded: return u"▲"_s;
    case Health::State::Stuck: return u"■"_s;
    case Health::State::Terminating: return u"⌫"_s;
    case Health::State::Missing: return u"○"_s;
    case Health::State::Unknown: break;
    }
    return u"?"_s;
}

QString stateText(Health::State state)
{
    switch (state) {
    case Health::State::Healthy: return Theme::tr("Healthy");
    case Health::State::Progressing: return Theme::tr("Progressing");
    case Health::State::Suspended: return Theme::tr("Suspended");
    case Health::State::Degraded: return Theme::tr("Degraded");
    case Health::State::Stuck: return Theme::tr("Stuck");
    case Health::State::Terminating: return Theme::tr("Terminating");
    case Health::State::Missing: return Theme::tr("Missing");
    case Health::State::Unknown: break;
    }
    return Theme::tr("Unknown");
}

} // namespace argosy
