// SPDX-License-Identifier: GPL-3.0-or-later
#include "scalars.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

template <size_t N> bool isOneOf(std::string_view text, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

constexpr std::array<std::string_view, 11> kTrue{
    "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"};
constexpr std::array<std::string_view, 11> kFalse{
    "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"};
constexpr std::array<std::string_view, 5> kNull{"", "~", "null", "Null", "NULL"};
constexpr std::array<std::string_view, 3> kNan{".nan", ".NaN", ".NAN"};
constexpr std::array<std::string_view, 6> kInfinity{".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"};
constexpr std::array<std::string_view, 3> kMinusInfinity{"-.inf", "-.Inf", "-.INF"};

std::optional<Json> resolveWord(std::string_view text)
{
    if (isOneOf(text, kNull))
        return Json(nullptr);
    if (isOneOf(text, kTrue))
        return Json(true);
    if (isOneOf(text, kFalse))
        return Json(false);
    if (isOneOf(text, kNan))
        return Json(std::numeric_limits<double>::quiet_NaN());
    if (isOneOf(text, kInfinity))
        return Json(std::numeric_limits<double>::infinity());
    if (isOneOf(text, kMinusInfinity))
        return Json(-std::numeric_limits<double>::infinity());
    return std::nullopt;
}

/// Takes the prefix of a number off and says its base: 0x1f, 0b11, 0o17 and 017.
int takeBase(std::string_view& digits)
{
    if (digits.size() < 2 || digits[0] != '0')
        return 10;
    const char letter = static_cast<char>(digits[1] | 0x20);
    const int base = letter == 'x' ? 16 : letter == 'b' ? 2 : 8;
    digits.remove_prefix(letter == 'x' || letter == 'b' || letter == 'o' ? 2 : 1);
    return base;
}

std::optional<Json> resolveInteger(std::string_view text)
{
    const bool isSigned = text.starts_with('-') || text.starts_with('+');
    const bool negative = text.starts_with('-');
    if (isSigned)
        text.remove_prefix(1);
    const int base = takeBase(text);
    uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    constexpr auto kLargest = static_cast<uint64_t>(std::numeric_limits<int64_t>::max());
    if (negative)
        return value <= kLargest + 1 ? std::optional<Json>(static_cast<int64_t>(-value)) : std::nullopt;
    if (value <= kLargest)
        return Json(static_cast<int64_t>(value));
    return isSigned ? std::nullopt : std::optional<Json>(value);
}

/// [-+]? ( .digits | digits [. digits?] ) ( [eE] [-+]? digits )?
bool isFloat(std::string_view text)
{
    size_t at = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    const auto digits = [&] {
        const size_t from = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        return at > from;
    };
    const bool whole = digits();
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (!digits() && !whole)
            return false;
    } else if (!whole) {
        return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        if (!digits())
            return false;
    }
    return at == text.size();
}

/// JSON does not tell 1e3 from 1000, and the API server reads the latter.
Json numberOf(double value)
{
    constexpr double kLimit = 9223372036854775808.0;
    if (std::isfinite(value) && value == std::trunc(value) && value >= -kLimit && value < kLimit)
        return Json(static_cast<int64_t>(value));
    return Json(value);
}

std::optional<Json> resolveFloat(std::string_view text)
{
    if (!isFloat(text))
        return std::nullopt;
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{})
        return numberOf(value);
    const bool tooSmall = text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos;
    return tooSmall ? std::optional<Json>(Json(0)) : std::nullopt;
}

std::optional<Json> resolveNumber(std::string_view text)
{
    const char first = text.front();
    if (first == '.')
        return resolveFloat(text);
    if (!isDigit(first) && first != '-' && first != '+')
        return std::nullopt;
    std::string digits(text);
    std::erase(digits, '_');
    if (std::optional<Json> integer = resolveInteger(digits))
        return integer;
    return resolveFloat(digits);
}

bool mayBeTyped(char first)
{
    return isDigit(first) || std::string_view("+-.~yYnNtTfFoO").find(first) != std::string_view::npos;
}

} // namespace

Json resolvePlain(std::string_view text)
{
    if (!text.empty() && !mayBeTyped(text.front()))
        return Json(std::string(text));
    if (std::optional<Json> word = resolveWord(text))
        return *std::move(word);
    if (std::optional<Json> number = resolveNumber(text))
        return *std::move(number);
    return Json(std::string(text));
}

std::optional<Json> resolveTagged(const QByteArray& tag, std::string_view text)
{
    const auto accept = [](const Json& value, bool fits) { return fits ? std::optional(value) : std::nullopt; };
    const Json value = resolvePlain(text);
    if (tag == "tag:yaml.org,2002:null")
        return accept(value, value.is_null());
    if (tag == "tag:yaml.org,2002:bool")
        return accept(value, value.is_boolean());
    if (tag == "tag:yaml.org,2002:int")
        return accept(value, value.is_number_integer());
    if (tag == "tag:yaml.org,2002:float")
        return accept(value, value.is_number());
    if (tag == "tag:yaml.org,2002:binary") {
        const auto decoded = QByteArray::fromBase64Encoding(
            QByteArray(text.data(), static_cast<qsizetype>(text.size())).simplified().replace(' ', ""),
            QByteArray::AbortOnBase64DecodingErrors);
        return accept(Json(QString::fromUtf8(decoded.decoded).toStdString()), bool(decoded));
    }
    return Json(std::string(text));
}

std::optional<std::string> jsonKey(const Json& scalar)
{
    if (scalar.is_string())
        return scalar.get<std::string>();
    if (scalar.is_null())
        return std::nullopt;
    if (!scalar.is_number_float())
        return scalar.dump();
    // kubectl rounds such keys to single precision and writes an exponent from 1e+06 on.
    const auto value = static_cast<float>(scalar.get<double>());
    if (std::isnan(value))
        return ".nan";
    if (std::isinf(value))
        return value > 0 ? ".inf" : "-.inf";
    const float size = std::abs(value);
    const bool exponent = size >= 1e6F || size < 1e-4F;
    std::array<char, 64> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
        exponent ? std::chars_format::scientific : std::chars_format::fixed);
    return std::string(buffer.data(), written.ptr);
}

bool readsAsText(std::string_view text)
{
    if (!resolvePlain(text).is_string() || text == "=" || text == "<<")
        return false;
    if (!mayBeTyped(text.front()))
        return true;
    // What other readers of YAML 1.1 know besides: base 60, dates, and underscores in fractions.
    static const QRegularExpression other(
        u"^([-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|[-+]?[0-9_]*\\.[0-9_]*([eE]["
        u"-+]?[0-9]+)?|"
        u"[-+]?(0o?[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+|[0-9][0-9_]*([eE][-+]?[0-9]+)?))$"_s);
    const auto plain = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return !other.match(plain).hasMatch();
}

} // namespace argosy
