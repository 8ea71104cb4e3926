// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/insight/workflowgraph.h>
#include <argosy/ui/theme.h>

#include <QGraphicsObject>

namespace argosy {

/// One step as a box: glyph, name, phase and duration.
class StepItem final : public QGraphicsObject
{
    Q_OBJECT
public:
    static constexpr int kWidth = 208;
    static constexpr int kHeight = 52;

    explicit StepItem(const Theme& theme);

    void setStep(const WorkflowNode& node, const QString& duration);
    [[nodiscard]] const WorkflowNode& node() const { return m_node; }
    void setCurrent(bool current);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;

private:
    void paintFrame(QPainter& painter) const;

    const Theme& m_theme;
    WorkflowNode m_node;
    QString m_duration;
    bool m_current = false;
};

/// The way from one box to the next.
class EdgeItem final : public QGraphicsItem
{
public:
    EdgeItem(const Theme& theme, QPointF from, QPointF to);
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const Theme& m_theme;
    QPointF m_from;
    QPointF m_to;
};

} // namespace argosy
