// SPDX-License-Identifier: GPL-3.0-or-later
#include "colorscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

const QString kService = u"org.freedesktop.portal.Desktop"_s;
const QString kPath = u"/org/freedesktop/portal/desktop"_s;
const QString kInterface = u"org.freedesktop.portal.Settings"_s;
const QString kNamespace = u"org.freedesktop.appearance"_s;
const QString kKey = u"color-scheme"_s;
constexpr uint kNoPreference = 0;
constexpr uint kPrefersDark = 1;

} // namespace

ColorScheme::ColorScheme(bool darkAtStart, QObject* parent)
    : QObject(parent)
    , m_darkAtStart(darkAtStart)
    , m_dark(darkAtStart)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // A signature is looked up as it is written, so without spaces.
    // clang-format off
    bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
        SLOT(onSettingChanged(QString,QString,QDBusVariant)));
    // clang-format on
    ask();
}

void ColorScheme::ask()
{
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
    call << kNamespace << kKey;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            set(reply.value().variant());
        watcher->deleteLater();
    });
}

void ColorScheme::onSettingChanged(const QString& nameSpace, const QString& key, const QDBusVariant& value)
{
    if (nameSpace == kNamespace && key == kKey)
        set(value.variant());
}

void ColorScheme::set(const QVariant& preference)
{
    // Read answers a variant inside a variant, the signal a plain one.
    const QVariant inner =
        preference.canConvert<QDBusVariant>() ? preference.value<QDBusVariant>().variant() : preference;
    const uint wanted = inner.toUInt();
    const bool dark = wanted == kNoPreference ? m_darkAtStart : wanted == kPrefersDark;
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

} // namespace argosy
