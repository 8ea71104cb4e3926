// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/objectref.h>
#include <argosy/manifest/edit.h>
#include <argosy/platform/settings.h>

#include <QObject>

#include <memory>

namespace argosy {

/// What is known of one revision of a text. Immutable; made on the pool.
struct Analysis
{
    struct Part ///< one YAML document of the text
    {
        YamlDocument yaml;
        ObjectRef object; ///< as far as the text says
        QString apiVersion;
        QList<Problem> problems; ///< schema and rules, with line and column
    };
    int revision = -1;
    QList<Part> parts;
    QList<Problem> syntax; ///< what keeps the text from parsing, with line and column
    [[nodiscard]] bool parses() const;
    [[nodiscard]] int errorCount() const; ///< over everything
};
using AnalysisPtr = std::shared_ptr<const Analysis>;

/**
 * One text under edit: the file of one or more YAML documents that a form and the YAML editor are two views of. Owns
 * the text and its history as steps of edits; each edit raises the revision. Analyses run on the pool; an older one is
 * dropped. Lives on the GUI thread.
 */
class Document final : public QObject
{
    Q_OBJECT
public:
    /// `id` is stable within the workspace and part of object names.
    Document(QString id, QString fileName, QString text, QObject* parent = nullptr);
    ~Document() override;

    [[nodiscard]] const QString& id() const;
    [[nodiscard]] const QString& fileName() const; ///< without folder; what the tab shows
    [[nodiscard]] const QString& path() const; ///< absolute; empty while it was never saved
    void setPath(const QString& path);
    [[nodiscard]] const QString& text() const;
    [[nodiscard]] int revision() const;
    [[nodiscard]] bool isModified() const; ///< the text differs from what was opened or saved
    [[nodiscard]] bool isUnsaved() const; ///< closing it would lose a text: it is modified, or was never saved
    void setSaved(); ///< the present text is what the file holds

    /// The newest analysis; never null; its revision may be older than revision().
    [[nodiscard]] const AnalysisPtr& analysis() const;
    [[nodiscard]] bool isAnalysed() const; ///< the analysis is of the present revision
    /// The newest analysis whose text parsed: what a form shows while the present text does not. Never null.
    [[nodiscard]] const AnalysisPtr& lastGood() const;

    /// One step of history. `origin` tells a view its own edits from others'.
    void edit(const QList<TextEdit>& edits, const QObject* origin);
    /// What typing does: consecutive single edits next to each other become one step.
    void type(const TextEdit& edit, const QObject* origin);
    /// Sets a field of the part through the source map of the present revision; waits for its analysis where it is not
    /// there yet. Fails quietly into fieldRejected(). A null value removes the field.
    void setField(qsizetype part, const FieldPath& path, const Json& value, const QObject* origin);

    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    void undo();
    void redo();

Q_SIGNALS:
    /// The text has changed by these edits (offsets in the text before); `origin` may be null.
    void edited(const QList<argosy::TextEdit>& edits, const QObject* origin);
    void analysed(); ///< analysis() is new
    void modifiedChanged(bool modified);
    void pathChanged();
    void fieldRejected(const argosy::FieldPath& path, const argosy::Message& why);
    /// An analysis is wanted; the workspace answers with setAnalysis().
    void analysisWanted();

private:
    friend class Workspace;
    void setAnalysis(const AnalysisPtr& analysis);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace argosy
