// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ui/widgets.h>

class QPushButton;

namespace argosy {

struct SignIn;

/// What a command that signs in says while it runs: often an address to open and a code to enter there. Hidden while
/// there is nothing to read or to wait for.
class SignInPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit SignInPanel(const Theme& theme, QWidget* parent = nullptr);
    void setSignIn(const SignIn& signIn);

Q_SIGNALS:
    void cancelRequested();

private:
    StatusPill* m_state;
    QLabel* m_output;
    QPushButton* m_cancel;
};

/// Foreign text as rich text in which only web addresses are more than text.
[[nodiscard]] QString withLinks(const QString& text);

} // namespace argosy
