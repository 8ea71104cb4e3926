// SPDX-License-Identifier: GPL-3.0-or-later
#include "handlers.h"
#include "render.h"
#include "status.h"
#include "text.h"

#include <QElapsedTimer>

namespace argosy::demo {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kBookmarkEvery = 10s;
constexpr auto kSlice = 250ms; ///< how long one wait lasts: a closed connection is noticed after it
constexpr int kLongestSeconds = 1800;

QByteArray line(const char* type, Json object)
{
    return toCompactJson(Json{{"type", type}, {"object", std::move(object)}}) + '\n';
}

/// One watch: where it is in the history and what it has said.
class Watch final
{
public:
    Watch(const ResourceRequest& request, std::shared_ptr<Storage> storage, Selection selection, Form form)
        : m_storage(std::move(storage))
        , m_selection(std::move(selection))
        , m_resource(request.resource.key())
        , m_nameSpace(request.path.nameSpace)
        , m_renderer(request.resource, form, request.http.parameter(u"includeObject"), m_storage->clock().now())
        , m_bookmarks(request.http.flag(u"allowWatchBookmarks"))
    {
        const int seconds = request.http.parameter(u"timeoutSeconds").toInt();
        m_lifetime = std::chrono::seconds(seconds > 0 ? seconds : kLongestSeconds);
        m_age.start();
        m_sinceBookmark.start();
    }

    /// Sends what there is first, as if it were just added.
    void startWithAll(bool endWithBookmark)
    {
        const Listing listing = m_storage->list(m_resource, m_nameSpace);
        for (const JsonPtr& object : listing.items) {
            if (m_selection.matches(*object))
                say("ADDED", *object);
        }
        m_revision = listing.revision;
        if (endWithBookmark)
            m_pending += line("BOOKMARK", m_renderer.bookmark(m_revision, true));
    }

    void startAfter(qint64 revision) { m_revision = revision; }

    std::optional<QByteArray> next()
    {
        if (!m_pending.isEmpty())
            return std::exchange(m_pending, {});
        const auto left = m_lifetime - std::chrono::milliseconds(m_age.elapsed());
        if (m_over || left <= 0ms)
            return std::nullopt;
        const qint64 from = m_revision;
        const Storage::Events found =
            m_storage->waitForEvents(m_resource, m_nameSpace, from, std::min<std::chrono::milliseconds>(kSlice, left));
        m_revision = found.revision;
        if (found.closed)
            return std::nullopt;
        if (found.expired)
            return sayExpired(from);
        for (const StorageEvent& event : found.events)
            sayEvent(event);
        bookmarkIfDue();
        return std::exchange(m_pending, {});
    }

private:
    void say(const char* type, const Json& object)
    {
        m_pending += line(type, m_renderer.event(object, m_first));
        m_first = false;
    }

    /// A change may move an object into the selection or out of it.
    void sayEvent(const StorageEvent& event)
    {
        const bool before = event.previous && m_selection.matches(*event.previous);
        const bool after = event.type != StorageEvent::Type::Deleted && m_selection.matches(*event.object);
        if (before || after)
            say(!before ? "ADDED" : after ? "MODIFIED" : "DELETED", *event.object);
    }

    QByteArray sayExpired(qint64 from)
    {
        m_over = true;
        return line("ERROR",
            statusJson(expired(u"too old resource version: "_s % QString::number(from) % u" ("
                % QString::number(m_storage->revision()) % u')')));
    }

    void bookmarkIfDue()
    {
        if (!m_bookmarks || std::chrono::milliseconds(m_sinceBookmark.elapsed()) < kBookmarkEvery)
            return;
        m_sinceBookmark.restart();
        m_pending += line("BOOKMARK", m_renderer.bookmark(m_revision, false));
    }

    std::shared_ptr<Storage> m_storage;
    Selection m_selection;
    ResourceKey m_resource;
    QString m_nameSpace;
    Renderer m_renderer;
    bool m_bookmarks;
    bool m_first = true;
    bool m_over = false;
    qint64 m_revision = 0;
    QByteArray m_pending;
    std::chrono::milliseconds m_lifetime{};
    QElapsedTimer m_age;
    QElapsedTimer m_sinceBookmark;
};

tl::unexpected<Error> invalidOptions(const StatusCause& cause)
{
    return fail(invalid(u"ListOptions"_s, u"meta.k8s.io"_s, {}, {cause}));
}

} // namespace

Result<HttpResponse> handleWatch(const ResourceRequest& request, const std::shared_ptr<Storage>& storage)
{
    const HttpRequest& http = request.http;
    const Result<Form> form = acceptedForm(http);
    if (!form)
        return fail(form.error());
    const Result<Selection> selection = Selection::parse(request);
    if (!selection)
        return fail(selection.error());
    const bool initialEvents = http.flag(u"sendInitialEvents");
    if (http.hasParameter(u"sendInitialEvents") && http.parameter(u"resourceVersionMatch") != u"NotOlderThan")
        return invalidOptions({u"FieldValueForbidden"_s,
            u"Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"_s,
            u"resourceVersionMatch"_s});
    const QString from = http.parameter(u"resourceVersion");
    bool isNumber = false;
    const qint64 revision = from.toLongLong(&isNumber);
    if (!from.isEmpty() && (!isNumber || revision < 0))
        return fail(apiError(500, {},
            u"resourceVersion: Invalid value: " % quoted(from) % u": strconv.ParseUint: parsing " % quoted(from)
                % u": invalid syntax"));
    const auto watch = std::make_shared<Watch>(request, storage, *selection, *form);
    if (initialEvents)
        watch->startWithAll(http.flag(u"allowWatchBookmarks"));
    else if (http.hasParameter(u"sendInitialEvents"))
        watch->startAfter(revision > 0 ? revision : storage->revision());
    else if (revision == 0)
        watch->startWithAll(false);
    else
        watch->startAfter(revision);
    HttpResponse response;
    response.stream = [watch] { return watch->next(); };
    return response;
}

} // namespace argosy::demo
