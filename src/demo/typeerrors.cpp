// SPDX-License-Identifier: GPL-3.0-or-later
#include "gotext.h"
#include "text.h"
#include "typednode.h"
#include "typedvalue.h"

using namespace Qt::StringLiterals;

namespace argosy::demo {
namespace {

class TypeCheck final
{
public:
    void check(const Json& value, const SchemaNode& node)
    {
        if (value.is_null())
            return;
        switch (shapeOf(node, value)) {
        case Shape::Map: return checkMap(value, node);
        case Shape::List: return checkList(value, node);
        case Shape::Scalar: return checkScalar(value, node);
        }
    }

    [[nodiscard]] QStringList sorted()
    {
        m_errors.sort();
        return m_errors;
    }

private:
    void report(const QString& what)
    {
        const QString path = toString(m_path);
        m_errors.append(path.isEmpty() ? what : QString(path + u": "_s + what));
    }

    void descend(const PathElement& element, const Json& value, const SchemaNode& node)
    {
        m_path.push_back(element);
        check(value, node);
        m_path.pop_back();
    }

    void checkMap(const Json& value, const SchemaNode& node)
    {
        if (!value.is_object())
            return report(u"expected map, got &{"_s + goPlain(value) + u'}');
        for (const auto& [name, member] : value.items()) {
            const SchemaNode* below = memberNode(node, name);
            if (below == nullptr) {
                m_path.push_back(PathElement::field(name));
                report(u"field not declared in schema"_s);
                m_path.pop_back();
                return; // as on a real server, one undeclared field hides the rest of its level
            }
            descend(PathElement::field(name), member, *below);
        }
    }

    void checkList(const Json& value, const SchemaNode& node)
    {
        if (!value.is_array())
            return report(u"expected list, got &{"_s + goPlain(value) + u'}');
        const bool merged = !isAtomic(node, Shape::List);
        std::set<PathElement> seen;
        for (size_t i = 0; i < value.size(); ++i) {
            PathElement element = *PathElement::decode("i:" + std::to_string(i));
            if (merged) {
                const auto identity = itemElement(node, value[i]);
                if (!identity)
                    return report(u"element "_s + QString::number(i) + u": "_s + identity.error());
                if (!seen.insert(*identity).second)
                    report(u"duplicate entries for key "_s + identity->toString());
                element = *identity;
            }
            descend(element, value[i], itemNode(node));
        }
    }

    void checkScalar(const Json& value, const SchemaNode& node)
    {
        switch (node.type) {
        case SchemaNode::Type::Any: return;
        case SchemaNode::Type::Integer:
        case SchemaNode::Type::Number:
            if (!value.is_number())
                report(u"expected numeric (int or float), got "_s + goType(value));
            return;
        case SchemaNode::Type::Boolean:
            if (!value.is_boolean())
                report(u"expected boolean, got &{"_s + goPlain(value) + u'}');
            return;
        default: break;
        }
        // A string of some format may be written as any scalar; validation looks at it later.
        const bool exact = node.format.isEmpty() || node.format == u"byte"_s;
        if (exact && !value.is_string())
            report(u"expected string, got &value.valueUnstructured{Value:"_s + goSyntax(value) + u'}');
        else if (value.is_structured())
            report(u"expected any scalar, got &{"_s + goPlain(value) + u'}');
    }

    Path m_path;
    QStringList m_errors;
};

} // namespace

QStringList typeErrors(const Json& value, const SchemaNode& schema)
{
    TypeCheck check;
    check.check(value, schema);
    return check.sorted();
}

} // namespace argosy::demo
