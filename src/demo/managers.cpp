// SPDX-License-Identifier: GPL-3.0-or-later
#include "managers.h"

#include "text.h"

using namespace Qt::StringLiterals;

namespace argosy::demo {
namespace {

std::string stringAt(const Json& object, std::string_view key)
{
    const Json& value = member(object, key);
    return value.is_string() ? value.get<std::string>() : std::string();
}

Json encodeEntry(const ManagerId& id, const ManagerEntry& entry)
{
    Json result = {{"manager", id.name}, {"operation", id.operation}, {"apiVersion", entry.apiVersion}};
    if (!entry.time.empty())
        result["time"] = entry.time;
    result["fieldsType"] = "FieldsV1";
    result["fieldsV1"] = entry.fields.encode();
    if (!id.subresource.empty())
        result["subresource"] = id.subresource;
    return result;
}

} // namespace

QString ManagerId::toString() const
{
    QString result = quoted(text(std::string_view(name)));
    if (!subresource.empty())
        result += u" with subresource "_s + quoted(text(std::string_view(subresource)));
    if (operation == "Update")
        result += u" using "_s + text(std::string_view(apiVersion));
    return result;
}

Managers decodeManagers(const Json& managedFields)
{
    Managers managers;
    if (!managedFields.is_array())
        return managers;
    for (const Json& entry : managedFields) {
        FieldSet fields = FieldSet::decode(member(entry, "fieldsV1"));
        if (stringAt(entry, "fieldsType") != "FieldsV1" || fields.isEmpty())
            continue;
        const std::string apiVersion = stringAt(entry, "apiVersion");
        ManagerId id{
            stringAt(entry, "manager"), stringAt(entry, "operation"), apiVersion, stringAt(entry, "subresource")};
        if (id.operation == "Apply")
            id.apiVersion.clear();
        managers[id] = {apiVersion, stringAt(entry, "time"), std::move(fields)};
    }
    return managers;
}

Json encodeManagers(const Managers& managers)
{
    std::vector<Managers::const_iterator> order;
    for (auto it = managers.begin(); it != managers.end(); ++it)
        order.push_back(it);
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
        return std::tie(a->first.operation, a->second.time) < std::tie(b->first.operation, b->second.time);
    });
    Json result = Json::array();
    for (const auto& it : order)
        result.push_back(encodeEntry(it->first, it->second));
    return result;
}

FieldSet ownedByAnyone(const Managers& managers)
{
    FieldSet result;
    for (const auto& [id, entry] : managers)
        result = result.united(entry.fields);
    return result;
}

void disown(Managers& managers, const ManagerId& manager, const FieldSet& fields)
{
    const auto it = managers.find(manager);
    if (it == managers.end())
        return;
    it->second.fields = it->second.fields.without(fields);
    if (it->second.fields.isEmpty())
        managers.erase(it);
}

} // namespace argosy::demo
