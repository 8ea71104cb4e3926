// SPDX-License-Identifier: GPL-3.0-or-later
#include "metadatarules.h"

#include "text.h"

#include <QRegularExpression>

#include <array>

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

StatusCause invalidValue(const QString& value, const QString& text, const QString& field)
{
    return {u"FieldValueInvalid"_s, u"Invalid value: " % quoted(value) % u": " % text, field};
}

bool matchesWhole(const QString& value, const QString& pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(value).hasMatch();
}

const auto kLabel = u"[a-z0-9]([-a-z0-9]*[a-z0-9])?"_s;
const auto kSubdomain = u"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"_s;
const auto kQualifiedName = u"([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]"_s;
const auto kLabelValue = u"(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?"_s;

/// Namespaces and services are DNS labels, roles any path segment, all else subdomains.
QString nameProblem(const QString& name, const Resource& resource)
{
    if (resource.gvk.group == u"rbac.authorization.k8s.io")
        return name == u"." || name == u".." ? QString(u"may not be '" % name % u'\'')
            : name.contains(u'/')            ? u"may not contain '/'"_s
            : name.contains(u'%')            ? u"may not contain '%'"_s
                                             : QString();
    const bool isLabel =
        resource.gvk.group.isEmpty() && (resource.plural == u"namespaces" || resource.plural == u"services");
    const int most = isLabel ? 63 : 253;
    if (name.size() > most)
        return u"must be no more than "_s % QString::number(most) % u" characters";
    if (isLabel)
        return matchesWhole(name, kLabel)
            ? QString()
            : QString(
                u"a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start "
                u"and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '"
                % kLabel % u"')");
    return matchesWhole(name, kSubdomain)
        ? QString()
        : QString(
            u"a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
            u"start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '"
            % kSubdomain % u"')");
}

QString keyProblem(const QString& key)
{
    const qsizetype slash = key.indexOf(u'/');
    if (slash >= 0 && !matchesWhole(key.left(slash), kSubdomain))
        return u"prefix part a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or "
               u"'.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for "
               u"validation is '"
            % kSubdomain % u"')";
    const QString name = key.mid(slash + 1);
    if (name.size() > 63)
        return u"name part must be no more than 63 bytes"_s;
    if (matchesWhole(name, kQualifiedName))
        return {};
    return u"name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
           u"alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '"
        % kQualifiedName % u"')";
}

QString labelValueProblem(const QString& value)
{
    if (value.size() > 63)
        return u"must be no more than 63 bytes"_s;
    if (matchesWhole(value, kLabelValue))
        return {};
    return u"a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must "
           u"start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for "
           u"validation is '"
        % kLabelValue % u"')";
}

void addOwnerCauses(const Json& metadata, QList<StatusCause>& causes)
{
    const auto needed = std::to_array<std::pair<const char*, QString>>({{"apiVersion", u"version must not be empty"_s},
        {"kind", u"must not be empty"_s}, {"name", u"must not be empty"_s}, {"uid", u"must not be empty"_s}});
    for (const Json& owner : member(metadata, "ownerReferences")) {
        for (const auto& [key, problem] : needed) {
            if (text(member(owner, key)).isEmpty())
                causes.append(invalidValue({}, problem, u"metadata.ownerReferences."_s % QLatin1StringView(key)));
        }
    }
}

} // namespace

QList<StatusCause> metadataCauses(const Json& object, const Resource& resource)
{
    QList<StatusCause> causes;
    const Json& metadata = member(object, "metadata");
    const QString name = text(member(metadata, "name"));
    if (const QString problem = nameProblem(name, resource); !problem.isEmpty())
        causes.append(invalidValue(name, problem, u"metadata.name"_s));
    for (const auto& [key, value] : member(metadata, "labels").items()) {
        if (const QString problem = keyProblem(text(std::string_view(key))); !problem.isEmpty())
            causes.append(invalidValue(text(std::string_view(key)), problem, u"metadata.labels"_s));
        if (const QString problem = labelValueProblem(text(value)); !problem.isEmpty())
            causes.append(invalidValue(text(value), problem, u"metadata.labels"_s));
    }
    for (const auto& [key, value] : member(metadata, "annotations").items()) {
        // Servers check the keys of annotations without regard to case.
        if (const QString problem = keyProblem(text(std::string_view(key)).toLower()); !problem.isEmpty())
            causes.append(invalidValue(text(std::string_view(key)), problem, u"metadata.annotations"_s));
    }
    addOwnerCauses(metadata, causes);
    return causes;
}

std::optional<StatusCause> lateFinalizers(const Json& live, const Json& updated)
{
    if (!valueAt(live, "/metadata/deletionTimestamp").is_string())
        return std::nullopt;
    const Json& before = valueAt(live, "/metadata/finalizers");
    QStringList added;
    for (const Json& finalizer : valueAt(updated, "/metadata/finalizers")) {
        if (std::find(before.begin(), before.end(), finalizer) == before.end())
            added.append(quoted(text(finalizer)));
    }
    if (added.isEmpty())
        return std::nullopt;
    return StatusCause{u"FieldValueForbidden"_s,
        u"Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"
            % added.join(u", ") % u'}',
        u"metadata.finalizers"_s};
}

} // namespace argosy::demo
