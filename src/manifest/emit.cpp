// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/manifest/yaml.h>

#include "writer.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace argosy {

QString emitYaml(const Json& value)
{
    if (isInline(value) || value.is_string())
        return inlineText(value, Surroundings::Block) + u'\n';
    return blockLines(value, 0, {}).join(u'\n') + u'\n';
}

QString emitYaml(const QList<Json>& values)
{
    QStringList documents;
    for (const Json& value : values)
        documents.append(emitYaml(value));
    return documents.join(u"---\n"_s);
}

} // namespace argosy
