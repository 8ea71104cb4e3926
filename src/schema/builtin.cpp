// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/schema/schema.h>

#include "catalogue.h"
#include "crd.h"
#include "describe.h"
#include "jsonread.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

class CatalogueReader final
{
public:
    SchemaSet read()
    {
        for (const QString& name : catalogueFiles()) {
            if (name != kObjectMetaFile)
                readKind(name);
        }
        return std::move(m_set);
    }

private:
    void readKind(const QString& name)
    {
        const Json kind = readCatalogue(name);
        m_definitions.clear();
        for (const auto& [key, definition] : member(kind, "$defs").items())
            m_definitions.insert(u"#/$defs/"_s + QString::fromStdString(key), &definition);
        auto versions = readCrdSpec(kind, m_parser);
        Q_ASSERT(versions);
        const auto descriptions = readDescriptions(name);
        for (KindSchema& version : *versions) {
            version.root = described(version.root, descriptions);
            m_set.insert(version);
        }
    }

    QHash<QString, const Json*> m_definitions;
    // One parser for all files: a definition is named after its content, so the same name is the same node.
    SchemaParser m_parser{[this](const QString& reference) { return m_definitions.value(reference); }};
    SchemaSet m_set;
};

} // namespace

const SchemaSet& SchemaSet::builtin()
{
    static const SchemaSet set = CatalogueReader().read();
    return set;
}

} // namespace argosy
