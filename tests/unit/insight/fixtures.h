// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/object.h>
#include <argosy/live/snapshot.h>
#include <argosy/manifest/yaml.h>

#include <QFile>
#include <QTest>

namespace argosy {

/// The documents of tests/unit/insight/fixtures/NAME.
inline QList<Json> fixture(const QString& name)
{
    QFile file(QStringLiteral(ARGOSY_SOURCE_DIR "/tests/unit/insight/fixtures/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    const YamlStream stream = parseYaml(QString::fromUtf8(file.readAll()));
    if (stream.hasErrors())
        qFatal("fixture %s: %s", qPrintable(name), qPrintable(stream.problems.first().message.english()));
    QList<Json> documents;
    for (const YamlDocument& document : stream.documents)
        documents.append(*document.value);
    return documents;
}

inline ObjectPtr objectOf(const Json& json, const ClusterId& cluster = {})
{
    auto object = Object::decode(cluster, toCompactJson(json));
    if (!object)
        qFatal("%s", qPrintable(object.error().message.english()));
    return *object;
}

inline std::shared_ptr<Snapshot> snapshotOf(const QList<Json>& documents, const ClusterId& cluster = {})
{
    auto snapshot = std::make_shared<Snapshot>(cluster);
    for (const Json& document : documents)
        snapshot->put(objectOf(document, cluster));
    return snapshot;
}

/// The moment at which the fixtures are looked at.
inline QDateTime fixtureTime()
{
    return QDateTime({2026, 1, 10}, {9, 10}, Qt::UTC);
}

} // namespace argosy
