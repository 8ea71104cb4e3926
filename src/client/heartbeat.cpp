// SPDX-License-Identifier: GPL-3.0-or-later
#include "heartbeat.h"

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

ApiRequest question(std::chrono::milliseconds patience)
{
    ApiRequest version = requests::raw(u"/version"_s);
    version.timeout = patience;
    version.isRetried = false;
    version.isOnNewConnection = true;
    return version;
}

bool isSilence(const Result<ApiResponse>& answer)
{
    return !answer && !answer.error().status
        && (answer.error().kind == ErrorKind::Timeout || answer.error().kind == ErrorKind::Unreachable);
}

} // namespace

Heartbeat::Heartbeat(Sender& sender, Calls& calls, const ManagerPtr& manager, HeartbeatTiming timing)
    : m_sender(sender)
    , m_calls(calls)
    , m_manager(manager)
    , m_timing(timing)
{
    m_quiet.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, &Heartbeat::askHere);
    touch();
}

void Heartbeat::setTiming(HeartbeatTiming timing)
{
    m_timing = timing;
    touch();
}

void Heartbeat::touch()
{
    m_here.reset();
    m_anew.reset();
    m_quiet.start(m_timing.quiet);
}

void Heartbeat::askHere()
{
    const ManagerPtr manager = m_manager.lock();
    const auto credential = m_sender.credentials().current();
    if (!manager || !credential)
        return touch(); // without a credential nobody can be asked; a command is fetching it
    const Result<ExchangePlan> plan = m_sender.plan(question(m_timing.patience), *credential);
    if (!plan)
        return touch();
    m_here = std::make_unique<Exchange>(manager, *plan);
    connect(m_here.get(), &Exchange::finished, this, [this](const Result<ApiResponse>& answer) {
        m_here.release()->deleteLater();
        if (isSilence(answer))
            askAnew();
        else
            touch();
    });
}

void Heartbeat::askAnew()
{
    m_anew = std::make_shared<PendingCall>(this, [this](const Result<ApiResponse>& answer) {
        touch();
        if (isSilence(answer))
            Q_EMIT missed(answer.error());
        else
            Q_EMIT stalled();
    });
    m_calls.begin(m_anew, question(m_timing.patience));
}

} // namespace argosy
