// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ui/page.h>

namespace argosy {

class JournalModel;
class JournalView;

/// Everything that Argosy has written.
class JournalPage final : public Page
{
    Q_OBJECT
public:
    explicit JournalPage(UiServices services, QWidget* parent = nullptr);

    void reload();

    void activate() override;
    [[nodiscard]] QString saveLayout() const override;
    void restoreLayout(const QString& layout) override;

private:
    void refresh(); ///< asks the server, too, about what is open
    void loadBody();

    Session& m_session;
    JournalModel* m_model;
    JournalView* m_view;
    int m_wanted = 0; ///< counts bodies asked for: an older one is dropped
};

} // namespace argosy
