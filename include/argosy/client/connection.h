// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>
#include <argosy/client/kubeconfig.h>
#include <argosy/client/request.h>
#include <argosy/client/signin.h>
#include <argosy/kube/clusterid.h>

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>

namespace argosy {

/// How carefully a cluster is to be treated.
enum class AccessMode
{
    ReadOnly, ///< the connection sends no write (isWrite)
    Guarded, ///< a person confirms every write
    Open
};
/// "read-only", "guarded", "open".
[[nodiscard]] QString toWord(AccessMode mode);
[[nodiscard]] std::optional<AccessMode> accessModeFrom(const QString& word);

/// Where and as whom to connect.
struct Endpoint
{
    ClusterId cluster;
    QString contextName; ///< for people; empty for the embedded cluster
    KubeCluster server;
    KubeUser user;
    QString defaultNamespace = QStringLiteral("default");
    AccessMode access = AccessMode::Open;
    QString fieldManager = QString::fromLatin1(kFieldManager); ///< whom the server notes as the writer of fields
    /// How long an answer may take without a byte, instead of what each request says. Watches are not meant.
    std::optional<std::chrono::milliseconds> requestTimeout;
};

/// The endpoint of a context; an empty name is the current context. Fails with Invalid, naming the context, where it or
/// what it names is missing or makes no sense (by kubectl's rules; an auth-provider too), and with Unauthenticated
/// where the user needs an exec plugin (not run here).
[[nodiscard]] Result<Endpoint> endpointFor(
    const Kubeconfig& config, const QString& contextName, const ClusterId& cluster);

/// What people should know before they trust this connection: that the server's certificate is not checked.
[[nodiscard]] QList<Message> warningsAbout(const Endpoint& endpoint);

/// Owns one running request: destroying it cancels, and no callback comes any more.
class RequestHandle final
{
public:
    RequestHandle();
    RequestHandle(RequestHandle&&) noexcept;
    RequestHandle& operator=(RequestHandle&&) noexcept;
    ~RequestHandle();
    [[nodiscard]] bool isActive() const;
    void cancel();

private:
    friend class Connection;
    class Private;
    std::unique_ptr<Private> d;
};

/// One line-framed stream of watch events. Deleting it ends the request. Signals come on the GUI thread.
class WatchStream : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    /// The server answered 200. `isAlone`: over HTTP/1.1 nothing else can be asked on its connection, so that nobody
    /// but its owner notices when that connection dies.
    void opened(bool isAlone);
    void lineReceived(const QByteArray& line); ///< one JSON event, without newline
    /// A clean end (no error), or why it ended; nothing comes after.
    void finished(const std::optional<argosy::Error>& error);
};

/// When a silent connection counts as dead: after `quiet` without a byte the server is asked something on it, and after
/// `patience` without an answer on a new connection. An answer there ends the silent connection's watches with
/// Unreachable; none for another `patience` ends all watches with Timeout, and the server is Lost.
struct HeartbeatTiming
{
    std::chrono::milliseconds quiet{15'000};
    std::chrono::milliseconds patience{7'000};
};

/**
 * Talks to one API server as one user. Lives on the thread that made it (the GUI thread); never blocks.
 *
 * The state says whether the server answers: it starts as Connecting, is Connected after any answer (a 403 is an
 * answer), and Lost after a request failed to reach it; it is Refused where only a person can help (TLS, 401, a command
 * that did not sign in). After the computer slept it is Lost until the server answers again.
 *
 * What changes nothing is sent again after 429, 502, 503, 504 (as Retry-After says, with growing delays otherwise) and
 * once after a broken connection, unless the request says otherwise; a write only after a 429 with which the server
 * says that it has not begun it. No more than 32 requests run at a time, watches aside; the others wait.
 *
 * Where a command signs in, requests and watches wait for it: one run at a time for all of them, before the credential
 * expires and once after a 401, upon which the request is sent again (the server has not carried it out). After a
 * failure nothing runs until retrySignIn(); requests fail with what stood in the way. A window shows signIn() with its
 * output, whose links people have to follow, and offers retrySignIn() in the phase Failed, cancelSignIn() in Running.
 */
class Connection final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Connecting,
        Connected,
        Lost,
        Refused
    };
    Q_ENUM(State)

    explicit Connection(Endpoint endpoint, const SignInOptions& signIn = {}, QObject* parent = nullptr);
    ~Connection() override;

    [[nodiscard]] const Endpoint& endpoint() const;
    [[nodiscard]] ClusterId cluster() const { return endpoint().cluster; }
    [[nodiscard]] State state() const;
    [[nodiscard]] const std::optional<Error>& lastError() const; ///< why the state is Lost or Refused
    /// When the server last gave a sign of life, in UTC; invalid before the first. Where the state is Lost, what was
    /// received until then is all that is known.
    [[nodiscard]] QDateTime lastHeard() const;
    /// Requests from now on, and those that wait for a command, are made as this user. Open watches go on as they are.
    void setUser(KubeUser user);
    [[nodiscard]] SignIn signIn() const;
    /// Forgets the failure and what was given before, and starts anew. Does nothing while a command runs.
    void retrySignIn();
    /// Ends the command; whoever waits for it fails.
    void cancelSignIn();
    void setAccess(AccessMode mode);
    void setHeartbeat(HeartbeatTiming timing);
    /// The computer slept: watches end with Unreachable, and the state is Lost until something answers. Watches open,
    /// the connection notices by itself within a second of waking.
    void noticeSleep();

    using Callback = std::function<void(Result<ApiResponse>)>;
    /// Calls back exactly once, on the receiver's thread, never from inside this call, and not at all once the handle
    /// or the receiver is gone. Destroying the connection fails what is still owed with Cancelled. A write on a
    /// ReadOnly connection fails with Forbidden without a request.
    [[nodiscard]] RequestHandle send(const ApiRequest& request, QObject* receiver, Callback callback);
    /// Opens a stream; the caller owns it. It ends with Cancelled when the connection is destroyed.
    [[nodiscard]] std::unique_ptr<WatchStream> watch(const ApiRequest& request);

Q_SIGNALS:
    void stateChanged(argosy::Connection::State state);
    void signInChanged();
    /// There is another user, or a person wants to sign in again: what was refused may be taken from now on.
    void credentialsChanged();
    void signInSpoke(const QString& text); ///< a piece of SignIn::output as it comes

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace argosy
