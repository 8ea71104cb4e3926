// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldset.h"

#include "text.h"

namespace argosy::demo {
namespace {

/// Key fields are written in the order of their names, whatever order the list's keys were declared in.
Json sortedMembers(const Json& object)
{
    std::map<std::string, Json> sorted;
    for (const auto& [name, value] : object.items())
        sorted.emplace(name, value);
    Json result = Json::object();
    for (const auto& [name, value] : sorted)
        result[name] = value;
    return result;
}

} // namespace

PathElement PathElement::field(std::string_view name)
{
    return PathElement("f:" + std::string(name));
}

PathElement PathElement::key(const Json& keys)
{
    return PathElement("k:" + toCompactJson(sortedMembers(keys)).toStdString());
}

PathElement PathElement::value(const Json& scalar)
{
    return PathElement("v:" + toCompactJson(scalar).toStdString());
}

std::optional<PathElement> PathElement::decode(std::string_view text)
{
    const bool known =
        text.size() >= 2 && text[1] == ':' && std::string_view("fkvi").find(text[0]) != std::string_view::npos;
    if (!known)
        return std::nullopt;
    return PathElement(std::string(text));
}

int PathElement::rank() const
{
    static constexpr std::string_view kOrder = "fkvi";
    return static_cast<int>(kOrder.find(m_text.front()));
}

QString PathElement::toString() const
{
    const QString rest = text(content());
    switch (m_text.front()) {
    case 'f': return QLatin1Char('.') + rest;
    case 'v': return QLatin1String("[=") + rest + QLatin1Char(']');
    case 'k': break;
    default: return QLatin1Char('[') + rest + QLatin1Char(']');
    }
    QStringList parts;
    const Json keys = Json::parse(content(), nullptr, false);
    for (const auto& [name, value] : keys.items())
        parts.append(text(std::string_view(name)) + QLatin1Char('=') + QString::fromUtf8(toCompactJson(value)));
    return QLatin1Char('[') + parts.join(QLatin1Char(',')) + QLatin1Char(']');
}

QString toString(const Path& path)
{
    QString result;
    for (const PathElement& element : path)
        result += element.toString();
    return result;
}

FieldSet FieldSet::decode(const Json& fieldsV1)
{
    FieldSet set;
    if (!fieldsV1.is_object())
        return set;
    for (const auto& [name, below] : fieldsV1.items()) {
        const std::optional<PathElement> element = PathElement::decode(name);
        if (!element)
            continue;
        FieldSet inner = decode(below);
        // An element with something below it is a member only where "." says so.
        if (inner.isEmpty() || below.contains("."))
            set.m_members.insert(*element);
        set.setChild(*element, std::move(inner));
    }
    return set;
}

Json FieldSet::encode() const
{
    std::set<PathElement> elements = m_members;
    for (const auto& [element, below] : m_children)
        elements.insert(element);
    Json result = Json::object();
    for (const PathElement& element : elements) {
        const FieldSet* below = child(element);
        Json inner = Json::object();
        if (below != nullptr) {
            if (hasMember(element))
                inner["."] = Json::object();
            inner.update(below->encode());
        }
        result[element.encoded()] = std::move(inner);
    }
    return result;
}

void FieldSet::insert(const Path& path)
{
    if (path.empty())
        return;
    FieldSet* at = this;
    for (size_t i = 0; i + 1 < path.size(); ++i)
        at = &at->m_children[path[i]];
    at->m_members.insert(path.back());
}

void FieldSet::setChild(const PathElement& element, FieldSet below)
{
    if (below.isEmpty())
        m_children.erase(element);
    else
        m_children[element] = std::move(below);
}

const FieldSet* FieldSet::child(const PathElement& element) const
{
    const auto it = m_children.find(element);
    return it != m_children.end() ? &it->second : nullptr;
}

void FieldSet::collect(Path& at, std::vector<Path>& paths) const
{
    for (const PathElement& element : m_members) {
        paths.push_back(at);
        paths.back().push_back(element);
    }
    for (const auto& [element, below] : m_children) {
        at.push_back(element);
        below.collect(at, paths);
        at.pop_back();
    }
}

std::vector<Path> FieldSet::paths() const
{
    std::vector<Path> result;
    Path at;
    collect(at, result);
    return result;
}

FieldSet FieldSet::united(const FieldSet& other) const
{
    FieldSet result = *this;
    result.m_members.insert(other.m_members.begin(), other.m_members.end());
    for (const auto& [element, below] : other.m_children)
        result.m_children[element] = result.m_children[element].united(below);
    return result;
}

FieldSet FieldSet::intersected(const FieldSet& other) const
{
    FieldSet result;
    for (const PathElement& element : m_members) {
        if (other.hasMember(element))
            result.m_members.insert(element);
    }
    for (const auto& [element, below] : m_children) {
        if (const FieldSet* others = other.child(element))
            result.setChild(element, below.intersected(*others));
    }
    return result;
}

FieldSet FieldSet::without(const FieldSet& other) const
{
    FieldSet result;
    for (const PathElement& element : m_members) {
        if (!other.hasMember(element))
            result.m_members.insert(element);
    }
    for (const auto& [element, below] : m_children) {
        const FieldSet* others = other.child(element);
        result.setChild(element, others != nullptr ? below.without(*others) : below);
    }
    return result;
}

FieldSet FieldSet::withoutTree(const PathElement& element) const
{
    FieldSet result = *this;
    result.m_members.erase(element);
    result.m_children.erase(element);
    return result;
}

FieldSet FieldSet::onlyTree(const PathElement& element) const
{
    FieldSet result;
    if (hasMember(element))
        result.m_members.insert(element);
    if (const FieldSet* below = child(element))
        result.m_children.emplace(element, *below);
    return result;
}

} // namespace argosy::demo
