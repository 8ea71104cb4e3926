// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <unordered_map>

namespace argosy {

/// Gives equal short texts the same storage: in a cluster the same kinds, keys and reasons come again and again. Holds
/// no more than kMaxTexts; after that it starts anew.
class Interner final
{
public:
    [[nodiscard]] QString text(std::string_view utf8)
    {
        if (utf8.size() > kLongest)
            return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
        const auto known = m_texts.find(utf8);
        if (known != m_texts.end())
            return known->second;
        if (m_texts.size() >= kMaxTexts)
            m_texts.clear();
        return m_texts.emplace(utf8, QString::fromUtf8(utf8.data(), qsizetype(utf8.size()))).first->second;
    }

private:
    static constexpr std::size_t kLongest = 64;
    static constexpr std::size_t kMaxTexts = 8192;

    /// So that a view can be looked up without becoming a string.
    struct ViewHash : std::hash<std::string_view>
    {
        using is_transparent = void;
    };
    std::unordered_map<std::string, QString, ViewHash, std::equal_to<>> m_texts;
};

} // namespace argosy
