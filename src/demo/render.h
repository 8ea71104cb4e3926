// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http.h"
#include "resources.h"

#include <argosy/base/result.h>

#include <QDateTime>

namespace argosy::demo {

/// How objects are written into an answer.
enum class Form
{
    Object,
    Table,
    Metadata
};

/// What the client accepts. Fails with the 406 of a client that takes no JSON.
[[nodiscard]] Result<Form> acceptedForm(const HttpRequest& request);

/// The object in the resource's version; versions differ in nothing but their name.
[[nodiscard]] Json inVersion(const Json& object, const Resource& resource);

/// Writes objects of one resource in one form.
class Renderer final
{
public:
    /// `includeObject` is the query parameter of that name: None, Metadata (the default) or Object.
    Renderer(const Resource& resource, Form form, QString includeObject, QDateTime now);

    [[nodiscard]] Json object(const Json& object) const;
    /// A list of that kind; `metadata` is the list's own.
    [[nodiscard]] Json list(const QList<JsonPtr>& objects, Json metadata) const;
    /// The object of a watch event; only the first Table of a watch lists its columns.
    [[nodiscard]] Json event(const Json& object, bool first) const;
    /// The object of a bookmark.
    [[nodiscard]] Json bookmark(qint64 revision, bool initialEventsEnd) const;

private:
    [[nodiscard]] Json table(const QList<JsonPtr>& objects, Json metadata, bool withColumns) const;
    [[nodiscard]] Json row(const Json& object, const QList<Json>& cells) const;

    const Resource& m_resource;
    Form m_form;
    QString m_includeObject;
    QDateTime m_now;
};

} // namespace argosy::demo
