// SPDX-License-Identifier: GPL-3.0-or-later
#include "signinpanel.h"

#include <argosy/client/signin.h>

#include <QHBoxLayout>
#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace argosy {

SignInPanel::SignInPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_state(new StatusPill(theme, this))
    , m_output(new LinkLabel(theme, this))
    , m_cancel(new QPushButton(theme.icon(u"stop"_s), tr("Cancel signing in"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kControl);
    column->addWidget(m_state);
    column->addWidget(m_output);
    column->addWidget(m_cancel, 0, Qt::AlignLeft);
    m_output->setObjectName(u"connect.signIn.output"_s);
    m_output->setTextInteractionFlags(m_output->textInteractionFlags() | Qt::TextSelectableByKeyboard);
    m_output->setOpenExternalLinks(true);
    m_output->setAccessibleName(tr("What the command says"));
    m_cancel->setObjectName(u"connect.signIn.cancel"_s);
    theme.style(m_output, Theme::Text::Mono);
    connect(m_cancel, &QPushButton::clicked, this, &SignInPanel::cancelRequested);
    setSignIn({});
}

void SignInPanel::setSignIn(const SignIn& signIn)
{
    const bool asking = signIn.phase == SignIn::Phase::Asking;
    const bool running = signIn.phase == SignIn::Phase::Running;
    const bool failed = signIn.phase == SignIn::Phase::Failed;
    setVisible(asking || running || (failed && !signIn.output.isEmpty()));
    if (failed)
        m_state->setState(u"state-stuck"_s, Tone::Stuck, tr("%1 did not sign you in").arg(signIn.command));
    else
        m_state->setState(u"state-progressing"_s, Tone::Progressing,
            asking ? tr("May %1 run?").arg(signIn.command) : tr("%1 signs you in").arg(signIn.command));
    m_output->setVisible(!signIn.output.isEmpty());
    m_output->setText(withLinks(signIn.output));
    m_cancel->setVisible(running);
}

QString withLinks(const QString& text)
{
    static const QRegularExpression address(u"https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]]"_s);
    QString rich;
    qsizetype done = 0;
    for (auto match = address.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const QString link = found.captured().toHtmlEscaped();
        rich += text.sliced(done, found.capturedStart() - done).toHtmlEscaped();
        rich += u"<a href=\"%1\">%1</a>"_s.arg(link);
        done = found.capturedEnd();
    }
    rich += text.sliced(done).toHtmlEscaped();
    return rich.trimmed().replace(u'\n', u"<br>"_s);
}

} // namespace argosy
