// SPDX-License-Identifier: GPL-3.0-or-later
#include "typedvalue.h"

#include <argosy/schema/objectmeta.h>

using namespace Qt::StringLiterals;

namespace argosy::demo {

SchemaNode objectSchema(const SchemaNode& kind)
{
    static const SchemaNodePtr kString =
        std::make_shared<const SchemaNode>(SchemaNode{.type = SchemaNode::Type::String});
    SchemaNode root = kind;
    // A kind without a schema stays open for fields of any name.
    root.preserveUnknownFields |= kind.properties.empty();
    root.type = SchemaNode::Type::Object;
    root.properties[u"apiVersion"_s] = kString;
    root.properties[u"kind"_s] = kString;
    root.properties[u"metadata"_s] = objectMetaSchema();
    return root;
}

} // namespace argosy::demo
