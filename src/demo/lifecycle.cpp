// SPDX-License-Identifier: GPL-3.0-or-later
#include "lifecycle.h"

#include "text.h"

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kForeground = "foregroundDeletion";

bool isNamespace(const ObjectKey& key)
{
    return key.resource == namespaceKey({}).resource;
}

bool isBeingDeleted(const Json& object)
{
    return valueAt(object, "/metadata/deletionTimestamp").is_string();
}

bool isHeld(const Json& object)
{
    const Json& finalizers = valueAt(object, "/metadata/finalizers");
    return finalizers.is_array() && !finalizers.empty();
}

bool hasFinalizer(const Json& object, const char* name)
{
    const Json& finalizers = valueAt(object, "/metadata/finalizers");
    return finalizers.is_array() && std::find(finalizers.begin(), finalizers.end(), Json(name)) != finalizers.end();
}

void dropFinalizer(Json& object, const char* name)
{
    Json& finalizers = object["metadata"]["finalizers"];
    finalizers.erase(std::remove(finalizers.begin(), finalizers.end(), Json(name)), finalizers.end());
    if (finalizers.empty())
        object["metadata"].erase("finalizers");
}

bool blocks(const Json& dependent, const QString& ownerUid)
{
    for (const Json& owner : valueAt(dependent, "/metadata/ownerReferences")) {
        if (text(member(owner, "uid")) == ownerUid)
            return member(owner, "blockOwnerDeletion") == Json(true);
    }
    return false;
}

} // namespace

JsonPtr Lifecycle::remove(const ObjectKey& key, Propagation propagation)
{
    const JsonPtr live = m_table.get(key);
    const QString uid = textAt(*live, "/metadata/uid");
    if (propagation == Propagation::Orphan) {
        for (const ObjectKey& dependent : m_table.dependentsOf(uid))
            letGo(dependent, uid);
    }
    if (isNamespace(key)) {
        const JsonPtr marked = mark(key, *live, {});
        for (const ObjectKey& content : m_table.contentOf(key.name)) {
            if (m_table.get(content))
                remove(content, Propagation::Background);
        }
        finishNamespace(key.name);
        const JsonPtr now = m_table.get(key);
        return now ? now : marked;
    }
    if (propagation == Propagation::Foreground && !m_table.dependentsOf(uid).isEmpty()) {
        const JsonPtr marked = mark(key, *live, QString::fromLatin1(kForeground));
        for (const ObjectKey& dependent : m_table.dependentsOf(uid)) {
            if (m_table.get(dependent))
                remove(dependent, Propagation::Background);
        }
        finishForeground(key);
        const JsonPtr now = m_table.get(key);
        return now ? now : marked;
    }
    return isHeld(*live) ? mark(key, *live, {}) : takeOut(key);
}

JsonPtr Lifecycle::store(const ObjectKey& key, Json object)
{
    if (!isBeingDeleted(object) || isHeld(object))
        return m_table.put(key, std::move(object));
    if (isNamespace(key)) {
        const JsonPtr stored = m_table.put(key, std::move(object));
        finishNamespace(key.name);
        return stored;
    }
    takeOut(key);
    return std::make_shared<const Json>(std::move(object));
}

JsonPtr Lifecycle::mark(const ObjectKey& key, const Json& live, const QString& addedFinalizer)
{
    if (isBeingDeleted(live) && addedFinalizer.isEmpty())
        return m_table.get(key);
    Json marked = live;
    Json& metadata = marked["metadata"];
    if (!isBeingDeleted(live)) {
        metadata["deletionGracePeriodSeconds"] = 0;
        metadata["deletionTimestamp"] = str(m_now);
        if (const Json& generation = valueAt(live, "/metadata/generation"); generation.is_number())
            metadata["generation"] = generation.get<qint64>() + 1;
    }
    if (!addedFinalizer.isEmpty() && !hasFinalizer(live, str(addedFinalizer).c_str()))
        metadata["finalizers"].push_back(str(addedFinalizer));
    if (isNamespace(key))
        marked["status"]["phase"] = "Terminating";
    return m_table.put(key, std::move(marked));
}

JsonPtr Lifecycle::takeOut(const ObjectKey& key)
{
    const JsonPtr gone = m_table.take(key);
    releaseDependents(textAt(*gone, "/metadata/uid"));
    for (const Json& owner : valueAt(*gone, "/metadata/ownerReferences")) {
        if (const ObjectKey* ownerKey = m_table.findUid(text(member(owner, "uid"))))
            finishForeground(ObjectKey(*ownerKey));
    }
    if (!key.nameSpace.isEmpty())
        finishNamespace(key.nameSpace);
    return gone;
}

void Lifecycle::releaseDependents(const QString& uid)
{
    for (const ObjectKey& dependent : m_table.dependentsOf(uid)) {
        const JsonPtr object = m_table.get(dependent);
        if (!object)
            continue;
        if (hasOtherOwner(*object, uid))
            letGo(dependent, uid);
        else
            remove(dependent, Propagation::Background);
    }
}

void Lifecycle::letGo(const ObjectKey& dependent, const QString& ownerUid)
{
    const JsonPtr live = m_table.get(dependent);
    if (!live)
        return;
    Json object = *live;
    Json kept = Json::array();
    for (const Json& owner : valueAt(*live, "/metadata/ownerReferences")) {
        if (text(member(owner, "uid")) != ownerUid)
            kept.push_back(owner);
    }
    if (kept.empty())
        object["metadata"].erase("ownerReferences");
    else
        object["metadata"]["ownerReferences"] = std::move(kept);
    m_table.put(dependent, std::move(object));
}

void Lifecycle::finishForeground(const ObjectKey& owner)
{
    const JsonPtr live = m_table.get(owner);
    if (!live || !hasFinalizer(*live, kForeground))
        return;
    const QString uid = textAt(*live, "/metadata/uid");
    for (const ObjectKey& dependent : m_table.dependentsOf(uid)) {
        if (const JsonPtr object = m_table.get(dependent); object && blocks(*object, uid))
            return;
    }
    Json released = *live;
    dropFinalizer(released, kForeground);
    store(owner, std::move(released));
}

void Lifecycle::finishNamespace(const QString& name)
{
    const JsonPtr live = m_table.get(namespaceKey(name));
    if (live && isBeingDeleted(*live) && !isHeld(*live) && m_table.contentOf(name).isEmpty())
        takeOut(namespaceKey(name));
}

bool Lifecycle::hasOtherOwner(const Json& object, const QString& uid) const
{
    return std::ranges::any_of(valueAt(object, "/metadata/ownerReferences"), [this, &uid](const Json& owner) {
        const QString other = text(member(owner, "uid"));
        return other != uid && m_table.findUid(other) != nullptr;
    });
}

} // namespace argosy::demo
