// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/manifest/snapshotfile.h>

#include <QBuffer>

namespace argosy::test {

/// A whole snapshot in memory.
struct SnapshotContent
{
    SnapshotHead head;
    QList<SnapshotRecord> records;

    template <class Record> [[nodiscard]] QList<Record> all() const
    {
        QList<Record> found;
        for (const SnapshotRecord& record : records)
            if (const auto* one = std::get_if<Record>(&record))
                found.append(*one);
        return found;
    }
    [[nodiscard]] QList<QByteArray> objects() const
    {
        QList<QByteArray> found;
        for (const SnapshotObject& object : all<SnapshotObject>())
            found.append(object.json);
        return found;
    }
};

inline Result<SnapshotContent> snapshotContent(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    SnapshotReader reader(buffer);
    const auto head = reader.readHead();
    if (!head)
        return fail(head.error());
    SnapshotContent content{*head, {}};
    for (;;) {
        const auto record = reader.next();
        if (!record)
            return fail(record.error());
        if (!*record)
            return content;
        content.records.append(**record);
    }
}

} // namespace argosy::test
