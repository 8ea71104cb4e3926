// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/platform/rules.h>

#include <nlohmann/json.hpp>

namespace argosy {

/// One document under the rules: reading it without surprises, and saying what is wrong.
class RuleRun final
{
public:
    RuleRun(const Json& document, const DocumentContext& context);

    [[nodiscard]] const Json& document() const { return m_document; }
    [[nodiscard]] const DocumentContext& context() const { return m_context; }
    [[nodiscard]] const Gvk& gvk() const { return m_gvk; }
    [[nodiscard]] QString name() const { return text("/metadata/name"); }
    [[nodiscard]] QString nameSpace() const { return text("/metadata/namespace"); }

    [[nodiscard]] const Json& at(std::string_view pointer) const { return valueAt(m_document, pointer); }
    [[nodiscard]] QString text(std::string_view pointer) const { return textAt(m_document, pointer); }
    [[nodiscard]] bool isTrue(std::string_view pointer) const;

    /// The other documents of the set of that kind, on any cluster.
    [[nodiscard]] QList<DocumentContext::Neighbour> others(const GroupKind& kind) const;
    /// Whether a name that a document refers to leads somewhere.
    enum class Presence
    {
        Present,
        Absent,
        Unknown
    };
    [[nodiscard]] Presence presence(const ObjectRef& ref) const;

    void error(const char* rule, const FieldPath& path, Message message, const QString& suggestion = {});
    void warning(const char* rule, const FieldPath& path, Message message, const QString& suggestion = {});
    [[nodiscard]] QList<Problem> take() { return std::move(m_problems); }

private:
    const Json& m_document;
    const DocumentContext& m_context;
    Gvk m_gvk;
    QList<Problem> m_problems;
};

/// The path of a pointer that is written in our own code.
[[nodiscard]] FieldPath pathOf(QStringView pointer);
/// An integer, or nothing for any other value.
[[nodiscard]] std::optional<qint64> integerOf(const Json& value);

/// Whether metadata.name is a name that Kubernetes takes: "aso/object-name" and the like.
void checkObjectName(RuleRun& run, const char* rule);
/// Whether the text at `path` is a name that Azure takes for a resource group.
void checkResourceGroupName(RuleRun& run, const char* rule, const FieldPath& path, const QString& name);

// The rules, by what they are about; rules.cpp says which kind gets which.
void checkCluster(RuleRun& run);
void checkClusterNetwork(RuleRun& run);
void checkAgentPools(RuleRun& run);
void checkNodeProvisioning(RuleRun& run);
void checkSeparateAgentPool(RuleRun& run);
void checkOperatorObject(RuleRun& run);
void checkOperatorValues(RuleRun& run);
void checkResourceGroup(RuleRun& run);
void checkNodeClass(RuleRun& run);
void checkNodePool(RuleRun& run);
void checkRequirements(RuleRun& run);
void checkWorkflowTemplate(RuleRun& run);

} // namespace argosy
