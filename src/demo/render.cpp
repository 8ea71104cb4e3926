// SPDX-License-Identifier: GPL-3.0-or-later
#include "render.h"

#include "columns.h"
#include "status.h"
#include "text.h"

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

Json partial(const Json& object)
{
    return {{"kind", "PartialObjectMetadata"}, {"apiVersion", "meta.k8s.io/v1"},
        {"metadata", valueAt(object, "/metadata")}};
}

Json columnJson(const Column& column)
{
    return {{"name", str(column.name)}, {"type", str(column.type)}, {"format", str(column.format)},
        {"description", str(column.description)}, {"priority", column.priority}};
}

} // namespace

Result<Form> acceptedForm(const HttpRequest& request)
{
    if (request.accept.trimmed().isEmpty())
        return Form::Object;
    for (const QString& entry : request.accept.split(u',')) {
        const QStringList parts = entry.trimmed().split(u';');
        const QString type = parts.constFirst().trimmed();
        if (type != u"application/json" && type != u"*/*" && type != u"application/*")
            continue;
        QString as;
        for (const QString& part : parts) {
            if (part.trimmed().startsWith(u"as="))
                as = part.trimmed().mid(3);
        }
        if (as == u"Table")
            return Form::Table;
        if (as.startsWith(u"PartialObjectMetadata"))
            return Form::Metadata;
        if (as.isEmpty())
            return Form::Object;
    }
    return fail(apiError(406, u"NotAcceptable"_s, u"only the following media types are accepted: application/json"_s));
}

Json inVersion(const Json& object, const Resource& resource)
{
    Json converted = object;
    converted["apiVersion"] = str(resource.gvk.apiVersion());
    converted["kind"] = str(resource.gvk.kind);
    return converted;
}

Renderer::Renderer(const Resource& resource, Form form, QString includeObject, QDateTime now)
    : m_resource(resource)
    , m_form(form)
    , m_includeObject(std::move(includeObject))
    , m_now(std::move(now))
{ }

Json Renderer::object(const Json& object) const
{
    if (m_form == Form::Metadata)
        return partial(object);
    if (m_form == Form::Object)
        return inVersion(object, m_resource);
    const Json& version = valueAt(object, "/metadata/resourceVersion");
    return table({std::make_shared<const Json>(object)}, Json{{"resourceVersion", version}}, true);
}

Json Renderer::list(const QList<JsonPtr>& objects, Json metadata) const
{
    if (m_form == Form::Table)
        return table(objects, std::move(metadata), true);
    Json items = Json::array();
    for (const JsonPtr& object : objects) {
        Json item = m_form == Form::Metadata ? partial(*object) : inVersion(*object, m_resource);
        if (m_form == Form::Object && m_resource.builtIn) {
            item.erase("apiVersion");
            item.erase("kind");
        }
        items.push_back(std::move(item));
    }
    if (m_form == Form::Metadata)
        return {{"kind", "PartialObjectMetadataList"}, {"apiVersion", "meta.k8s.io/v1"},
            {"metadata", std::move(metadata)}, {"items", std::move(items)}};
    return {{"kind", str(m_resource.gvk.kind + u"List")}, {"apiVersion", str(m_resource.gvk.apiVersion())},
        {"metadata", std::move(metadata)}, {"items", std::move(items)}};
}

Json Renderer::event(const Json& object, bool first) const
{
    if (m_form != Form::Table)
        return this->object(object);
    const Json& version = valueAt(object, "/metadata/resourceVersion");
    return table({std::make_shared<const Json>(object)}, Json{{"resourceVersion", version}}, first);
}

Json Renderer::bookmark(qint64 revision, bool initialEventsEnd) const
{
    Json metadata{{"resourceVersion", std::to_string(revision)}};
    if (m_form == Form::Table)
        return table({}, std::move(metadata), false);
    if (initialEventsEnd)
        metadata["annotations"]["k8s.io/initial-events-end"] = "true";
    if (m_form == Form::Metadata)
        return partial(Json{{"metadata", std::move(metadata)}});
    return inVersion(Json{{"kind", ""}, {"apiVersion", ""}, {"metadata", std::move(metadata)}}, m_resource);
}

Json Renderer::table(const QList<JsonPtr>& objects, Json metadata, bool withColumns) const
{
    const QList<Column> columns = columnsFor(m_resource);
    Json definitions = withColumns ? Json::array() : Json(nullptr);
    for (const Column& column : columns) {
        if (withColumns)
            definitions.push_back(columnJson(column));
    }
    Json rows = Json::array();
    for (const JsonPtr& object : objects) {
        QList<Json> cells;
        for (const Column& column : columns)
            cells.append(column.cell(*object, m_now));
        rows.push_back(row(*object, cells));
    }
    return {{"kind", "Table"}, {"apiVersion", "meta.k8s.io/v1"}, {"metadata", std::move(metadata)},
        {"columnDefinitions", std::move(definitions)}, {"rows", std::move(rows)}};
}

Json Renderer::row(const Json& object, const QList<Json>& cells) const
{
    Json list = Json::array();
    for (const Json& cell : cells)
        list.push_back(cell);
    Json entry{{"cells", std::move(list)}};
    if (m_includeObject == u"Object")
        entry["object"] = inVersion(object, m_resource);
    else if (m_includeObject != u"None")
        entry["object"] = partial(object);
    return entry;
}

} // namespace argosy::demo
