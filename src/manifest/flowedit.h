// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editcontext.h"

namespace argosy {

/// Adds a member or item at the end of a mapping or list in brackets that is not empty.
[[nodiscard]] QList<TextEdit> addToFlow(const EditContext& context, const EditSpot& container, const Json& value);
/// Removes one of several members or items of a mapping or list in brackets, with its comma.
[[nodiscard]] QList<TextEdit> removeFromFlow(
    const EditContext& context, const EditSpot& container, const FieldPath& child);

} // namespace argosy
