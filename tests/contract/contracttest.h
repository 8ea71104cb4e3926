// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serverundertest.h"

#include <QObject>

#include <map>

namespace argosy {

/**
 * A test whose cases run against both servers: each has a column "server", and is skipped where that server is not
 * there. The servers live until the test ends; the embedded one has no controllers, as the real one has none.
 */
class ContractTest : public QObject
{
    Q_OBJECT

protected:
    /// The server of the present row.
    [[nodiscard]] ServerUnderTest& server() const { return *m_server; }
    [[nodiscard]] ApiClient& wire() const { return m_server->wire(); }
    /// A name of the present row, the same for the same stem, that no other run uses.
    [[nodiscard]] QString unique(const QString& stem) const;
    /// The stem of such a name; empty for what other tests have on the same server.
    [[nodiscard]] QString stemOf(const QString& name) const;
    /// Applies for the present row: the object is deleted afterwards.
    [[nodiscard]] Result<ApiResponse> apply(
        const ApiResource& resource, const Json& object, const ApplyOptions& options = {});

    /// What a test does before and after each row that is not skipped.
    virtual void prepare() { }
    virtual void finish() { }

private Q_SLOTS:
    void init();
    void cleanup();
    void cleanupTestCase() { m_servers.clear(); }

private:
    std::map<QString, std::unique_ptr<ServerUnderTest>> m_servers;
    ServerUnderTest* m_server = nullptr;
    QString m_suffix;
    QList<ApiRequest> m_removals;
};

} // namespace argosy
