// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/widgets.h>

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

QString severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Error: return u"problem-error"_s;
    case Severity::Warning: return u"problem-warning"_s;
    case Severity::Info: break;
    }
    return u"problem-info"_s;
}

Tone severityTone(Severity severity)
{
    switch (severity) {
    case Severity::Error: return Tone::Stuck;
    case Severity::Warning: return Tone::Degraded;
    case Severity::Info: break;
    }
    return Tone::Muted;
}

ProblemLabel::ProblemLabel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new IconLabel(theme, 16, this))
    , m_text(new LinkLabel(theme, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kGroup);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    m_text->setMinimumHeight(16);
    connect(m_text, &QLabel::linkActivated, this, [this] { Q_EMIT fixRequested(m_problem); });
}

void ProblemLabel::setProblem(const Problem& problem)
{
    m_problem = problem;
    m_icon->setIcon(severityIcon(problem.severity), severityTone(problem.severity));
    m_theme.style(m_text, Theme::Text::Small, severityTone(problem.severity));
    const QString sentence = problem.message.translated();
    QString html = sentence.toHtmlEscaped();
    if (!problem.suggestion.isEmpty())
        html += u" <a href=\"fix\">"_s + tr("Change to “%1”").arg(problem.suggestion).toHtmlEscaped() + u"</a>"_s;
    m_text->setText(html);
    m_text->setFocusPolicy(problem.suggestion.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    setAccessibleName(sentence);
}

} // namespace argosy
