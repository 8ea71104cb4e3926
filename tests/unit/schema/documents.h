// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/problem.h>

#include <nlohmann/json.hpp>

#include <QList>
#include <QStringList>

namespace argosy {

/// A document of documents.json and what validation says of it.
struct DocumentCase
{
    QString name;
    nlohmann::ordered_json document;
    QStringList expected; ///< "rule path", sorted; with `rulesOnly` just rules
    bool rulesOnly = false; ///< the document has more problems; these rules must be among them
    bool serverAccepts = true;
    QString why; ///< why the reference server's verdict is another than ours; empty where it is the same
};

[[nodiscard]] QList<DocumentCase> documentCases();

/// "rule path" of each error, sorted; warnings are left out.
[[nodiscard]] QStringList errorsOf(const QList<Problem>& problems);

} // namespace argosy
