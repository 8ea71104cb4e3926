// SPDX-License-Identifier: GPL-3.0-or-later
#include "problemlist.h"

#include <argosy/ui/widgets.h>

#include <QAction>
#include <QHeaderView>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace argosy {

QList<PlacedProblem> problemsOf(const Analysis& analysis)
{
    QList<PlacedProblem> all;
    for (const Problem& problem : analysis.syntax)
        all.append({.part = -1, .problem = problem});
    const qsizetype syntax = all.size();
    for (qsizetype part = 0; part < analysis.parts.size(); ++part)
        for (const Problem& problem : analysis.parts[part].problems)
            all.append({.part = part, .problem = problem});
    std::stable_sort(all.begin() + syntax, all.end(),
        [](const PlacedProblem& a, const PlacedProblem& b) { return a.problem.line < b.problem.line; });
    return all;
}

ProblemList::ProblemList(const Theme& theme, QWidget* parent)
    : QTreeWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"build.problems"_s);
    setAccessibleName(tr("Problems"));
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setHeaderLabels({tr("Problem"), tr("Field"), tr("Line")});
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::Interactive);
    header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    header()->resizeSection(1, 180);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* fix = new QAction(theme.icon(u"fix"_s), tr("Do what is suggested"), this);
    fix->setObjectName(u"build.problems.fix"_s);
    fix->setShortcut(QKeySequence(u"Alt+Return"_s));
    fix->setShortcutContext(Qt::WidgetShortcut);
    addAction(fix);
    connect(fix, &QAction::triggered, this, &ProblemList::fixCurrent);
    const auto open = [this](QTreeWidgetItem* item) {
        if (const PlacedProblem* placed = at(item))
            Q_EMIT opened(*placed);
    };
    connect(this, &QTreeWidget::itemActivated, this, open);
    connect(this, &QTreeWidget::itemClicked, this, open);
}

void ProblemList::setProblems(const QList<PlacedProblem>& problems)
{
    const int row = indexOfTopLevelItem(currentItem());
    m_problems = problems;
    clear();
    for (const PlacedProblem& placed : problems) {
        const Problem& problem = placed.problem;
        const QString line = problem.line > 0 ? QString::number(problem.line) : QString();
        auto* item = new QTreeWidgetItem(this, {problem.message.translated(), problem.path.toDotted(), line});
        item->setIcon(0, m_theme.icon(severityIcon(problem.severity), severityTone(problem.severity)));
        item->setToolTip(0,
            problem.suggestion.isEmpty()
                ? problem.message.translated()
                : tr("%1\nAlt+Enter changes it to “%2”.").arg(problem.message.translated(), problem.suggestion));
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        item->setFont(1, m_theme.font(Theme::Text::Mono));
    }
    if (row >= 0 && row < topLevelItemCount())
        setCurrentItem(topLevelItem(row));
}

const PlacedProblem* ProblemList::at(QTreeWidgetItem* item) const
{
    const int row = indexOfTopLevelItem(item);
    return row >= 0 && row < m_problems.size() ? &m_problems[row] : nullptr;
}

void ProblemList::step(int by)
{
    const int count = topLevelItemCount();
    if (count == 0)
        return;
    const int row = indexOfTopLevelItem(currentItem());
    const int next = row < 0 ? (by > 0 ? 0 : count - 1) : (row + by + count) % count;
    setCurrentItem(topLevelItem(next));
    Q_EMIT opened(m_problems[next]);
}

void ProblemList::fixCurrent()
{
    if (const PlacedProblem* placed = at(currentItem()); placed && !placed->problem.suggestion.isEmpty())
        Q_EMIT fixRequested(*placed);
}

} // namespace argosy
