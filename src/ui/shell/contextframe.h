// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ui/theme.h>

#include <QWidget>

namespace argosy {

class ClusterSession;

/// What kind of context the window works on.
enum class ContextKind
{
    None, ///< not connected
    Open,
    Guarded,
    ReadOnly,
    Embedded,
};
[[nodiscard]] ContextKind contextKind(const ClusterSession* cluster);
/// The word for title and tool tips; empty for None and Open.
[[nodiscard]] QString contextKindText(ContextKind kind);

/// The border around the window's content that says what kind of context it is, by colour and pattern.
class ContextFrame final : public QWidget
{
    Q_OBJECT
public:
    explicit ContextFrame(const Theme& theme, QWidget* parent = nullptr);
    void setKind(ContextKind kind);
    [[nodiscard]] ContextKind kind() const { return m_kind; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    ContextKind m_kind = ContextKind::None;
};

} // namespace argosy
