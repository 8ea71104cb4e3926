// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources.h"

#include <QFile>

// Q_INIT_RESOURCE declares a function and so has to stand outside any namespace.
static void initPlatformResources()
{
    Q_INIT_RESOURCE(platform);
}

namespace argosy {

namespace {

QByteArray builtinBytes(const QString& fileName)
{
    initPlatformResources();
    QFile file(QStringLiteral(":/argosy/platform/") + fileName);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? file.readAll() : QByteArray();
}

} // namespace

Json builtinJson(const QString& fileName)
{
    auto parsed = parseJson(builtinBytes(fileName));
    Q_ASSERT(parsed);
    return parsed ? std::move(*parsed) : Json();
}

QString builtinText(const QString& fileName)
{
    return QString::fromUtf8(builtinBytes(fileName));
}

Message resourceMessage(const Json& object, std::string_view key)
{
    const Json& text = member(object, key);
    if (!text.is_string())
        return {};
    return {.context = "platform", .source = QByteArray::fromStdString(text.get<std::string>()), .arguments = {}};
}

} // namespace argosy
