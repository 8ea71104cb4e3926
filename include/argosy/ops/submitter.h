// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ops/journal.h>
#include <argosy/ops/planner.h>

#include <functional>

namespace argosy {

/// Creates Workflows by POST, journalled. Lives on the GUI thread.
class Submitter final : public QObject
{
    Q_OBJECT
public:
    /// The journal must outlive the submitter.
    explicit Submitter(Journal& journal, QObject* parent = nullptr);

    using Callback = std::function<void(Result<ObjectRef>)>;
    /// Creates the Workflow (generateName or name) and answers with its reference. Fails with NotFound where the server
    /// has no Workflows, else with the server's error. The write goes on when the receiver is gone; only the callback
    /// is left out.
    void submit(const Target& target, const Json& workflow, QObject* receiver, Callback callback);

private:
    Journal& m_journal;
};

} // namespace argosy
