// SPDX-License-Identifier: GPL-3.0-or-later
#include "formrow.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kLabelWidth = 136;
constexpr int kTableWidth = 640;
constexpr int kNarrow = 460; // below it the label stands above the field …
constexpr int kNarrowTable = 760; // … or the table, whose cells are many
constexpr qsizetype kMostProblems = 4;

bool isWide(FormField::Widget widget)
{
    return widget == FormField::Widget::Table;
}

} // namespace

FormRow::FormRow(const Theme& theme, const FormField& field, const FieldFacts& facts, FieldSink sink, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_field(field)
    , m_facts(facts)
    , m_sink(sink)
    , m_row(new QHBoxLayout(this))
    , m_editor(createFieldEditor(theme, field, facts, std::move(sink), this))
    , m_label(new QLabel(formText(field.label), this))
    , m_help(new QLabel(this))
    , m_foreign(new QLabel(this))
    , m_reset(new QToolButton(this))
    , m_problems(new QVBoxLayout)
{
    m_row->setContentsMargins(space::kGroup, space::kGroup, space::kGroup, space::kGroup);
    m_row->setSpacing(space::kSection);
    m_label->setFixedWidth(kLabelWidth);
    m_label->setMinimumHeight(space::kInput);
    m_label->setWordWrap(true);
    m_label->setBuddy(m_editor);
    m_row->addWidget(m_label, 0, Qt::AlignTop);
    m_row->addWidget(buildField(), 1);
    watchControls();
}

QWidget* FormRow::buildField()
{
    auto* pane = new QWidget(this);
    pane->setMaximumWidth(isWide(m_field.widget) ? kTableWidth : space::kFieldWidth + space::kInput);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kGroup);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::kGroup);
    const bool isNarrow = m_field.widget == FormField::Widget::Integer;
    line->addWidget(m_editor, isNarrow ? 0 : 1);
    line->addWidget(m_foreign, 1);
    if (!m_field.unit.isEmpty()) {
        auto* unit = new QLabel(formText(m_field.unit), pane);
        m_theme.style(unit, Theme::Text::Body, Tone::Muted);
        line->addWidget(unit);
    }
    if (isNarrow)
        line->addStretch(1);
    line->addWidget(m_reset, 0, Qt::AlignTop);
    m_reset->setIcon(m_theme.icon(u"reset"_s, Tone::Muted));
    m_reset->setAutoRaise(true);
    m_reset->setFixedSize(28, space::kInput);
    m_reset->setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(policy);
    m_reset->setToolTip(m_facts.fallback.isEmpty() ? tr("Remove this field")
                                                   : tr("Remove this field, so that %1 holds").arg(m_facts.fallback));
    m_reset->setAccessibleName(tr("Remove %1").arg(m_label->text()));
    connect(m_reset, &QToolButton::clicked, this, [this] { m_sink.set({}, nullptr); }); // out of the document
    m_foreign->setWordWrap(true);
    m_foreign->hide();
    m_theme.style(m_foreign, Theme::Text::Body, Tone::Degraded);
    m_help->setText(helpText());
    m_help->setWordWrap(true);
    m_help->setVisible(!m_help->text().isEmpty());
    m_theme.style(m_help, Theme::Text::Small, Tone::Muted);
    m_problems->setSpacing(space::kGroup);
    column->addLayout(line);
    column->addWidget(m_help);
    column->addLayout(m_problems);
    return pane;
}

QString FormRow::helpText() const
{
    return m_field.help.isEmpty() ? m_facts.description : formText(m_field.help);
}

void FormRow::watchControls()
{
    for (QWidget* child : findChildren<QWidget*>())
        child->installEventFilter(this);
}

bool FormRow::eventFilter(QObject* watched, QEvent* event)
{
    auto* widget = qobject_cast<QWidget*>(watched);
    switch (event->type()) {
    case QEvent::FocusIn: Q_EMIT focused(); break;
    case QEvent::ChildPolished: // rows of tables come and go
        watchControls();
        break;
    case QEvent::Wheel:
        // Scrolling the form must not change what happens to pass under the mouse.
        if (widget && !widget->hasFocus()
            && (qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractSpinBox*>(widget))) {
            event->ignore();
            return true;
        }
        break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void FormRow::setControlName(const QString& name)
{
    setObjectName(name + u".row"_s);
    m_editor->setControlName(name);
    m_reset->setObjectName(name + u".reset"_s);
    m_help->setObjectName(name + u".help"_s);
}

void FormRow::showValue(const Json& value)
{
    m_isSet = !value.is_null();
    const bool shown = m_editor->showValue(value);
    m_editor->setVisible(shown);
    m_foreign->setVisible(!shown);
    if (!shown)
        m_foreign->setText(tr("The YAML has another type here than this form expects; edit it there."));
    m_reset->setVisible(m_isSet && m_field.path.lastKey() != u"name");
}

void FormRow::showProblems(const QList<Problem>& problems)
{
    if (problems == m_shown)
        return;
    m_shown = problems;
    clearLayout(m_problems);
    for (qsizetype i = 0; i < std::min(problems.size(), kMostProblems); ++i) {
        auto* label = new ProblemLabel(m_theme, this);
        label->setObjectName(objectName().chopped(3) + u"problem."_s + QString::number(i));
        label->setProblem(problems[i]);
        connect(label, &ProblemLabel::fixRequested, this, &FormRow::fixRequested);
        m_problems->addWidget(label);
    }
}

void FormRow::setHighlighted(bool highlighted)
{
    if (highlighted == m_highlighted)
        return;
    m_highlighted = highlighted;
    update();
}

void FormRow::resizeEvent(QResizeEvent* event)
{
    const bool isNarrow = event->size().width() < (isWide(m_field.widget) ? kNarrowTable : kNarrow);
    m_row->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->setSpacing(isNarrow ? 0 : space::kSection);
    QWidget::resizeEvent(event);
}

void FormRow::paintEvent(QPaintEvent*)
{
    if (!m_highlighted)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().accentTint);
    painter.fillRect(QRect(0, 0, 3, height()), m_theme.tokens().accent);
}

} // namespace argosy
