// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldmanagement.h"

#include "managers.h"
#include "status.h"
#include "text.h"
#include "typedvalue.h"

#include <array>

using namespace Qt::StringLiterals;

namespace argosy::demo {
namespace {

/// Server-owned metadata that nobody applies, whatever a request says.
constexpr std::array kServerOwned{"creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation"};

const FieldSet& neverOwned()
{
    static const FieldSet set = [] {
        FieldSet result;
        for (const char* name : {"apiVersion", "kind", "metadata"})
            result.insert({PathElement::field(name)});
        for (const char* name : {"name", "namespace", "creationTimestamp", "selfLink", "uid", "clusterName",
                 "generation", "managedFields", "resourceVersion"})
            result.insert({PathElement::field("metadata"), PathElement::field(name)});
        return result;
    }();
    return set;
}

/// The fields that this door lets through: a subresource only its own part, the object all but the status.
FieldSet writable(const FieldSet& fields, const FieldWriter& writer)
{
    const PathElement status = PathElement::field("status");
    if (!writer.subresource.isEmpty())
        return fields.onlyTree(PathElement::field(str(writer.subresource)));
    return writer.hasStatus ? fields.withoutTree(status) : fields;
}

Comparison writable(const Comparison& all, const FieldWriter& writer)
{
    return {writable(all.added, writer), writable(all.modified, writer), writable(all.removed, writer)};
}

/// Puts back what this door does not let through.
Json limitToDoor(const Json& live, Json updated, const FieldWriter& writer)
{
    if (writer.subresource.isEmpty()) {
        if (!writer.hasStatus)
            return updated;
        updated.erase("status");
        if (live.contains("status"))
            updated["status"] = live["status"];
        return updated;
    }
    const std::string part = str(writer.subresource);
    Json result = live;
    result.erase(part);
    if (updated.contains(part))
        result[part] = updated[part];
    return result;
}

Json withoutManagers(const Json& object)
{
    Json result = object;
    if (result.contains("metadata") && result["metadata"].is_object())
        result["metadata"].erase("managedFields");
    return result;
}

/// What the server stores of metadata: its own marks, and no empty maps or lists.
void tidyMetadata(const Json& live, Json& object)
{
    Json& metadata = object["metadata"];
    if (!metadata.is_object())
        metadata = Json::object();
    const Json& old = member(live, "metadata");
    for (const char* name : kServerOwned) {
        metadata.erase(name);
        if (const Json& value = member(old, name); !value.is_null())
            metadata[name] = value;
    }
    for (const char* name : {"labels", "annotations", "finalizers", "ownerReferences"}) {
        if (metadata.contains(name) && (!metadata[name].is_structured() || metadata[name].empty()))
            metadata.erase(name);
    }
}

void setManagers(Json& object, const Managers& managers)
{
    Json& metadata = object["metadata"];
    metadata.erase("managedFields");
    if (!managers.empty())
        metadata["managedFields"] = encodeManagers(managers);
}

Json emptyLike(const Json& object)
{
    return {{"apiVersion", member(object, "apiVersion")}, {"kind", member(object, "kind")}};
}

/// Fields that everybody but `writer` loses because this write changes or removes them; conflicts on the way.
QList<ManagerConflict> takeFromOthers(Managers& managers, const ManagerId& writer, const Comparison& change)
{
    const FieldSet written = change.modified.united(change.added);
    QList<ManagerConflict> conflicts;
    Managers remaining = managers;
    for (const auto& [id, entry] : managers) {
        if (id == writer)
            continue;
        const FieldSet taken = entry.fields.intersected(written);
        for (const Path& path : taken.paths())
            conflicts.append({id.toString(), toString(path)});
        disown(remaining, id, taken.united(change.removed));
    }
    managers = std::move(remaining);
    return conflicts;
}

/// Removes what the applier owned until now, no longer applies and nobody owns any more.
Json prune(const Json& merged, const Managers& managers, const FieldSet& owned, const SchemaNode& schema)
{
    if (owned.isEmpty())
        return merged;
    const auto named = [&](const FieldSet& fields) { return withNamedParents(fields, schema); };
    const FieldSet last = named(owned);
    const FieldSet all = named(fieldsOf(merged, schema));
    Json pruned = withoutFields(merged, last, schema);
    const FieldSet wanted = named(fieldsOf(pruned, schema)).united(named(ownedByAnyone(managers)));
    pruned = withoutFields(merged, all.without(wanted), schema);
    const FieldSet kept = named(fieldsOf(pruned, schema));
    return withoutFields(merged, all.without(kept).intersected(last), schema);
}

void addUpdate(
    Managers& managers, const Json& before, const Json& after, const FieldWriter& writer, const SchemaNode& root)
{
    const ManagerId self{str(writer.manager), "Update", str(textAt(after, "/apiVersion")), str(writer.subresource)};
    const Comparison change = writable(compareValues(before, after, root), writer);
    takeFromOthers(managers, {}, change);
    const FieldSet gained = change.modified.united(change.added).without(neverOwned());
    if (gained.isEmpty())
        return;
    ManagerEntry& entry = managers[self];
    entry = {self.apiVersion, str(writer.now), entry.fields.united(gained)};
}

Error typedPatchError(const Json& applied, const QStringList& errors)
{
    const QString apiVersion = textAt(applied, "/apiVersion");
    const QString groupVersion = apiVersion.contains(u'/') ? apiVersion : QString(u'/' + apiVersion);
    const QString list = errors.size() == 1 ? errors.front() : QString(u"errors:\n  "_s + errors.join(u"\n  "_s));
    const QString what =
        u"failed to create typed patch object (%1/%2; %3, Kind=%4): "_s.arg(textAt(applied, "/metadata/namespace"),
            textAt(applied, "/metadata/name"), groupVersion, textAt(applied, "/kind"));
    return apiError(500, {}, what + list);
}

class Applier final
{
public:
    Applier(const Json* live, const Json& applied, const FieldWriter& writer, const SchemaNode& schema)
        : m_applied(applied)
        , m_writer(writer)
        , m_root(schema)
        , m_self{str(writer.manager), "Apply", {}, str(writer.subresource)}
        , m_live(live != nullptr ? withoutManagers(*live) : emptyLike(applied))
        , m_exists(live != nullptr)
    {
        if (live == nullptr)
            return;
        m_managers = decodeManagers(valueAt(*live, "/metadata/managedFields"));
        m_live["apiVersion"] = member(applied, "apiVersion");
        if (m_managers.empty())
            trackBeforeFirstApply();
    }

