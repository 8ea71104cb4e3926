// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "treenodes.h"

namespace argosy {

/// Hangs every row below its strongest parent: owner by uid, then what a spec says, then labels, then the cluster it is
/// in.
void hangRows(TreeTable& table);

/// Lets go of one row of every circle, the one with the smallest id.
void cutCycles(TreeTable& table);

} // namespace argosy
