// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QTemporaryDir>

namespace argosy::test {

/// What a program left behind.
struct Outcome
{
    int exitCode = -1; ///< -1: it did not run to its end
    QByteArray output;
    QByteArray complaint;
    [[nodiscard]] bool worked() const { return exitCode == 0; }
};

/// A folder in which argosyctl and kubectl find the same files, KUBECONFIG and home.
class Programs final
{
public:
    /// kubectl's path; empty where it is not installed.
    [[nodiscard]] static QString kubectl();
    [[nodiscard]] static QString argosyctl();

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// Runs in the folder, without standard input, while servers of this thread go on; an empty list unsets KUBECONFIG.
    [[nodiscard]] Outcome run(const QString& program, const QString& list, const QStringList& arguments) const;

private:
    QTemporaryDir m_folder;
};

} // namespace argosy::test
