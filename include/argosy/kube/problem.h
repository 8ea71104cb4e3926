// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/message.h>
#include <argosy/kube/fieldpath.h>

namespace argosy {

enum class Severity
{
    Error,
    Warning,
    Info
};

/// "error", "warning", "info": for JSON.
[[nodiscard]] QString toWord(Severity severity);

/// Something about one field of one document that people should know. Line and column are filled in by whoever has the
/// text.
struct Problem
{
    Severity severity = Severity::Error;
    QString rule; ///< stable id, family/name: "yaml/syntax", "schema/required", "aks/cidr-overlap", "server/invalid"
    FieldPath path;
    Message message; ///< one sentence
    QString suggestion; ///< a value or key that would solve it; empty where there is none
    int line = 0; ///< 1-based; 0 is unknown
    int column = 0; ///< 1-based, in characters; 0 is unknown
    bool operator==(const Problem&) const = default;
};

} // namespace argosy
