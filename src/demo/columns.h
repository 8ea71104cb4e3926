// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resources.h"

#include <QDateTime>

#include <functional>

namespace argosy::demo {

/// One column of the Table form.
struct Column
{
    QString name;
    QString type; ///< string, integer, number, boolean, date
    QString format;
    QString description;
    int priority = 0; ///< above 0 only in wide output
    std::function<Json(const Json& object, const QDateTime& now)> cell;
};

/// The name, then what the kind's CRD lists or what kubectl shows for the built-in kind, else the age.
[[nodiscard]] QList<Column> columnsFor(const Resource& resource);

/// How kubectl writes a duration: "45s", "3m39s", "5h12m", "12d".
[[nodiscard]] QString humanDuration(qint64 seconds);

} // namespace argosy::demo
