// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <QStringList>

namespace argosy::bench {

/// Of this process since it began.
struct Usage
{
    double cpuSeconds = 0;
    long peakKilobytes = 0;
};
[[nodiscard]] Usage usage();

/// One line on standard output.
void print(const Json& figures);

// The jobs, with their arguments as the head of livebench.cpp says them; each returns the exit code.
int resident(const QStringList& arguments);
int serve(const QStringList& arguments);
int events(const QStringList& arguments);

/// The object of a file under another name, uid and resourceVersion.
[[nodiscard]] QByteArray copyOf(const Json& object, int number, qint64 resourceVersion);
[[nodiscard]] Json objectIn(const QString& file);

} // namespace argosy::bench
