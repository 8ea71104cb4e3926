// SPDX-License-Identifier: GPL-3.0-or-later
#include "log.h"

namespace argosy {

Q_LOGGING_CATEGORY(lcWatch, "argosy.live.watch", QtWarningMsg)

} // namespace argosy
