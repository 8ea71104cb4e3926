// SPDX-License-Identifier: GPL-3.0-or-later
#include "log.h"

namespace argosy {

Q_LOGGING_CATEGORY(lcHttp, "argosy.client.http", QtWarningMsg)
Q_LOGGING_CATEGORY(lcConfig, "argosy.client.config", QtWarningMsg)

} // namespace argosy