    ApplyOutcome run(bool force)
    {
        const FieldSet owned = m_managers.contains(m_self) ? m_managers[m_self].fields : FieldSet();
        const std::string since = m_managers.contains(m_self) ? m_managers[m_self].time : std::string();
        m_managers[m_self] = {
            str(textAt(m_applied, "/apiVersion")), since, writable(fieldsOf(m_applied, m_root), m_writer)};
        Json object = prune(mergeValues(m_live, m_applied, m_root), m_managers, owned, m_root);
        const Comparison change = writable(compareValues(m_live, object, m_root), m_writer);
        QList<ManagerConflict> conflicts = takeFromOthers(m_managers, m_self, change);
        if (!force && !conflicts.isEmpty())
            return {{}, std::move(conflicts)};
        disown(m_managers, m_self, neverOwned());

        object = limitToDoor(m_live, std::move(object), m_writer);
        tidyMetadata(m_live, object);
        const bool changed = !m_exists || !sameJson(m_live, object);
        if (const auto self = m_managers.find(m_self); changed && self != m_managers.end())
            self->second.time = str(m_writer.now);
        setManagers(object, m_managers);
        return {std::move(object), {}};
    }

private:
    /// An object that nobody tracked so far belongs, as it is, to somebody unnamed.
    void trackBeforeFirstApply()
    {
        FieldWriter unnamed = m_writer;
        unnamed.manager = u"before-first-apply"_s;
        addUpdate(m_managers, emptyLike(m_live), m_live, unnamed, m_root);
    }

    const Json& m_applied;
    const FieldWriter& m_writer;
    const SchemaNode& m_root;
    ManagerId m_self;
    Json m_live;
    bool m_exists;
    Managers m_managers;
};

bool isReset(const Json& managedFields)
{
    return managedFields.is_array() && managedFields.size() == 1 && managedFields[0].is_object()
        && managedFields[0].empty();
}

Managers managersOfUpdate(const Json* live, const Json& updated, const FieldWriter& writer)
{
    const Json& sent = valueAt(updated, "/metadata/managedFields");
    if (writer.subresource.isEmpty() && isReset(sent))
        return {};
    Managers managers;
    if (writer.subresource.isEmpty())
        managers = decodeManagers(sent);
    if (managers.empty() && live != nullptr)
        managers = decodeManagers(valueAt(*live, "/metadata/managedFields"));
    return managers;
}

} // namespace

Result<ApplyOutcome> applyPatch(
    const Json* live, const Json& applied, const FieldWriter& writer, bool force, const SchemaNode& schema)
{
    if (!valueAt(applied, "/metadata/managedFields").is_null())
        return fail(badRequest(u"metadata.managedFields must be nil"_s));
    const SchemaNode root = objectSchema(schema);
    const QStringList errors = typeErrors(applied, root);
    if (!errors.isEmpty())
        return fail(typedPatchError(applied, errors));
    return Applier(live, applied, writer, root).run(force);
}

Error conflictError(const QList<ManagerConflict>& conflicts)
{
    QString what = u"Apply failed with %1 conflicts:"_s.arg(conflicts.size());
    if (conflicts.size() == 1)
        what = u"Apply failed with 1 conflict: conflict with %1: %2"_s.arg(conflicts[0].manager, conflicts[0].field);
    QString manager;
    QStringList lines;
    QList<StatusCause> causes;
    for (const ManagerConflict& conflict : conflicts) {
        causes.append({u"FieldManagerConflict"_s, u"conflict with "_s + conflict.manager, conflict.field});
        if (conflict.manager != manager)
            lines.append(u"conflicts with "_s + conflict.manager + u':');
        manager = conflict.manager;
        lines.append(u"- "_s + conflict.field);
    }
    if (conflicts.size() != 1)
        what += u' ' + lines.join(u'\n');
    return apiError(409, u"Conflict"_s, what, {.name = {}, .group = {}, .kind = {}, .causes = causes});
}

Json trackUpdate(const Json* live, Json updated, const FieldWriter& writer, const SchemaNode& schema)
{
    const SchemaNode root = objectSchema(schema);
    Managers managers = managersOfUpdate(live, updated, writer);
    const bool tracked = live == nullptr || !managers.empty();
    const Json before = live != nullptr ? withoutManagers(*live) : emptyLike(updated);
    updated = limitToDoor(before, withoutManagers(updated), writer);
    if (tracked)
        addUpdate(managers, before, updated, writer, root);
    setManagers(updated, managers);
    return updated;
}

} // namespace argosy::demo
