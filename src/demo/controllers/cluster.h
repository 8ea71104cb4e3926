// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admission.h"
#include "resources.h"
#include "storage.h"
#include "timers.h"

namespace argosy::demo {

/// What the simulated controllers see of the server and do to it. Their writes go the way that requests go: defaults,
/// validation, field ownership.
class Cluster final
{
public:
    /// `seed` decides the names that controllers make up.
    Cluster(Storage& storage, const ResourceCatalog& catalog, QByteArray seed);

    [[nodiscard]] JsonPtr get(const GroupKind& kind, const QString& nameSpace, const QString& name) const;
    /// Of all namespaces where `nameSpace` is empty.
    [[nodiscard]] QList<JsonPtr> list(const GroupKind& kind, const QString& nameSpace = {}) const;

    Result<JsonPtr> create(const Json& object, const QString& manager);
    /// Server-side apply. A cluster-scoped kind ignores the namespace of its manifest.
    Result<JsonPtr> apply(Json manifest, const QString& manager, bool force, bool dryRun);
    using Edit = std::function<void(Json& live)>;
    /// Edits the live object behind `object`; nothing happens where it is gone or the edit changes nothing.
    void change(const Json& object, const QString& manager, Door door, const Edit& edit);
    void remove(const Json& object);
    /// Records an event; the same one again only counts up.
    void event(
        const Json& about, const QString& component, const QString& type, const QString& reason, const QString& what);

    [[nodiscard]] Timers& timers() { return m_timers; }
    [[nodiscard]] QString timestamp() const { return m_storage.timestamp(); }
    /// Letters as Kubernetes makes them up for names, always the same for the same text.
    [[nodiscard]] QString suffixFor(const QString& text, int length = 5) const;

private:
    [[nodiscard]] const Resource* resourceOf(const Json& object) const;

    Storage& m_storage;
    const ResourceCatalog& m_catalog;
    QByteArray m_seed;
    Timers m_timers;
};

/// metadata.name, and the like, of an object.
[[nodiscard]] QString nameOf(const Json& object);
[[nodiscard]] QString namespaceOf(const Json& object);
[[nodiscard]] QString uidOf(const Json& object);
[[nodiscard]] bool isBeingDeleted(const Json& object);
[[nodiscard]] bool hasFinalizer(const Json& object, const char* finalizer);
void addFinalizer(Json& object, const char* finalizer);
void removeFinalizer(Json& object, const char* finalizer);
/// An owner reference to `owner`.
[[nodiscard]] Json referenceTo(const Json& owner, bool blocksDeletion = false);
void addOwner(Json& object, const Json& reference);
[[nodiscard]] bool isOwnedBy(const Json& object, const Json& owner);

} // namespace argosy::demo
