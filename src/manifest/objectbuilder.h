// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <nlohmann/json.hpp>

#include <string>
#include <unordered_map>

namespace argosy {

/// Fills a JSON object in the order of its keys. Json's own insertion compares every key with all before it, which
/// large mappings do not survive.
class ObjectBuilder final
{
public:
    /// Room for that many members at once: an object that grows copies all that is below it.
    explicit ObjectBuilder(size_t expected) { m_object.reserve(expected); }

    /// Sets the member; an earlier value of that key is replaced where it stands.
    void set(const std::string& key, Json value);
    [[nodiscard]] bool contains(const std::string& key) const { return find(key) != kNone; }
    [[nodiscard]] Json take() { return Json(std::move(m_object)); }

private:
    static constexpr size_t kNone = static_cast<size_t>(-1);
    [[nodiscard]] size_t find(const std::string& key) const;

    Json::object_t m_object;
    std::unordered_map<std::string, size_t> m_index; ///< empty while the object is small
};

} // namespace argosy
