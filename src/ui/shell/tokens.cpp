// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/theme.h>

namespace argosy {

namespace {

constexpr QRgb rgb(unsigned value)
{
    return 0xff000000U | value;
}

Tokens lightTokens()
{
    return {.window = rgb(0xF5F6F8),
        .base = rgb(0xFFFFFF),
        .raised = rgb(0xFFFFFF),
        .text = rgb(0x1A1D21),
        .muted = rgb(0x59616C),
        .disabled = rgb(0x9AA1AB),
        .border = rgb(0xDADFE5),
        .strongBorder = rgb(0xB8C0CA),
        .accent = rgb(0x0B66C3),
        .onAccent = rgb(0xFFFFFF),
        .accentTint = rgb(0xE6F0FB),
        .healthy = rgb(0x1B7F4D),
        .progressing = rgb(0x0B66C3),
        .suspended = rgb(0x6650A4),
        .degraded = rgb(0xA85B00),
        .stuck = rgb(0xB3261E),
        .terminating = rgb(0x8A5A00),
        .unknown = rgb(0x59616C),
        .added = rgb(0xE3F5EA),
        .removed = rgb(0xFCE8E6),
        .changed = rgb(0xFFF4DA),
        .dark = false};
}

Tokens darkTokens()
{
    return {.window = rgb(0x1B1E23),
        .base = rgb(0x15171B),
        .raised = rgb(0x22262C),
        .text = rgb(0xE7E9EC),
        .muted = rgb(0x9CA5B1),
        .disabled = rgb(0x646C77),
        .border = rgb(0x30363E),
        .strongBorder = rgb(0x4A525D),
        .accent = rgb(0x58A6FF),
        .onAccent = rgb(0x0B1523),
        .accentTint = rgb(0x1B2C41),
        .healthy = rgb(0x46B983),
        .progressing = rgb(0x58A6FF),
        .suspended = rgb(0xB3A1F2),
        .degraded = rgb(0xF2AE54),
        .stuck = rgb(0xFF8078),
        .terminating = rgb(0xD6A45C),
        .unknown = rgb(0x9CA5B1),
        .added = rgb(0x17341F),
        .removed = rgb(0x3D1F1D),
        .changed = rgb(0x3A2F14),
        .dark = true};
}

/// Black with saturated light tones: every text at least 7 : 1, every border visible.
Tokens highContrastTokens()
{
    return {.window = rgb(0x000000),
        .base = rgb(0x000000),
        .raised = rgb(0x101010),
        .text = rgb(0xFFFFFF),
        .muted = rgb(0xD6D6D6),
        .disabled = rgb(0x8E8E8E),
        .border = rgb(0x8E8E8E),
        .strongBorder = rgb(0xFFFFFF),
        .accent = rgb(0x7CC4FF),
        .onAccent = rgb(0x000000),
        .accentTint = rgb(0x00335C),
        .healthy = rgb(0x5CF0A5),
        .progressing = rgb(0x7CC4FF),
        .suspended = rgb(0xD0C2FF),
        .degraded = rgb(0xFFC46B),
        .stuck = rgb(0xFF9C95),
        .terminating = rgb(0xFFD08A),
        .unknown = rgb(0xD6D6D6),
        .added = rgb(0x00401C),
        .removed = rgb(0x5C0F0A),
        .changed = rgb(0x4A3800),
        .dark = true};
}

} // namespace

Tokens tokensFor(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::Dark: return darkTokens();
    case ThemeMode::HighContrast: return highContrastTokens();
    case ThemeMode::System:
    case ThemeMode::Light: break;
    }
    return lightTokens();
}

QColor Tokens::color(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return text;
    case Tone::Muted: return muted;
    case Tone::Disabled: return disabled;
    case Tone::Accent: return accent;
    case Tone::OnAccent: return onAccent;
    case Tone::Healthy: return healthy;
    case Tone::Progressing: return progressing;
    case Tone::Suspended: return suspended;
    case Tone::Degraded: return degraded;
    case Tone::Stuck: return stuck;
    case Tone::Terminating: return terminating;
    case Tone::Unknown: return unknown;
    }
    return text;
}

Tone toneFor(Health::State state)
{
    switch (state) {
    case Health::State::Healthy: return Tone::Healthy;
    case Health::State::Progressing: return Tone::Progressing;
    case Health::State::Suspended: return Tone::Suspended;
    case Health::State::Degraded: return Tone::Degraded;
    case Health::State::Stuck: return Tone::Stuck;
    case Health::State::Terminating: return Tone::Terminating;
    case Health::State::Missing:
    case Health::State::Unknown: break;
    }
    return Tone::Unknown;
}

QString toWord(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::System: return QStringLiteral("system");
    case ThemeMode::Light: return QStringLiteral("light");
    case ThemeMode::Dark: return QStringLiteral("dark");
    case ThemeMode::HighContrast: return QStringLiteral("high-contrast");
    }
    return {};
}

ThemeMode themeModeFrom(const QString& word)
{
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast})
        if (word == toWord(mode))
            return mode;
    return ThemeMode::System;
}

} // namespace argosy
