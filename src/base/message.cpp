// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/message.h>

#include <QCoreApplication>

namespace argosy {

namespace {

/// Fills %1…%9 in one pass, so that an argument that contains "%2" stays as it is.
QString fillPlaces(const QString& text, const QStringList& arguments)
{
    QString filled;
    filled.reserve(text.size() + 32);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int digit = text.at(i) == u'%' && i + 1 < text.size() ? text.at(i + 1).digitValue() : -1;
        if (digit < 1 || digit > arguments.size()) {
            filled += text.at(i);
            continue;
        }
        filled += arguments.at(digit - 1);
        ++i;
    }
    return filled;
}

/// English needs no catalogue: "%n object(s)" says both numbers.
QString englishCount(QString text, int count)
{
    text.replace(QStringLiteral("%n"), QString::number(count));
    return text.replace(QStringLiteral("(s)"), count == 1 ? QString() : QStringLiteral("s"));
}

} // namespace

QString Message::english() const
{
    const QString text = QString::fromUtf8(source);
    return fillPlaces(count < 0 ? text : englishCount(text, count), arguments);
}

QString Message::translated() const
{
    if (source.isEmpty())
        return {};
    const QString text = QCoreApplication::translate(context.constData(), source.constData(), nullptr, count);
    if (count >= 0 && text.contains(u"(s)"))
        return english(); // no translation is installed
    return fillPlaces(text, arguments);
}

Message message(const char* context, const char* source, QStringList arguments)
{
    return {.context = context, .source = source, .arguments = std::move(arguments)};
}

Message messageN(const char* context, const char* source, int count, QStringList arguments)
{
    return {.context = context, .source = source, .arguments = std::move(arguments), .count = count};
}

} // namespace argosy
