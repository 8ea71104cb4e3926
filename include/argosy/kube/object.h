// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>
#include <argosy/kube/condition.h>
#include <argosy/kube/json.h>
#include <argosy/kube/objectref.h>
#include <argosy/kube/textmap.h>

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QStringList>

#include <memory>

namespace argosy {

class Object;
using ObjectPtr = std::shared_ptr<const Object>;

struct OwnerReference
{
    QString apiVersion;
    QString kind;
    QString name;
    QString uid;
    bool controller = false;
    bool operator==(const OwnerReference&) const = default;
};

/// How much of an object is asked for and kept.
enum class ObjectDetail
{
    Full,
    Metadata ///< no spec and no status: json() is empty, and body() is put together from the header
};

/**
 * An object as a server holds it: a decoded header and the compact JSON without managedFields. Immutable, so it is
 * shared between threads without locks.
 *
 * Of a Secret the values of `data` and `stringData` are replaced by their lengths while decoding, and its last-applied
 * annotation is dropped: a live object never holds a secret.
 */
class Object final
{
public:
    /// Decodes one object. `fallback` names group, version and kind where the JSON does not (items of a list) or calls
    /// itself PartialObjectMetadata. Fails with Protocol where it is no object or has no name; never throws.
    [[nodiscard]] static Result<ObjectPtr> decode(const ClusterId& cluster, QByteArrayView json,
        const Gvk& fallback = {}, ObjectDetail detail = ObjectDetail::Full);

    [[nodiscard]] const ObjectRef& ref() const { return m_ref; }
    [[nodiscard]] Gvk gvk() const { return {m_ref.group, m_version, m_ref.kind}; }
    [[nodiscard]] const QString& uid() const { return m_uid; }
    [[nodiscard]] const QString& resourceVersion() const { return m_resourceVersion; } ///< opaque
    [[nodiscard]] qint64 generation() const { return m_generation; }
    [[nodiscard]] const QDateTime& created() const { return m_created; } ///< UTC; invalid if absent
    [[nodiscard]] const QDateTime& deleted() const { return m_deleted; } ///< deletionTimestamp; invalid if absent
    [[nodiscard]] const TextMap& labels() const { return m_labels; }
    [[nodiscard]] const TextMap& annotations() const { return m_annotations; } ///< without last-applied
    [[nodiscard]] const QList<OwnerReference>& owners() const { return m_owners; }
    [[nodiscard]] const QStringList& finalizers() const { return m_finalizers; }
    [[nodiscard]] const QList<Condition>& conditions() const { return m_conditions; }
    /// The condition of that type, or null.
    [[nodiscard]] const Condition* condition(QStringView type) const;
    /// A scalar that edges and health are computed from, by pointer ("/spec/owner/name"), without parsing the body;
    /// empty where absent. Only the pointers of kChosenFields (object.cpp) are kept.
    [[nodiscard]] QString field(const char* pointer) const;

    /// Compact JSON without managedFields; empty where only metadata is kept.
    [[nodiscard]] const QByteArray& json() const { return m_json; }
    /// The whole object, as far as it is kept; made at each call.
    [[nodiscard]] Json body() const;

private:
    friend struct ObjectDecoder;
    Object() = default;

    ObjectRef m_ref;
    QString m_version;
    QString m_uid;
    QString m_resourceVersion;
    qint64 m_generation = 0;
    QDateTime m_created;
    QDateTime m_deleted;
    TextMap m_labels;
    TextMap m_annotations;
    QList<OwnerReference> m_owners;
    QStringList m_finalizers;
    QList<Condition> m_conditions;
    QList<std::pair<quint8, QString>> m_fields; ///< by place in kChosenFields
    QByteArray m_json;
};

/// Where a page of a list stands in the whole.
struct ListPosition
{
    QString resourceVersion;
    QString continueToken; ///< empty on the last page
    bool operator==(const ListPosition&) const = default;
};
/// From the first or last few kilobytes of a List as API servers write it, in no time whatever its size; nothing where
/// those do not say. Only decodeList() tells whether it is a list at all.
[[nodiscard]] std::optional<ListPosition> peekListPosition(QByteArrayView json);
/// Of a List of any kind, without decoding its items. Fails with Protocol where it is no object.
[[nodiscard]] Result<ListPosition> decodeListPosition(
    const ClusterId& cluster, QByteArrayView json, const Gvk& itemKind);

/// A decoded list or one page of it. Items that do not decode are reported one by one and do not lose the rest.
struct ObjectList
{
    QList<ObjectPtr> items;
    QList<Error> broken;
    ListPosition position;
};
/// Decodes a List of any kind. Fails with Protocol where it is no list, or ends in the middle.
[[nodiscard]] Result<ObjectList> decodeList(
    const ClusterId& cluster, QByteArrayView json, const Gvk& itemKind, ObjectDetail detail = ObjectDetail::Full);

/// Decodes an API Status body; a body that is no Status gives its first line of text as the message.
[[nodiscard]] ApiStatus decodeStatus(int httpCode, const QByteArray& body);

} // namespace argosy
