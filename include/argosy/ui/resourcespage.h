// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/object.h>
#include <argosy/ui/page.h>

namespace argosy {

class ObjectFetch;
class ResourceTreeBuilder;
class ResourceTreeModel;
class ResourcesView;

/// Everything that the connected cluster has, as one live tree.
class ResourcesPage final : public Page
{
    Q_OBJECT
public:
    explicit ResourcesPage(UiServices services, QWidget* parent = nullptr);

    /// Selects that object where the tree shows it.
    void showObject(const ObjectRef& object);

    void activate() override;
    [[nodiscard]] QString saveLayout() const override;
    void restoreLayout(const QString& layout) override;

private:
    void follow();
    void showWatch();
    void takeTree();
    void fetchWhole(const ObjectPtr& object);

    Session& m_session;
    ResourceTreeModel* m_model;
    ResourceTreeBuilder* m_builder;
    ObjectFetch* m_fetch;
    ResourcesView* m_view;
};

} // namespace argosy
