// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/manifest/snapshotfile.h>

#include "snapshotlines.h"

#include <QFileDevice>

namespace argosy {

SnapshotWriter::SnapshotWriter(QFileDevice& file)
    : m_file(file)
{ }

Result<> SnapshotWriter::begin(const SnapshotHead& head)
{
    const auto written = write(m_deflater.add(toLine(head)));
    mark();
    return written;
}

Result<> SnapshotWriter::add(const QList<QByteArray>& objects)
{
    for (const QByteArray& object : objects)
        if (const auto written = write(m_deflater.add(objectLine(object))); !written)
            return written;
    m_objects += objects.size();
    return {};
}

Result<> SnapshotWriter::takeBack()
{
    m_deflater = m_markedDeflater;
    m_objects = m_markedObjects;
    return outcome(m_file.resize(m_markedSize) && m_file.seek(m_markedSize));
}

Result<> SnapshotWriter::endKind(const Gvk& gvk, const QString& resourceVersion)
{
    const auto written =
        write(m_deflater.add(toLine(SnapshotListing{gvk, resourceVersion, m_objects - m_markedObjects})));
    mark();
    return written;
}

Result<> SnapshotWriter::addGap(const SnapshotGap& gap)
{
    Q_ASSERT(m_objects == m_markedObjects);
    const auto written = write(m_deflater.add(toLine(gap)));
    mark();
    return written;
}

Result<> SnapshotWriter::finish()
{
    return write(m_deflater.add(toLine(SnapshotEnd{m_objects})) + m_deflater.finish());
}

Result<> SnapshotWriter::write(const QByteArray& packed)
{
    return outcome(m_file.write(packed) == packed.size());
}

Result<> SnapshotWriter::outcome(bool worked) const
{
    if (worked)
        return {};
    return fail(ErrorKind::Io, message("manifest", "Cannot write the snapshot: %1.", {m_file.errorString()}));
}

void SnapshotWriter::mark()
{
    m_markedDeflater = m_deflater;
    m_markedSize = m_file.pos();
    m_markedObjects = m_objects;
}

} // namespace argosy
