// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>
#include <argosy/schema/schema.h>

#include <QStringList>

namespace argosy::demo {

/// Takes out every field that the schema does not know, as a server does before it stores an object. Gives the paths of
/// what went
/// ("spec.template.spec.y"), in the server's order: those of metadata, then by alphabet.
QStringList prune(Json& object, const SchemaNode& root);

/// Takes out every null of a field that may not be null: a server takes it for a field that is left out.
void dropNulls(Json& object, const SchemaNode& root);

} // namespace argosy::demo
