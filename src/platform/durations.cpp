// SPDX-License-Identifier: GPL-3.0-or-later
#include "durations.h"

namespace argosy {

std::optional<std::chrono::seconds> parseDuration(QStringView text)
{
    std::chrono::seconds total{0};
    bool hasUnit = false;
    while (!text.isEmpty()) {
        qsizetype digits = 0;
        while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9')
            ++digits;
        bool isNumber = false;
        const qint64 number = text.first(digits).toLongLong(&isNumber);
        if (!isNumber || digits == text.size() || digits > 9)
            return {};
        const QChar unit = text[digits];
        if (unit != u'h' && unit != u'm' && unit != u's')
            return {};
        total += std::chrono::seconds(number * (unit == u'h' ? 3600 : unit == u'm' ? 60 : 1));
        text = text.sliced(digits + 1);
        hasUnit = true;
    }
    if (!hasUnit)
        return {};
    return total;
}

} // namespace argosy
