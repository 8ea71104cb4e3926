// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/apicatalog.h>
#include <argosy/kube/json.h>
#include <argosy/kube/objectref.h>
#include <argosy/kube/problem.h>

#include <QList>
#include <QSet>

namespace argosy {

/// What else a document is seen with. The pointers must outlive the call.
struct DocumentContext
{
    struct Neighbour
    {
        ClusterId cluster;
        const Json* document = nullptr;
    };
    ClusterId cluster; ///< where the document goes
    QList<Neighbour> others; ///< the other documents of the set; the document itself is skipped where it is among them
    QSet<ObjectRef> existing; ///< objects that are known to exist
    QSet<GroupKind> known; ///< kinds of which `existing` names all: only then is a missing name an error
    const ApiCatalog* catalog = nullptr; ///< what the document's cluster serves; null: not connected
};

/**
 * What no schema can say about a document: fields that exclude each other, addresses that overlap, names that Azure or
 * Karpenter refuse, references that lead nowhere. Ids are aks/…, karpenter/…, aso/…, argo/…; a document of a kind that
 * no rule knows has no problems. Values of a wrong type are the schema's business and are skipped. No I/O; thread-safe;
 * never throws.
 */
[[nodiscard]] QList<Problem> rulesFor(const Json& document, const DocumentContext& context = {});

} // namespace argosy
