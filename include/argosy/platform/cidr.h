// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>

#include <QString>

#include <array>
#include <optional>

namespace argosy {

/// An address as bytes in network order; the first four of them for IPv4.
struct IpAddress
{
    std::array<quint8, 16> bytes = {};
    bool isIpv4 = true;
    [[nodiscard]] QString toString() const;
    bool operator==(const IpAddress&) const = default;
};

/// A range of IPv4 or IPv6 addresses.
class Cidr final
{
public:
    /// Strict: full notation, no spaces, no bits set below the prefix. Fails with Parse; where only host bits are
    /// wrong, the message names the range that was probably meant.
    [[nodiscard]] static Result<Cidr> parse(QStringView text);
    /// A full dotted quad or an IPv6 address; invalid for anything else, including "10.1".
    [[nodiscard]] static std::optional<IpAddress> parseAddress(QStringView text);

    [[nodiscard]] bool contains(const IpAddress& address) const;
    [[nodiscard]] bool overlaps(const Cidr& other) const;
    [[nodiscard]] int prefix() const { return m_prefix; }
    [[nodiscard]] bool isIpv4() const { return m_network.isIpv4; }
    [[nodiscard]] const IpAddress& network() const { return m_network; }
    [[nodiscard]] QString toString() const;

private:
    IpAddress m_network;
    int m_prefix = 0;
};

} // namespace argosy
