// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gather.h"
#include "watchstep.h"

#include <argosy/client/connection.h>

#include <QElapsedTimer>
#include <QTimer>

namespace argosy {

/**
 * Follows one kind: performs what watchstep.h decides. Everything that arrives is decoded on the pool and handed on in
 * the order in which it arrived.
 */
class KindFollower final : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        ObjectDetail detail = ObjectDetail::Full;
        int pageSize = 500;
        std::chrono::milliseconds silence{90'000}; ///< a stream that says nothing for so long is doubted
        std::chrono::milliseconds silenceAlone{20'000}; ///< and one that is alone on its connection
        std::chrono::milliseconds patience{30'000}; ///< a list of which nothing comes for so long is asked for again
        RetryDelays delays;
    };
    KindFollower(Connection& connection, ApiResource resource, const Options& options);
    ~KindFollower() override;

    void start() { take(watch::Begun{}); }
    /// The server answers again: a wait that was due to it is over.
    void serverIsBack();
    /// What was refused may be allowed now: a wait that was due to that is over.
    void credentialsChanged();
    [[nodiscard]] const WatchState& state() const { return m_state; }
    [[nodiscard]] ObjectDetail detail() const { return m_options.detail; }
    [[nodiscard]] GroupKind kind() const { return m_resource.gvk.groupKind(); }

Q_SIGNALS:
    void listed(const argosy::KindObjects& objects); ///< the kind's whole content
    void changed(const QList<argosy::ObjectChange>& changes);
    void forgotten(); ///< the kind is not served any more
    void stateChanged();

private:
    void take(const watch::Input& input);
    void endWaitFor(std::initializer_list<ErrorKind> reasons);
    void perform(const watch::DiscardPages&);
    void perform(const watch::ListPage& effect);
    void perform(const watch::SwapPagesIn&);
    void perform(const watch::OpenStream& effect);
    void perform(const watch::Wait& effect);
    void perform(const watch::Forget&);

    void onPage(const Result<ApiResponse>& answer);
    void findPosition(const QByteArray& body);
    void onPosition(const ListPosition& position);
    void decodePage(const QByteArray& body);
    void decodePages();
    void onPagesDecoded(GatheredPages pages);
    void endListIfWhole();
    void onOpened(bool isAlone);
    void onLine(const QByteArray& line);
    void onStreamEnd(const std::optional<Error>& error);
    void decodeLines();
    void decodeInitialLines();
    void onLinesDecoded(const DecodedEvents& events);
    [[nodiscard]] ApiRequest inDetail(ApiRequest request) const;
    void closeStream();
    [[nodiscard]] ErrorContext where() const;

    Connection& m_connection;
    ApiResource m_resource;
    Options m_options;
    WatchState m_state;
    QTimer m_wait;

    RequestHandle m_list;
    int m_listNumber = 0; ///< what was decoded of an earlier list is dropped
    QList<QByteArray> m_pages; ///< not decoded yet
    bool m_decodingPages = false;
    KindObjects m_gathered; ///< of the running list or of initial events; away while the pool adds to it
    std::optional<watch::PageArrived> m_lastPage; ///< comes after the pages before it

    std::unique_ptr<WatchStream> m_stream;
    QElapsedTimer m_streamAge;
    QTimer m_silence;
    int m_streamNumber = 0; ///< what was decoded of an earlier stream is dropped
    QList<QByteArray> m_lines; ///< not decoded yet
    bool m_decoding = false;
    std::optional<watch::Ended> m_end; ///< comes after the lines before it
};

} // namespace argosy
