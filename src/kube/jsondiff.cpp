// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/jsondiff.h>

namespace argosy {

namespace {

using Op = FieldChange::Op;

QString toKey(const std::string& key)
{
    return QString::fromStdString(key);
}

void collect(const Json& before, const Json& after, const FieldPath& at, QList<FieldChange>& changes);

void collectMembers(const Json& before, const Json& after, const FieldPath& at, QList<FieldChange>& changes)
{
    for (const auto& [key, value] : before.items()) {
        const auto other = after.find(key);
        if (other == after.end())
            changes.append({Op::Remove, at / toKey(key), toCompactJson(value), {}});
        else
            collect(value, *other, at / toKey(key), changes);
    }
    for (const auto& [key, value] : after.items())
        if (!before.contains(key))
            changes.append({Op::Add, at / toKey(key), {}, toCompactJson(value)});
}

void collectItems(const Json& before, const Json& after, const FieldPath& at, QList<FieldChange>& changes)
{
    const std::size_t common = std::min(before.size(), after.size());
    for (std::size_t i = 0; i < common; ++i)
        collect(before[i], after[i], at / qsizetype(i), changes);
    for (std::size_t i = common; i < before.size(); ++i)
        changes.append({Op::Remove, at / qsizetype(i), toCompactJson(before[i]), {}});
    for (std::size_t i = common; i < after.size(); ++i)
        changes.append({Op::Add, at / qsizetype(i), {}, toCompactJson(after[i])});
}

void collect(const Json& before, const Json& after, const FieldPath& at, QList<FieldChange>& changes)
{
    if (before.is_object() && after.is_object())
        collectMembers(before, after, at, changes);
    else if (before.is_array() && after.is_array())
        collectItems(before, after, at, changes);
    else if (before != after)
        changes.append({Op::Replace, at, toCompactJson(before), toCompactJson(after)});
}

} // namespace

QString toWord(FieldChange::Op op)
{
    switch (op) {
    case Op::Add: return QStringLiteral("add");
    case Op::Remove: return QStringLiteral("remove");
    case Op::Replace: return QStringLiteral("replace");
    }
    Q_UNREACHABLE();
}

QList<FieldChange> diffJson(const Json& before, const Json& after)
{
    QList<FieldChange> changes;
    collect(before, after, {}, changes);
    return changes;
}

Json withoutNoise(const Json& object)
{
    Json copy = object;
    if (!copy.is_object())
        return copy;
    copy.erase("status");
    const auto metadata = copy.find("metadata");
    if (metadata == copy.end() || !metadata->is_object())
        return copy;
    for (const char* key : {"managedFields", "resourceVersion", "uid", "generation", "creationTimestamp", "selfLink"})
        metadata->erase(key);
    const auto annotations = metadata->find("annotations");
    if (annotations != metadata->end() && annotations->is_object()) {
        annotations->erase("kubectl.kubernetes.io/last-applied-configuration");
        if (annotations->empty())
            metadata->erase("annotations");
    }
    return copy;
}

} // namespace argosy
