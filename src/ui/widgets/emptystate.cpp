// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/widgets.h>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kTextWidth = 520; // a sentence is read best in short lines
constexpr int kStretch = 100;

} // namespace

EmptyState::EmptyState(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new IconLabel(theme, 32, this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPage, space::kPage, space::kPage, space::kPage);
    column->setSpacing(space::kSection);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_text, kStretch);
    middle->addStretch(1);
    column->addLayout(middle);
    m_text->setMaximumWidth(kTextWidth);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignCenter);
    m_theme.style(m_text, Theme::Text::Body, Tone::Muted);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setContent(const QString& icon, const QString& sentence, const QString& button)
{
    m_icon->setIcon(icon, Tone::Muted);
    m_text->setText(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    if (!objectName().isEmpty())
        m_button->setObjectName(objectName() + u".action"_s);
    setAccessibleName(sentence);
}

PageHeader::PageHeader(const Theme& theme, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_subtitle(new QLabel(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kPage, space::kControl, space::kPage, space::kControl);
    row->setSpacing(space::kControl);
    auto* heading = new QLabel(title, this);
    theme.style(heading, Theme::Text::Page);
    theme.style(m_subtitle, Theme::Text::Body, Tone::Muted);
    row->addWidget(heading);
    row->addSpacing(space::kControl);
    row->addWidget(m_subtitle, 1);
    setMinimumHeight(space::kInput + 2 * space::kControl); // with and without actions
}

void PageHeader::setSubtitle(const QString& text)
{
    m_subtitle->setText(text);
}

void PageHeader::addAction(QWidget* control)
{
    layout()->addWidget(control);
}

} // namespace argosy
