// SPDX-License-Identifier: GPL-3.0-or-later
#include "patch.h"

#include "status.h"
#include "text.h"

#include <map>

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

/// The merge key of a list by its field's name; null for lists that are replaced.
const char* mergeKey(const std::string& field)
{
    static const std::map<std::string, const char*> keys{{"containers", "name"}, {"initContainers", "name"},
        {"ephemeralContainers", "name"}, {"env", "name"}, {"volumes", "name"}, {"volumeMounts", "mountPath"},
        {"volumeDevices", "devicePath"}, {"ports", "containerPort"}, {"imagePullSecrets", "name"}, {"secrets", "name"},
        {"conditions", "type"}, {"ownerReferences", "uid"}, {"hostAliases", "ip"}, {"addresses", "type"},
        {"taints", "key"}, {"topologySpreadConstraints", "topologyKey"}};
    const auto found = keys.find(field);
    return found == keys.end() ? nullptr : found->second;
}

bool isDirective(const std::string& key)
{
    return !key.empty() && key.front() == '$';
}

Json withoutDirectives(const Json& value)
{
    if (value.is_array()) {
        Json list = Json::array();
        for (const Json& item : value)
            list.push_back(withoutDirectives(item));
        return list;
    }
    if (!value.is_object())
        return value;
    Json plain = Json::object();
    for (const auto& [key, inner] : value.items()) {
        if (!isDirective(key) && !inner.is_null())
            plain[key] = withoutDirectives(inner);
    }
    return plain;
}

QString directive(const Json& patch)
{
    return text(member(patch, "$patch"));
}

Json::iterator findByKey(Json& list, const char* key, const Json& wanted)
{
    return std::find_if(list.begin(), list.end(), [&](const Json& item) { return member(item, key) == wanted; });
}

void mergeList(Json& target, const Json& patch, const char* key)
{
    if (!target.is_array())
        target = Json::array();
    for (const Json& item : patch) {
        if (directive(item) == u"replace")
            target = Json::array();
    }
    for (const Json& item : patch) {
        const auto found = findByKey(target, key, member(item, key));
        if (directive(item) == u"delete") {
            if (found != target.end())
                target.erase(found);
        } else if (found != target.end()) {
            strategicMergePatch(*found, item);
        } else if (Json added = withoutDirectives(item); !added.empty()) {
            target.push_back(std::move(added));
        }
    }
}

void mergeFinalizers(Json& target, const Json& patch)
{
    if (!target.is_array())
        target = Json::array();
    for (const Json& item : patch) {
        if (std::find(target.begin(), target.end(), item) == target.end())
            target.push_back(item);
    }
}

void deletePrimitives(Json& target, const std::string& field, const Json& values)
{
    const auto list = target.find(field);
    if (list == target.end() || !list->is_array())
        return;
    for (const Json& value : values)
        list->erase(std::remove(list->begin(), list->end(), value), list->end());
}

void retainKeys(Json& target, const Json& keys)
{
    Json kept = Json::object();
    for (const auto& [key, value] : target.items()) {
        if (std::find(keys.begin(), keys.end(), Json(key)) != keys.end())
            kept[key] = value;
    }
    target = std::move(kept);
}

void mergeMember(Json& target, const std::string& key, const Json& value)
{
    static const std::string kDelete = "$deleteFromPrimitiveList/";
    if (key == "$retainKeys")
        retainKeys(target, value);
    else if (key.starts_with(kDelete))
        deletePrimitives(target, key.substr(kDelete.size()), value);
    else if (isDirective(key))
        return;
    else if (value.is_null() || directive(value) == u"delete")
        target.erase(key);
    else if (value.is_object())
        strategicMergePatch(target[key], value);
    else if (value.is_array() && key == "finalizers")
        mergeFinalizers(target[key], value);
    else if (const char* by = value.is_array() ? mergeKey(key) : nullptr)
        mergeList(target[key], value, by);
    else
        target[key] = withoutDirectives(value);
}

} // namespace

void mergePatch(Json& target, const Json& patch)
{
    if (!patch.is_object()) {
        target = patch;
        return;
    }
    if (!target.is_object())
        target = Json::object();
    for (const auto& [key, value] : patch.items()) {
        if (value.is_null())
            target.erase(key);
        else
            mergePatch(target[key], value);
    }
}

Result<Json> jsonPatch(const Json& target, const Json& patch)
{
    if (!patch.is_array())
        return fail(badRequest(
            u"error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp"_s));
    try {
        return target.patch(patch);
    } catch (const Json::exception&) {
        return fail(apiError(422, u"Invalid"_s, u"the server rejected our request due to an error in our request"_s));
    }
}

void strategicMergePatch(Json& target, const Json& patch)
{
    if (!patch.is_object()) {
        target = patch;
        return;
    }
    const QString how = directive(patch);
    if (how == u"replace" || how == u"delete" || !target.is_object())
        target = Json::object();
    if (how == u"delete")
        return;
    for (const auto& [key, value] : patch.items())
        mergeMember(target, key, value);
}

} // namespace argosy::demo
