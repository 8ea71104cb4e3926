// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/schema/schema.h>

namespace argosy {

/// Compares values with nodes as an API server does on apply, and notes every difference.
class ValueCheck final
{
public:
    struct Mode
    {
        /// Null stands for an absent value: in built-in kinds, and in the metadata of every kind.
        bool nullIsAbsent = false;
        const SchemaNode* root = nullptr; ///< of the document, where values start at its root
    };
    explicit ValueCheck(Mode mode)
        : m_mode(mode)
    { }

    void check(const Json& value, const SchemaNode& node, const FieldPath& at);
    [[nodiscard]] QList<Problem> take() { return std::move(m_problems); }

private:
    void checkNull(const SchemaNode& node, const FieldPath& at);
    [[nodiscard]] bool checkType(const Json& value, const SchemaNode& node, const FieldPath& at);
    void checkObject(const Json& value, const SchemaNode& node, const FieldPath& at);
    void checkMembers(const Json& value, const SchemaNode& node, const FieldPath& at);
    void checkRequired(const Json& value, const SchemaNode& node, const FieldPath& at);
    void checkArray(const Json& value, const SchemaNode& node, const FieldPath& at);
    void checkDuplicates(const Json& value, const SchemaNode& node, const FieldPath& at);
    void checkString(const Json& value, const SchemaNode& node, const FieldPath& at);
    void checkNumber(const Json& value, const SchemaNode& node, const FieldPath& at);
    void checkEnumeration(const Json& value, const SchemaNode& node, const FieldPath& at);
    void checkCombinations(const Json& value, const SchemaNode& node, const FieldPath& at);
    [[nodiscard]] bool fits(const Json& value, const SchemaNode& node, const FieldPath& at) const;
    void unknownField(const QString& key, const SchemaNode& node, const FieldPath& at);
    void add(const QString& rule, const FieldPath& at, Message message, const QString& suggestion = {});
    [[nodiscard]] bool nullIsAbsent(const FieldPath& at) const;

    Mode m_mode;
    bool m_structural = true; ///< false inside allOf, anyOf, oneOf and not, which only restrict values
    QList<Problem> m_problems;
};

} // namespace argosy
