// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffview.h"

#include "diffmargin.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

QString joined(const QList<PlanDiffLine>& lines)
{
    QStringList texts;
    texts.reserve(lines.size());
    for (const PlanDiffLine& line : lines)
        texts.append(line.gap ? u"\u22ef"_s : line.line.text);
    return texts.join(u'\n');
}

bool isChange(const PlanDiffLine& line)
{
    return line.line.kind != DiffLine::Kind::Context;
}

} // namespace

DiffView::DiffView(const Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_numbers(new DiffNumbers(*this))
    , m_origins(new DiffOrigins(*this))
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Differences"));
    theme.style(this, Theme::Text::Mono);
    connect(&theme, &Theme::changed, this, &DiffView::muteGaps);
    connect(this, &QPlainTextEdit::updateRequest, this, [this] {
        m_numbers->update();
        m_origins->update();
    });
    placeMargins();
}

void DiffView::setLines(const QList<PlanDiffLine>& lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    setPlainText(joined(lines));
    muteGaps();
    placeMargins();
}

void DiffView::muteGaps()
{
    QList<QTextEdit::ExtraSelection> muted;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (!m_lines.at(i).gap)
            continue;
        QTextEdit::ExtraSelection gap;
        gap.cursor = QTextCursor(document()->findBlockByNumber(int(i)));
        gap.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        gap.format.setForeground(m_theme.tokens().muted);
        muted.append(gap);
    }
    setExtraSelections(muted);
}

/// Changed lines are tinted from edge to edge, which no text format does.
void DiffView::paintEvent(QPaintEvent* event)
{
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(viewport());
    forVisibleLines([&](const PlanDiffLine& shown, int top, int height) {
        if (isChange(shown))
            painter.fillRect(0, top, viewport()->width(), height,
                shown.line.kind == DiffLine::Kind::Added ? tokens.added : tokens.removed);
    });
    painter.end();
    QPlainTextEdit::paintEvent(event);
}

void DiffView::forVisibleLines(const std::function<void(const PlanDiffLine&, int, int)>& each) const
{
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    for (; block.isValid() && top < viewport()->height(); block = block.next()) {
        // Not the block's own height: the last one counts the document's margin.
        const qreal height = block.layout()->boundingRect().height();
        if (block.blockNumber() < m_lines.size())
            each(m_lines.at(block.blockNumber()), qRound(top), qRound(top + height) - qRound(top));
        top += height;
    }
}

void DiffView::placeMargins()
{
    const int left = m_numbers->sizeHint().width();
    const int right = m_origins->sizeHint().width();
    setViewportMargins(left, 0, right, 0);
    const QRect inner = viewport()->geometry();
    m_numbers->setGeometry(inner.left() - left, inner.top(), left, inner.height());
    m_origins->setGeometry(inner.right() + 1, inner.top(), right, inner.height());
}

void DiffView::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    placeMargins();
}

void DiffView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_origins)
        placeMargins();
}

void DiffView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F8)
        goToChange(!event->modifiers().testFlag(Qt::ShiftModifier));
    else
        QPlainTextEdit::keyPressEvent(event);
}

/// To the first line of the next run of changes, or the one before.
void DiffView::goToChange(bool forward)
{
    const int step = forward ? 1 : -1;
    const auto begins = [this](qsizetype i) {
        return isChange(m_lines.at(i)) && (i == 0 || !isChange(m_lines.at(i - 1)));
    };
    for (qsizetype i = textCursor().blockNumber() + step; i >= 0 && i < m_lines.size(); i += step) {
        if (!begins(i))
            continue;
        setTextCursor(QTextCursor(document()->findBlockByNumber(int(i))));
        return;
    }
}

} // namespace argosy
