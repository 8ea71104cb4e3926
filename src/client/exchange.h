// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport.h"

#include <argosy/base/inflater.h>

#include <QNetworkReply>
#include <QPointer>
#include <QSslError>
#include <QTimer>

namespace argosy {

/// What an exchange sends and how long it waits.
struct ExchangePlan
{
    QNetworkRequest request;
    QByteArray method;
    QByteArray body;
    std::chrono::milliseconds timeout; ///< without a sign of life
    bool streamed = false; ///< the body of a 2xx is given piece by piece and not kept
    bool insecure = false;
    ErrorContext where;
};

/// One request and its answer. The only place that touches a QNetworkReply. Destroying it ends the request in silence.
class Exchange final : public QObject
{
    Q_OBJECT
public:
    Exchange(ManagerPtr manager, ExchangePlan plan, QObject* parent = nullptr);
    ~Exchange() override;

    [[nodiscard]] const ManagerPtr& manager() const { return m_manager; }
    [[nodiscard]] bool isOpen() const { return m_open; } ///< a 2xx has come
    [[nodiscard]] bool isAlone() const; ///< on its connection, as all are over HTTP/1.1; known once it is open
    /// Ends it with this error; finished() comes from inside the call.
    void giveUp(const Error& error);

Q_SIGNALS:
    void opened(); ///< a 2xx has come, its body has not
    void dataReceived(const QByteArray& bytes); ///< only when streamed
    /// Once, and never from inside the constructor. The exchange may be deleted in the slot with deleteLater().
    void finished(const argosy::Result<argosy::ApiResponse>& result);

private:
    void start();
    void letGo();
    void onHeaders();
    void onData();
    void take(const QByteArray& bytes);
    void onFinished();
    void conclude(const Result<ApiResponse>& result);
    [[nodiscard]] Result<ApiResponse> outcome();
    [[nodiscard]] int httpCode() const;

    ManagerPtr m_manager;
    ExchangePlan m_plan;
    QNetworkReply* m_reply = nullptr;
    QTimer m_idle;
    std::unique_ptr<Inflater> m_inflater; ///< of an answer that is compressed
    QByteArray m_body;
    QList<QSslError> m_sslErrors;
    bool m_open = false;
    bool m_concluded = false;
};

} // namespace argosy
