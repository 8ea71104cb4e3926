// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization.h"

#include <argosy/base/files.h>

namespace argosy {

namespace {

constexpr qint64 kMaxTokenBytes = qint64{256} * 1024;

Secret bearer(const QByteArray& token)
{
    return Secret("Bearer " + token);
}

Secret basic(const QByteArray& nameAndPassword)
{
    return Secret("Basic " + nameAndPassword.toBase64());
}

Result<Secret> tokenIn(const QString& file)
{
    const Result<QByteArray> bytes = readFile(file, kMaxTokenBytes);
    if (!bytes)
        return fail(bytes.error());
    const QByteArray token = bytes->trimmed();
    if (token.isEmpty() || token.contains('\n'))
        return fail(ErrorKind::Unauthenticated, message("client", "The token file %1 does not hold one token.", {file}),
            {.file = file});
    return Secret(token);
}

} // namespace

Result<Secret> authorization(const KubeUser& user)
{
    if (!user.tokenFile.isEmpty()) {
        const Result<Secret> token = tokenIn(user.tokenFile);
        if (token)
            return bearer(token->reveal());
        if (user.token.isEmpty())
            return token;
    }
    if (!user.token.isEmpty())
        return bearer(user.token.reveal().trimmed());
    if (!user.username.isEmpty())
        return basic(user.username.toUtf8() + ':' + user.password.reveal());
    return Secret();
}

} // namespace argosy
