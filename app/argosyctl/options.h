// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

namespace argosy {

/// How the answer is wanted.
enum class OutputFormat
{
    Text,
    Json,
    Yaml
};

/// The command line, parsed: plain values, named as the flags are.
struct Options
{
    QString command; ///< "plan", "new cluster"
    QStringList arguments; ///< positional

    QString kubeconfig, context, cluster, user, server, nameSpace;
    QString as, asUid;
    QStringList asGroups;
    bool insecureSkipTlsVerify = false;
    std::optional<std::chrono::seconds> requestTimeout; ///< of one request; 0: none
    QString fieldManager; ///< empty: our own
    int verbosity = 0;
    OutputFormat output = OutputFormat::Text;

    QString mode; ///< of `config mode`; empty: only show it
    QString subresource;
    bool allNamespaces = false, listRules = false;
    bool raw = false, flatten = false, minify = false;

    QStringList kinds; ///< of a snapshot; empty: all
    bool force = false; ///< a snapshot may replace a file

    QStringList files; ///< -f
    bool recursive = false;

    QString schemas = QStringLiteral("builtin");

    QString confirm; ///< the context that a write to a guarded cluster is meant for
    bool dryRunServer = false, forceConflicts = false, wait = false;
    std::chrono::seconds timeout{0}; ///< 0: none

    QString location, preset = QStringLiteral("standard"), delivery = QStringLiteral("direct"),
                      arrangement = QStringLiteral("management"), out;
    QStringList set; ///< PATH=VALUE

    QStringList parameters; ///< NAME=VALUE
    bool clientOnly = false;

    int port = 0;
    double speed = 1;
    QString kubeconfigOut;
};

/// Parses the arguments. Prints help or what is wrong by itself and gives the exit code then: 0 for help, 2 for bad
/// usage.
[[nodiscard]] std::variant<Options, int> parseOptions(int argc, char** argv);

} // namespace argosy
