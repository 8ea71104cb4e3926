// SPDX-License-Identifier: GPL-3.0-or-later
// The one way to QScintilla's headers: they use Qt's lower-case keywords, which the rest of the tree does without.
#pragma once

#include <QtCore/qobjectdefs.h>

#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexeryaml.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots
