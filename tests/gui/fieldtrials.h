// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <utility>

namespace argosy {

/// What is typed into a field; cells of rows by the key of their column.
using Typed = QList<std::pair<QString, QString>>;

/// What a field refuses, and how the message about it begins.
struct Wrong
{
    Typed typed;
    QString says;
};

struct Trial
{
    QList<Wrong> wrong;
    Typed right;
};

/// By form and field. Every field that can be typed into has one.
const QHash<QString, Trial>& trials();

} // namespace argosy
