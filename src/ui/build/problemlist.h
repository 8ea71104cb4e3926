// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/session/document.h>
#include <argosy/ui/theme.h>

#include <QTreeWidget>

namespace argosy {

/// Where a problem of a document stands.
struct PlacedProblem
{
    qsizetype part = -1; ///< -1: the text does not parse
    Problem problem;
};
/// All problems of an analysis, those of the syntax first, then in the order of the text.
[[nodiscard]] QList<PlacedProblem> problemsOf(const Analysis& analysis);

/// The problems of one document as a list: sentence, field, line.
class ProblemList final : public QTreeWidget
{
    Q_OBJECT
public:
    explicit ProblemList(const Theme& theme, QWidget* parent = nullptr);
    void setProblems(const QList<PlacedProblem>& problems); ///< keeps the selected row's number
    void step(int by); ///< selects and opens the next (1) or previous (-1) problem, around the end
    void fixCurrent(); ///< does what the selected problem suggests

Q_SIGNALS:
    void opened(const argosy::PlacedProblem& problem);
    void fixRequested(const argosy::PlacedProblem& problem);

private:
    [[nodiscard]] const PlacedProblem* at(QTreeWidgetItem* item) const;

    const Theme& m_theme;
    QList<PlacedProblem> m_problems;
};

} // namespace argosy
