// SPDX-License-Identifier: GPL-3.0-or-later
#include "resourcefilter.h"

#include "widgets/filterwords.h"

#include <argosy/models/resourcetreemodel.h>

namespace argosy {

ResourceFilter::ResourceFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void ResourceFilter::setText(const QString& text)
{
    const QStringList words = filterWords(text);
    if (words == m_words)
        return;
    m_words = words;
    invalidateFilter();
}

void ResourceFilter::setOnlyProblems(bool only)
{
    if (only == m_onlyProblems)
        return;
    m_onlyProblems = only;
    invalidateFilter();
}

bool ResourceFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, ResourceTreeModel::NameColumn, parent);
    if (m_onlyProblems && !index.data(ResourceTreeModel::BadRole).toBool())
        return false;
    if (m_words.isEmpty())
        return true;
    QStringList texts;
    for (const int column : {ResourceTreeModel::NameColumn, ResourceTreeModel::KindColumn,
             ResourceTreeModel::StateColumn, ResourceTreeModel::ReasonColumn})
        texts.append(index.siblingAtColumn(column).data().toString());
    return hasWords(texts.join(u'\n'), m_words);
}

} // namespace argosy
