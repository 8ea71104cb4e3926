// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a snapshot says, it is read to its end or refused with a sentence; what was read is written and read back.
#include "fuzz.h"
#include "snapshotcontent.h"

#include <QTemporaryFile>

using namespace argosy;
using namespace argosy::test;
using fuzz::require;

namespace {

Result<> write(SnapshotWriter& writer, const SnapshotRecord& record)
{
    if (const auto* object = std::get_if<SnapshotObject>(&record))
        return writer.add({object->json});
    if (const auto* listing = std::get_if<SnapshotListing>(&record))
        return writer.endKind(listing->gvk, listing->resourceVersion);
    return writer.addGap(*std::get_if<SnapshotGap>(&record));
}

void writeAndReadBack(const SnapshotContent& content)
{
    QTemporaryFile file;
    require(file.open());
    SnapshotWriter writer(file);
    require(writer.begin(content.head).has_value());
    for (const SnapshotRecord& record : content.records)
        require(write(writer, record).has_value());
    require(writer.finish().has_value() && file.seek(0));
    const auto again = snapshotContent(file.readAll());
    require(again && again->records == content.records);
}

void read(const QByteArray& packed)
{
    const auto content = snapshotContent(packed);
    if (content)
        writeAndReadBack(*content);
    else
        require(!content.error().message.english().isEmpty());
}

} // namespace

/// As the file itself and, because chance makes no gzip, as what one unpacks to.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArrayView bytes = fuzz::bytes(data, size);
    read(bytes.toByteArray());
    Deflater deflater;
    const QByteArray begin = deflater.add(bytes);
    read(begin + deflater.finish());
    return 0;
}
