// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/manifest/snapshotfile.h>

#include "snapshotlines.h"

#include <QIODevice>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

constexpr qint64 kReadBytes = qint64{64} * 1024;
constexpr qsizetype kMaxLineBytes = qsizetype{16} * 1024 * 1024;
constexpr int kMaxKinds = 20'000; // whoever reads may keep them all

tl::unexpected<Error> failParse(const Message& message)
{
    return fail(ErrorKind::Parse, message);
}

tl::unexpected<Error> foreign()
{
    return failParse(message("manifest", "This is no snapshot of a cluster."));
}

tl::unexpected<Error> damaged()
{
    return failParse(message("manifest", "The snapshot is damaged: what follows cannot be read."));
}

tl::unexpected<Error> cutOff()
{
    return failParse(
        message("manifest", "The snapshot is not whole: it ends in the middle. Copy the file again, or save it anew."));
}

} // namespace

SnapshotReader::SnapshotReader(QIODevice& device)
    : m_device(device)
{ }

Result<SnapshotHead> SnapshotReader::readHead()
{
    const Result<QByteArray> line = nextLine();
    if (!line)
        return fail(line.error());
    const Json json = parseJson(*line).value_or(Json());
    const std::optional<int> format = formatOf(json);
    if (!format)
        return foreign();
    if (*format > kSnapshotFormat)
        return failParse(message("manifest",
            "The snapshot was written by a newer Argosy (format %1), this one reads up to format %2.",
            {QString::number(*format), QString::number(kSnapshotFormat)}));
    m_hasHead = true;
    return headFrom(json);
}

Result<std::optional<SnapshotRecord>> SnapshotReader::next()
{
    const Result<QByteArray> text = nextLine();
    if (!text)
        return fail(text.error());
    std::optional<SnapshotLine> line = fromLine(*text);
    if (!line)
        return damaged();
    if (const auto* end = std::get_if<SnapshotEnd>(&*line)) {
        const auto checked = checkEnd(end->objects);
        return checked ? Result<std::optional<SnapshotRecord>>(std::nullopt) : fail(checked.error());
    }
    auto* object = std::get_if<SnapshotObject>(&*line);
    const auto* listing = std::get_if<SnapshotListing>(&*line);
    return object ? take(std::move(*object)) : listing ? take(*listing) : take(*std::get_if<SnapshotGap>(&*line));
}

Result<SnapshotRecord> SnapshotReader::take(SnapshotObject object)
{
    if (m_ofKind > 0 && object.gvk != m_kind)
        return damaged();
    m_kind = object.gvk;
    ++m_ofKind;
    ++m_objects;
    return object;
}

Result<SnapshotRecord> SnapshotReader::take(const SnapshotListing& listing)
{
    const bool isOther = m_ofKind > 0 && listing.gvk != m_kind;
    if (isOther || listing.objects != std::exchange(m_ofKind, 0) || ++m_kinds > kMaxKinds)
        return damaged();
    return listing;
}

Result<SnapshotRecord> SnapshotReader::take(const SnapshotGap& gap)
{
    if (m_ofKind > 0 || ++m_kinds > kMaxKinds)
        return damaged();
    return gap;
}

Result<> SnapshotReader::checkEnd(qint64 objects)
{
    const bool isWhole = m_ofKind == 0 && objects == m_objects && m_begin == m_text.size();
    if (!isWhole)
        return damaged();
    m_text.clear();
    m_begin = 0;
    while (!m_inflater.hasEnded()) {
        const auto more = unpackMore();
        if (!more)
            return more;
        if (!m_text.isEmpty())
            return damaged();
    }
    const bool isAll = !m_inflater.isBroken() && m_device.read(1).isEmpty();
    return isAll ? Result<>() : damaged();
}

Result<QByteArray> SnapshotReader::nextLine()
{
    for (;;) {
        const qsizetype newline = m_text.indexOf('\n', m_begin);
        if (newline >= 0) {
            const qsizetype begin = std::exchange(m_begin, newline + 1);
            return m_text.mid(begin, newline - begin);
        }
        m_text.remove(0, std::exchange(m_begin, 0));
        if (m_text.size() > kMaxLineBytes)
            return m_hasHead ? damaged() : foreign();
        if (m_inflater.hasEnded())
            return m_hasHead ? cutOff() : foreign();
        if (const auto more = unpackMore(); !more)
            return fail(more.error());
    }
}

/// Adds what comes next to m_text; nothing at the end of the stream.
Result<> SnapshotReader::unpackMore()
{
    for (;;) {
        const QByteArray piece = m_inflater.next();
        m_text += piece;
        if (!piece.isEmpty() || m_inflater.hasEnded())
            return {};
        if (m_inflater.isBroken())
            return m_hasHead ? damaged() : foreign();
        const QByteArray packed = m_device.read(kReadBytes);
        if (packed.isEmpty())
            return m_hasHead ? cutOff() : foreign();
        m_inflater.add(packed);
    }
}

} // namespace argosy
