// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "objects.h"
#include "testprint.h"

#include <argosy/live/store.h>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

/// Requests that no page of the window sends yet, and those that only differ in what is sent back.
class TestTalking : public ContractTest
{
    Q_OBJECT

    [[nodiscard]] ApiResource pools() const { return server().resource(nodePoolKind()); }
    [[nodiscard]] ApiResource core(const QString& kind) const
    {
        return server().catalog().preferred({{}, kind}).value_or(ApiResource());
    }

    Json applied(const QString& name)
    {
        const Result<ApiResponse> answer = apply(pools(), nodePool(name));
        return answer ? parseJson(answer->body).value_or(Json()) : Json();
    }

    /// An object of the core group in the namespace of the run, deleted when the row is over.
    Result<ApiResponse> applyCore(const QString& kind, const QString& name, Json rest)
    {
        rest["apiVersion"] = "v1";
        rest["kind"] = kind.toStdString();
        rest["metadata"]["name"] = name.toStdString();
        rest["metadata"]["namespace"] = "default";
        return apply(core(kind), rest);
    }

private Q_SLOTS:
    void anUpdateOfWhatHasChangedIsAConflict_data() { ServerUnderTest::addRows(); }
    void anUpdateOfWhatHasChangedIsAConflict()
    {
        const Json before = applied(unique(u"update"_s));
        Json pool = before;
        pool["spec"]["limits"]["cpu"] = "8";
        const Result<Json> updated = server().send(requests::update(pools(), pool));
        QVERIFY_RESULT(updated);
        QCOMPARE(textAt(*updated, "/spec/limits/cpu"), u"8"_s);
        const Result<Json> late = server().send(requests::update(pools(), before));
        QVERIFY(!late);
        QCOMPARE(late.error().kind, ErrorKind::Conflict);
        QVERIFY2(late.error().message.english().contains(u"changed by somebody else"),
            qPrintable(late.error().message.english()));
    }

