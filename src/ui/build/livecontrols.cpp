// SPDX-License-Identifier: GPL-3.0-or-later
#include "livecontrols.h"

#include <QCompleter>
#include <QSignalBlocker>

namespace argosy {

namespace {

constexpr int kEmpty = std::numeric_limits<int>::min();

} // namespace

LiveLine::LiveLine(QWidget* parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::textEdited, this, [this](const QString& typed) { m_typed = typed; });
}

void LiveLine::showText(const QString& text)
{
    if (m_typed && hasFocus() && *m_typed != text)
        return;
    m_typed.reset();
    if (text == this->text())
        return;
    setText(text);
    if (!hasFocus())
        setCursorPosition(0); // what is too long shows its beginning
}

void LiveLine::focusOutEvent(QFocusEvent* event)
{
    m_typed.reset();
    QLineEdit::focusOutEvent(event);
}

LiveCombo::LiveCombo(QWidget* parent)
    : QComboBox(parent)
    , m_line(new LiveLine(this))
{
    setLineEdit(m_line);
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMinimumContentsLength(4);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMaxVisibleItems(16);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    connect(m_line, &QLineEdit::textEdited, this, &LiveCombo::textChosen);
    connect(m_line, &QLineEdit::editingFinished, this, &LiveCombo::typingFinished);
    connect(this, &QComboBox::activated, this, [this] { Q_EMIT textChosen(currentText()); });
    connect(completer(), qOverload<const QString&>(&QCompleter::activated), this, &LiveCombo::textChosen);
}

void LiveCombo::showText(const QString& text)
{
    const QSignalBlocker blocker(this);
    m_line->showText(text);
}

void LiveCombo::setOffers(const QStringList& values)
{
    QStringList present;
    for (int i = 0; i < count(); ++i)
        present.append(itemText(i));
    if (present == values)
        return;
    const QSignalBlocker blocker(this);
    const QString text = m_line->text();
    clear();
    addItems(values);
    setCurrentIndex(-1);
    m_line->setText(text);
}

OptionalSpin::OptionalSpin(QWidget* parent)
    : QSpinBox(parent)
{
    setKeyboardTracking(true);
    setRange(kEmpty, std::numeric_limits<int>::max());
    connect(this, &QSpinBox::valueChanged, this, [this](int value) {
        if (m_showing)
            return;
        m_typed = value;
        Q_EMIT numberChosen();
    });
}

void OptionalSpin::setBounds(int minimum, int maximum)
{
    m_minimum = minimum;
    m_maximum = maximum;
}

void OptionalSpin::showNumber(const std::optional<int>& number)
{
    const int value = number.value_or(kEmpty);
    if (m_typed && hasFocus() && *m_typed != value)
        return;
    m_typed.reset();
    m_showing = true;
    setValue(value);
    m_showing = false;
}

std::optional<int> OptionalSpin::number() const
{
    return value() == kEmpty ? std::optional<int>() : value();
}

void OptionalSpin::setHint(const QString& hint)
{
    lineEdit()->setPlaceholderText(hint);
}

QString OptionalSpin::textFromValue(int value) const
{
    return value == kEmpty ? QString() : QString::number(value);
}

int OptionalSpin::valueFromText(const QString& text) const
{
    return text.isEmpty() ? kEmpty : text.toInt();
}

QValidator::State OptionalSpin::validate(QString& text, int& position) const
{
    return text.isEmpty() ? QValidator::Acceptable : QSpinBox::validate(text, position);
}

QAbstractSpinBox::StepEnabled OptionalSpin::stepEnabled() const
{
    if (!number())
        return StepUpEnabled | StepDownEnabled;
    StepEnabled steps = StepNone;
    if (value() < m_maximum)
        steps |= StepUpEnabled;
    if (value() > m_minimum)
        steps |= StepDownEnabled;
    return steps;
}

void OptionalSpin::stepBy(int steps)
{
    if (number())
        setValue(static_cast<int>(std::clamp<qint64>(qint64{value()} + steps, m_minimum, m_maximum)));
    else
        setValue(m_fallback.value_or(m_minimum));
}

void OptionalSpin::focusOutEvent(QFocusEvent* event)
{
    m_typed.reset();
    QSpinBox::focusOutEvent(event);
}

} // namespace argosy
