// SPDX-License-Identifier: GPL-3.0-or-later
#include "crd.h"

#include "jsonread.h"
#include "objectmeta.h"

#include <argosy/schema/openapi.h>

#include <algorithm>

namespace argosy {

namespace {

tl::unexpected<Error> lacks(const QString& field)
{
    return fail(ErrorKind::Parse, message("schema", "The CustomResourceDefinition lacks %1.", {field}));
}

KindSchema readNames(const Json& spec)
{
    const Json& names = member(spec, "names");
    KindSchema kind;
    kind.gvk = {textOf(member(spec, "group")), {}, textOf(member(names, "kind"))};
    kind.plural = textOf(member(names, "plural"));
    kind.singular = textOf(member(names, "singular"));
    if (kind.singular.isEmpty())
        kind.singular = kind.gvk.kind.toLower();
    kind.shortNames = textsOf(member(names, "shortNames"));
    kind.categories = textsOf(member(names, "categories"));
    kind.namespaced = textOf(member(spec, "scope")) == u"Namespaced";
    return kind;
}

QByteArray compactOrEmpty(const Json& value)
{
    return value.is_null() ? QByteArray() : toCompactJson(value);
}

void readVersion(const Json& version, KindSchema& kind)
{
    kind.gvk.version = textOf(member(version, "name"));
    kind.storage = isTrue(member(version, "storage"));
    kind.deprecated = isTrue(member(version, "deprecated"));
    kind.deprecationWarning = textOf(member(version, "deprecationWarning"));
    const Json& subresources = member(version, "subresources");
    kind.hasStatus = !member(subresources, "status").is_null();
    kind.scale = compactOrEmpty(member(subresources, "scale"));
    kind.printerColumns = compactOrEmpty(member(version, "additionalPrinterColumns"));
}

Json namesOf(const KindSchema& kind)
{
    Json names{
        {"kind", kind.gvk.kind.toStdString()},
        {"listKind", kind.gvk.kind.toStdString() + "List"},
        {"plural", kind.plural.toStdString()},
        {"singular", kind.singular.toStdString()},
    };
    if (!kind.shortNames.isEmpty())
        names["shortNames"] = jsonOf(kind.shortNames);
    if (!kind.categories.isEmpty())
        names["categories"] = jsonOf(kind.categories);
    return names;
}

Json subresourcesOf(const KindSchema& kind)
{
    Json subresources = Json::object();
    if (kind.hasStatus)
        subresources["status"] = Json::object();
    if (const auto scale = parseJson(kind.scale); scale && scale->is_object())
        subresources["scale"] = *scale;
    return subresources;
}

Json versionOf(const KindSchema& kind, bool storage)
{
    Json version{{"name", kind.gvk.version.toStdString()}, {"served", true}, {"storage", storage}};
    if (kind.deprecated)
        version["deprecated"] = true;
    if (!kind.deprecationWarning.isEmpty())
        version["deprecationWarning"] = kind.deprecationWarning.toStdString();
    version["schema"]["openAPIV3Schema"] = toOpenApi(*withoutObjectMeta(*kind.root));
    if (Json subresources = subresourcesOf(kind); !subresources.empty())
        version["subresources"] = std::move(subresources);
    if (const auto columns = parseJson(kind.printerColumns); columns && columns->is_array())
        version["additionalPrinterColumns"] = *columns;
    return version;
}

} // namespace

Result<QList<KindSchema>> readCrdSpec(const Json& spec, SchemaParser& parser)
{
    const KindSchema names = readNames(spec);
    if (names.gvk.kind.isEmpty() || names.plural.isEmpty())
        return lacks(QStringLiteral("spec.names"));
    const Json& versions = member(spec, "versions");
    if (!versions.is_array())
        return lacks(QStringLiteral("spec.versions"));
    QList<KindSchema> kinds;
    for (const Json& version : versions) {
        if (!isTrue(member(version, "served")))
            continue;
        const Json& schema = valueAt(version, "/schema/openAPIV3Schema");
        if (!schema.is_object())
            return lacks(QStringLiteral("spec.versions.schema.openAPIV3Schema"));
        KindSchema kind = names;
        readVersion(version, kind);
        kind.root = withObjectMeta(*parser.parse(schema));
        kinds.append(std::move(kind));
    }
    return kinds;
}

Json toCrd(const QList<KindSchema>& versions)
{
    Q_ASSERT(!versions.isEmpty());
    const KindSchema& first = versions.first();
    const QString name = first.plural + u'.' + first.gvk.group;
    const bool oneStored = std::ranges::count_if(versions, &KindSchema::storage) == 1;
    Json list = Json::array();
    for (const KindSchema& kind : versions)
        list.push_back(versionOf(kind, oneStored ? kind.storage : &kind == &first));
    return Json{
        {"apiVersion", "apiextensions.k8s.io/v1"},
        {"kind", "CustomResourceDefinition"},
        {"metadata", {{"name", name.toStdString()}}},
        {"spec",
            {{"group", first.gvk.group.toStdString()}, {"names", namesOf(first)},
                {"scope", first.namespaced ? "Namespaced" : "Cluster"}, {"versions", std::move(list)}}},
    };
}

} // namespace argosy
