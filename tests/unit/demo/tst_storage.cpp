// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeclock.h"
#include "storage.h"
#include "testprint.h"
#include "text.h"

#include <QRegularExpression>
#include <QTest>

using namespace argosy;
using namespace argosy::demo;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ObjectKey pool(const QString& name)
{
    return {.resource = {.group = u"karpenter.sh"_s, .plural = u"nodepools"_s}, .nameSpace = {}, .name = name};
}

ObjectKey inNamespace(const QString& nameSpace, const QString& name)
{
    return {.resource = {.group = {}, .plural = u"configmaps"_s}, .nameSpace = nameSpace, .name = name};
}

Json object(const Json& spec = Json::object())
{
    return {{"apiVersion", "karpenter.sh/v1"}, {"kind", "NodePool"}, {"metadata", Json::object()}, {"spec", spec}};
}

Json ownedBy(const Json& owner, bool blocks = false)
{
    Json made = object();
    Json reference{{"apiVersion", "v1"}, {"kind", "X"}, {"name", "x"}, {"uid", valueAt(owner, "/metadata/uid")}};
    if (blocks)
        reference["blockOwnerDeletion"] = true;
    made["metadata"]["ownerReferences"] = Json::array({reference});
    return made;
}

Storage::Change with(const std::function<void(Json&)>& edit)
{
    return [edit](const Json& live) -> Result<Json> {
        Json changed = live;
        edit(changed);
        return changed;
    };
}

} // namespace

