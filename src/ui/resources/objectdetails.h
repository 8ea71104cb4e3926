// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/clock.h>
#include <argosy/models/conditionsmodel.h>
#include <argosy/ui/theme.h>

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace argosy {

class ConditionList;
class EmptyState;
class FactsGrid;
class IconLabel;
class StatusPill;
class YamlView;

/// One node of the resource tree: how it is and why, its facts and conditions, its YAML.
class ObjectDetails final : public QWidget
{
    Q_OBJECT
public:
    ObjectDetails(const Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    /// An index of a ResourceTreeModel; an invalid one shows that nothing is selected.
    void setNode(const QModelIndex& node);
    void showYaml();

private:
    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QWidget* makeSummary();
    void showHeader(const QModelIndex& node);
    void showFacts(const QModelIndex& node);
    void showConditions(const QList<Condition>& conditions);
    void showObjectYaml();

    const Theme& m_theme;
    const Clock& m_clock;
    ConditionsModel* m_conditionsModel;
    ObjectPtr m_object;
    ObjectPtr m_yamlOf; ///< whose YAML is shown or on its way
    IconLabel* m_icon;
    QLabel* m_name;
    QLabel* m_kind;
    StatusPill* m_health;
    QLabel* m_message;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    FactsGrid* m_facts;
    QLabel* m_conditionsTitle;
    ConditionList* m_conditions;
    YamlView* m_yaml;
    EmptyState* m_noYaml;
    QWidget* m_body;
    EmptyState* m_empty;
};

} // namespace argosy
