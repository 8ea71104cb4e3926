// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace argosy {

/**
 * Which API server something belongs to. Every store, document, plan step, tree node and journal entry carries one.
 *
 * As text: `management`, `workload/NAMESPACE/NAME` (the ManagedCluster whose kubeconfig leads there), or `context/NAME`
 * for a further context of a kubeconfig.
 */
class ClusterId final
{
public:
    ClusterId() = default; ///< the management cluster
    [[nodiscard]] static ClusterId management() { return {}; }
    [[nodiscard]] static ClusterId workload(const QString& nameSpace, const QString& name);
    [[nodiscard]] static ClusterId context(const QString& name);
    /// Anything that is neither of the three forms is taken for a context's name.
    [[nodiscard]] static ClusterId fromString(const QString& text);

    [[nodiscard]] const QString& toString() const { return m_text; }
    [[nodiscard]] bool isManagement() const { return m_text == u"management"; }
    [[nodiscard]] bool isWorkload() const { return m_text.startsWith(u"workload/"); }

    bool operator==(const ClusterId&) const = default;
    friend bool operator<(const ClusterId& a, const ClusterId& b) { return a.m_text < b.m_text; }
    friend size_t qHash(const ClusterId& id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    explicit ClusterId(QString text)
        : m_text(std::move(text))
    { }
    QString m_text = QStringLiteral("management");
};

} // namespace argosy
