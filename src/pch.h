// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every source file of every layer reads. Headers still include what they use.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMap>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

// Instantiated once, in src/kube/json.cpp: that takes two fifths off the time to compile everything.
extern template class nlohmann::basic_json<nlohmann::ordered_map>;
