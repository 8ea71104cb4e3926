// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshotinfo.h"

#include <QLocale>

#include <nlohmann/json.hpp>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRecordsAtATime = 1000; // then Ctrl+C is looked at

Json toJson(const SnapshotListing& listing)
{
    return {{"apiVersion", listing.gvk.apiVersion().toStdString()}, {"kind", listing.gvk.kind.toStdString()},
        {"objects", listing.objects}, {"resourceVersion", listing.resourceVersion.toStdString()}};
}

Json toJson(const SnapshotGap& gap)
{
    return {{"apiVersion", gap.gvk.apiVersion().toStdString()}, {"kind", gap.gvk.kind.toStdString()},
        {"reason", gap.reason.toStdString()}, {"message", gap.message.toStdString()}};
}

template <class Item> Json listOf(const QList<Item>& items)
{
    Json list = Json::array();
    for (const Item& item : items)
        list.push_back(toJson(item));
    return list;
}

Json listOf(const QStringList& texts)
{
    Json list = Json::array();
    for (const QString& text : texts)
        list.push_back(text.toStdString());
    return list;
}

} // namespace

SnapshotInfoCommand::SnapshotInfoCommand(Options options, const Terminal& terminal)
    : Command(std::move(options), terminal)
    , m_file(this->options().arguments.constFirst())
    , m_reader(m_file)
{ }

void SnapshotInfoCommand::start()
{
    if (!m_file.open(QIODevice::ReadOnly))
        return trouble({.kind = ErrorKind::Io,
            .message = message("argosyctl", "Cannot read %1: %2.", {m_file.fileName(), m_file.errorString()})});
    const auto head = m_reader.readHead();
    if (!head)
        return failWith(head.error());
    m_head = *head;
    readOn();
}

void SnapshotInfoCommand::readOn()
{
    for (int i = 0; i < kRecordsAtATime; ++i) {
        const auto record = m_reader.next();
        if (!record)
            return failWith(record.error());
        if (!*record) {
            wantsJson() ? printJson() : print();
            return Q_EMIT finished(exitcode::kDone);
        }
        if (const auto* listing = std::get_if<SnapshotListing>(&**record))
            m_listings.append(*listing);
        else if (const auto* gap = std::get_if<SnapshotGap>(&**record))
            m_gaps.append(*gap);
        else
            ++m_objects;
    }
    QMetaObject::invokeMethod(this, &SnapshotInfoCommand::readOn, Qt::QueuedConnection);
}

void SnapshotInfoCommand::failWith(Error error)
{
    error.where.file = m_file.fileName();
    trouble(error);
}

void SnapshotInfoCommand::print() const
{
    terminal().table(facts());
    QList<QStringList> rows{{tr("KIND"), tr("API VERSION"), tr("OBJECTS")}};
    for (const SnapshotListing& listing : m_listings)
        if (listing.objects > 0)
            rows.append({listing.gvk.kind, listing.gvk.apiVersion(), QString::number(listing.objects)});
    terminal().out({});
    terminal().table(rows);
}

QList<QStringList> SnapshotInfoCommand::facts() const
{
    const auto empty =
        std::ranges::count_if(m_listings, [](const SnapshotListing& listing) { return listing.objects == 0; });
    QList<QStringList> facts{{tr("Context"), m_head.context}, {tr("Server"), m_head.serverVersion},
        {tr("Saved"), tr("%1 by %2").arg(m_head.created.toString(Qt::ISODate), m_head.program)},
        {tr("Size"), QLocale().formattedDataSize(m_file.size())},
        {tr("Objects"), tr("%1 of %2 kinds (%3 without objects)").arg(m_objects).arg(m_listings.size()).arg(empty)}};
    if (!m_head.nameSpace.isEmpty())
        facts.append({tr("Namespace"), m_head.nameSpace});
    if (!m_head.kinds.isEmpty())
        facts.append({tr("Only"), m_head.kinds.join(u", "_s)});
    for (const QString& rule : m_head.redacted)
        facts.append({tr("Redacted"), rule});
    for (const SnapshotGap& gap : m_gaps)
        facts.append({tr("Missing"), tr("%1: %2").arg(gap.gvk.groupKind().toString(), gap.message)});
    return facts;
}

void SnapshotInfoCommand::printJson() const
{
    terminal().json({{"created", m_head.created.toString(Qt::ISODate).toStdString()},
        {"program", m_head.program.toStdString()}, {"server", m_head.serverVersion.toStdString()},
        {"context", m_head.context.toStdString()}, {"cluster", m_head.cluster.toString().toStdString()},
        {"namespace", m_head.nameSpace.toStdString()}, {"only", listOf(m_head.kinds)},
        {"redacted", listOf(m_head.redacted)}, {"kinds", listOf(m_listings)}, {"missing", listOf(m_gaps)},
        {"summary",
            {{"objects", m_objects}, {"kinds", m_listings.size()}, {"missing", m_gaps.size()},
                {"bytes", m_file.size()}}}});
}

} // namespace argosy
