// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/error.h>
#include <argosy/kube/json.h>
#include <argosy/kube/problem.h>
#include <argosy/schema/schema.h>

#include <optional>

namespace argosy::demo {

/// What a server says about the problems of an object: the causes of its 422, without repetitions.
[[nodiscard]] QList<StatusCause> causesFor(const Json& object, const SchemaNode& root, const QList<Problem>& problems);

/// Where a schema has CEL rules and something graver stands before them: the cause that says that they were left out.
[[nodiscard]] std::optional<StatusCause> uncheckedRules(const QList<StatusCause>& causes);

/// Why a value of Kubernetes' own kinds cannot be decoded ("json: cannot unmarshal number into Go struct field …"), or
/// nothing where none has the wrong type.
[[nodiscard]] QString undecodableType(
    const Json& object, const SchemaNode& root, const QString& kind, const QList<Problem>& problems);

} // namespace argosy::demo
