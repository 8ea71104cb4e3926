// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever an exec plugin prints is a credential or an Error, and the Error never repeats what was printed.
#include "fuzz.h"

#include "execcredential.h"

using namespace argosy;
using fuzz::require;

namespace {

const QByteArray kCanary = "canary-4711";

void readAs(QLatin1StringView version, const QByteArray& printed)
{
    const ExecPlugin plugin{.apiVersion = version, .command = QStringLiteral("plugin")};
    const Result<Credential> credential = execCredential(plugin, Secret(printed));
    if (credential) {
        require(!credential->authorization.isEmpty() || !credential->certificate.isEmpty());
        return;
    }
    const QString told = credential.error().message.english();
    // The version, which is none of the plugin's secrets, is told where it is the wrong one.
    require(told.contains(QStringLiteral("answers in")) || !told.contains(QString::fromLatin1(kCanary)));
}

} // namespace

/// A zero byte stands for the canary.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray printed = fuzz::bytes(data, size).toByteArray().replace('\0', kCanary);
    readAs(ExecPlugin::kV1, printed);
    readAs(ExecPlugin::kV1beta1, printed);
    return 0;
}
