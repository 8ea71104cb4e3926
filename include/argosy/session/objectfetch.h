// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/object.h>
#include <argosy/ops/planner.h>

#include <QObject>

namespace argosy {

/// Asks for the whole of an object of which only metadata is followed, without what is secret, as all live objects are.
/// One at a time. Lives on the GUI thread; decoding runs on the pool.
class ObjectFetch final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// What was asked for before is not answered any more. The target's connection must outlive the fetch.
    void fetch(const Target& target, const Object& known);
    void cancel();

Q_SIGNALS:
    void fetched(const argosy::Result<argosy::ObjectPtr>& object);

private:
    void decode(const ClusterId& cluster, const Gvk& gvk, const QByteArray& body);

    RequestHandle m_request;
    int m_number = 0; ///< what was decoded for an earlier question is dropped
};

} // namespace argosy
