// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/mainwindow.h>

#include <argosy/base/files.h>

#include <argosy/kube/json.h>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

QString settingsFile(const Paths& paths)
{
    return paths.config + u"/window.json"_s;
}

} // namespace

WindowSettings loadWindowSettings(const Paths& paths)
{
    const Result<QByteArray> bytes = readFile(settingsFile(paths));
    if (!bytes)
        return {};
    const Result<Json> json = parseJson(*bytes);
    if (!json)
        return {};
    WindowSettings settings;
    settings.geometry = QByteArray::fromBase64(textAt(*json, "/geometry").toLatin1());
    settings.page = textAt(*json, "/page");
    settings.theme = themeModeFrom(textAt(*json, "/theme"));
    for (const auto& [page, layout] : member(*json, "layouts").items())
        if (layout.is_string())
            settings.layouts.insert(QString::fromStdString(page), textOf(layout));
    return settings;
}

Result<> saveWindowSettings(const Paths& paths, const WindowSettings& settings)
{
    Json layouts = Json::object();
    for (auto it = settings.layouts.cbegin(); it != settings.layouts.cend(); ++it)
        layouts[it.key().toStdString()] = it.value().toStdString();
    const Json json{{"geometry", settings.geometry.toBase64().toStdString()}, {"page", settings.page.toStdString()},
        {"theme", toWord(settings.theme).toStdString()}, {"layouts", std::move(layouts)}};
    return writeFileAtomically(settingsFile(paths), toPrettyJson(json) + '\n');
}

} // namespace argosy
