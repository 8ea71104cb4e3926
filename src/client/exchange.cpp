// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange.h"

#include "httperrors.h"
#include "log.h"
#include "networkerrors.h"
#include "upload.h"

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

/// Qt reads for as long as something comes, before it says that something came.
constexpr qint64 kUnreadBytes = qint64{16} * 1024 * 1024;
constexpr qsizetype kMaxBodyBytes = qsizetype{64} * 1024 * 1024;

/// The texts of `299 - "text"` headers; Qt joins several of one name by a comma and a space.
QList<QByteArray> warningTexts(const QByteArray& header)
{
    QList<QByteArray> texts;
    QByteArray text;
    bool quoted = false;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const char c = header[i];
        if (quoted && c == '\\' && i + 1 < header.size()) {
            text.append(header[++i]);
        } else if (c == '"') {
            if (quoted)
                texts.append(std::exchange(text, {}));
            quoted = !quoted;
        } else if (quoted) {
            text.append(c);
        }
    }
    return texts;
}

Error unreadable(const ErrorContext& where)
{
    return {.kind = ErrorKind::Protocol,
        .message =
            message("client", "The answer of %1 says that it is compressed, but cannot be unpacked.", {where.host}),
        .where = where};
}

Error tooLarge(const ErrorContext& where)
{
    return {.kind = ErrorKind::TooLarge,
        .message = message("client", "The answer of %1 is larger than Argosy takes.", {where.host}),
        .where = where};
}

} // namespace

Exchange::Exchange(ManagerPtr manager, ExchangePlan plan, QObject* parent)
    : QObject(parent)
    , m_manager(std::move(manager))
    , m_plan(std::move(plan))
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        const bool isQuietStream = m_plan.streamed && m_open;
        giveUp(isQuietStream ? quietStreamError(m_plan.where) : timeoutError(m_plan.timeout, m_plan.where));
    });
    start();
}

Exchange::~Exchange()
{
    letGo();
}

/// The reply's destructor ends the request. So would abort(), but Qt warns of that where the reply has failed, or is
/// about to hear that it has.
void Exchange::letGo()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->setParent(nullptr);
    m_reply->deleteLater();
    m_reply = nullptr;
}

void Exchange::start()
{
    if (m_plan.body.isEmpty()) {
        m_reply = m_manager->sendCustomRequest(m_plan.request, m_plan.method);
    } else {
        m_plan.request.setHeader(QNetworkRequest::ContentLengthHeader, m_plan.body.size());
        m_plan.request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        auto upload = std::make_unique<Upload>(m_plan.body);
        m_reply = m_manager->sendCustomRequest(m_plan.request, m_plan.method, upload.get());
        upload.release()->setParent(m_reply);
    }
    m_reply->setReadBufferSize(kUnreadBytes);
    const auto alive = [this] { m_idle.start(m_plan.timeout); };
    alive();
    connect(m_reply, &QNetworkReply::uploadProgress, this, alive);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::onData);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::onFinished);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError>& errors) {
        if (m_plan.insecure)
            m_reply->ignoreSslErrors();
        else
            m_sslErrors = errors;
    });
}

int Exchange::httpCode() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool Exchange::isAlone() const
{
    return !m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
}

void Exchange::onHeaders()
{
    m_idle.start(m_plan.timeout);
    if (!m_inflater && m_reply->rawHeader("Content-Encoding") == "gzip")
        m_inflater = std::make_unique<Inflater>();
    if (!m_open && httpCode() >= 200 && httpCode() < 300) {
        m_open = true;
        Q_EMIT opened();
    }
}

void Exchange::onData()
{
    m_idle.start(m_plan.timeout);
    const QByteArray bytes = m_reply->readAll();
    if (!m_inflater)
        return take(bytes);
    m_inflater->add(bytes);
    const QPointer<Exchange> self(this);
    for (QByteArray piece = m_inflater->next(); !piece.isEmpty(); piece = m_inflater->next()) {
        take(piece);
        if (!self || m_concluded)
            return;
    }
    if (m_inflater->isBroken())
        giveUp(unreadable(m_plan.where));
}

void Exchange::take(const QByteArray& bytes)
{
    if (m_plan.streamed && m_open) {
        Q_EMIT dataReceived(bytes);
        return;
    }
    m_body.append(bytes);
    if (m_body.size() > kMaxBodyBytes)
        giveUp(tooLarge(m_plan.where));
}

void Exchange::onFinished()
{
    const QPointer<Exchange> self(this);
    if (m_reply->bytesAvailable() > 0)
        onData();
    if (self && !m_concluded)
        conclude(outcome());
}

Result<ApiResponse> Exchange::outcome()
{
    const int code = httpCode();
    if (code >= 300)
        return fail(errorFromAnswer({.code = code,
                                        .body = m_body,
                                        .retryAfter = m_reply->rawHeader("Retry-After"),
                                        .location = m_reply->rawHeader("Location")},
            m_plan.where));
    if (m_reply->error() != QNetworkReply::NoError)
        return fail(errorFromNetwork(m_reply->error(), m_reply->errorString(), m_sslErrors, m_plan.where));
    return ApiResponse{.code = code, .body = m_body, .warnings = warningTexts(m_reply->rawHeader("Warning"))};
}

void Exchange::giveUp(const Error& error)
{
    if (m_concluded)
        return;
    const QPointer<Exchange> self(this);
    conclude(fail(error));
    if (self)
        letGo();
}

void Exchange::conclude(const Result<ApiResponse>& result)
{
    m_concluded = true;
    m_idle.stop();
    qCDebug(lcHttp).noquote() << m_plan.where.cluster << m_plan.method << m_plan.request.url().path()
                              << (result ? QString::number(result->code) : toWord(result.error().kind));
    Q_EMIT finished(result);
}

} // namespace argosy
