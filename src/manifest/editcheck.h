// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editcontext.h"

namespace argosy {

/// The value with one member or item set; what is missing on the way is made.
[[nodiscard]] Json withField(Json root, const EditSpot& spot, const Json& value);
/// The value without one member or item.
[[nodiscard]] Json withoutField(Json root, const FieldPath& path);

/// The edits, where the edited document reads as expected. YAML can be laid out in ways that edits of lines do not
/// foresee: then this fails with Invalid, and the text stays as it is.
[[nodiscard]] Result<QList<TextEdit>> checked(
    const EditContext& context, const FieldPath& path, const QList<TextEdit>& edits, const Json& expected);

} // namespace argosy
