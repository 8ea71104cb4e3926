// SPDX-License-Identifier: GPL-3.0-or-later
#include "testprint.h"

namespace argosy {

QByteArray describe(const Error& error)
{
    QString text = toWord(error.kind) + QStringLiteral(": ") + error.message.english();
    if (error.status)
        text += QStringLiteral(" [%1 %2: %3]").arg(error.status->code).arg(error.status->reason, error.status->message);
    return text.toUtf8();
}

} // namespace argosy
