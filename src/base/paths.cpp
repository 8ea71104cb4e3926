// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/paths.h>

#include <QDir>

namespace argosy {

namespace {

QString xdgFolder(const char* variable, QStringView fallback)
{
    const QString value = qEnvironmentVariable(variable);
    const QString base = QDir::isAbsolutePath(value) ? value : QDir::homePath() + fallback;
    return QDir::cleanPath(base + QStringLiteral("/argosy"));
}

} // namespace

Paths Paths::fromEnvironment()
{
    return {
        .config = xdgFolder("XDG_CONFIG_HOME", u"/.config"),
        .data = xdgFolder("XDG_DATA_HOME", u"/.local/share"),
        .state = xdgFolder("XDG_STATE_HOME", u"/.local/state"),
        .cache = xdgFolder("XDG_CACHE_HOME", u"/.cache"),
    };
}

Paths Paths::below(const QString& folder)
{
    return {
        .config = folder + QStringLiteral("/config"),
        .data = folder + QStringLiteral("/data"),
        .state = folder + QStringLiteral("/state"),
        .cache = folder + QStringLiteral("/cache"),
    };
}

} // namespace argosy
