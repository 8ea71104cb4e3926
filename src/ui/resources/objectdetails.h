// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/clock.h>
#include <argosy/models/conditionsmodel.h>
#include <argosy/ui/theme.h>

#include <QPersistentModelIndex>
#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace argosy {

class Banner;
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
    /// What came of the last wholeObjectWanted(); of another object than the shown one it is dropped.
    void setWholeObject(const Result<ObjectPtr>& whole);
    /// Asks once more for a whole object that could not be had.
    void retryWholeObject();
    void showYaml();

Q_SIGNALS:
    /// Only metadata of the shown object is known; null: what was wanted before is not needed any more.
    void wholeObjectWanted(const argosy::ObjectPtr& object);

private:
    void takeObject(const ObjectPtr& known);
    void wantWholeObject();
    void endWanting();
    void showObject();
    void showPartial();
    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QWidget* makeSummary();
    void showHeader(const QModelIndex& node);
    void showFacts();
    void showConditions(const QList<Condition>& conditions);
    void showObjectYaml();

    const Theme& m_theme;
    const Clock& m_clock;
    ConditionsModel* m_conditionsModel;
    QPersistentModelIndex m_node;
    ObjectPtr m_known; ///< as the tree has it
    ObjectPtr m_whole; ///< of an object of which the tree has only metadata
    ObjectPtr m_object; ///< the one that is shown
    std::optional<Error> m_whyPartial;
    QTimer m_patience; ///< an answer that comes at once needs no announcement
    ObjectPtr m_yamlOf; ///< whose YAML is shown or on its way
    IconLabel* m_icon;
    QLabel* m_name;
    QLabel* m_kind;
    StatusPill* m_health;
    QLabel* m_message;
    Banner* m_partial;
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
