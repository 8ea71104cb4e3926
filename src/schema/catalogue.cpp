// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"

#include "jsonread.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

QString folder()
{
    return u":/argosy/catalogue/"_s;
}

} // namespace

QStringList catalogueFiles()
{
    return QDir(folder()).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
}

Json readCatalogue(const QString& name)
{
    QFile file(folder() + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto json = parseJson(file.readAll());
    // The catalogue is part of the program and tested: a file that does not parse is a mistake of ours.
    Q_ASSERT(json);
    return json ? std::move(*json) : Json();
}

QHash<QString, QString> readDescriptions(const QString& name)
{
    const Json texts = readCatalogue(u"descriptions/"_s + name);
    QHash<QString, QString> descriptions;
    for (const auto& [path, description] : texts.items())
        descriptions.insert(QString::fromStdString(path), textOf(description));
    return descriptions;
}

} // namespace argosy
