// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshotstep.h"

#include <argosy/platform/versions.h>

#include <QSet>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxRestarts = 3;

bool canBeListed(const ApiResource& resource)
{
    return resource.verbs.contains(u"list"_s);
}

/// The same objects once more, under a newer group.
bool isServedElsewhere(const GroupKind& kind, const ApiCatalog& catalog)
{
    return kind == GroupKind{u"events.k8s.io"_s, u"Event"_s} && catalog.preferred({{}, u"Event"_s});
}

std::optional<ApiResource> resourceFor(const GroupKind& kind, const ApiCatalog& catalog)
{
    return catalog.find({kind.group, chooseVersion(kind, SchemaSet::builtin(), &catalog), kind.kind});
}

QList<ApiResource> allKinds(const ApiCatalog& catalog)
{
    QList<ApiResource> kinds;
    QSet<GroupKind> seen;
    for (const ApiResource& served : catalog.resources()) {
        const GroupKind kind = served.gvk.groupKind();
        if (seen.contains(kind) || isServedElsewhere(kind, catalog))
            continue;
        seen.insert(kind);
        const auto resource = resourceFor(kind, catalog);
        if (resource && canBeListed(*resource))
            kinds.append(*resource);
    }
    return kinds;
}

/// What the next kind would meet too.
bool concernsEverything(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Cancelled:
    case ErrorKind::Unreachable:
    case ErrorKind::Tls:
    case ErrorKind::Unauthenticated:
    case ErrorKind::Io:
    case ErrorKind::Internal: return true;
    case ErrorKind::Timeout: return !error.status; // with one, the server waited for another
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Gone:
    case ErrorKind::Invalid:
    case ErrorKind::Throttled:
    case ErrorKind::Unavailable:
    case ErrorKind::Protocol:
    case ErrorKind::TooLarge:
    case ErrorKind::Parse: break;
    }
    return false;
}

} // namespace

Result<QList<ApiResource>> snapshotKinds(const ApiCatalog& catalog, const QStringList& names)
{
    if (names.isEmpty())
        return allKinds(catalog);
    QList<ApiResource> kinds;
    for (const QString& name : names) {
        const auto named = catalog.findByName(name);
        const auto resource = named ? resourceFor(named->gvk.groupKind(), catalog) : std::nullopt;
        if (!resource || !canBeListed(*resource))
            return fail(
                ErrorKind::NotFound, message("session", "The server has no kind “%1” that can be listed.", {name}));
        if (!kinds.contains(*resource))
            kinds.append(*resource);
    }
    return kinds;
}

AfterFailure afterFailure(const Error& error, const KindProgress& progress)
{
    if (error.kind == ErrorKind::Gone && !progress.continueToken.isEmpty() && progress.restarts < kMaxRestarts)
        return AfterFailure::StartOver;
    const bool mayDoInPieces = error.kind == ErrorKind::TooLarge || error.kind == ErrorKind::Protocol;
    if (mayDoInPieces && progress.pageSize > 1)
        return AfterFailure::AskForLess;
    return concernsEverything(error) ? AfterFailure::GiveUp : AfterFailure::LeaveOut;
}

} // namespace argosy
