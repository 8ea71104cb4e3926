// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that every page is made of, so that two pages made by two people match.
#pragma once

#include <argosy/insight/health.h>
#include <argosy/kube/problem.h>
#include <argosy/ui/theme.h>

#include <QLabel>
#include <QStyledItemDelegate>
#include <QWidget>

class QPushButton;
class QToolButton;

namespace argosy {

/// A widget that shows one icon of the theme, 16 pixels unless said otherwise.
class IconLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(const Theme& theme, int size = 16, QWidget* parent = nullptr);
    void setIcon(const QString& name, Tone tone = Tone::Neutral);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    int m_size;
    QIcon m_icon;
};

/// Glyph and word of a state, in its colour.
class StatusPill final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusPill(const Theme& theme, QWidget* parent = nullptr);
    void setHealth(Health::State state);
    /// For states that are no health: a connection, a phase.
    void setState(const QString& icon, Tone tone, const QString& word);
    [[nodiscard]] QString word() const;

private:
    const Theme& m_theme;
    IconLabel* m_icon;
    QLabel* m_word;
};

/// Paints glyph and word of a Health::State that an item gives as int by `role`; rows are space::kRow high.
class HealthDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    HealthDelegate(const Theme& theme, int role, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
    int m_role;
};

/// A rich text that can be selected and whose links can be clicked and reached by keyboard. Its links keep to the
/// theme: QLabel alone leaves them in the colours of the time when the text was set.
class LinkLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit LinkLabel(const Theme& theme, QWidget* parent = nullptr);
};

/// One problem at its field: glyph, sentence, and a link where a suggestion would solve it.
class ProblemLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemLabel(const Theme& theme, QWidget* parent = nullptr);
    void setProblem(const Problem& problem);
    [[nodiscard]] const Problem& problem() const { return m_problem; }

Q_SIGNALS:
    void fixRequested(const argosy::Problem& problem);

private:
    const Theme& m_theme;
    Problem m_problem;
    IconLabel* m_icon;
    LinkLabel* m_text;
};
/// Glyph and tone of a severity.
[[nodiscard]] QString severityIcon(Severity severity);
[[nodiscard]] Tone severityTone(Severity severity);

/// One line across a page for a condition of the page, with at most one action. Hidden until something is shown.
class Banner final : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(const Theme& theme, QWidget* parent = nullptr);
    void showMessage(Tone tone, const QString& text, const QString& action = {});
    void clear();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Tone m_tone = Tone::Accent;
    IconLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
};

/// A page or pane that has nothing to show: one sentence why and at most one button.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const Theme& theme, QWidget* parent = nullptr);
    void setContent(const QString& icon, const QString& sentence, const QString& button = {});

Q_SIGNALS:
    void actionTriggered();

private:
    const Theme& m_theme;
    IconLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_button;
};

/// A page's head: title, what it is about in muted words, and room for actions at the right.
class PageHeader final : public QWidget
{
    Q_OBJECT
public:
    PageHeader(const Theme& theme, const QString& title, QWidget* parent = nullptr);
    void setSubtitle(const QString& text);
    void addAction(QWidget* control); ///< takes it over
    using QWidget::addAction;

private:
    QLabel* m_subtitle;
};

/// One line of plain text that gives way in a narrow window: its middle is left out, and the tool tip has the whole.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

/// Removes and deletes everything a layout holds.
void clearLayout(QLayout* layout);

} // namespace argosy
