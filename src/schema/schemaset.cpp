// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/schema/schema.h>

#include "crd.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// What versions are ordered by: finished ones first, then the newer.
struct VersionRank
{
    int stability = 0; ///< 3 finished, 2 beta or preview, 1 alpha, 0 no known form
    qint64 major = 0; ///< a number or a date
    qint64 minor = 0;
    bool operator==(const VersionRank&) const = default;
    auto operator<=>(const VersionRank&) const = default;
};

VersionRank rankOf(const QString& version)
{
    static const QRegularExpression dated(u"\\Av(?:1api|1beta)?(\\d{8})(preview)?\\z"_s);
    static const QRegularExpression numbered(u"\\Av(\\d+)(?:(alpha|beta)(\\d+))?\\z"_s);
    if (const auto match = dated.match(version); match.hasMatch())
        return {match.captured(2).isEmpty() ? 3 : 2, match.captured(1).toLongLong(), 0};
    if (const auto match = numbered.match(version); match.hasMatch()) {
        const QString stage = match.captured(2);
        return {stage.isEmpty()    ? 3
                : stage == u"beta" ? 2
                                   : 1,
            match.captured(1).toLongLong(), match.captured(3).toLongLong()};
    }
    return {};
}

bool isPreferred(const QString& a, const QString& b)
{
    const VersionRank first = rankOf(a);
    const VersionRank second = rankOf(b);
    // Of one date, ASO's newer spelling without "1api" is the one that stays; it also sorts behind.
    return first != second ? first > second : a > b;
}

} // namespace

Result<SchemaSet> SchemaSet::fromCrd(const Json& crd)
{
    SchemaParser parser({});
    auto kinds = readCrdSpec(member(crd, "spec"), parser);
    if (!kinds)
        return fail(std::move(kinds.error()));
    SchemaSet set;
    for (KindSchema& kind : *kinds)
        set.insert(kind);
    return set;
}

void SchemaSet::insert(const KindSchema& schema)
{
    m_kinds.insert(schema.gvk, schema);
}

void SchemaSet::merge(const SchemaSet& other)
{
    m_kinds.insert(other.m_kinds);
}

const KindSchema* SchemaSet::find(const Gvk& gvk) const
{
    const auto kind = m_kinds.constFind(gvk);
    return kind != m_kinds.constEnd() ? &*kind : nullptr;
}

QStringList SchemaSet::versions(const GroupKind& kind) const
{
    QStringList found;
    for (const KindSchema& schema : m_kinds) {
        if (schema.gvk.groupKind() == kind)
            found.append(schema.gvk.version);
    }
    std::ranges::sort(found, isPreferred);
    return found;
}

QList<const KindSchema*> SchemaSet::all() const
{
    QList<const KindSchema*> kinds;
    kinds.reserve(m_kinds.size());
    for (const KindSchema& schema : m_kinds)
        kinds.append(&schema);
    // A hash has no order that people or tests could rely on.
    std::ranges::sort(kinds, [](const KindSchema* a, const KindSchema* b) {
        return std::tie(a->gvk.group, a->gvk.kind, a->gvk.version)
            < std::tie(b->gvk.group, b->gvk.kind, b->gvk.version);
    });
    return kinds;
}

bool SchemaSet::hasGroup(const QString& group) const
{
    return std::ranges::any_of(m_kinds, [&](const KindSchema& schema) { return schema.gvk.group == group; });
}

} // namespace argosy
