// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphview.h"

#include "graphitems.h"

#include <argosy/models/workflownodesmodel.h>

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kColumnGap = 48;
constexpr int kRowGap = 20;
constexpr qreal kZoomStep = 1.15;
constexpr qreal kSmallest = 0.4;
constexpr qreal kLargest = 2;

QPointF positionOf(const GraphPlace& place)
{
    return {qreal(place.column * (StepItem::kWidth + kColumnGap)), place.row * (StepItem::kHeight + kRowGap)};
}

} // namespace

GraphView::GraphView(const Theme& theme, const Clock& clock, QWidget* parent)
    : QGraphicsView(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_empty(new QLabel(tr("No steps have been reported."), viewport()))
{
    setObjectName(u"workflows.graph"_s);
    m_empty->setObjectName(u"workflows.graph.empty"_s);
    theme.style(m_empty, Theme::Text::Body, Tone::Muted);
    auto* middle = new QVBoxLayout(viewport());
    middle->addWidget(m_empty, 0, Qt::AlignCenter);
    setAccessibleName(tr("Steps as a graph"));
    setFrameShape(QFrame::NoFrame);
    setScene(new QGraphicsScene(this));
    setDragMode(QGraphicsView::ScrollHandDrag);
    setRenderHint(QPainter::Antialiasing);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    connect(&theme, &Theme::changed, this, &GraphView::takeColors);
    takeColors();
}

void GraphView::takeColors()
{
    setBackgroundBrush(m_theme.tokens().base);
    viewport()->update();
}

QString GraphView::durationText(const WorkflowNode& node) const
{
    return durationOf(node.started, node.finished, m_clock.now());
}

void GraphView::setNodes(const QList<WorkflowNode>& nodes)
{
    const GraphDrawing drawing = drawingOf(nodes);
    m_empty->setVisible(drawing.steps.isEmpty());
    placeSteps(drawing);
    if (drawing.before != m_before || drawing.places != m_places)
        drawEdges(drawing);
}

void GraphView::placeSteps(const GraphDrawing& drawing)
{
    QHash<QString, StepItem*> left = std::exchange(m_steps, {});
    for (const WorkflowNode& node : drawing.steps) {
        StepItem* item = left.take(node.id);
        if (!item) {
            item = new StepItem(m_theme);
            scene()->addItem(item);
            connect(item, &StepItem::chosen, this, &GraphView::chosen);
        }
        item->setStep(node, durationText(node));
        item->setPos(positionOf(drawing.places.value(node.id)));
        item->setCurrent(node.id == m_current);
        m_steps.insert(node.id, item);
    }
    qDeleteAll(left);
}

void GraphView::drawEdges(const GraphDrawing& drawing)
{
    const bool fresh = m_places.isEmpty();
    m_before = drawing.before;
    m_places = drawing.places;
    qDeleteAll(m_edges);
    m_edges.clear();
    for (auto it = m_before.cbegin(); it != m_before.cend(); ++it)
        for (const QString& earlier : it.value()) {
            const QPointF from =
                positionOf(m_places.value(earlier)) + QPointF(StepItem::kWidth, StepItem::kHeight / 2.0);
            const QPointF to = positionOf(m_places.value(it.key())) + QPointF(0, StepItem::kHeight / 2.0);
            auto* edge = new EdgeItem(m_theme, from, to);
            scene()->addItem(edge);
            m_edges.append(edge);
        }
    constexpr qreal kMargin = space::kPage;
    setSceneRect(scene()->itemsBoundingRect().adjusted(-kMargin, -kMargin, kMargin, kMargin));
    if (fresh)
        horizontalScrollBar()->setValue(horizontalScrollBar()->minimum());
}

void GraphView::setCurrent(const QString& id)
{
    if (id == m_current)
        return;
    m_current = id;
    for (auto it = m_steps.cbegin(); it != m_steps.cend(); ++it)
        it.value()->setCurrent(it.key() == id);
    if (const StepItem* item = m_steps.value(id))
        ensureVisible(item, space::kPage, space::kPage);
}

void GraphView::refreshDurations()
{
    for (StepItem* item : std::as_const(m_steps)) {
        const WorkflowNode node = item->node();
        item->setStep(node, durationText(node));
    }
}

void GraphView::zoom(qreal factor)
{
    const qreal next = transform().m11() * factor;
    if (next >= kSmallest && next <= kLargest)
        scale(factor, factor);
}

void GraphView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier))
        zoom(event->angleDelta().y() > 0 ? kZoomStep : 1 / kZoomStep);
    else
        QGraphicsView::wheelEvent(event);
}

void GraphView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::ZoomIn))
        zoom(kZoomStep);
    else if (event->matches(QKeySequence::ZoomOut))
        zoom(1 / kZoomStep);
    else
        QGraphicsView::keyPressEvent(event);
}

} // namespace argosy
