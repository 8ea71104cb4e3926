// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace argosy {

/// One entry of status.conditions. `severity` is ASO's addition (Info, Warning, Error, or empty).
struct Condition
{
    QString type;
    QString status; ///< "True", "False", "Unknown"
    QString reason;
    QString message;
    QString severity;
    QDateTime lastTransition; ///< UTC; invalid where the object does not say
    qint64 observedGeneration = 0; ///< 0 where the object does not say

    [[nodiscard]] bool isTrue() const { return status == u"True"; }
    [[nodiscard]] bool isFalse() const { return status == u"False"; }
    bool operator==(const Condition&) const = default;
};

} // namespace argosy
