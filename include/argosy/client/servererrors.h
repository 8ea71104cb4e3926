// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/error.h>
#include <argosy/kube/problem.h>

#include <QList>

namespace argosy {

/**
 * The fields that an answer of the server blames, in the server's order: the causes of a 422 and a 409, and what the
 * texts say where there are no causes: the 500 of server-side apply (one line or several), the 400 of strict decoding
 * and of a wrong type. Causes without a field are left out. Empty where no field is named; the server's list is not
 * always complete.
 */
[[nodiscard]] QList<StatusCause> fieldErrors(const ApiStatus& status);

/// The same as problems of the document: rules server/unknown-field, server/required, server/conflict, server/invalid.
/// An Invalid or Conflict error that names no field gives one problem at the root; other kinds are not about the
/// document and give none.
[[nodiscard]] QList<Problem> problemsFrom(const Error& error);

/// The Error for a Status, as an answer or an ERROR event of a watch carries it: kind and sentence by what it says.
[[nodiscard]] Error errorFromStatus(const ApiStatus& status, const ErrorContext& where);

} // namespace argosy
