// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses, quantities, formats and field paths: what is accepted says the same when it is written and read again.
#include "fuzz.h"

#include "formats.h"

#include <argosy/kube/fieldpath.h>
#include <argosy/kube/quantity.h>
#include <argosy/platform/cidr.h>

#include <cmath>

using namespace argosy;
using fuzz::require;

namespace {

void readAddress(const QString& text)
{
    if (const auto range = Cidr::parse(text)) {
        const auto again = Cidr::parse(range->toString());
        require(again && again->prefix() == range->prefix() && again->network() == range->network());
        require(range->contains(range->network()) && range->overlaps(*range));
    }
    if (const auto address = Cidr::parseAddress(text))
        require(Cidr::parseAddress(address->toString()) == address);
}

void readPath(const QString& text)
{
    if (const auto path = FieldPath::fromPointer(text))
        require(path->toPointer() == text);
    const FieldPath dotted = FieldPath::fromDotted(text);
    require(FieldPath::fromPointer(dotted.toPointer()).has_value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QString text = QString::fromUtf8(fuzz::bytes(data, size));
    readAddress(text);
    readPath(text);
    if (const auto quantity = Quantity::parse(text))
        require(std::isfinite(quantity->value()) && quantity->text() == text);
    for (const char* format : {"date-time", "date", "byte", "duration", "uuid", "quantity"})
        (void)hasFormat(text, QString::fromLatin1(format));
    (void)matchesPattern(text, text);
    return 0;
}
