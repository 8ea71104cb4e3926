// SPDX-License-Identifier: GPL-3.0-or-later
// What a document says beyond the fields that its form has controls for.
#pragma once

#include "formlayout.h"

#include <argosy/ui/theme.h>

#include <QTreeWidget>

namespace argosy {

/// A field that a form shows; of a list of objects only these members, or all where `columns` is empty.
struct ShownField
{
    FieldPath path;
    QStringList columns;
};
/// What the form shows of that document.
[[nodiscard]] QList<ShownField> shownFields(const FormLayout& layout, const Json& document);

struct OtherField
{
    FieldPath path;
    QString value; ///< on one line, as JSON where it is no scalar
    bool operator==(const OtherField&) const = default;
};
/// The fields that no control shows, each at the highest place below which nothing is shown; without apiVersion and
/// kind, which no form changes.
[[nodiscard]] QList<OtherField> otherFields(const Json& document, const QList<ShownField>& shown);

/// Those fields as a list below the form. Hidden while there are none.
class OtherFields final : public QWidget
{
    Q_OBJECT
public:
    explicit OtherFields(const Theme& theme, QWidget* parent = nullptr);
    void setFields(const QList<OtherField>& fields);
    /// Shows only fields whose path has all of the words; how many those are.
    int setFilter(const QStringList& words);
    [[nodiscard]] int count() const { return static_cast<int>(m_fields.size()); }

Q_SIGNALS:
    void opened(const argosy::FieldPath& path); ///< by click or Enter

private:
    const Theme& m_theme;
    QList<OtherField> m_fields;
    QTreeWidget* m_list;
};

} // namespace argosy
