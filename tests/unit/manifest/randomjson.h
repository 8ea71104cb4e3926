// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <random>

namespace argosy {

/// Values that are hard to write, by a seed. Several numbers under one seed make series that do not depend on each
/// other.
class RandomJson
{
public:
    explicit RandomJson(unsigned seed, int number = 0)
    {
        std::seed_seq sequence{seed, static_cast<unsigned>(number)};
        m_engine.seed(sequence);
    }

    Json value(int depth)
    {
        const int kind = number(0, depth > 0 ? 9 : 5);
        if (kind >= 8)
            return list(depth);
        if (kind >= 6)
            return object(depth);
        switch (kind) {
        case 0: return Json(nullptr);
        case 1: return Json(number(0, 1) == 1);
        case 2: return Json(static_cast<int64_t>(number(-1000000, 1000000)) * number(1, 1000000));
        case 3: return Json(std::ldexp(static_cast<double>(number(-9999, 9999)), number(-40, 40)));
        default: return Json(text());
        }
    }

    std::string text()
    {
        static const std::array<const char*, 40> pieces{"a", "b c", "\n", " ", "\t", ":", ": ", "#", " #", "-", "- ",
            "'", "\"", "\\", "true", "no", "1", "0x1", "1:30", "2024-01-01", "{", "}", "[", "]", ",", "&", "*", "!",
            "|", ">", "%", "@", "`", "?", "é", "😀", "\x01", "\u0085", "\u2028", "~"};
        std::string result;
        const int count = number(0, 5);
        for (int i = 0; i < count; ++i)
            result += pieces[static_cast<size_t>(number(0, int(pieces.size()) - 1))];
        return result;
    }

    int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(m_engine); }

private:
    Json object(int depth)
    {
        Json result = Json::object();
        for (int i = number(0, 4); i > 0; --i)
            result[text()] = value(depth - 1);
        return result;
    }

    Json list(int depth)
    {
        Json result = Json::array();
        for (int i = number(0, 4); i > 0; --i)
            result.push_back(value(depth - 1));
        return result;
    }

    std::mt19937 m_engine;
};

} // namespace argosy
