// SPDX-License-Identifier: GPL-3.0-or-later
#include "podname.h"

namespace argosy {

quint32 fnv1a(QStringView text)
{
    quint32 hash = 2166136261U;
    const QByteArray bytes = text.toUtf8();
    for (const char byte : bytes)
        hash = (hash ^ static_cast<quint8>(byte)) * 16777619U;
    return hash;
}

QString podNameOf(const QString& workflow, const QString& nodeName, const QString& templateName)
{
    constexpr qsizetype kMaxName = 253;
    constexpr qsizetype kHashDigits = 10;
    if (nodeName == workflow)
        return workflow;
    const QString prefix = QString(workflow + u'-' + templateName).left(kMaxName - kHashDigits - 1);
    return prefix + u'-' + QString::number(fnv1a(nodeName));
}

} // namespace argosy
