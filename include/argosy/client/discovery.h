// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/connection.h>
#include <argosy/kube/apicatalog.h>

namespace argosy {

struct ServerInfo
{
    QString version; ///< gitVersion, e.g. "v1.33.2"
    ApiCatalog catalog;
    QList<Error> warnings; ///< groups that did not answer; the rest is here
};

/// Asks /version and both discovery forms (aggregated first, then group by group). One callback, as Connection::send.
class Discovery final : public QObject
{
    Q_OBJECT
public:
    explicit Discovery(Connection& connection, QObject* parent = nullptr);
    ~Discovery() override;
    using Callback = std::function<void(Result<ServerInfo>)>;
    /// A second call cancels the first.
    void run(QObject* receiver, Callback callback);

private:
    class Private;
    Connection& m_connection;
    std::unique_ptr<Private> d; ///< the run in progress
};

} // namespace argosy
