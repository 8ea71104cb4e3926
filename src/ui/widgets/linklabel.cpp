// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/widgets.h>

namespace argosy {

LinkLabel::LinkLabel(const Theme& theme, QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(&theme, &Theme::changed, this, [this] {
        const QString html = text();
        setText({}); // the same text would change nothing
        setText(html);
    });
}

} // namespace argosy
