// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/manifest/yaml.h>

#include <QByteArray>

#include <string>
#include <vector>

namespace argosy {

/// One node as it is written, before scalars are given types and aliases are followed.
struct YamlNode
{
    enum class Kind
    {
        Scalar,
        Mapping,
        Sequence,
        Alias
    };
    Kind kind = Kind::Scalar;
    SourceEntry::Style style = SourceEntry::Style::Plain;
    std::string text; ///< of a scalar, UTF-8
    QByteArray tag; ///< as resolved by the parser; empty where none is written
    bool untyped = false; ///< a plain scalar without tag: what it says decides its type
    bool shared = false; ///< carries an anchor that an alias refers to
    qsizetype begin = 0; ///< UTF-16 offsets, with anchor and tag
    qsizetype end = 0;
    qsizetype dash = -1; ///< of an item of a block sequence
    int target = -1; ///< of an alias
    std::vector<int> children; ///< items, or keys and values in turn
};

struct ComposedDocument
{
    std::vector<YamlNode> nodes;
    int root = -1; ///< -1 where the document holds only comments
    qsizetype begin = 0;
    qsizetype end = 0;
};

} // namespace argosy
