// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>
#include <argosy/kube/json.h>

#include <QByteArray>

namespace argosy::demo {

/// The content type that typed clients prefer, kubectl create and kubectl auth among them.
inline constexpr auto kProtobuf = "application/vnd.kubernetes.protobuf";

/**
 * Reads a request body in Kubernetes' protobuf envelope as the JSON that says the same: namespaces, config maps,
 * secrets, service accounts, RBAC, reviews and DeleteOptions, which is what kubectl sends that way without a file.
 * Fails with Parse where the bytes are broken or the kind is another.
 */
[[nodiscard]] Result<Json> parseProtobuf(QByteArrayView body);

} // namespace argosy::demo
