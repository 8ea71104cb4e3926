// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/fieldpath.h>
#include <argosy/kube/objectref.h>
#include <argosy/ui/page.h>

namespace argosy {

class PlanReview;
class PlanView;

/// Review, apply and submit what the workspace holds.
class PlanPage final : public Page
{
    Q_OBJECT
public:
    explicit PlanPage(UiServices services, QWidget* parent = nullptr);

    void activate() override;
    [[nodiscard]] QString saveLayout() const override;
    void restoreLayout(const QString& layout) override;

    [[nodiscard]] PlanReview& review() const { return *m_review; }

Q_SIGNALS:
    /// The document should be opened at that field; `document` is 1-based within the file.
    void documentRequested(const QString& file, int document, const argosy::FieldPath& path);
    /// That Workflow was submitted, or should be looked at.
    void workflowRequested(const argosy::ObjectRef& workflow);

private:
    void show();
    void askToTakeOver(qsizetype step, bool force);
    void askToApply();
    void askToSubmit();

    DialogService& m_dialogs;
    PlanReview* m_review;
    PlanView* m_view;
};

} // namespace argosy
