// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/session/objectfetch.h>

#include "scriptedserver.h"
#include "testprint.h"

#include <QSignalSpy>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

const Gvk kSecret{{}, u"v1"_s, u"Secret"_s};
const ApiCatalog kCatalog(
    {ApiResource{.gvk = kSecret, .plural = u"secrets"_s, .verbs = {u"get"_s}, .namespaced = true}});

QByteArray metadataOf(const QByteArray& name)
{
    return R"("metadata":{"namespace":"team","name":")" + name + "\"}";
}

ObjectPtr known(const QByteArray& name, const Gvk& gvk = kSecret)
{
    const QByteArray json = '{' + metadataOf(name) + '}';
    return Object::decode({}, json, gvk, ObjectDetail::Metadata).value_or(ObjectPtr());
}

void answer(const ScriptedRequest& request, QTcpSocket& socket)
{
    const QByteArray name = request.target.mid(request.target.lastIndexOf('/') + 1);
    if (name == "none")
        return (void)socket.write(ScriptedServer::answer(403, R"({"kind":"Status","code":403,"message":"no"})"));
    socket.write(ScriptedServer::answer(
        200, R"({"apiVersion":"v1","kind":"Secret",)" + metadataOf(name) + R"(,"data":{"key":"Y2FuYXJ5LTE="}})"));
}

} // namespace

class TestObjectFetch : public QObject
{
    Q_OBJECT

    ScriptedServer m_server{&answer};
    Connection m_connection{Endpoint{.server = {.server = m_server.url()}}};
    const Target m_target{&m_connection, kCatalog};

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Result<ObjectPtr>>(); }

    void theWholeComesWithoutItsSecrets()
    {
        ObjectFetch fetch;
        QSignalSpy fetched(&fetch, &ObjectFetch::fetched);
        fetch.fetch(m_target, *known("bird"));
        QTRY_COMPARE(fetched.size(), 1);
        QCOMPARE(m_server.requests().constLast().target, "/api/v1/namespaces/team/secrets/bird");
        const auto object = fetched.first().first().value<Result<ObjectPtr>>();
        QVERIFY_RESULT(object);
        QVERIFY((*object)->json().contains(R"("data":{"key":"<8 bytes>"})"));
    }

    void onlyTheLastQuestionIsAnswered()
    {
        ObjectFetch fetch;
        QSignalSpy fetched(&fetch, &ObjectFetch::fetched);
        fetch.fetch(m_target, *known("bird"));
        fetch.fetch(m_target, *known("egg"));
        QTRY_COMPARE(fetched.size(), 1);
        QCOMPARE(fetched.first().first().value<Result<ObjectPtr>>().value()->ref().name, u"egg"_s);
        fetch.fetch(m_target, *known("bird"));
        fetch.cancel();
        fetch.fetch(m_target, *known("egg"));
        QTRY_COMPARE(fetched.size(), 2);
        QCOMPARE(fetched.last().first().value<Result<ObjectPtr>>().value()->ref().name, u"egg"_s);
    }

    void aRefusalIsPassedOn()
    {
        ObjectFetch fetch;
        QSignalSpy fetched(&fetch, &ObjectFetch::fetched);
        fetch.fetch(m_target, *known("none"));
        QTRY_COMPARE(fetched.size(), 1);
        const auto object = fetched.first().first().value<Result<ObjectPtr>>();
        QVERIFY(!object);
        QCOMPARE(object.error().kind, ErrorKind::Forbidden);
    }
};

QTEST_GUILESS_MAIN(TestObjectFetch)
#include "tst_objectfetch.moc"
