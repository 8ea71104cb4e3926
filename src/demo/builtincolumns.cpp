// SPDX-License-Identifier: GPL-3.0-or-later
#include "builtincolumns.h"

#include "text.h"

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

using Cell = std::function<Json(const Json& object, const QDateTime& now)>;

Column column(const QString& name, const QString& type, Cell cell, int priority = 0)
{
    return {
        .name = name, .type = type, .format = {}, .description = name, .priority = priority, .cell = std::move(cell)};
}

Column field(const QString& name, const char* pointer, int priority = 0)
{
    return column(
        name, u"string"_s, [pointer](const Json& object, const QDateTime&) { return valueAt(object, pointer); },
        priority);
}

Column count(const QString& name, std::initializer_list<const char*> pointers)
{
    return column(name, u"integer"_s, [all = QList<const char*>(pointers)](const Json& object, const QDateTime&) {
        size_t sum = 0;
        for (const char* pointer : all) {
            const Json& value = valueAt(object, pointer);
            sum += value.is_structured() ? value.size() : 0;
        }
        return Json(sum);
    });
}

Json agoCell(const Json& when, const QDateTime& now)
{
    const QDateTime moment = QDateTime::fromString(text(when), Qt::ISODate);
    return moment.isValid() ? Json(str(humanDuration(moment.secsTo(now)))) : Json("<unknown>");
}

Json nodeStatus(const Json& node, const QDateTime&)
{
    QString status = u"Unknown"_s;
    for (const Json& condition : valueAt(node, "/status/conditions")) {
        if (text(member(condition, "type")) == u"Ready")
            status = text(member(condition, "status")) == u"True" ? u"Ready"_s : u"NotReady"_s;
    }
    if (valueAt(node, "/spec/unschedulable") == Json(true))
        status += u",SchedulingDisabled";
    return str(status);
}

Json nodeRoles(const Json& node, const QDateTime&)
{
    QStringList roles;
    const QString prefix = u"node-role.kubernetes.io/"_s;
    for (const auto& [key, value] : valueAt(node, "/metadata/labels").items()) {
        if (const QString label = text(std::string_view(key)); label.startsWith(prefix))
            roles.append(label.mid(prefix.size()));
    }
    return roles.isEmpty() ? Json("<none>") : Json(str(roles.join(u',')));
}

Json podReady(const Json& pod, const QDateTime&)
{
    size_t ready = 0;
    for (const Json& status : valueAt(pod, "/status/containerStatuses"))
        ready += member(status, "ready") == Json(true) ? 1U : 0U;
    return std::to_string(ready) + '/' + std::to_string(valueAt(pod, "/spec/containers").size());
}

Json podStatus(const Json& pod, const QDateTime&)
{
    if (valueAt(pod, "/metadata/deletionTimestamp").is_string())
        return "Terminating";
    for (const Json& status : valueAt(pod, "/status/containerStatuses")) {
        if (const Json& reason = valueAt(status, "/state/waiting/reason"); reason.is_string())
            return reason;
    }
    if (const Json& reason = valueAt(pod, "/status/reason"); reason.is_string())
        return reason;
    const QString phase = textAt(pod, "/status/phase");
    return phase == u"Succeeded" ? Json("Completed") : phase == u"Failed" ? Json("Error") : Json(str(phase));
}

Json podRestarts(const Json& pod, const QDateTime&)
{
    qint64 restarts = 0;
    for (const Json& status : valueAt(pod, "/status/containerStatuses")) {
        if (const Json& number = member(status, "restartCount"); number.is_number())
            restarts += number.get<qint64>();
    }
    return std::to_string(restarts);
}

Json eventLastSeen(const Json& event, const QDateTime& now)
{
    for (const char* member :
        {"/lastTimestamp", "/series/lastObservedTime", "/eventTime", "/metadata/creationTimestamp"}) {
        if (const Json& when = valueAt(event, member); when.is_string())
            return agoCell(when, now);
    }
    return "<unknown>";
}

Json eventObject(const Json& event, const QDateTime&)
{
    return str(textAt(event, "/involvedObject/kind").toLower() % u'/' % textAt(event, "/involvedObject/name"));
}

Json roleRef(const Json& binding, const QDateTime&)
{
    return str(textAt(binding, "/roleRef/kind") % u'/' % textAt(binding, "/roleRef/name"));
}

Json createdAt(const Json& object, const QDateTime&)
{
    return valueAt(object, "/metadata/creationTimestamp");
}

QList<Column> coreColumns(const QString& plural)
{
    if (plural == u"namespaces")
        return {field(u"Status"_s, "/status/phase"), ageColumn()};
    if (plural == u"secrets")
        return {field(u"Type"_s, "/type"), count(u"Data"_s, {"/data"}), ageColumn()};
    if (plural == u"configmaps")
        return {count(u"Data"_s, {"/data", "/binaryData"}), ageColumn()};
    if (plural == u"serviceaccounts")
        return {count(u"Secrets"_s, {"/secrets"}), ageColumn()};
    if (plural == u"nodes")
        return {column(u"Status"_s, u"string"_s, nodeStatus), column(u"Roles"_s, u"string"_s, nodeRoles), ageColumn(),
            field(u"Version"_s, "/status/nodeInfo/kubeletVersion"),
            field(u"OS-Image"_s, "/status/nodeInfo/osImage", 1)};
    if (plural == u"pods")
        return {column(u"Ready"_s, u"string"_s, podReady), column(u"Status"_s, u"string"_s, podStatus),
            column(u"Restarts"_s, u"string"_s, podRestarts), ageColumn(), field(u"IP"_s, "/status/podIP", 1),
            field(u"Node"_s, "/spec/nodeName", 1)};
    return {};
}

} // namespace

QList<Column> builtInColumns(const ResourceKey& resource)
{
    const QString& plural = resource.plural;
    if (resource.group.isEmpty() && plural == u"events")
        return {column(u"Last Seen"_s, u"string"_s, eventLastSeen), field(u"Type"_s, "/type"),
            field(u"Reason"_s, "/reason"), column(u"Object"_s, u"string"_s, eventObject),
            field(u"Message"_s, "/message")};
    if (resource.group.isEmpty())
        return coreColumns(plural);
    if (resource.group == u"apiextensions.k8s.io")
        return {column(u"Created At"_s, u"date"_s, createdAt)};
    if (resource.group != u"rbac.authorization.k8s.io")
        return {};
    if (plural.endsWith(u"bindings"))
        return {column(u"Role"_s, u"string"_s, roleRef), ageColumn()};
    return {column(u"Created At"_s, u"date"_s, createdAt)};
}

} // namespace argosy::demo
