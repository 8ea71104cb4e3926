// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/workflow.h>

#include <argosy/manifest/yaml.h>

#include "manifestparts.h"
#include "resources.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

Json builtinYaml(const QString& fileName)
{
    const YamlStream stream = parseYaml(builtinText(fileName));
    Q_ASSERT(!stream.hasErrors() && stream.documents.size() == 1);
    return stream.documents.isEmpty() ? Json() : *stream.documents.first().value;
}

void append(Json& list, const Json& more)
{
    for (const Json& item : more)
        list.push_back(item);
}

} // namespace

Json provisionTemplate(const ClusterSettings& settings)
{
    Json object = builtinYaml(u"provision.yaml"_s);
    const bool inWorkload = settings.arrangement == Arrangement::Workload;
    const Json part = builtinYaml(inWorkload ? u"provision-workload.yaml"_s : u"provision-management.yaml"_s);

    object["metadata"] = {{"name", kProvisionTemplate}, {"namespace", text(settings.nameSpace)}};
    Json& spec = object["spec"];
    spec["serviceAccountName"] = kProvisionAccount;
    append(spec["templates"][0]["dag"]["tasks"], member(part, "tasks"));
    append(spec["templates"], member(part, "templates"));
    return object;
}

} // namespace argosy
