// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffmargin.h"

#include "diffview.h"

#include <argosy/models/words.h>

#include <QPainter>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

QColor background(const Tokens& tokens, DiffLine::Kind kind)
{
    switch (kind) {
    case DiffLine::Kind::Added: return tokens.added;
    case DiffLine::Kind::Removed: return tokens.removed;
    case DiffLine::Kind::Context: break;
    }
    return tokens.window;
}

QString number(int line)
{
    return line > 0 ? QString::number(line) : QString();
}

int digits(const QList<PlanDiffLine>& lines)
{
    int last = 0;
    for (const PlanDiffLine& line : lines)
        last = std::max({last, line.line.oldLine, line.line.newLine});
    return std::max(3, int(QString::number(last).size()));
}

int numberWidth(const DiffView& view)
{
    return view.fontMetrics().horizontalAdvance(u'8') * digits(view.lines()) + space::kControl;
}

QString sign(DiffLine::Kind kind)
{
    switch (kind) {
    case DiffLine::Kind::Added: return u"+"_s;
    case DiffLine::Kind::Removed: return u"\u2212"_s;
    case DiffLine::Kind::Context: break;
    }
    return {};
}

} // namespace

DiffNumbers::DiffNumbers(DiffView& view)
    : QWidget(&view)
    , m_view(view)
{ }

QSize DiffNumbers::sizeHint() const
{
    return {2 * numberWidth(m_view) + m_view.fontMetrics().horizontalAdvance(u"+"_s) + 3 * space::kGroup, 0};
}

void DiffNumbers::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_view.theme().tokens();
    const int column = numberWidth(m_view);
    QPainter painter(this);
    painter.setFont(m_view.font());
    painter.fillRect(rect(), tokens.window);
    m_view.forVisibleLines([&](const PlanDiffLine& shown, int top, int height) {
        const DiffLine& line = shown.line;
        if (!shown.gap)
            painter.fillRect(0, top, width(), height, background(tokens, line.kind));
        painter.setPen(tokens.muted);
        painter.drawText(
            0, top, column - space::kGroup, height, Qt::AlignRight | Qt::AlignVCenter, number(line.oldLine));
        painter.drawText(
            column, top, column - space::kGroup, height, Qt::AlignRight | Qt::AlignVCenter, number(line.newLine));
        painter.setPen(line.kind == DiffLine::Kind::Added ? tokens.healthy : tokens.stuck);
        painter.drawText(
            2 * column, top, width() - 2 * column - space::kGroup, height, Qt::AlignCenter, sign(line.kind));
    });
    painter.setPen(tokens.border);
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

DiffOrigins::DiffOrigins(DiffView& view)
    : QWidget(&view)
    , m_view(view)
{ }

QSize DiffOrigins::sizeHint() const
{
    int widest = 0;
    const QFontMetrics metrics(m_view.theme().font(Theme::Text::Small));
    for (const auto origin :
        {PlannedChange::Origin::You, PlannedChange::Origin::Default, PlannedChange::Origin::Server})
        widest = std::max(widest, metrics.horizontalAdvance(wordFor(origin).translated()));
    return {widest + 2 * space::kControl, 0};
}

void DiffOrigins::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_view.theme().tokens();
    QPainter painter(this);
    painter.setFont(m_view.theme().font(Theme::Text::Small));
    painter.fillRect(rect(), tokens.base);
    m_view.forVisibleLines([&](const PlanDiffLine& shown, int top, int height) {
        if (shown.line.kind == DiffLine::Kind::Context)
            return;
        painter.fillRect(0, top, width(), height, background(tokens, shown.line.kind));
        if (!shown.origin)
            return;
        painter.setPen(*shown.origin == PlannedChange::Origin::You ? tokens.text : tokens.muted);
        painter.drawText(0, top, width() - space::kControl, height, Qt::AlignRight | Qt::AlignVCenter,
            wordFor(*shown.origin).translated());
    });
}

} // namespace argosy
