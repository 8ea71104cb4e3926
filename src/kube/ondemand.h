// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <string_view>

namespace argosy {

/// Calls with each key, unescaped, and its value, until that says false. False then, and where the JSON breaks.
template <class Use> bool forMembers(simdjson::ondemand::object object, const Use& use)
{
    for (auto entry : object) {
        simdjson::ondemand::field field;
        std::string_view key;
        if (std::move(entry).get(field) != simdjson::SUCCESS || field.unescaped_key().get(key) != simdjson::SUCCESS
            || !use(key, field.value()))
            return false;
    }
    return true;
}

} // namespace argosy