class TestStorage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_storage = std::make_unique<Storage>(std::make_shared<FakeClock>(), 5);
    }

    void createGivesWhatTheServerOwns()
    {
        Json sent = object();
        sent["metadata"] = Json{{"uid", "mine"}, {"generation", 9}};
        const auto stored = m_storage->create(pool(u"a"_s), sent);
        QVERIFY_RESULT(stored);
        QCOMPARE(textAt(**stored, "/metadata/name"), u"a"_s);
        QCOMPARE(textAt(**stored, "/metadata/creationTimestamp"), u"2026-01-10T09:00:00Z"_s);
        QCOMPARE(textAt(**stored, "/metadata/uid").size(), 36);
        QCOMPARE(valueAt(**stored, "/metadata/generation"), Json(1));
        QCOMPARE(textAt(**stored, "/metadata/resourceVersion"), u"1"_s);
        const auto again = m_storage->create(pool(u"a"_s), object());
        QCOMPARE(again.error().status->code, 409);
        QCOMPARE(again.error().status->reason, u"AlreadyExists"_s);
    }

    void generationCountsOnlyChangesOfWhatIsWanted()
    {
        QVERIFY_RESULT(m_storage->create(pool(u"a"_s), object()));
        QVERIFY_RESULT(m_storage->update(pool(u"a"_s), with([](Json& o) { o["status"]["nodes"] = 1; })));
        QVERIFY_RESULT(m_storage->update(pool(u"a"_s), with([](Json& o) { o["metadata"]["labels"]["a"] = "b"; })));
        QCOMPARE(valueAt(*m_storage->get(pool(u"a"_s)), "/metadata/generation"), Json(1));
        QVERIFY_RESULT(m_storage->update(pool(u"a"_s), with([](Json& o) { o["spec"]["weight"] = 1; })));
        QCOMPARE(valueAt(*m_storage->get(pool(u"a"_s)), "/metadata/generation"), Json(2));
    }

    void sameStateMakesNoRevision()
    {
        QVERIFY_RESULT(m_storage->create(pool(u"a"_s), object(Json{{"x", 1}, {"y", 2}})));
        const qint64 before = m_storage->revision();
        QVERIFY_RESULT(m_storage->update(pool(u"a"_s), with([](Json& o) { o["spec"] = Json{{"y", 2}, {"x", 1}}; })));
        QCOMPARE(m_storage->revision(), before);
    }

    void dryRunsStoreNothing()
    {
        const auto created = m_storage->create(pool(u"a"_s), object(), true);
        QVERIFY_RESULT(created);
        QVERIFY(!textAt(**created, "/metadata/uid").isEmpty());
        QVERIFY(!m_storage->get(pool(u"a"_s)));
        QVERIFY_RESULT(m_storage->create(pool(u"a"_s), object()));
        const auto changed = m_storage->update(pool(u"a"_s), with([](Json& o) { o["spec"]["x"] = 1; }), true);
        QCOMPARE(valueAt(**changed, "/metadata/generation"), Json(2));
        QVERIFY_RESULT(m_storage->remove(pool(u"a"_s), {.dryRun = true}));
        QVERIFY(sameJson(valueAt(*m_storage->get(pool(u"a"_s)), "/spec"), Json::object()));
    }

    void preconditionsGuardADeletion()
    {
        QVERIFY_RESULT(m_storage->create(pool(u"a"_s), object()));
        QCOMPARE(m_storage->remove(pool(u"a"_s), {.uid = u"other"_s}).error().status->code, 409);
        QCOMPARE(m_storage->remove(pool(u"a"_s), {.resourceVersion = u"77"_s}).error().status->code, 409);
        QCOMPARE(m_storage->remove(pool(u"b"_s)).error().status->code, 404);
        QVERIFY(m_storage->get(pool(u"a"_s)));
    }

    void finalizersHoldADeletedObject()
    {
        Json held = object();
        held["metadata"]["finalizers"] = Json::array({"a/b"});
        QVERIFY_RESULT(m_storage->create(pool(u"a"_s), held));
        const auto deletion = m_storage->remove(pool(u"a"_s));
        QVERIFY_RESULT(deletion);
        QVERIFY(!deletion->gone);
        QCOMPARE(textAt(*deletion->object, "/metadata/deletionTimestamp"), u"2026-01-10T09:00:00Z"_s);
        QVERIFY_RESULT(m_storage->update(pool(u"a"_s), with([](Json& o) { o["metadata"].erase("finalizers"); })));
        QVERIFY(!m_storage->get(pool(u"a"_s)));
    }

    void dependentsFollowTheirLastOwner()
    {
        const JsonPtr one = *m_storage->create(pool(u"one"_s), object());
        const JsonPtr two = *m_storage->create(pool(u"two"_s), object());
        Json child = ownedBy(*one);
        child["metadata"]["ownerReferences"].push_back(valueAt(ownedBy(*two), "/metadata/ownerReferences/0"));
        QVERIFY_RESULT(m_storage->create(pool(u"child"_s), child));
        QVERIFY_RESULT(m_storage->remove(pool(u"one"_s)));
        const JsonPtr left = m_storage->get(pool(u"child"_s));
        QVERIFY(left);
        QCOMPARE(valueAt(*left, "/metadata/ownerReferences").size(), 1U);
        QVERIFY_RESULT(m_storage->remove(pool(u"two"_s)));
        QVERIFY(!m_storage->get(pool(u"child"_s)));
    }

    void orphansStay()
    {
        const JsonPtr owner = *m_storage->create(pool(u"owner"_s), object());
        QVERIFY_RESULT(m_storage->create(pool(u"child"_s), ownedBy(*owner)));
        QVERIFY_RESULT(m_storage->remove(pool(u"owner"_s), {.propagation = Propagation::Orphan}));
        QVERIFY(m_storage->get(pool(u"child"_s)));
        QVERIFY(valueAt(*m_storage->get(pool(u"child"_s)), "/metadata/ownerReferences").is_null());
    }

    void foregroundDeletionWaitsForDependents()
    {
        const JsonPtr owner = *m_storage->create(pool(u"owner"_s), object());
        Json child = ownedBy(*owner, true);
        child["metadata"]["finalizers"] = Json::array({"a/b"});
        QVERIFY_RESULT(m_storage->create(pool(u"child"_s), child));
        QVERIFY_RESULT(m_storage->remove(pool(u"owner"_s), {.propagation = Propagation::Foreground}));
        QVERIFY(valueAt(*m_storage->get(pool(u"owner"_s)), "/metadata/deletionTimestamp").is_string());
        QVERIFY_RESULT(m_storage->update(pool(u"child"_s), with([](Json& o) { o["metadata"].erase("finalizers"); })));
        QVERIFY(!m_storage->get(pool(u"child"_s)));
        QVERIFY(!m_storage->get(pool(u"owner"_s)));
    }

    void namespaceTakesItsContentAlong()
    {
        QVERIFY_RESULT(m_storage->create(namespaceKey(u"n"_s), object()));
        QVERIFY_RESULT(m_storage->create(inNamespace(u"n"_s, u"a"_s), object()));
        Json held = object();
        held["metadata"]["finalizers"] = Json::array({"a/b"});
        QVERIFY_RESULT(m_storage->create(inNamespace(u"n"_s, u"held"_s), held));
        const auto deletion = m_storage->remove(namespaceKey(u"n"_s));
        QVERIFY(!deletion->gone);
        QCOMPARE(textAt(*deletion->object, "/status/phase"), u"Terminating"_s);
        QVERIFY(!m_storage->get(inNamespace(u"n"_s, u"a"_s)));
        QVERIFY_RESULT(m_storage->update(
            inNamespace(u"n"_s, u"held"_s), with([](Json& o) { o["metadata"].erase("finalizers"); })));
        QVERIFY(!m_storage->get(namespaceKey(u"n"_s)));
    }

    void eventsTellBeforeAndAfter()
    {
        QVERIFY_RESULT(m_storage->create(pool(u"a"_s), object()));
        QVERIFY_RESULT(m_storage->update(pool(u"a"_s), with([](Json& o) { o["spec"]["x"] = 1; })));
        QVERIFY_RESULT(m_storage->remove(pool(u"a"_s)));
        const auto found = m_storage->waitForEvents(pool({}).resource, {}, 0, 0ms);
        QCOMPARE(found.events.size(), 3);
        QCOMPARE(found.revision, 3);
        QCOMPARE(found.events.at(0).type, StorageEvent::Type::Added);
        QVERIFY(!found.events.at(0).previous);
        QCOMPARE(found.events.at(1).type, StorageEvent::Type::Modified);
        QCOMPARE(found.events.at(2).type, StorageEvent::Type::Deleted);
        QCOMPARE(textAt(*found.events.at(2).object, "/metadata/resourceVersion"), u"3"_s);
        QVERIFY(m_storage->waitForEvents(pool({}).resource, {}, 3, 0ms).events.isEmpty());
    }

    void oldRevisionsExpire()
    {
        for (int i = 0; i < 8; ++i)
            QVERIFY_RESULT(m_storage->create(pool(QString::number(i)), object()));
        QVERIFY(m_storage->waitForEvents(pool({}).resource, {}, 1, 0ms).expired);
        QVERIFY(!m_storage->listAt(pool({}).resource, {}, 1));
        QVERIFY(!m_storage->waitForEvents(pool({}).resource, {}, 5, 0ms).expired);
        // Other kinds have a history of their own.
        QVERIFY(!m_storage->waitForEvents(inNamespace({}, {}).resource, {}, 1, 0ms).expired);
    }

    void earlierStatesCanBeListed()
    {
        QVERIFY_RESULT(m_storage->create(pool(u"a"_s), object()));
        QVERIFY_RESULT(m_storage->create(pool(u"b"_s), object()));
        QVERIFY_RESULT(m_storage->update(pool(u"a"_s), with([](Json& o) { o["spec"]["x"] = 1; })));
        QVERIFY_RESULT(m_storage->remove(pool(u"b"_s)));
        const auto then = m_storage->listAt(pool({}).resource, {}, 2);
        QVERIFY(then);
        QCOMPARE(then->items.size(), 2);
        QVERIFY(valueAt(*then->items.at(0), "/spec/x").is_null());
        QCOMPARE(m_storage->list(pool({}).resource).items.size(), 1);
    }

    void closingEndsAWait()
    {
        std::thread closer([this] { m_storage->close(); });
        const auto found = m_storage->waitForEvents(pool({}).resource, {}, 0, 60s);
        closer.join();
        QVERIFY(found.closed);
    }

private:
    std::unique_ptr<Storage> m_storage;
};

QTEST_GUILESS_MAIN(TestStorage)
#include "tst_storage.moc"
