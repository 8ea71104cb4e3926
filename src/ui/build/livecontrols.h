// SPDX-License-Identifier: GPL-3.0-or-later
// Controls that are typed into while the document answers: an answer about an older text must not overwrite what the
// person has typed since.
#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

#include <optional>

namespace argosy {

class LiveLine final : public QLineEdit
{
    Q_OBJECT
public:
    explicit LiveLine(QWidget* parent = nullptr);
    /// Shows what the document says, unless newer typing is on its way into it.
    void showText(const QString& text);

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    std::optional<QString> m_typed;
};

/// A combo box whose text is typed live.
class LiveCombo final : public QComboBox
{
    Q_OBJECT
public:
    explicit LiveCombo(QWidget* parent = nullptr);
    void showText(const QString& text);
    void setOffers(const QStringList& values); ///< keeps the text

Q_SIGNALS:
    void textChosen(const QString& text); ///< typed or picked
    void typingFinished();

private:
    LiveLine* m_line;
};

/// A spin box that can be empty. Its bounds hold for steps: what is typed beyond them stays, as a document may say it
/// too, and the problem is shown at the field.
class OptionalSpin final : public QSpinBox
{
    Q_OBJECT
public:
    explicit OptionalSpin(QWidget* parent = nullptr);
    void setBounds(int minimum, int maximum);
    void setFallback(const std::optional<int>& fallback) { m_fallback = fallback; }
    void showNumber(const std::optional<int>& number);
    [[nodiscard]] std::optional<int> number() const;
    void setHint(const QString& hint);

Q_SIGNALS:
    void numberChosen();

protected:
    [[nodiscard]] QString textFromValue(int value) const override;
    [[nodiscard]] int valueFromText(const QString& text) const override;
    [[nodiscard]] QValidator::State validate(QString& text, int& position) const override;
    void stepBy(int steps) override;
    void focusOutEvent(QFocusEvent* event) override;
    [[nodiscard]] StepEnabled stepEnabled() const override;

private:
    int m_minimum = 0;
    int m_maximum = 0;
    std::optional<int> m_fallback;
    std::optional<int> m_typed; ///< the value for empty counts as a number here
    bool m_showing = false;
};

} // namespace argosy
