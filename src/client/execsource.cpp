// SPDX-License-Identifier: GPL-3.0-or-later
#include "execsource.h"

#include <argosy/base/files.h>

#include "execcredential.h"

#include <QPointer>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxOutput = qsizetype{64} * 1024;

Error refusal(const Message& text)
{
    return {.kind = ErrorKind::Unauthenticated, .message = text};
}

} // namespace

ExecSource::ExecSource(const Endpoint& endpoint, SignInOptions options)
    : m_cluster(endpoint.server)
    , m_user(endpoint.user)
    , m_options(std::move(options))
{
    m_signIn.phase = SignIn::Phase::Needed;
    m_signIn.command = plugin().command;
}

std::optional<Result<Credential>> ExecSource::current()
{
    switch (m_state.next(m_options.clock->now())) {
    case SignInState::Step::Use: return Result<Credential>(m_state.credential());
    case SignInState::Step::Fail: return Result<Credential>(fail(m_state.failure()));
    case SignInState::Step::Wait: return std::nullopt;
    case SignInState::Step::Run: break;
    }
    m_state.started();
    // Not from inside the request that needs it: answers may come at once.
    const auto later = [this, question = ++m_question] {
        if (question == m_question)
            ask();
    };
    QMetaObject::invokeMethod(this, later, Qt::QueuedConnection);
    return std::nullopt;
}

void ExecSource::accepted(const Credential& shown)
{
    m_state.accepted(shown);
}

bool ExecSource::refused(const Credential& shown, const Error& why)
{
    const bool again = m_state.refused(shown, why);
    if (!again)
        show(SignIn::Phase::Failed, why);
    return again;
}

void ExecSource::retry()
{
    m_state.retry();
    (void)current();
}

void ExecSource::cancel()
{
    if (m_state.next(m_options.clock->now()) == SignInState::Step::Wait)
        finish(fail(refusal(message("client", "Signing in with %1 was cancelled.", {plugin().command}))));
}

void ExecSource::ask()
{
    m_signIn.output.clear();
    show(SignIn::Phase::Asking);
    if (!m_options.mayRun)
        return onAnswer(false);
    const auto answer = [self = QPointer<ExecSource>(this), question = ++m_question](bool allowed) {
        if (self && self->m_question == question)
            self->onAnswer(allowed);
    };
    m_options.mayRun(plugin(), answer);
}

void ExecSource::onAnswer(bool allowed)
{
    ++m_question;
    if (!allowed)
        return finish(fail(
            refusal(message("client", "The kubeconfig %1 signs in with the command %2, which was not allowed to run.",
                {plugin().file, plugin().command}))));
    if (plugin().interactiveMode == "Always"_L1 && !m_options.terminal)
        return finish(fail(refusal(
            message("client", "%1 asks its questions in a terminal (interactiveMode: Always), and there is none here.",
                {plugin().command}))));
    findPath();
}

void ExecSource::findPath()
{
    show(SignIn::Phase::Running);
    if (!m_options.searchPath)
        return run({});
    m_options.searchPath([self = QPointer<ExecSource>(this), question = m_question](const QString& path) {
        if (self && self->m_question == question)
            self->run(path);
    });
}

QByteArray ExecSource::info(bool interactive) const
{
    const QByteArray authority = m_cluster.certificateAuthority.isEmpty()
        ? m_cluster.certificateAuthorityData
        : readFile(m_cluster.certificateAuthority).value_or(QByteArray());
    return execInfo(plugin(), m_cluster, authority, interactive);
}

void ExecSource::run(const QString& searchPath)
{
    const bool interactive = m_options.terminal && plugin().interactiveMode != "Never"_L1;
    m_run = std::make_unique<ExecRun>(ExecRunPlan{.plugin = plugin(),
        .info = info(interactive),
        .searchPath = searchPath,
        .interactive = interactive,
        .timeout = m_options.timeout});
    connect(m_run.get(), &ExecRun::spoke, this, [this](const QString& text) {
        m_signIn.output = QString(m_signIn.output + text).right(kMaxOutput);
        Q_EMIT spoke(text);
        Q_EMIT signInChanged();
    });
    connect(m_run.get(), &ExecRun::finished, this, [this](const Result<Secret>& printed) {
        finish(printed ? execCredential(plugin(), *printed) : fail(printed.error()));
    });
    m_run->start();
}

void ExecSource::finish(const Result<Credential>& given)
{
    ++m_question;
    // We may be inside one of its signals.
    if (m_run) {
        m_run->disconnect(this);
        m_run.release()->deleteLater();
    }
    m_state.finished(given, m_options.clock->now());
    if (given)
        show(SignIn::Phase::Done);
    else
        show(SignIn::Phase::Failed, given.error());
    QMetaObject::invokeMethod(this, &CredentialSource::ready, Qt::QueuedConnection);
}

void ExecSource::show(SignIn::Phase phase, const std::optional<Error>& error)
{
    m_signIn.phase = phase;
    m_signIn.error = error;
    Q_EMIT signInChanged();
}

} // namespace argosy
