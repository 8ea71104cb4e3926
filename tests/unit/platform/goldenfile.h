// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

namespace argosy {

/// What tests/golden has under that name. With ARGOSY_UPDATE_GOLDEN set it is first replaced by `actual`; the diff is
/// reviewed.
inline QString golden(const QString& name, const QString& actual)
{
    QFile file(QStringLiteral(ARGOSY_SOURCE_DIR "/tests/golden/") + name);
    if (qEnvironmentVariableIsSet("ARGOSY_UPDATE_GOLDEN") && file.open(QIODevice::WriteOnly)) {
        file.write(actual.toUtf8());
        file.close();
    }
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace argosy
