// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http.h"

#include <argosy/base/result.h>

namespace argosy::demo {

enum class FieldValidation
{
    Ignore,
    Warn,
    Strict
};

/// What the query of a write asks for.
struct WriteOptions
{
    bool dryRun = false;
    FieldValidation validation = FieldValidation::Warn;
    QString manager; ///< fieldManager, else what the client calls itself
    bool managerGiven = false;
    bool force = false;
};

/// `kind` is CreateOptions, UpdateOptions, PatchOptions or DeleteOptions. Fails with the 422 of a value that is not
/// allowed.
[[nodiscard]] Result<WriteOptions> parseWriteOptions(const HttpRequest& request, const QString& kind);

} // namespace argosy::demo
