// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/error.h>
#include <argosy/base/result.h>
#include <argosy/kube/apicatalog.h>

namespace argosy {

/// The kinds of a snapshot, each in the one version that everything is read in: those that these names mean, or,
/// without names, all that can be listed. Fails with NotFound for a name that means none of them. Pure.
[[nodiscard]] Result<QList<ApiResource>> snapshotKinds(const ApiCatalog& catalog, const QStringList& names);

/// How far the reading of a kind has come.
struct KindProgress
{
    int pageSize = 500;
    int restarts = 0;
    QString continueToken; ///< of the next page; empty: the first
};

enum class AfterFailure
{
    StartOver, ///< read the kind from its first page again
    AskForLess, ///< ask for the same page with fewer objects
    LeaveOut, ///< the kind is missing; go on with the next
    GiveUp, ///< nothing else can be read either
};

/// What a page that could not be read leads to. Pure.
[[nodiscard]] AfterFailure afterFailure(const Error& error, const KindProgress& progress);

} // namespace argosy
