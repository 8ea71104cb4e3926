// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <nlohmann/json.hpp>

#include <QList>
#include <QString>

namespace argosy {

/**
 * Writes to one object, one after the other, with what a real API server answered to each
 * (tests/contract/sequences/KIND.json). The contract test replays and records them; unit tests replay them without a
 * server.
 */
struct ApplyStep
{
    enum class Verb
    {
        Apply,
        Create,
        Merge,
        Replace
    };
    Verb verb = Verb::Apply;
    QString manager;
    QString door; ///< a subresource, or empty
    bool force = false;
    Json body; ///< of Merge and Replace what changes in the live object
    Json expected; ///< in the form of observedAnswer
};

struct ApplySequence
{
    QString title;
    QString collection; ///< path with $NS for the namespace
    QString apiVersion;
    QString kind;
    QList<ApplyStep> steps;

    /// The body of a step with apiVersion, kind and that name.
    [[nodiscard]] Json wholeBody(const ApplyStep& step, const QString& name) const;
};

/// All sequences of a file, by the name of the kind in lower case.
[[nodiscard]] QList<ApplySequence> loadApplySequences(const QString& kind);
[[nodiscard]] QStringList applySequenceKinds();
/// Writes new expectations; titles and steps stay.
void recordExpectations(const QString& kind, const QList<QList<Json>>& expected);

/// An answer without what differs from run to run: times, uids, versions, the object's names.
[[nodiscard]] Json observedAnswer(
    int code, const Json& body, const Json* before, const QString& name, const QString& nameSpace);

} // namespace argosy
