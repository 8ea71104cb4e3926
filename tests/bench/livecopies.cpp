// SPDX-License-Identifier: GPL-3.0-or-later
#include "livebench.h"

#include <argosy/base/files.h>
#include <argosy/live/snapshot.h>

#include <nlohmann/json.hpp>

#include <QFile>

#include <malloc.h>
#include <unistd.h>

namespace argosy::bench {

namespace {

constexpr qint64 kMaxBytes = qint64{16} * 1024 * 1024;
constexpr int kPage = 500;

/// What the process holds now, which the peak does not say.
long residentKilobytes()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        qFatal("/proc/self/statm cannot be read");
    return statm.readAll().split(' ').at(1).toLong() * sysconf(_SC_PAGESIZE) / 1024;
}

} // namespace

Json objectIn(const QString& file)
{
    const Result<QByteArray> bytes = readFile(file, kMaxBytes);
    const Result<Json> parsed = bytes ? parseJson(*bytes) : fail(bytes.error());
    if (!parsed)
        qFatal("%s: %s", qPrintable(file), qPrintable(parsed.error().message.english()));
    return *parsed;
}

QByteArray copyOf(const Json& object, int number, qint64 resourceVersion)
{
    Json copy = object;
    copy["metadata"]["name"] = "copy-" + std::to_string(number);
    copy["metadata"]["uid"] = "00000000-0000-0000-0000-" + std::to_string(100'000'000'000 + number);
    copy["metadata"]["resourceVersion"] = std::to_string(resourceVersion);
    return toCompactJson(copy);
}

int resident(const QStringList& arguments)
{
    const Json object = objectIn(arguments.at(0));
    const int count = arguments.at(1).toInt();
    const Gvk gvk = Gvk::from(textAt(object, "/apiVersion"), textAt(object, "/kind"));
    const ObjectDetail detail = arguments.at(2) == u"header" ? ObjectDetail::Metadata : ObjectDetail::Full;
    const long before = residentKilobytes();
    Snapshot snapshot;
    for (int first = 0; first < count; first += kPage) {
        QByteArrayList items;
        for (int i = first; i < std::min(first + kPage, count); ++i)
            items.append(copyOf(object, i, i));
        const QByteArray list = "{\"metadata\":{},\"items\":[" + items.join(',') + "]}";
        const auto page = decodeList({}, list, gvk, detail);
        for (const ObjectPtr& item : page->items)
            snapshot.put(item);
    }
    malloc_trim(0);
    print({{"objects", snapshot.size()}, {"kilobytes", residentKilobytes() - before}});
    std::_Exit(0);
}

} // namespace argosy::bench
