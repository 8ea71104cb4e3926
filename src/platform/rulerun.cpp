// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulerun.h"

#include "names.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

ObjectRef refOf(const DocumentContext::Neighbour& neighbour, const Gvk& gvk)
{
    return {neighbour.cluster, gvk.group, gvk.kind, textAt(*neighbour.document, "/metadata/namespace"),
        textAt(*neighbour.document, "/metadata/name")};
}

Gvk gvkOf(const Json& document)
{
    return Gvk::from(textAt(document, "/apiVersion"), textAt(document, "/kind"));
}

} // namespace

RuleRun::RuleRun(const Json& document, const DocumentContext& context)
    : m_document(document)
    , m_context(context)
    , m_gvk(gvkOf(document))
{ }

bool RuleRun::isTrue(std::string_view pointer) const
{
    const Json& value = at(pointer);
    return value.is_boolean() && value.get<bool>();
}

QList<DocumentContext::Neighbour> RuleRun::others(const GroupKind& kind) const
{
    QList<DocumentContext::Neighbour> found;
    for (const DocumentContext::Neighbour& other : m_context.others)
        if (other.document != &m_document && gvkOf(*other.document).groupKind() == kind)
            found.append(other);
    return found;
}

RuleRun::Presence RuleRun::presence(const ObjectRef& ref) const
{
    if (m_context.existing.contains(ref))
        return Presence::Present;
    const auto isIt = [&ref](const DocumentContext::Neighbour& other) {
        return refOf(other, gvkOf(*other.document)) == ref;
    };
    if (std::ranges::any_of(m_context.others, isIt))
        return Presence::Present;
    return m_context.known.contains(ref.groupKind()) ? Presence::Absent : Presence::Unknown;
}

void RuleRun::error(const char* rule, const FieldPath& path, Message message, const QString& suggestion)
{
    m_problems.append({Severity::Error, QLatin1StringView(rule), path, std::move(message), suggestion});
}

void RuleRun::warning(const char* rule, const FieldPath& path, Message message, const QString& suggestion)
{
    m_problems.append({Severity::Warning, QLatin1StringView(rule), path, std::move(message), suggestion});
}

FieldPath pathOf(QStringView pointer)
{
    const auto path = FieldPath::fromPointer(pointer);
    Q_ASSERT(path);
    return path.value_or(FieldPath());
}

std::optional<qint64> integerOf(const Json& value)
{
    if (!value.is_number_integer())
        return {};
    return value.get<qint64>();
}

void checkObjectName(RuleRun& run, const char* rule)
{
    const QString name = run.name();
    if (!name.isEmpty() && !isObjectName(name))
        run.error(rule, pathOf(u"/metadata/name"),
            message("platform",
                "“%1” is no name for a Kubernetes object: lower-case letters, digits, - and ., with a letter or digit "
                "at both ends.",
                {name}),
            name.toLower());
}

void checkResourceGroupName(RuleRun& run, const char* rule, const FieldPath& path, const QString& name)
{
    if (!isResourceGroupName(name))
        run.error(rule, path,
            message("platform",
                "“%1” is no name for a resource group: up to 90 letters, digits, and - _ . ( ), and no dot at the end.",
                {name}));
}

} // namespace argosy
