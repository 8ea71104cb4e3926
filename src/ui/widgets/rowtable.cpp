// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowtable.h"

#include <argosy/ui/theme.h>

#include <QHeaderView>
#include <QTableView>

namespace argosy {

QTableView* makeRowTable(
    const QString& objectName, const QString& accessibleName, QAbstractItemModel& model, int wide, QWidget* parent)
{
    auto* table = new QTableView(parent);
    table->setObjectName(objectName);
    table->setAccessibleName(accessibleName);
    table->setModel(&model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(space::kRow);
    QHeaderView* head = table->horizontalHeader();
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setHighlightSections(false);
    head->setSectionResizeMode(QHeaderView::ResizeToContents);
    head->setSectionResizeMode(wide, QHeaderView::Stretch);
    return table;
}

} // namespace argosy
