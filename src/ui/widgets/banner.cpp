// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/widgets.h>

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

QString bannerIcon(Tone tone)
{
    switch (tone) {
    case Tone::Stuck: return u"problem-error"_s;
    case Tone::Degraded:
    case Tone::Terminating: return u"problem-warning"_s;
    case Tone::Healthy: return u"state-healthy"_s;
    case Tone::Progressing: return u"state-progressing"_s;
    default: return u"problem-info"_s;
    }
}

} // namespace

Banner::Banner(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new IconLabel(theme, 16, this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kSection, space::kGroup, space::kControl, space::kGroup);
    row->setSpacing(space::kControl);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setMinimumHeight(space::kRow);
    m_action->setFlat(true);
    m_theme.style(m_text, Theme::Text::Body);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    hide();
}

void Banner::showMessage(Tone tone, const QString& text, const QString& action)
{
    m_tone = tone;
    m_icon->setIcon(bannerIcon(tone), tone);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    if (!objectName().isEmpty())
        m_action->setObjectName(objectName() + u".action"_s);
    setAccessibleName(text);
    show();
    update();
}

void Banner::clear()
{
    m_text->clear();
    hide();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    QColor background = tokens.changed;
    if (m_tone == Tone::Stuck)
        background = tokens.removed;
    else if (m_tone == Tone::Healthy)
        background = tokens.added;
    else if (m_tone == Tone::Accent || m_tone == Tone::Progressing || m_tone == Tone::Muted)
        background = tokens.accentTint;
    painter.fillRect(rect(), background);
    painter.fillRect(QRect(0, 0, 3, height()), tokens.color(m_tone));
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.border);
}

} // namespace argosy
