// SPDX-License-Identifier: GPL-3.0-or-later
#include "referenceserver.h"

#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QUrl>

#include <memory>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kPatience = 60'000;

/// Where a document goes; for kinds that nobody knows, where one of that name would be.
QString pathOf(const Json& document)
{
    const Gvk gvk = Gvk::from(textAt(document, "/apiVersion"), textAt(document, "/kind"));
    const KindSchema* kind = SchemaSet::builtin().find(gvk);
    const QString apis = gvk.group.isEmpty() ? u"/api/"_s : u"/apis/"_s;
    QString path = apis + gvk.apiVersion();
    if (kind && kind->namespaced)
        path += u"/namespaces/"_s + textAt(document, "/metadata/namespace");
    const QString plural = kind ? kind->plural : gvk.kind.toLower() + u's';
    return path + u'/' + plural + u'/'
        + QString::fromLatin1(QUrl::toPercentEncoding(textAt(document, "/metadata/name")));
}

} // namespace

ReferenceServer::~ReferenceServer()
{
    m_proxy.kill();
    m_proxy.waitForFinished(kPatience);
}

bool ReferenceServer::start()
{
    m_proxy.start(
        u"kubectl"_s, {u"--kubeconfig"_s, qEnvironmentVariable("ARGOSY_TEST_KUBECONFIG"), u"proxy"_s, u"--port=0"_s});
    static const QRegularExpression serving(u"127\\.0\\.0\\.1:\\d+"_s);
    QByteArray said;
    while (m_address.isEmpty() && m_proxy.waitForReadyRead(kPatience)) {
        said += m_proxy.readAllStandardOutput();
        if (const auto match = serving.match(QString::fromUtf8(said)); said.contains('\n') && match.hasMatch())
            m_address = u"http://"_s + match.captured();
    }
    return !m_address.isEmpty();
}

ReferenceServer::Answer ReferenceServer::get(const QString& path)
{
    return send("GET", path, {}, {});
}

ReferenceServer::Answer ReferenceServer::post(const QString& path, const Json& body)
{
    return send("POST", path, "application/json", toCompactJson(body));
}

void ReferenceServer::remove(const QString& path)
{
    (void)send("DELETE", path, {}, {});
}

ReferenceServer::Answer ReferenceServer::rehearse(const Json& document)
{
    const QString query = u"?fieldManager=argosy&dryRun=All&fieldValidation=Strict"_s;
    return send("PATCH", pathOf(document) + query, "application/apply-patch+yaml", toCompactJson(document));
}

ReferenceServer::Answer ReferenceServer::send(
    const QByteArray& verb, const QString& path, const QByteArray& type, const QByteArray& body)
{
    QNetworkRequest request(QUrl(m_address + path));
    request.setTransferTimeout(kPatience);
    if (!type.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, type);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, verb, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(kPatience))
        return {0, u"no answer"_s};
    const int code = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray text = reply->readAll();
    return {code, QString::fromUtf8(text)};
}

} // namespace argosy
