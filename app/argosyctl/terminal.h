// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/error.h>
#include <argosy/insight/health.h>
#include <argosy/kube/json.h>

#include <QString>

namespace argosy {

/// Exit codes, as kubectl's diff has them.
namespace exitcode {
inline constexpr int kDone = 0;
inline constexpr int kNo = 1; ///< the answer is no
inline constexpr int kTrouble = 2; ///< the question could not be answered
} // namespace exitcode

/// Standard output and standard error. Colour only on a terminal, and not with NO_COLOR.
class Terminal final
{
public:
    Terminal();

    enum class Colour
    {
        Plain,
        Green,
        Yellow,
        Red,
        Blue,
        Muted
    };
    [[nodiscard]] QString coloured(const QString& text, Colour colour) const;
    void out(const QString& line) const; ///< with a newline
    void outRaw(const QByteArray& bytes) const;
    void json(const Json& value) const;
    void yaml(const Json& value) const; ///< with sorted keys, as kubectl has it
    void table(const QList<QStringList>& rows) const; ///< columns as kubectl has them
    void err(const QString& line) const;
    void errRaw(const QString& text) const; ///< without a newline
    void warn(const Message& text) const;
    /// What is being done, in place of what was said so last; an empty text takes it away. Only on a terminal.
    void progress(const QString& text) const;
    /// An error in words, with its place and the server's own message.
    void report(const Error& error) const;

private:
    bool m_colour;
};

/// The colour of a health state.
[[nodiscard]] Terminal::Colour colourFor(Health::State state);

} // namespace argosy
