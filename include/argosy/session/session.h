// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/clock.h>
#include <argosy/base/paths.h>
#include <argosy/ops/journal.h>
#include <argosy/session/accessmodes.h>
#include <argosy/session/clustersession.h>
#include <argosy/session/workspace.h>

#include <QObject>

namespace argosy {

/**
 * What is open, the same for both programs: the kubeconfig, the connected cluster, the workspace, the journal. Built by
 * app/, passed to whoever needs it. Lives on the GUI thread.
 */
class Session final : public QObject
{
    Q_OBJECT
public:
    /// The clock must outlive the session.
    Session(Paths paths, const Clock& clock, QObject* parent = nullptr);
    ~Session() override;

    [[nodiscard]] const Paths& paths() const;
    [[nodiscard]] const Clock& clock() const;
    [[nodiscard]] Journal& journal();
    [[nodiscard]] Workspace& workspace();

    /// How the clusters that are connected from now on run commands that sign in; none run before this is called.
    void setSignIn(SignInOptions options);
    /// Reads the files that loadKubeconfig reads, and follows them: when they change, the connected context's new
    /// credentials are taken over without losing anything, and a new address or authority leads to a new connection. A
    /// context that is gone from the files stays connected. Fails as loadKubeconfig does; the config before stays then.
    Result<> openKubeconfig(const QString& explicitFile = {});
    /// A config that is not followed.
    void setKubeconfig(Kubeconfig config);
    [[nodiscard]] const Kubeconfig& kubeconfig() const;
    /// The access mode of a context of the kubeconfig. Fails as AccessModes does, and with NotFound where the context
    /// leads to no server.
    [[nodiscard]] Result<AccessMode> accessOf(const QString& contextName) const;
    /// Keeps it; where that context is connected it holds from the next request on. Fails as AccessModes does, and with
    /// NotFound as accessOf; nothing changes then.
    Result<> setAccess(const QString& contextName, AccessMode mode);
    /// Takes over for the connected context what the other program may have kept meanwhile.
    void rereadAccess();
    /// Connects to a context of the kubeconfig (empty: the current one) in its access mode as the management cluster;
    /// replaces the one before. Fails as endpointFor and AccessModes do; the cluster before stays then.
    Result<> connectTo(const QString& contextName);
    void connectTo(Endpoint endpoint);
    void disconnect();
    [[nodiscard]] ClusterSession* management() const; ///< null while there is none
    [[nodiscard]] Targets targets() const; ///< the clusters that are Ready
    /// Asks the management cluster, where it is Ready, about writes to it that got no answer. Done by itself each time
    /// that it becomes Ready.
    void askAboutOpenWrites();

Q_SIGNALS:
    void journalChanged(); ///< asking has brought outcomes
    void kubeconfigChanged();
    void kubeconfigFailed(const argosy::Error& error); ///< a followed file changed and cannot be read now
    void managementChanged(); ///< another one, or none
    void accessChanged(); ///< of a context, perhaps the connected one

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace argosy
