// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formlayout.h"
#include "savetargets.h"

#include <argosy/ui/page.h>

class QAction;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace argosy {

class Document;
class DocumentList;
class DocumentView;
class EmptyState;

/// The workspace's documents at the left, the chosen one as form and YAML at the right.
class BuildPage final : public Page
{
    Q_OBJECT
public:
    explicit BuildPage(UiServices services, QWidget* parent = nullptr);
    void activate() override;
    void showField(const QString& file, int part, const FieldPath& path) override;
    [[nodiscard]] QList<QAction*> windowActions() const override;
    [[nodiscard]] QString saveLayout() const override;
    void restoreLayout(const QString& layout) override;
    void saveAll(const std::function<void()>& saved) override;

private:
    using Saved = std::function<void()>; ///< called once everything is on the disk
    QWidget* buildBar();
    QWidget* buildMore();
    void buildActions();
    QAction* action(const QString& name, const QString& icon, const QString& text, const QList<QKeySequence>& keys,
        std::function<void()> act);
    QPushButton* button(QAction* from);
    void followWorkspace();
    void show(Document* document);
    void forget(const Document* document);
    void refreshActions();
    [[nodiscard]] DocumentView* view() const;
    [[nodiscard]] Document* document() const;
    [[nodiscard]] QStringList namesOfKind(const QString& kind) const;

    void newCluster();
    void openFiles();
    void save(Document* document, bool elsewhere, const Saved& saved);
    void replaceAndWrite(const QList<SaveTarget>& targets, const Saved& saved);
    void writeAll(const QList<SaveTarget>& targets, const Saved& saved);
    void write(Document* document, const QString& path, const Saved& saved);
    void close();

    UiServices m_ui;
    FormLayouts m_layouts;
    DocumentList* m_list;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QSplitter* m_splitter;
    QHash<const Document*, DocumentView*> m_views; ///< made when a document is first shown
    QByteArray m_viewSizes; ///< the same for all documents

    QAction* m_new = nullptr;
    QAction* m_open = nullptr;
    QAction* m_save = nullptr;
    QAction* m_saveAs = nullptr;
    QAction* m_saveAll = nullptr;
    QAction* m_close = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_review = nullptr;
};

} // namespace argosy
