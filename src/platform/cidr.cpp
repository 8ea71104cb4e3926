// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/cidr.h>

#include <arpa/inet.h>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// What is below the prefix set to zero.
IpAddress masked(IpAddress address, int prefix)
{
    for (size_t i = 0; i < address.bytes.size(); ++i) {
        const int bits = std::clamp(prefix - static_cast<int>(i) * 8, 0, 8);
        address.bytes[i] = static_cast<quint8>(address.bytes[i] & (0xff00U >> bits));
    }
    return address;
}

std::optional<int> parsePrefix(QStringView text, bool isIpv4)
{
    const bool digits = !text.isEmpty() && text.size() <= 3
        && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits || (text.size() > 1 && text.front() == u'0'))
        return {};
    const int prefix = text.toInt();
    if (prefix > (isIpv4 ? 32 : 128))
        return {};
    return prefix;
}

tl::unexpected<Error> notARange(QStringView text)
{
    return fail(ErrorKind::Parse,
        message("platform", "“%1” is no address range; one is written like 10.0.0.0/16.", {text.toString()}));
}

} // namespace

QString IpAddress::toString() const
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(isIpv4 ? AF_INET : AF_INET6, bytes.data(), text.data(), text.size());
    return QString::fromLatin1(text.data());
}

std::optional<IpAddress> Cidr::parseAddress(QStringView text)
{
    IpAddress address;
    const QByteArray bytes = text.toUtf8();
    // inet_pton is strict: four plain decimal parts, no leading zeros, no spaces, no zone.
    if (inet_pton(AF_INET, bytes.constData(), address.bytes.data()) == 1)
        return address;
    address.isIpv4 = false;
    if (inet_pton(AF_INET6, bytes.constData(), address.bytes.data()) == 1)
        return address;
    return {};
}

Result<Cidr> Cidr::parse(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0)
        return notARange(text);
    const auto address = parseAddress(text.first(slash));
    if (!address)
        return notARange(text);
    const auto prefix = parsePrefix(text.sliced(slash + 1), address->isIpv4);
    if (!prefix)
        return notARange(text);
    Cidr cidr;
    cidr.m_network = masked(*address, *prefix);
    cidr.m_prefix = *prefix;
    if (cidr.m_network != *address)
        return fail(ErrorKind::Parse,
            message("platform", "“%1” has bits set below its prefix; the range is %2.",
                {text.toString(), cidr.toString()}));
    return cidr;
}

bool Cidr::contains(const IpAddress& address) const
{
    return masked(address, m_prefix) == m_network;
}

bool Cidr::overlaps(const Cidr& other) const
{
    return m_prefix <= other.m_prefix ? contains(other.m_network) : other.contains(m_network);
}

QString Cidr::toString() const
{
    return m_network.toString() + u'/' + QString::number(m_prefix);
}

} // namespace argosy
