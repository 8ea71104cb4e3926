// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ops/plan.h>
#include <argosy/platform/rules.h>
#include <argosy/schema/schema.h>
#include <argosy/session/document.h>

#include <QList>
#include <QObject>

namespace argosy {

/// What a server said of a field of a document. It holds for as long as the field says what it said then.
struct Refusal
{
    ObjectRef object;
    Problem problem;
    std::shared_ptr<const Json> asked; ///< the document that the server was asked about; never null
};

/// Everything that decides how a text is judged; a value, sent to the pool.
struct AnalysisContext
{
    Arrangement arrangement = Arrangement::Management;
    std::shared_ptr<const ApiCatalog> catalog; ///< what the connected cluster serves; null: not connected
    /// The other documents of the set.
    QList<std::pair<ClusterId, std::shared_ptr<const Json>>> others;
    QList<Refusal> refusals; ///< of any document
};
/// Parses and judges one text. Pure; thread-safe; never throws.
[[nodiscard]] Analysis analyse(
    const QString& text, int revision, const SchemaSet& schemas, const AnalysisContext& context);

/**
 * A set of documents that belong together: a folder of YAML files, or files opened one by one, or new ones never saved.
 * States the arrangement (where Karpenter's objects go) and the delivery. Lives on the GUI thread.
 */
class Workspace final : public QObject
{
    Q_OBJECT
public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    [[nodiscard]] const QList<Document*>& documents() const;
    [[nodiscard]] Document* find(const QString& id) const;
    /// Adds a document with a text of its own.
    Document* add(const QString& fileName, const QString& text);
    /// Opens a file; a file that is open already is given back. Fails with Io, and with Parse where it is not UTF-8.
    Result<Document*> open(const QString& path);
    /// Writes it to its path, or to `path`. Fails with Io; the document stays modified then.
    Result<> save(Document* document, const QString& path = {});
    void close(Document* document);
    [[nodiscard]] QList<Document*> unsaved() const; ///< those that isUnsaved(), in order
    /// The set for a new cluster, one document each (platform's clusterManifests); replaces nothing.
    QList<Document*> addCluster(const ClusterSettings& settings);

    [[nodiscard]] Arrangement arrangement() const;
    void setArrangement(Arrangement arrangement);
    [[nodiscard]] Delivery delivery() const;
    void setDelivery(Delivery delivery);
    /// What the connected cluster serves; null when there is none.
    void setCatalog(const std::shared_ptr<const ApiCatalog>& catalog);
    /// What the servers refused when they were last asked, in place of what they refused before: problems of the
    /// documents from their next analyses on.
    void setRefusals(const QList<Refusal>& refusals);

    /// All parts of all documents for a plan. Fails with Parse, naming the document, where one does not parse or is
    /// being analysed.
    [[nodiscard]] Result<QList<PlanDocument>> planDocuments() const;
    [[nodiscard]] bool isAnalysed() const; ///< every document's analysis is of its present revision
    [[nodiscard]] int errorCount() const;

Q_SIGNALS:
    void documentAdded(argosy::Document* document);
    void documentClosing(argosy::Document* document); ///< still alive
    void analysed(argosy::Document* document);
    void unsavedChanged(); ///< unsaved() may be another list
    void arrangementChanged();
    void deliveryChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace argosy
