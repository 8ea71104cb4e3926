// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"

#include <argosy/base/result.h>
#include <argosy/manifest/yaml.h>
#include <argosy/ops/plan.h>

namespace argosy {

/// One text that -f named.
struct InputText
{
    QString file; ///< as shown: the path, or "-"
    QString text;
    YamlStream stream;
};

/// Reads files, folders (.yaml, .yml, .json, sorted) and standard input. Fails with Io or Parse; a text that does not
/// parse is given with its problems.
[[nodiscard]] Result<QList<InputText>> readInputs(const Options& options);
/// The documents of these texts, for a plan. Fails with Parse at the first text that does not parse, and where there is
/// none.
[[nodiscard]] Result<QList<PlanDocument>> documentsOf(const QList<InputText>& inputs);
/// Both in one.
[[nodiscard]] Result<QList<PlanDocument>> readDocuments(const Options& options);

} // namespace argosy
