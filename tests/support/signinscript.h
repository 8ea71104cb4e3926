// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/files.h>
#include <argosy/client/kubeconfig.h>

#include <QFile>
#include <QTemporaryDir>

namespace argosy::test {

/// A line of a script that prints a credential with this status; YAML will do.
[[nodiscard]] inline QByteArray printsCredential(const QByteArray& status)
{
    return "echo 'kind: ExecCredential'; echo 'apiVersion: client.authentication.k8s.io/v1'; echo 'status: " + status
        + '\'';
}

[[nodiscard]] inline QByteArray printsToken(const QByteArray& token)
{
    return printsCredential("{token: " + token + '}');
}

/// A shell script that a kubeconfig names to sign in, and that notes each of its runs.
class SignInScript final
{
public:
    explicit SignInScript(const QByteArray& body) { write(body); }

    void write(const QByteArray& body) const
    {
        QFile file(path());
        if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            file.write("#!/bin/sh\necho run >> \"$(dirname \"$0\")/runs\"\n" + body + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    [[nodiscard]] QString path() const { return file(QStringLiteral("plugin")); }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] qsizetype runs() const
    {
        return readFile(file(QStringLiteral("runs"))).value_or(QByteArray()).count("run\n");
    }
    [[nodiscard]] ExecPlugin plugin() const
    {
        return {.file = QStringLiteral("config"),
            .apiVersion = ExecPlugin::kV1,
            .command = path(),
            .interactiveMode = QStringLiteral("IfAvailable")};
    }

private:
    QTemporaryDir m_folder;
};

} // namespace argosy::test
