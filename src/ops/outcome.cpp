// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ops/outcome.h>

namespace argosy {

bool isOutcomeUnknown(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::Timeout:
    case ErrorKind::Cancelled:
    case ErrorKind::Protocol:
    case ErrorKind::TooLarge:
    case ErrorKind::Unavailable: return true;
    default: return false;
    }
}

} // namespace argosy
