// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "writer.h"

#include <argosy/manifest/edit.h>

#include <nlohmann/json.hpp>

namespace argosy {

/// The field that a path leads to, or the last one on its way that is written.
struct EditSpot
{
    const Json* value = nullptr;
    const SourceEntry* entry = nullptr;
    FieldPath path;
    QList<FieldPath::Segment> missing; ///< what is left of the path below it
};

/// One document in its text, with what edits need to know of its layout. Lives as long as one edit is made.
class EditContext final
{
public:
    EditContext(const QString& text, const YamlDocument& document);

    /// Fails with Invalid where the path leads through a scalar, an alias, or something that an alias refers to.
    [[nodiscard]] Result<EditSpot> locate(const FieldPath& path) const;
    /// Fails with Invalid where an alias refers to something inside of the field, which must then stay.
    [[nodiscard]] Result<> checkDisposable(const EditSpot& spot) const;
    /// Replaces the value of a field that is written.
    [[nodiscard]] Result<QList<TextEdit>> replace(const EditSpot& spot, const Json& value) const;

    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] const YamlDocument& document() const { return m_document; }
    [[nodiscard]] const BlockLayout& layout() const { return m_layout; }
    [[nodiscard]] const QString& lineBreak() const { return m_lineBreak; }
    /// The column of an offset, from 0, in units.
    [[nodiscard]] qsizetype columnOf(qsizetype offset) const;
    /// How inline values around that field are written; Block where no brackets are open.
    [[nodiscard]] Surroundings surroundingsOf(const FieldPath& path) const;
    [[nodiscard]] TextEdit edit(qsizetype begin, qsizetype end, QString inserted) const;
    /// Whole lines, put below the line of an offset.
    [[nodiscard]] TextEdit linesBelow(qsizetype at, const QStringList& lines) const;

private:
    struct Rendering;

    void detectLayout();
    [[nodiscard]] Rendering render(const EditSpot& spot, const Json& value) const;
    [[nodiscard]] QList<TextEdit> replaceInFlow(const EditSpot& spot, const Json& value, Surroundings around) const;
    [[nodiscard]] QList<TextEdit> replaceRoot(const EditSpot& spot, const Json& value) const;
    [[nodiscard]] QList<TextEdit> replaceInBlock(
        const EditSpot& spot, const Rendering& rendering, qsizetype headEnd) const;
    /// What a literal's "|" is followed by on its line.
    [[nodiscard]] QString headerComment(const SourceEntry& entry) const;
    [[nodiscard]] qsizetype endOfHead(const EditSpot& spot) const;

    const QString& m_text;
    const YamlDocument& m_document;
    BlockLayout m_layout;
    QString m_lineBreak;
};

[[nodiscard]] bool isFlow(SourceEntry::Style style);
[[nodiscard]] bool isBlockCollection(SourceEntry::Style style);
/// The edits in the order of the text, without those that change nothing, touching ones made one.
[[nodiscard]] QList<TextEdit> tidied(QList<TextEdit> edits);

} // namespace argosy
