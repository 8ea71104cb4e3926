// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/gvk.h>
#include <argosy/kube/json.h>
#include <argosy/kube/problem.h>

#include <QHash>
#include <QList>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace argosy {

struct SchemaNode;
using SchemaNodePtr = std::shared_ptr<const SchemaNode>;

/// A CEL rule of a CRD, as text: shown to people, evaluated by the server.
struct CelRule
{
    QString rule;
    QString message;
    QString messageExpression;
    QString reason;
    QString fieldPath;
    bool optionalOldSelf = false;
    bool operator==(const CelRule&) const = default;
};

/**
 * One node of a structural schema (apiextensions.k8s.io/v1, "Specifying a structural schema"): the facts that
 * validation, forms, completion, defaulting and server-side apply need. Immutable and shared; repeated subtrees may be
 * one node.
 */
struct SchemaNode
{
    enum class Type
    {
        Any,
        Object,
        Array,
        String,
        Integer,
        Number,
        Boolean
    };
    enum class ListType
    {
        Atomic,
        Set,
        Map
    };

    Type type = Type::Any;
    bool nullable = false;
    bool intOrString = false; ///< x-kubernetes-int-or-string
    bool preserveUnknownFields = false;
    bool embeddedResource = false;
    QString format; ///< int32, int64, date-time, byte …
    QString description;

    std::map<QString, SchemaNodePtr> properties;
    QStringList propertyOrder; ///< as the schema lists them, for forms and completion
    QStringList required;
    SchemaNodePtr additionalProperties; ///< the value of a map; null for none
    SchemaNodePtr items;

    ListType listType = ListType::Atomic;
    QStringList listMapKeys;
    bool atomicMap = false; ///< x-kubernetes-map-type: atomic

    QList<std::shared_ptr<const Json>> enumeration;
    std::shared_ptr<const Json> defaultValue; ///< null for none
    std::optional<double> minimum, maximum;
    bool exclusiveMinimum = false, exclusiveMaximum = false;
    std::optional<double> multipleOf;
    std::optional<qint64> minLength, maxLength, minItems, maxItems, minProperties, maxProperties;
    QString pattern;
    bool uniqueItems = false;
    QList<CelRule> rules;
    /// The validation-only parts of a structural schema, kept as nodes.
    QList<SchemaNodePtr> allOf, anyOf, oneOf;
    SchemaNodePtr notNode;

    /// The node of a member: a property, else additionalProperties, else null.
    [[nodiscard]] const SchemaNode* child(const QString& key) const;
};

/// "object", "integer", …; "any" where the schema does not say.
[[nodiscard]] QString toWord(SchemaNode::Type type);

/// From OpenAPI v3 JSON of one schema (what a CRD has in openAPIV3Schema). `resolve` answers "#/…" references, null
/// where unknown; recursion through them ends in an Any node. Fails with Parse where it is no object. Never throws.
[[nodiscard]] Result<SchemaNodePtr> parseSchema(
    const Json& schema, const std::function<const Json*(const QString& reference)>& resolve = {});

/// One kind as a cluster or the built-in catalogue describes it.
struct KindSchema
{
    Gvk gvk;
    QString plural, singular;
    QStringList shortNames;
    QStringList categories;
    bool namespaced = false;
    bool storage = false;
    bool hasStatus = false;
    bool deprecated = false;
    QString deprecationWarning; ///< empty where the server's standard text is used
    SchemaNodePtr root; ///< with the fields of metadata that every object has
    QByteArray printerColumns; ///< JSON list of the CRD's additionalPrinterColumns; empty for none
    QByteArray scale; ///< JSON of the scale subresource; empty for none
};

/// The schemas that are known, by kind and version. A value; copies share their nodes.
class SchemaSet final
{
public:
    /// The catalogue that is built into the program (resources/catalogue). Parsed on the first call, thread-safe.
    [[nodiscard]] static const SchemaSet& builtin();
    /// All served versions of a CRD, given as JSON. Fails with Parse.
    [[nodiscard]] static Result<SchemaSet> fromCrd(const Json& crd);

    void insert(const KindSchema& schema);
    void merge(const SchemaSet& other); ///< what `other` has wins
    [[nodiscard]] const KindSchema* find(const Gvk& gvk) const;
    [[nodiscard]] QStringList versions(
        const GroupKind& kind) const; ///< most preferable first (v1 > v1beta1; newer date first)
    [[nodiscard]] QList<const KindSchema*> all() const;
    [[nodiscard]] bool hasGroup(const QString& group) const;

private:
    QHash<Gvk, KindSchema> m_kinds;
};

/**
 * Every problem that the structural schema finds in a document: schema/unknown-field (with the nearest name as
 * suggestion), schema/type, schema/required, schema/enum, schema/bounds, schema/pattern, schema/length,
 * schema/duplicate, schema/format. A document without apiVersion, kind or metadata.name gets schema/no-kind,
 * schema/no-name; a kind that `schemas` lacks gets schema/unknown-kind, which names the group and whether it comes with
 * node provisioning. No I/O; thread-safe; never throws.
 */
[[nodiscard]] QList<Problem> validate(const Json& document, const SchemaSet& schemas);
/// The same for one value at one node.
[[nodiscard]] QList<Problem> validate(const Json& value, const SchemaNode& node, const FieldPath& at = {});

/// The node that describes a field, or null where the schema does not say. List indexes step into `items`.
[[nodiscard]] const SchemaNode* nodeAt(const SchemaNode& root, const FieldPath& path);

/// Adds the defaults that a server would add (structural defaulting: only below objects that are present).
void applyDefaults(Json& value, const SchemaNode& node);

} // namespace argosy
