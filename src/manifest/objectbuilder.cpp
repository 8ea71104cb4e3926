// SPDX-License-Identifier: GPL-3.0-or-later
#include "objectbuilder.h"

namespace argosy {

namespace {

constexpr size_t kSmall = 16;

} // namespace

void ObjectBuilder::set(const std::string& key, Json value)
{
    Json::object_t::Container& members = m_object;
    if (const size_t found = find(key); found != kNone) {
        members[found].second = std::move(value);
        return;
    }
    members.emplace_back(key, std::move(value));
    if (members.size() == kSmall) {
        for (size_t i = 0; i < members.size(); ++i)
            m_index.emplace(members[i].first, i);
    } else if (members.size() > kSmall) {
        m_index.emplace(key, members.size() - 1);
    }
}

size_t ObjectBuilder::find(const std::string& key) const
{
    const Json::object_t::Container& members = m_object;
    if (members.size() >= kSmall) {
        const auto found = m_index.find(key);
        return found == m_index.end() ? kNone : found->second;
    }
    for (size_t i = 0; i < members.size(); ++i) {
        if (members[i].first == key)
            return i;
    }
    return kNone;
}

} // namespace argosy