    void aJsonPatchMayTestBeforeItChanges_data() { ServerUnderTest::addRows(); }
    void aJsonPatchMayTestBeforeItChanges()
    {
        const QString name = unique(u"jsonpatch"_s);
        applied(name);
        const auto patched = [&](const char* expected, const char* wanted) {
            return server().send(requests::jsonPatch(pools(), {}, name,
                {{{"op", "test"}, {"path", "/spec/limits/cpu"}, {"value", expected}},
                    {{"op", "replace"}, {"path", "/spec/limits/cpu"}, {"value", wanted}}}));
        };
        const Result<Json> refused = patched("1", "2");
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Invalid);
        const Result<Json> done = patched("100", "2");
        QVERIFY_RESULT(done);
        QCOMPARE(textAt(*done, "/spec/limits/cpu"), u"2"_s);
    }

    void theStatusIsWrittenByItself_data() { ServerUnderTest::addRows(); }
    void theStatusIsWrittenByItself()
    {
        const QString name = unique(u"status"_s);
        const Json before = applied(name);
        const Json patch = {{"spec", {{"limits", {{"cpu", "5"}}}}}, {"status", {{"resources", {{"cpu", "3"}}}}}};
        const Result<Json> after =
            server().send(requests::forSubresource(requests::mergePatch(pools(), {}, name, patch), u"status"_s));
        QVERIFY_RESULT(after);
        QCOMPARE(textAt(*after, "/status/resources/cpu"), u"3"_s);
        QCOMPARE(textAt(*after, "/spec/limits/cpu"), textAt(before, "/spec/limits/cpu"));
        QCOMPARE(after->at("metadata").at("generation"), before.at("metadata").at("generation"));
    }

    void theScaleIsOnesOwn_data() { ServerUnderTest::addRows(); }
    void theScaleIsOnesOwn()
    {
        if (server().isEmbedded())
            QSKIP("the embedded cluster has no scale subresource");
        const QString name = unique(u"scale"_s);
        Json pool = nodePool(name);
        pool["spec"]["replicas"] = 1;
        pool["spec"]["limits"] = {{"nodes", "9"}};
        QVERIFY_RESULT(apply(pools(), pool));
        const Result<Json> scaled = server().send(requests::forSubresource(
            requests::mergePatch(pools(), {}, name, {{"spec", {{"replicas", 3}}}}), u"scale"_s));
        QVERIFY_RESULT(scaled);
        QCOMPARE(textAt(*scaled, "/kind"), u"Scale"_s);
        QCOMPARE(scaled->at("spec").at("replicas"), 3);
    }

    void onlyWhatWasSeenIsDeleted_data() { ServerUnderTest::addRows(); }
    void onlyWhatWasSeenIsDeleted()
    {
        const QString name = unique(u"delete"_s);
        const Json pool = applied(name);
        const auto removed = [&](const DeletionOptions& options) {
            return server().ask(requests::remove(pools(), {}, name, options));
        };
        const Result<ApiResponse> other = removed({.uid = u"00000000-0000-0000-0000-000000000000"_s});
        QVERIFY(!other);
        QCOMPARE(other.error().kind, ErrorKind::Conflict);
        const Result<ApiResponse> older = removed({.resourceVersion = u"1"_s});
        QVERIFY(!older);
        QCOMPARE(older.error().kind, ErrorKind::Conflict);
        QVERIFY_RESULT(server().ask(requests::get(pools(), {}, name)));
        QVERIFY_RESULT(removed({.propagation = DeletionPropagation::Background,
            .uid = textAt(pool, "/metadata/uid"),
            .resourceVersion = textAt(pool, "/metadata/resourceVersion")}));
        QCOMPARE(server().ask(requests::get(pools(), {}, name)).error().kind, ErrorKind::NotFound);
    }

    void aForegroundDeletionIsSeenToGoOn_data() { ServerUnderTest::addRows(); }
    void aForegroundDeletionIsSeenToGoOn()
    {
        const QString name = unique(u"foreground"_s);
        QVERIFY_RESULT(applyCore(u"ConfigMap"_s, name, {}));
        QVERIFY_RESULT(server().ask(requests::remove(
            core(u"ConfigMap"_s), u"default"_s, name, {.propagation = DeletionPropagation::Foreground})));
        const Result<ApiResponse> left = server().ask(requests::get(core(u"ConfigMap"_s), u"default"_s, name));
        if (!left)
            return; // its controller was quicker
        const auto object = Object::decode({}, left->body);
        QVERIFY_RESULT(object);
        QVERIFY((*object)->deleted().isValid());
        QCOMPARE((*object)->finalizers(), QStringList{u"foregroundDeletion"_s});
        QVERIFY_RESULT(server().ask(
            requests::mergePatch(core(u"ConfigMap"_s), u"default"_s, name, {{"metadata", {{"finalizers", nullptr}}}})));
    }

    void metadataIsAllThatIsSentOfASecret_data() { ServerUnderTest::addRows(); }
    void metadataIsAllThatIsSentOfASecret()
    {
        const QString name = unique(u"secret"_s);
        QVERIFY_RESULT(applyCore(u"Secret"_s, name, {{"stringData", {{"key", "canary-4711"}}}}));
        const ListOptions options{.fieldSelector = "metadata.name="_L1 + name};
        const Result<ApiResponse> answer =
            server().ask(requests::forMetadata(requests::list(core(u"Secret"_s), u"default"_s, options)));
        QVERIFY_RESULT(answer);
        QVERIFY(!answer->body.contains("canary-4711") && !answer->body.contains(QByteArray("canary-4711").toBase64()));
        const auto page = decodeList({}, answer->body, core(u"Secret"_s).gvk, ObjectDetail::Metadata);
        QVERIFY_RESULT(page);
        QCOMPARE(page->items.size(), 1);
        QCOMPARE(page->items.first()->ref().kind, u"Secret"_s);
        QCOMPARE(page->items.first()->ref().name, name);

        Store store(server().connection(), {});
        const Interest interest = store.follow(core(u"Secret"_s), ObjectDetail::Metadata);
        const ObjectRef ref{ClusterId::management(), {}, u"Secret"_s, u"default"_s, name};
        QTRY_VERIFY(store.snapshot()->find(ref));
        QVERIFY_RESULT(applyCore(u"Secret"_s, name, {{"metadata", {{"labels", {{"seen", "yes"}}}}}}));
        QTRY_COMPARE(store.snapshot()->find(ref)->labels().value(u"seen"), u"yes"_s);
        QVERIFY(store.snapshot()->find(ref)->json().isEmpty());
    }

    void whatExistsMayComeAsEvents_data() { ServerUnderTest::addRows(); }
    void whatExistsMayComeAsEvents()
    {
        const QString name = unique(u"initial"_s);
        applied(name);
        Endpoint endpoint = server().connection().endpoint();
        endpoint.server.disableCompression = true;
        Connection connection(endpoint);
        Store store(connection, {});
        const Interest interest = store.follow(pools());
        const ObjectRef ref{ClusterId::management(), nodePoolKind().group, nodePoolKind().kind, {}, name};
        QTRY_VERIFY_WITH_TIMEOUT(store.snapshot()->isComplete(nodePoolKind()), 20'000);
        QVERIFY(store.snapshot()->find(ref));
        QVERIFY_RESULT(server().ask(requests::remove(pools(), {}, name)));
        QTRY_VERIFY(!store.snapshot()->find(ref));
    }

    void logsAreReadAndFollowed_data() { ServerUnderTest::addRows(); }
    void logsAreReadAndFollowed()
    {
        const QString name = unique(u"logs"_s);
        const Json pod = {
            {"metadata",
                {{"annotations", {{"refserver/log", "one\ntwo\nthree\n"}, {"argosy/log", "one\ntwo\nthree\n"}}}}},
            {"spec", {{"containers", {{{"name", "main"}, {"image", "a"}}}}}}};
        QVERIFY_RESULT(applyCore(u"Pod"_s, name, pod));
        const Result<ApiResponse> whole = server().ask(requests::logs(u"default"_s, name));
        QVERIFY_RESULT(whole);
        QCOMPARE(whole->body, "one\ntwo\nthree\n");
        const std::unique_ptr<WatchStream> stream =
            server().connection().watch(requests::logs(u"default"_s, name, {.container = u"main"_s, .follow = true}));
        QByteArrayList lines;
        connect(stream.get(), &WatchStream::lineReceived, this, [&](const QByteArray& line) { lines.append(line); });
        QTRY_COMPARE(lines, (QByteArrayList{"one", "two", "three"}));
        const Result<ApiResponse> missing = server().ask(requests::logs(u"default"_s, unique(u"none"_s)));
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestTalking)
#include "tst_talking.moc"
