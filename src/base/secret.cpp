// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/secret.h>

#include <cstring>

namespace argosy {

Secret::Secret(QByteArray value)
    : m_value(std::move(value))
{ }

Secret& Secret::operator=(const Secret& other)
{
    if (this != &other) {
        wipe();
        m_value = other.m_value;
    }
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_value = std::move(other.m_value);
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

void Secret::wipe()
{
    // Only the last owner may overwrite: data() of a shared array would wipe a copy.
    if (!m_value.isEmpty() && m_value.isDetached())
        explicit_bzero(m_value.data(), static_cast<std::size_t>(m_value.size()));
    m_value.clear();
}

} // namespace argosy
