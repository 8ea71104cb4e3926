// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/paths.h>
#include <argosy/client/connection.h>

namespace argosy {

/// A context of a kubeconfig as far as its access mode is concerned: the same name for another server is another one.
struct ContextIdentity
{
    QString context;
    QString server; ///< URL, as the kubeconfig has it
    bool operator==(const ContextIdentity&) const = default;
};
[[nodiscard]] ContextIdentity identityOf(const Endpoint& endpoint);
/// Fails with NotFound where the context is not there or leads to no server.
[[nodiscard]] Result<ContextIdentity> identityOf(const Kubeconfig& config, const QString& contextName);

/// What a context is until a person decides: Guarded where a name sounds like production ("prod", "live"), else Open.
[[nodiscard]] AccessMode defaultAccess(const ContextIdentity& context);

/**
 * How careful a person wants each context to be treated. Kept in access.json in the folder of the configuration, for
 * both programs. Enforcing it is the Connection's affair (ReadOnly) and that of whoever asks people (Guarded).
 */
class AccessModes final
{
public:
    explicit AccessModes(const Paths& paths);

    /// What was kept, else the default. Fails with Io or Parse where the file cannot be read: nobody can say then that
    /// writing is allowed.
    [[nodiscard]] Result<AccessMode> modeOf(const ContextIdentity& context) const;
    /// Fails with Io where the file cannot be written, and with Parse where it is not ours to overwrite.
    [[nodiscard]] Result<> setMode(const ContextIdentity& context, AccessMode mode);

private:
    QString m_file;
};

} // namespace argosy
