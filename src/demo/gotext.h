// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <QString>

namespace argosy::demo {

/// As Go prints a decoded JSON value with %v: map[a:b], [1 x], <nil>. Server messages contain values in this form.
[[nodiscard]] QString goPlain(const Json& value);
/// As Go prints it with %#v: map[string]interface {}{"a":"b"}.
[[nodiscard]] QString goSyntax(const Json& value);
/// Go's name of the type: string, int64, float64, bool, map[string]interface {}, []interface {}, <nil>.
[[nodiscard]] QString goType(const Json& value);

} // namespace argosy::demo
