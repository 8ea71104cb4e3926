// SPDX-License-Identifier: GPL-3.0-or-later
#include "signinstate.h"

namespace argosy {

namespace {

constexpr qint64 kMarginMs = 60'000;

} // namespace

std::optional<QDateTime> renewalTime(const Credential& credential, const QDateTime& fetched)
{
    if (!credential.expires || *credential.expires <= fetched)
        return std::nullopt;
    // Of a short life not all may be margin.
    const qint64 life = fetched.msecsTo(*credential.expires);
    return credential.expires->addMSecs(-std::min(kMarginMs, life / 5));
}

SignInState::Step SignInState::next(const QDateTime& now) const
{
    if (m_running)
        return Step::Wait;
    if (m_failure)
        return Step::Fail;
    const bool isFresh = m_credential && (!m_renewal || now < *m_renewal);
    return isFresh ? Step::Use : Step::Run;
}

void SignInState::started()
{
    m_running = true;
}

void SignInState::finished(const Result<Credential>& given, const QDateTime& now)
{
    m_running = false;
    m_credential.reset();
    m_renewal.reset();
    if (!given) {
        m_failure = given.error();
        return;
    }
    m_credential = *given;
    m_renewal = renewalTime(*given, now);
}

void SignInState::accepted(const Credential& shown)
{
    if (shown == m_credential)
        m_doubted = false;
}

bool SignInState::refused(const Credential& shown, const Error& why)
{
    if (m_failure)
        return false;
    if (m_running || shown != m_credential)
        return true;
    m_credential.reset();
    if (!std::exchange(m_doubted, true))
        return true;
    m_failure = why;
    return false;
}

void SignInState::retry()
{
    if (m_running)
        return;
    m_failure.reset();
    m_credential.reset();
    m_doubted = false;
}

} // namespace argosy
