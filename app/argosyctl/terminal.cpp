// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <argosy/manifest/yaml.h>

#include <QCoreApplication>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace argosy {

namespace {

constexpr qsizetype kGap = 3; // between columns

QString codeFor(Terminal::Colour colour)
{
    switch (colour) {
    case Terminal::Colour::Plain: return {};
    case Terminal::Colour::Green: return QStringLiteral("32");
    case Terminal::Colour::Yellow: return QStringLiteral("33");
    case Terminal::Colour::Red: return QStringLiteral("31");
    case Terminal::Colour::Blue: return QStringLiteral("34");
    case Terminal::Colour::Muted: return QStringLiteral("2");
    }
    Q_UNREACHABLE();
}

void write(std::FILE* stream, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream);
}

/// Where in a file, as compilers print it; empty where the error names none, or its text says it.
QString placeOf(const ErrorContext& where, const QString& text)
{
    if (where.file.isEmpty() || (where.line == 0 && text.contains(where.file)))
        return {};
    const QString line = where.line > 0 ? QStringLiteral(":%1:%2").arg(where.line).arg(where.column) : QString();
    return where.file + line + QStringLiteral(": ");
}

} // namespace

Terminal::Terminal()
    : m_colour(::isatty(STDOUT_FILENO) == 1 && qEnvironmentVariableIsEmpty("NO_COLOR"))
{ }

QString Terminal::coloured(const QString& text, Colour colour) const
{
    const QString code = codeFor(colour);
    return m_colour && !code.isEmpty() ? QStringLiteral("\x1b[%1m%2\x1b[0m").arg(code, text) : text;
}

void Terminal::out(const QString& line) const
{
    write(stdout, line.toUtf8() + '\n');
}

void Terminal::outRaw(const QByteArray& bytes) const
{
    write(stdout, bytes);
}

void Terminal::json(const Json& value) const
{
    write(stdout, toPrettyJson(value) + '\n');
}

void Terminal::yaml(const Json& value) const
{
    write(stdout, emitYaml(Json(nlohmann::json(value))).toUtf8());
}

void Terminal::table(const QList<QStringList>& rows) const
{
    QList<qsizetype> widths(rows.constFirst().size(), 0);
    for (const QStringList& row : rows)
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), row.at(i).size() + kGap);
    for (const QStringList& row : rows) {
        QString line;
        for (qsizetype i = 0; i + 1 < row.size(); ++i)
            line += row.at(i).leftJustified(widths.at(i));
        out(line + row.constLast());
    }
}

void Terminal::err(const QString& line) const
{
    write(stderr, line.toUtf8() + '\n');
}

void Terminal::errRaw(const QString& text) const
{
    write(stderr, text.toUtf8());
}

void Terminal::warn(const Message& text) const
{
    err(coloured(QCoreApplication::translate("argosyctl", "Warning: %1").arg(text.translated()), Colour::Yellow));
}

void Terminal::progress(const QString& text) const
{
    if (::isatty(STDERR_FILENO) == 1)
        errRaw(QStringLiteral("\r\x1b[K") + text);
}

void Terminal::report(const Error& error) const
{
    const QString text = error.message.translated();
    err(placeOf(error.where, text) + text);
    const bool hasOwnWords = error.status && !error.status->message.isEmpty() && !text.contains(error.status->message);
    if (hasOwnWords)
        err(QStringLiteral("  ") + error.status->message);
}

Terminal::Colour colourFor(Health::State state)
{
    switch (state) {
    case Health::State::Healthy: return Terminal::Colour::Green;
    case Health::State::Progressing: return Terminal::Colour::Blue;
    case Health::State::Degraded:
    case Health::State::Terminating: return Terminal::Colour::Yellow;
    case Health::State::Stuck: return Terminal::Colour::Red;
    case Health::State::Suspended:
    case Health::State::Missing:
    case Health::State::Unknown: return Terminal::Colour::Muted;
    }
    Q_UNREACHABLE();
}

} // namespace argosy
