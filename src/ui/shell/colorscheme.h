// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace argosy {

/// Whether the desktop wants a dark look, by the freedesktop settings portal (`org.freedesktop.appearance
/// color-scheme`). Never blocks: without a session bus or a portal it stays at what the platform's palette said.
class ColorScheme final : public QObject
{
    Q_OBJECT
public:
    explicit ColorScheme(bool darkAtStart, QObject* parent = nullptr);
    [[nodiscard]] bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onSettingChanged(const QString& nameSpace, const QString& key, const QDBusVariant& value);

private:
    void ask();
    void set(const QVariant& preference);

    bool m_darkAtStart;
    bool m_dark;
};

} // namespace argosy
