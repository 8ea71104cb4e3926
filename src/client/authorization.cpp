// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization.h"

#include <argosy/base/files.h>

namespace argosy {

namespace {

constexpr qint64 kMaxTokenBytes = 256 * 1024;

Secret bearer(const QByteArray& token)
{
    return Secret("Bearer " + token);
}

Secret basic(const QByteArray& nameAndPassword)
{
    return Secret("Basic " + nameAndPassword.toBase64());
}

} // namespace

Result<Secret> authorization(const KubeUser& user)
{
    if (!user.tokenFile.isEmpty()) {
        const Result<QByteArray> token = readFile(user.tokenFile, kMaxTokenBytes);
        if (!token)
            return fail(token.error());
        const QByteArray trimmed = token->trimmed();
        if (trimmed.isEmpty() || trimmed.contains('\n'))
            return fail(ErrorKind::Unauthenticated,
                message("client", "The token file %1 does not hold one token.", {user.tokenFile}),
                {.file = user.tokenFile});
        return bearer(trimmed);
    }
    if (!user.token.isEmpty())
        return bearer(user.token.reveal().trimmed());
    if (!user.username.isEmpty())
        return basic(user.username.toUtf8() + ':' + user.password.reveal());
    return Secret();
}

} // namespace argosy
