// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>

#include <QString>

#include <compare>

namespace argosy {

/// A Kubernetes resource quantity ("200", "800Gi", "100m", "1e3"). Equal amounts compare equal however they are
/// written.
class Quantity final
{
public:
    /// By the grammar of apimachinery's resource.Quantity: sign, digits with at most one point, one suffix of
    /// n u m "" k M G T P E, Ki Mi Gi Ti Pi Ei, or an exponent. Fails with Parse.
    [[nodiscard]] static Result<Quantity> parse(QStringView text);

    /// As a floating number of base units (cores, bytes); exact up to 2^53, and finite: what is more
    /// than it can hold is the most that it can hold.
    [[nodiscard]] double value() const { return m_value; }
    [[nodiscard]] const QString& text() const { return m_text; } ///< as written

    friend bool operator==(const Quantity& a, const Quantity& b) { return a.m_value == b.m_value; }
    friend auto operator<=>(const Quantity& a, const Quantity& b) { return a.m_value <=> b.m_value; }

private:
    double m_value = 0;
    QString m_text;
};

} // namespace argosy
