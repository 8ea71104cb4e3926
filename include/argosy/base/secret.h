// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace argosy {

/**
 * A value that must not be seen: tokens, keys, passwords, values of Kubernetes Secrets.
 *
 * Has no debug output and no conversion; reveal() is for the request that needs the value. The bytes are overwritten
 * when the last owner goes. Comparable, so that a changed credential can be noticed.
 */
class Secret final
{
public:
    Secret() = default;
    explicit Secret(QByteArray value);
    Secret(const Secret&) = default;
    Secret(Secret&&) noexcept = default;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    [[nodiscard]] const QByteArray& reveal() const { return m_value; }
    [[nodiscard]] bool isEmpty() const { return m_value.isEmpty(); }
    bool operator==(const Secret&) const = default;

private:
    void wipe();

    QByteArray m_value;
};

} // namespace argosy
