// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/insight/health.h>
#include <argosy/kube/gvk.h>

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>

#include <memory>

class QApplication;
class QWidget;

namespace argosy {

enum class ThemeMode
{
    System, ///< light or dark, as the desktop says
    Light,
    Dark,
    HighContrast,
};
/// "system", "light", "dark", "high-contrast": for the settings file. Unknown words are System.
[[nodiscard]] QString toWord(ThemeMode mode);
[[nodiscard]] ThemeMode themeModeFrom(const QString& word);

/// What a colour says. Text in a tone is at least 4.5 : 1 on window, base and raised.
enum class Tone
{
    Neutral, ///< plain text
    Muted,
    Disabled,
    Accent,
    OnAccent, ///< what stands on the accent colour
    Healthy,
    Progressing,
    Suspended,
    Degraded, ///< also warnings
    Stuck, ///< also errors
    Terminating,
    Unknown, ///< also missing
};
[[nodiscard]] Tone toneFor(Health::State state);

/// The colours of one look. Views paint with these or with the palette made of them, never with a literal colour.
struct Tokens
{
    QColor window, base, raised;
    QColor text, muted, disabled;
    QColor border, strongBorder;
    QColor accent, onAccent, accentTint;
    QColor healthy, progressing, suspended, degraded, stuck, terminating, unknown;
    QColor added, removed, changed; ///< backgrounds of lines in a diff
    bool dark = false;

    [[nodiscard]] QColor color(Tone tone) const;
    bool operator==(const Tokens&) const = default;
};
/// The tokens of a look; System counts as Light. Pure.
[[nodiscard]] Tokens tokensFor(ThemeMode mode);

/// Distances on the 4-pixel grid.
namespace space {
inline constexpr int kGroup = 4; ///< inside a control group
inline constexpr int kControl = 8; ///< between controls
inline constexpr int kSection = 16; ///< between groups
inline constexpr int kPage = 24; ///< at page edges
inline constexpr int kRow = 28; ///< height of a row in tables and trees
inline constexpr int kInput = 32; ///< height of an input
inline constexpr int kFieldWidth = 420; ///< the widest a field gets
} // namespace space

/**
 * The look of the application: style, palette, fonts, icons; switchable at run time. One per application, made before
 * the first widget. Lives on the GUI thread.
 */
class Theme final : public QObject
{
    Q_OBJECT
public:
    /// Puts the style and the palette into the application.
    Theme(QApplication& application, ThemeMode mode, QObject* parent = nullptr);
    ~Theme() override;

    [[nodiscard]] ThemeMode mode() const;
    void setMode(ThemeMode mode);
    [[nodiscard]] const Tokens& tokens() const;
    /// True where nothing may move.
    [[nodiscard]] bool isMotionReduced() const;

    enum class Text
    {
        Body,
        Small, ///< help under fields, ages
        Strong, ///< body, semibold
        Section, ///< titles of groups
        Page, ///< titles of pages
        Mono, ///< YAML, logs, names that people copy
    };
    [[nodiscard]] QFont font(Text text) const;
    /// Sets font and tone of a widget, and keeps them when the look changes.
    void style(QWidget* widget, Text text, Tone tone = Tone::Neutral) const;

    /// An icon of resources/icons, drawn in the tone's present colour: it follows a switch of the look by itself. An
    /// unknown name gives the icon "unknown".
    [[nodiscard]] QIcon icon(const QString& name, Tone tone = Tone::Neutral) const;

Q_SIGNALS:
    void changed(); ///< colours or fonts are other ones; palettes are set already

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Names for Theme::icon().
[[nodiscard]] QString kindIcon(const GroupKind& kind); ///< "kind-nodepool", …; "kind-unknown" for foreign kinds
[[nodiscard]] QString stateIcon(Health::State state); ///< "state-healthy", …

/// The state's word in the user's language, and the glyph that goes with it in plain text.
[[nodiscard]] QString stateText(Health::State state);
[[nodiscard]] QString stateGlyph(Health::State state);

} // namespace argosy
