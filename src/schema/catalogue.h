// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <QHash>
#include <QStringList>

namespace argosy {

/// The file with the fields of every object's metadata; all others are kinds.
inline constexpr QLatin1StringView kObjectMetaFile{"objectmeta.json"};

/// The names of the catalogue's files, in order.
[[nodiscard]] QStringList catalogueFiles();
/// A file of the catalogue that is built into the program.
[[nodiscard]] Json readCatalogue(const QString& name);
/// Our own descriptions of that file's fields, by path (describe.h); none where nobody wrote any.
[[nodiscard]] QHash<QString, QString> readDescriptions(const QString& name);

} // namespace argosy
