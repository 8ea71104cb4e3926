// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>
#include <argosy/kube/json.h>

#include <QList>
#include <QString>
#include <QStringList>

namespace argosy::demo {

/// A label selector: "a=b,c!=d,e in (f,g),h notin (i),j,!k".
class LabelSelector final
{
public:
    /// Fails with the 400 that a server answers.
    [[nodiscard]] static Result<LabelSelector> parse(const QString& selector);
    [[nodiscard]] bool matches(const Json& object) const;

private:
    struct Requirement
    {
        enum class Op
        {
            In,
            NotIn,
            Exists,
            DoesNotExist
        };
        QString key;
        Op op = Op::Exists;
        QStringList values;
    };
    static Result<Requirement> parseRequirement(const QString& term);

    QList<Requirement> m_requirements;
};

/// A field selector: "metadata.name=a,metadata.namespace!=b". Which fields there are depends on the kind.
class FieldSelector final
{
public:
    /// `known` are the fields of the kind beside name and namespace. Fails with the 400 that a server answers.
    [[nodiscard]] static Result<FieldSelector> parse(const QString& selector, const QStringList& known, bool builtIn);
    [[nodiscard]] bool matches(const Json& object) const;

private:
    struct Term
    {
        QString field;
        QString value;
        bool equal = true;
    };
    QList<Term> m_terms;
};

/// What a kind can be selected by, beside name and namespace.
[[nodiscard]] QStringList selectableFields(const QString& group, const QString& plural);

} // namespace argosy::demo
