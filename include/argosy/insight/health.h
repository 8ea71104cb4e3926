// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/message.h>
#include <argosy/kube/object.h>

#include <QDateTime>
#include <QString>

namespace argosy {

/// How an object is doing, in one word and one sentence.
struct Health
{
    enum class State
    {
        Healthy,
        Progressing,
        Suspended,
        Degraded,
        Stuck,
        Terminating,
        Missing,
        Unknown
    };
    State state = State::Unknown;
    QString reason; ///< the API's word: a condition's reason, a phase; empty where there is none
    Message message; ///< why; the server's own words as they are where it has some
    QDateTime since; ///< UTC; invalid where nothing says

    /// True where somebody should look: Degraded, Stuck, Missing.
    [[nodiscard]] bool isBad() const;
    bool operator==(const Health&) const = default;
};

/// "Healthy", …: for JSON.
[[nodiscard]] QString toWord(Health::State state);
/// Of two states the one that deserves the attention, for a parent that stands for its children.
[[nodiscard]] Health::State worse(Health::State a, Health::State b);

/**
 * The health of an object by its kind: ASO's Ready by reason (never by severity alone, because releases differ),
 * Karpenter's and other conditions by name, Workflow and Pod phases, replica counts; any other kind by its Ready,
 * Available or Succeeded condition, else Healthy. A condition about an older generation counts as Progressing; a
 * progress that lasts longer than the kind's deadline is Stuck. Pure; thread-safe; never throws.
 */
[[nodiscard]] Health healthOf(const Object& object, const QDateTime& now);

} // namespace argosy
