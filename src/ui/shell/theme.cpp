// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/theme.h>

#include "colorscheme.h"
#include "icons.h"
#include "style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QToolTip>
#include <QWidget>

namespace argosy {

namespace {

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

struct Dress
{
    Theme::Text text;
    Tone tone;
};

} // namespace

class Theme::Private
{
public:
    Private(QApplication& app, ThemeMode wanted)
        : application(app)
        , scheme(isDark(QApplication::palette()))
        , mode(wanted)
        , tokens(tokensFor(wanted))
        , style(new ArgosyStyle(tokens))
    {
        application.setStyle(style); // takes it over
    }

    [[nodiscard]] ThemeMode shown() const
    {
        if (mode == ThemeMode::System)
            return scheme.isDark() ? ThemeMode::Dark : ThemeMode::Light;
        return mode;
    }

    void dress(QWidget* widget, const QFont& font, Tone tone) const
    {
        QPalette palette;
        palette.setColor(QPalette::Active, QPalette::WindowText, tokens.color(tone));
        palette.setColor(QPalette::Inactive, QPalette::WindowText, tokens.color(tone));
        palette.setColor(QPalette::Disabled, QPalette::WindowText, tokens.disabled);
        widget->setFont(font);
        widget->setPalette(palette);
    }

    QApplication& application;
    ColorScheme scheme;
    ThemeMode mode;
    Tokens tokens;
    ArgosyStyle* style;
    QHash<QWidget*, Dress> dressed;
};

Theme::Theme(QApplication& application, ThemeMode mode, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(application, mode))
{
    connect(&d->scheme, &ColorScheme::changed, this, [this] {
        if (d->mode == ThemeMode::System)
            setMode(ThemeMode::System);
    });
    setMode(mode);
}

Theme::~Theme() = default;

ThemeMode Theme::mode() const
{
    return d->mode;
}

const Tokens& Theme::tokens() const
{
    return d->tokens;
}

bool Theme::isMotionReduced() const
{
    return !QApplication::isEffectEnabled(Qt::UI_General);
}

void Theme::setMode(ThemeMode mode)
{
    d->mode = mode;
    d->tokens = tokensFor(d->shown());
    d->style->setTokens(d->tokens);
    const QPalette palette = paletteFor(d->tokens);
    d->application.setPalette(palette);
    QToolTip::setPalette(palette);
    for (auto it = d->dressed.cbegin(); it != d->dressed.cend(); ++it)
        d->dress(it.key(), font(it->text), it->tone);
    Q_EMIT changed();
    for (QWidget* window : QApplication::topLevelWidgets())
        window->update();
}

QFont Theme::font(Text text) const
{
    QFont font = QApplication::font();
    const qreal size = font.pointSizeF() > 0 ? font.pointSizeF() : 10;
    switch (text) {
    case Text::Body: break;
    case Text::Small: font.setPointSizeF(size * 0.9); break;
    case Text::Strong: font.setWeight(QFont::DemiBold); break;
    case Text::Section:
        font.setPointSizeF(size * 1.15);
        font.setWeight(QFont::DemiBold);
        break;
    case Text::Page:
        font.setPointSizeF(size * 1.4);
        font.setWeight(QFont::DemiBold);
        break;
    case Text::Mono:
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPointSizeF(size);
        break;
    }
    return font;
}

void Theme::style(QWidget* widget, Text text, Tone tone) const
{
    if (!d->dressed.contains(widget))
        connect(widget, &QObject::destroyed, this, [this, widget] { d->dressed.remove(widget); });
    d->dressed.insert(widget, {text, tone});
    d->dress(widget, font(text), tone);
}

QIcon Theme::icon(const QString& name, Tone tone) const
{
    return QIcon(new ThemeIconEngine(this, name, tone)); // QIcon takes the engine over
}

} // namespace argosy
