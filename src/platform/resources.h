// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/message.h>
#include <argosy/kube/json.h>

#include <QString>

namespace argosy {

/// A built-in JSON file of resources/platform. That it is there and parses is our promise, kept by a test.
[[nodiscard]] Json builtinJson(const QString& fileName);
/// A built-in text file of resources/platform.
[[nodiscard]] QString builtinText(const QString& fileName);

/// An English key of a resource file as a Message; an empty text is an empty Message.
[[nodiscard]] Message resourceMessage(const Json& object, std::string_view key);

} // namespace argosy
