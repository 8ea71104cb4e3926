// SPDX-License-Identifier: GPL-3.0-or-later
#include "names.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr qsizetype kMaxSubdomain = 253;
constexpr qsizetype kMaxLabel = 63;
constexpr qsizetype kMaxGroup = 90;
constexpr qsizetype kMaxSysctl = 253;
constexpr qsizetype kMaxTagName = 512;
constexpr qsizetype kMaxTagValue = 256;

bool matches(const QRegularExpression& pattern, const QString& text)
{
    return pattern.match(text).hasMatch();
}

/// What stands behind the slash of a label's key, and any label's value that is not empty.
bool isQualifiedName(const QString& text)
{
    static const QRegularExpression kName(u"\\A[a-zA-Z0-9]([-_.a-zA-Z0-9]*[a-zA-Z0-9])?\\z"_s);
    return text.size() <= kMaxLabel && matches(kName, text);
}

} // namespace

bool isObjectName(const QString& name)
{
    static const QRegularExpression kName(u"\\A[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\z"_s);
    return name.size() <= kMaxSubdomain && matches(kName, name);
}

bool isDataKey(const QString& key)
{
    static const QRegularExpression kKey(u"\\A[-._a-zA-Z0-9]+\\z"_s);
    return key.size() <= kMaxSubdomain && key != "."_L1 && !key.startsWith(".."_L1) && matches(kKey, key);
}

bool isLabelKey(const QString& key)
{
    const qsizetype slash = key.indexOf(u'/');
    return slash < 0 ? isQualifiedName(key) : isObjectName(key.first(slash)) && isQualifiedName(key.sliced(slash + 1));
}

bool isLabelValue(const QString& value)
{
    return value.isEmpty() || isQualifiedName(value);
}

bool isResourceGroupName(const QString& name)
{
    static const QRegularExpression kName(
        u"\\A[-\\w.()]*[-\\w()]\\z"_s, QRegularExpression::UseUnicodePropertiesOption);
    return name.size() <= kMaxGroup && matches(kName, name);
}

bool isRegion(const QString& region)
{
    static const QRegularExpression kRegion(u"\\A[a-zA-Z][a-zA-Z0-9 ]*\\z"_s);
    return matches(kRegion, region);
}

bool isVmSize(const QString& size)
{
    static const QRegularExpression kSize(u"\\A(Standard|Basic)_[A-Z][-a-zA-Z0-9]*(_[a-zA-Z0-9]+)*\\z"_s);
    return matches(kSize, size);
}

bool isPodSysctl(const QString& pattern)
{
    static const QRegularExpression kGroup(u"\\A(kernel[./](shm|msg)|kernel[./]sem\\*?\\z|fs[./]mqueue[./]|net[./])"_s);
    static const QRegularExpression kPattern(
        u"\\A([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*([a-z0-9][-_a-z0-9]*)?[a-z0-9*]\\z"_s);
    return pattern.size() <= kMaxSysctl && matches(kGroup, pattern) && matches(kPattern, pattern);
}

bool isTagName(const QString& name)
{
    static const QRegularExpression kName(u"\\A[^<>%&\\\\?/]+\\z"_s);
    return name.size() <= kMaxTagName && matches(kName, name);
}

bool isTagValue(const QString& value)
{
    return value.size() <= kMaxTagValue;
}

} // namespace argosy
