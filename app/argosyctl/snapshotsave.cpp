// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshotsave.h"

#include <QLocale>

namespace argosy {

namespace {

/// "Secret, Node.metrics.k8s.io", and how each was refused.
QString namesOf(const QList<SnapshotGap>& gaps)
{
    QStringList names;
    for (const SnapshotGap& gap : gaps)
        if (!gap.gvk.kind.isEmpty())
            names.append(gap.gvk.groupKind().toString() + QStringLiteral(" (") + gap.reason + u')');
    return names.join(QStringLiteral(", "));
}

} // namespace

SnapshotSaveCommand::~SnapshotSaveCommand()
{
    terminal().progress({});
}

/// A file that cannot be written is said before anybody waits for a server.
Result<> SnapshotSaveCommand::prepare()
{
    m_file = std::make_unique<NewFile>(
        options().arguments.constFirst(), options().force ? NewFile::Existing::Replace : NewFile::Existing::Keep);
    return m_file->open();
}

void SnapshotSaveCommand::ready()
{
    m_saver = std::make_unique<SnapshotSaver>(connection(), server());
    connect(m_saver.get(), &SnapshotSaver::progressed, this, &SnapshotSaveCommand::show);
    connect(m_saver.get(), &SnapshotSaver::finished, this, &SnapshotSaveCommand::conclude);
    const SnapshotScope scope{
        .nameSpace = options().allNamespaces ? QString() : options().nameSpace, .kinds = options().kinds};
    const auto started = m_saver->start(std::move(m_file), scope, m_clock, QStringLiteral("argosyctl " ARGOSY_VERSION));
    if (!started)
        trouble(started.error());
}

void SnapshotSaveCommand::show(const SnapshotProgress& progress)
{
    const Message text = messageN("argosyctl", "%1 of %2 kinds, %n object(s): %3", int(progress.objects),
        {QString::number(progress.kind), QString::number(progress.kinds), progress.resource});
    terminal().progress(text.translated());
}

void SnapshotSaveCommand::conclude(const Result<SavedSnapshot>& saved)
{
    terminal().progress({});
    if (!saved)
        return trouble(saved.error());
    if (const QString missing = namesOf(saved->missing); !missing.isEmpty())
        terminal().warn(message("argosyctl", "Not in the snapshot, because it could not be read: %1.", {missing}));
    const Message text = messageN("argosyctl", "Saved %n object(s) of %1 kinds to %2 (%3).", int(saved->objects),
        {QString::number(saved->kinds), options().arguments.constFirst(), QLocale().formattedDataSize(saved->bytes)});
    terminal().out(text.translated());
    Q_EMIT finished(exitcode::kDone);
}

} // namespace argosy
