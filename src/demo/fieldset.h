// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <QString>

#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace argosy::demo {

/// One step of a field path as metadata.managedFields writes it: f:NAME, k:{KEYS}, v:VALUE or i:INDEX.
class PathElement final
{
public:
    [[nodiscard]] static PathElement field(std::string_view name);
    /// An item of a list of type map; `keys` is an object of its key fields.
    [[nodiscard]] static PathElement key(const Json& keys);
    /// An item of a list of type set.
    [[nodiscard]] static PathElement value(const Json& scalar);
    /// Nothing where the text is none of the four forms.
    [[nodiscard]] static std::optional<PathElement> decode(std::string_view text);

    [[nodiscard]] const std::string& encoded() const { return m_text; }
    [[nodiscard]] bool isField() const { return m_text.front() == 'f'; }
    /// The name of a field, else what follows the prefix.
    [[nodiscard]] std::string_view content() const { return std::string_view(m_text).substr(2); }
    /// ".spec", "[name=\"sys\"]", "[=\"a\"]", "[0]": as the server prints paths.
    [[nodiscard]] QString toString() const;

    bool operator==(const PathElement&) const = default;
    friend bool operator<(const PathElement& a, const PathElement& b)
    {
        return a.rank() != b.rank() ? a.rank() < b.rank() : a.m_text < b.m_text;
    }

private:
    explicit PathElement(std::string text)
        : m_text(std::move(text))
    { }
    [[nodiscard]] int rank() const;

    std::string m_text;
};

using Path = std::vector<PathElement>;
[[nodiscard]] QString toString(const Path& path);

/// A set of field paths. A path and its parents are separate members: who owns .spec.a need not own .spec. A value.
class FieldSet final
{
public:
    /// From FieldsV1; what is no path element is left out.
    [[nodiscard]] static FieldSet decode(const Json& fieldsV1);
    /// As FieldsV1, in the server's order.
    [[nodiscard]] Json encode() const;

    void insert(const Path& path); ///< the root is never a member
    void insertMember(const PathElement& element) { m_members.insert(element); }
    /// Replaces what is below an element.
    void setChild(const PathElement& element, FieldSet below);

    [[nodiscard]] bool isEmpty() const { return m_members.empty() && m_children.empty(); }
    [[nodiscard]] bool hasMember(const PathElement& element) const { return m_members.contains(element); }
    /// What is below an element, or null.
    [[nodiscard]] const FieldSet* child(const PathElement& element) const;
    [[nodiscard]] const std::map<PathElement, FieldSet>& children() const { return m_children; }
    [[nodiscard]] std::vector<Path> paths() const;

    [[nodiscard]] FieldSet united(const FieldSet& other) const;
    [[nodiscard]] FieldSet intersected(const FieldSet& other) const;
    /// Without exactly the paths of `other`; what is below them stays.
    [[nodiscard]] FieldSet without(const FieldSet& other) const;
    /// Without an element and everything below it.
    [[nodiscard]] FieldSet withoutTree(const PathElement& element) const;
    /// Only an element and everything below it.
    [[nodiscard]] FieldSet onlyTree(const PathElement& element) const;

    bool operator==(const FieldSet&) const = default;

private:
    void collect(Path& at, std::vector<Path>& paths) const;

    std::set<PathElement> m_members;
    std::map<PathElement, FieldSet> m_children; ///< none of them empty
};

} // namespace argosy::demo
