// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventdecode.h"

#include <argosy/kube/json.h>

#include <nlohmann/json.hpp>
#include <simdjson.h>

namespace argosy {

namespace {

struct RawEvent
{
    std::string type;
    QByteArray object;
};

/// Type and object of one line, without building the object. The parser is reused from line to line.
std::optional<RawEvent> split(simdjson::ondemand::parser& parser, const QByteArray& line)
{
    const simdjson::padded_string padded(line.constData(), static_cast<size_t>(line.size()));
    simdjson::ondemand::document document;
    std::string_view type;
    std::string_view object;
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS
        || document["type"].get_string().get(type) != simdjson::SUCCESS)
        return {};
    RawEvent event{.type = std::string(type), .object = {}};
    simdjson::ondemand::object value;
    if (document["object"].get_object().get(value) != simdjson::SUCCESS
        || value.raw_json().get(object) != simdjson::SUCCESS)
        return {};
    event.object = QByteArray(object.data(), static_cast<qsizetype>(object.size()));
    return event;
}

ApiStatus statusOf(const QByteArray& object)
{
    const Result<Json> parsed = parseJson(object);
    const Json& code = parsed ? member(*parsed, "code") : member(Json(), "code");
    return decodeStatus(code.is_number_integer() ? code.get<int>() : 500, object);
}

void addObject(
    DecodedEvents& events, const ClusterId& cluster, const Gvk& kind, const RawEvent& event, ObjectDetail detail)
{
    Result<ObjectPtr> object = Object::decode(cluster, event.object, kind, detail);
    if (!object) {
        events.broken.append(object.error());
        return;
    }
    events.resourceVersion = (*object)->resourceVersion();
    events.changes.append({.object = std::move(*object), .removed = event.type == "DELETED"});
}

void takeBookmark(DecodedEvents& events, const QByteArray& object)
{
    const Result<Json> bookmark = parseJson(object);
    if (!bookmark)
        return;
    events.resourceVersion = textAt(*bookmark, "/metadata/resourceVersion");
    if (textAt(*bookmark, "/metadata/annotations/k8s.io~1initial-events-end") == u"true")
        events.initialEnd = events.changes.size();
}

} // namespace

DecodedEvents decodeEvents(
    const ClusterId& cluster, const Gvk& kind, const QList<QByteArray>& lines, ObjectDetail detail)
{
    DecodedEvents events;
    simdjson::ondemand::parser parser;
    for (const QByteArray& line : lines) {
        const std::optional<RawEvent> event = split(parser, line);
        if (!event) {
            events.garbled = Error{.kind = ErrorKind::Protocol,
                .message = message("live", "The watch of %1 sent a line that is not an event.", {kind.toString()})};
            break;
        }
        if (event->type == "ERROR") {
            events.error = statusOf(event->object);
            break;
        }
        if (event->type == "BOOKMARK")
            takeBookmark(events, event->object);
        else
            addObject(events, cluster, kind, *event, detail);
    }
    return events;
}

} // namespace argosy
