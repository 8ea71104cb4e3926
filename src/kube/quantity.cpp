// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/quantity.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace argosy {

namespace {

struct Suffix
{
    QStringView text;
    double factor;
};

constexpr double kKibi = 1024.0;
const std::array kSuffixes{Suffix{u"n", 1e-9}, Suffix{u"u", 1e-6}, Suffix{u"m", 1e-3}, Suffix{u"", 1},
    Suffix{u"k", 1e3}, Suffix{u"M", 1e6}, Suffix{u"G", 1e9}, Suffix{u"T", 1e12}, Suffix{u"P", 1e15}, Suffix{u"E", 1e18},
    Suffix{u"Ki", kKibi}, Suffix{u"Mi", kKibi* kKibi}, Suffix{u"Gi", std::pow(kKibi, 3)},
    Suffix{u"Ti", std::pow(kKibi, 4)}, Suffix{u"Pi", std::pow(kKibi, 5)}, Suffix{u"Ei", std::pow(kKibi, 6)}};

std::optional<double> factorOf(QStringView suffix)
{
    for (const Suffix& known : kSuffixes)
        if (known.text == suffix)
            return known.factor;
    const bool exponent = suffix.size() > 1 && (suffix.front() == u'e' || suffix.front() == u'E');
    bool ok = false;
    const int power = exponent ? suffix.mid(1).toInt(&ok) : 0;
    return ok ? std::optional(std::pow(10.0, power)) : std::nullopt;
}

/// Exponents have no bound in the grammar.
double product(double number, double factor)
{
    using Limits = std::numeric_limits<double>;
    return number == 0 ? 0 : std::clamp(number * factor, Limits::lowest(), Limits::max());
}

} // namespace

Result<Quantity> Quantity::parse(QStringView text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(\A([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))([A-Za-z]*(?:[+-]?[0-9]+)?)\z)"));
    const auto match = pattern.match(text);
    const auto factor = match.hasMatch() ? factorOf(match.capturedView(2)) : std::nullopt;
    if (!factor)
        return fail(ErrorKind::Parse,
            message("kube", "“%1” is not a quantity; write a number with an optional unit, such as 200, 500m or 800Gi.",
                {text.toString()}));
    Quantity quantity;
    quantity.m_value = product(match.capturedView(1).toDouble(), *factor);
    quantity.m_text = text.toString();
    return quantity;
}

} // namespace argosy
