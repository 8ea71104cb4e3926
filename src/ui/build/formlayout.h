// SPDX-License-Identifier: GPL-3.0-or-later
// Forms are data: resources/forms/*.json, then forms/*.json of the user's data folder.
#pragma once

#include <argosy/base/paths.h>
#include <argosy/base/result.h>
#include <argosy/kube/fieldpath.h>
#include <argosy/kube/gvk.h>
#include <argosy/kube/json.h>

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace argosy {

/// One column of a table of objects.
struct FormColumn
{
    QString key; ///< member of the object
    QString label;
    QString choices; ///< name for platform's choices()
    bool strict = false; ///< only the choices
    bool list = false; ///< a list of strings, shown with commas
    QString initial; ///< what a new row starts with
    QString absentWhenColumn; ///< this cell has no place while that column …
    QStringList absentWhenValues; ///< … says one of these
    int stretch = 1;
};

struct FormField
{
    enum class Widget
    {
        Text,
        Choice,
        Integer,
        Switch,
        Checks, ///< a list of strings out of few
        List, ///< a list of strings
        Map, ///< names and strings
        Table, ///< a list of objects
    };

    QString name; ///< in object names
    FieldPath path; ///< from the document's root, or from the group's list item
    QString label;
    QString help; ///< empty: the schema's description
    Widget widget = Widget::Text;
    QString unit;
    QString placeholder;
    QString choices; ///< name for platform's choices()
    QString documents; ///< offers the names of the workspace's documents of that kind
    QStringList options; ///< for Checks
    QList<FormColumn> columns; ///< for Table
    QString add; ///< text of the button that adds a row
    bool strict = false;
    bool advanced = false;
};

/// `rest` as it stands below `base`.
[[nodiscard]] FieldPath pathBelow(FieldPath base, const FieldPath& rest);

struct FormGroup
{
    QString title;
    QString note;
    /// Not root: the fields are those of one item of this list, the first whose member `matchKey` is `matchValue`.
    FieldPath list;
    QString matchKey, matchValue;
    QList<FormField> fields;

    /// The path that the group's fields start from in that document.
    [[nodiscard]] FieldPath base(const Json& document) const;
};

struct FormLayout
{
    GroupKind kind;
    QString name; ///< in object names: "cluster"
    QString title; ///< "Managed cluster"
    bool presets = false; ///< offers platform's presets()
    QList<FormGroup> groups;
};

/// Fails with Parse, naming what is wrong.
[[nodiscard]] Result<FormLayout> parseFormLayout(const QByteArray& json);

/// The forms that exist, by kind. A value.
class FormLayouts final
{
public:
    /// Built-in forms, then the user's, which win. A file that does not parse is left out and logged.
    [[nodiscard]] static FormLayouts load(const Paths& paths);
    /// Null where the kind has no form.
    [[nodiscard]] std::shared_ptr<const FormLayout> find(const GroupKind& kind) const;

private:
    QHash<GroupKind, std::shared_ptr<const FormLayout>> m_layouts;
};

/// Texts of forms are English keys.
[[nodiscard]] QString formText(const QString& english);

} // namespace argosy
