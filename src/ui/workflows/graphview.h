// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graphlayout.h"

#include <argosy/base/clock.h>
#include <argosy/ui/theme.h>

#include <QGraphicsView>

class QLabel;

namespace argosy {

class StepItem;

/// The steps of a workflow from left to right. Boxes that are there stay the same items, so that a running workflow
/// does not flicker.
class GraphView final : public QGraphicsView
{
    Q_OBJECT
public:
    GraphView(const Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    void setNodes(const QList<WorkflowNode>& nodes);
    void setCurrent(const QString& id); ///< marks it and brings it into view
    void refreshDurations();

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void placeSteps(const GraphDrawing& drawing);
    void drawEdges(const GraphDrawing& drawing);
    void takeColors();
    void zoom(qreal factor);
    [[nodiscard]] QString durationText(const WorkflowNode& node) const;

    const Theme& m_theme;
    const Clock& m_clock;
    QHash<QString, StepItem*> m_steps;
    QList<QGraphicsItem*> m_edges;
    QHash<QString, QStringList> m_before; ///< what the edges are drawn from
    QHash<QString, GraphPlace> m_places;
    QString m_current;
    QLabel* m_empty; ///< in place of steps while there are none
};

} // namespace argosy
