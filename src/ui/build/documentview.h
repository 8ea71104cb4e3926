// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formview.h"
#include "problemlist.h"
#include "yamleditor.h"

class QSplitter;
class QTabBar;

namespace argosy {

/// One document: its form and its YAML side by side, its problems below.
class DocumentView final : public QWidget
{
    Q_OBJECT
public:
    DocumentView(const Theme& theme, const FormLayouts& layouts, Document* document, FormView::NamesOfKind names,
        QWidget* parent = nullptr);

    [[nodiscard]] FormView* form() const { return m_form; }
    [[nodiscard]] YamlEditor* yaml() const { return m_yaml; }
    [[nodiscard]] ProblemList* problems() const { return m_problems; }
    void switchFocus(); ///< form ⇄ YAML
    void showField(qsizetype part, const FieldPath& path); ///< in both views
    [[nodiscard]] QByteArray saveSizes() const;
    void restoreSizes(const QByteArray& sizes);

Q_SIGNALS:
    void sizesChanged();

private:
    QWidget* buildForm();
    void connectViews();
    void refresh();
    void showParts();
    void showBanner();
    void open(const PlacedProblem& placed);
    void goToLineOf(const FieldPath& path);

    const Theme& m_theme;
    QPointer<Document> m_document;
    Banner* m_banner;
    QTabBar* m_parts;
    FormView* m_form;
    YamlEditor* m_yaml;
    ProblemList* m_problems;
    QSplitter* m_columns;
    QSplitter* m_rows;
};

} // namespace argosy
