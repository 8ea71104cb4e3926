// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemModel;
class QTableView;
class QWidget;
class QString;

namespace argosy {

/// A table of which people choose one row: without grid and numbers, each column as wide as it needs, `wide` taking
/// what is left. Tab leaves it.
[[nodiscard]] QTableView* makeRowTable(
    const QString& objectName, const QString& accessibleName, QAbstractItemModel& model, int wide, QWidget* parent);

} // namespace argosy
