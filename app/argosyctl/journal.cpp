// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal.h"

#include <argosy/base/paths.h>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

QString wordFor(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Applied: return JournalCommand::tr("done: no answer came, but the server has it");
    case Verdict::NotApplied:
        return JournalCommand::tr("not applied: no answer came, and the server shows nothing of it");
    case Verdict::CannotTell: break;
    }
    return JournalCommand::tr("unknown: no answer came, and the server cannot tell any more");
}

QString outcomeOf(const JournalEntry& entry)
{
    if (!entry.outcome)
        return JournalCommand::tr("unknown: no answer came");
    if (entry.outcome->verdict)
        return wordFor(*entry.outcome->verdict);
    return entry.outcome->ok ? JournalCommand::tr("done") : JournalCommand::tr("refused: %1").arg(entry.outcome->error);
}

QString line(const JournalEntry& entry)
{
    return QStringLiteral("%1  %2  %3  %4  %5")
        .arg(entry.time.toString(Qt::ISODate), entry.intent.verb.leftJustified(6), writtenObject(entry).display(),
            entry.intent.server, outcomeOf(entry));
}

} // namespace

JournalCommand::JournalCommand(Options options, const Terminal& terminal)
    : Command(std::move(options), terminal)
    , m_journal(Paths::fromEnvironment().state + QStringLiteral("/journal"), m_clock)
{ }

void JournalCommand::start()
{
    const auto entries = m_journal.entries();
    if (!entries)
        return trouble(entries.error());
    auto endpoint = endpointFrom(options(), terminal());
    if (!endpoint || !hasOpenWrites(*entries, endpoint->server.server))
        return print();
    m_connection = std::make_unique<Connection>(std::move(*endpoint), terminalSignIn());
    speakFor(*m_connection, terminal());
    m_discovery = std::make_unique<Discovery>(*m_connection);
    m_discovery->run(this, [this](const Result<ServerInfo>& answer) { ask(answer); });
}

void JournalCommand::ask(const Result<ServerInfo>& server)
{
    if (!server) {
        terminal().report(server.error());
        return print();
    }
    m_inquiry = std::make_unique<Inquiry>(m_journal, m_clock, Target{m_connection.get(), server->catalog});
    connect(m_inquiry.get(), &Inquiry::finished, this, &JournalCommand::print);
    m_inquiry->start();
}

void JournalCommand::print()
{
    const auto entries = m_journal.entries();
    if (!entries)
        return trouble(entries.error());
    Json list = Json::array();
    for (const JournalEntry& entry : *entries) {
        if (wantsJson())
            list.push_back(toJson(entry));
        else
            terminal().out(line(entry));
    }
    if (wantsJson())
        terminal().json({{"entries", std::move(list)}});
    Q_EMIT finished(exitcode::kDone);
}

} // namespace argosy
