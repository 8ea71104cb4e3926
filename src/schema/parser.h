// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/schema/schema.h>

#include <QSet>

namespace argosy {

/// Makes nodes of OpenAPI v3 JSON. What one reference leads to becomes one node, for as long as the parser lives.
class SchemaParser final
{
public:
    using Resolve = std::function<const Json*(const QString& reference)>;
    explicit SchemaParser(Resolve resolve);

    /// `schema` must be an object; parts of it that are not what they should be are left out.
    [[nodiscard]] SchemaNodePtr parse(const Json& schema);

private:
    SchemaNodePtr referred(const QString& reference);
    SchemaNodePtr extended(const Json& schema, const QString& reference);
    SchemaNodePtr part(const Json& schema);
    void readStructure(const Json& schema, SchemaNode& node);
    QList<SchemaNodePtr> parts(const Json& list);

    Resolve m_resolve;
    QHash<QString, SchemaNodePtr> m_known;
    QSet<QString> m_open;
};

} // namespace argosy
