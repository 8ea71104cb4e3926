// SPDX-License-Identifier: GPL-3.0-or-later
#include "formlayout.h"

#include <argosy/base/files.h>

#include <QCoreApplication>
#include <QDir>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

Q_LOGGING_CATEGORY(logForms, "argosy.ui.forms", QtWarningMsg)

Result<FormField::Widget> parseWidget(const QString& word)
{
    using Widget = FormField::Widget;
    static const QHash<QString, Widget> words{{u"text"_s, Widget::Text}, {u"choice"_s, Widget::Choice},
        {u"integer"_s, Widget::Integer}, {u"switch"_s, Widget::Switch}, {u"checks"_s, Widget::Checks},
        {u"list"_s, Widget::List}, {u"map"_s, Widget::Map}, {u"table"_s, Widget::Table}};
    const auto it = words.constFind(word);
    if (it == words.cend())
        return fail(ErrorKind::Parse, message("ui", "The form names a widget that does not exist: %1.", {word}));
    return *it;
}

FormColumn parseColumn(const Json& json)
{
    FormColumn column{.key = textOf(member(json, "key")),
        .label = textOf(member(json, "label")),
        .choices = textOf(member(json, "choices")),
        .strict = isTrue(member(json, "strict")),
        .list = isTrue(member(json, "list")),
        .initial = textOf(member(json, "initial"))};
    const Json& absent = member(json, "absentWhen");
    column.absentWhenColumn = textOf(member(absent, "column"));
    column.absentWhenValues = textsOf(member(absent, "values"));
    if (const Json& stretch = member(json, "stretch"); stretch.is_number_integer())
        column.stretch = stretch.get<int>();
    return column;
}

Result<FormField> parseField(const Json& json)
{
    FormField field{.name = textOf(member(json, "name")),
        .label = textOf(member(json, "label")),
        .help = textOf(member(json, "help")),
        .unit = textOf(member(json, "unit")),
        .placeholder = textOf(member(json, "placeholder")),
        .choices = textOf(member(json, "choices")),
        .documents = textOf(member(json, "documents")),
        .options = textsOf(member(json, "options")),
        .add = textOf(member(json, "add")),
        .strict = isTrue(member(json, "strict")),
        .advanced = isTrue(member(json, "advanced"))};
    if (field.name.isEmpty() || field.label.isEmpty())
        return fail(ErrorKind::Parse,
            message("ui", "A field of the form has no name or no label: %1.", {textOf(member(json, "path"))}));
    const Result<FieldPath> path = FieldPath::fromPointer(textOf(member(json, "path")));
    if (!path)
        return fail(path.error());
    field.path = *path;
    const Result<FormField::Widget> widget = parseWidget(textOf(member(json, "widget")));
    if (!widget)
        return fail(widget.error());
    field.widget = *widget;
    for (const Json& column : member(json, "columns"))
        field.columns.append(parseColumn(column));
    return field;
}

Result<FormGroup> parseGroup(const Json& json)
{
    FormGroup group{.title = textOf(member(json, "title")), .note = textOf(member(json, "note"))};
    const Result<FieldPath> list = FieldPath::fromPointer(textOf(member(json, "list")));
    if (!list)
        return fail(list.error());
    group.list = *list;
    const Json& match = member(json, "match");
    group.matchKey = textOf(member(match, "key"));
    group.matchValue = textOf(member(match, "value"));
    for (const Json& item : member(json, "fields")) {
        Result<FormField> field = parseField(item);
        if (!field)
            return fail(field.error());
        group.fields.append(std::move(*field));
    }
    return group;
}

} // namespace

FieldPath pathBelow(FieldPath base, const FieldPath& rest)
{
    for (const FieldPath::Segment& segment : rest.segments())
        base = segment.isIndex() ? base / segment.index : base / segment.key;
    return base;
}

FieldPath FormGroup::base(const Json& document) const
{
    if (list.isRoot())
        return {};
    const Json& items = valueAt(document, list.toPointer().toStdString());
    if (items.is_array())
        for (size_t i = 0; i < items.size(); ++i)
            if (textOf(member(items[i], matchKey.toStdString())) == matchValue)
                return list / static_cast<qsizetype>(i);
    return list / qsizetype{0};
}

Result<FormLayout> parseFormLayout(const QByteArray& json)
{
    const Result<Json> root = parseJson(json);
    if (!root)
        return fail(root.error());
    FormLayout layout{.kind = {textOf(member(*root, "group")), textOf(member(*root, "kind"))},
        .name = textOf(member(*root, "name")),
        .title = textOf(member(*root, "title")),
        .presets = isTrue(member(*root, "presets"))};
    if (layout.kind.kind.isEmpty() || layout.name.isEmpty())
        return fail(ErrorKind::Parse, message("ui", "The form does not say which kind it is for, or has no name."));
    for (const Json& item : member(*root, "groups")) {
        Result<FormGroup> group = parseGroup(item);
        if (!group)
            return fail(group.error());
        layout.groups.append(std::move(*group));
    }
    return layout;
}

FormLayouts FormLayouts::load(const Paths& paths)
{
    FormLayouts layouts;
    for (const QString& folder : QStringList{u":/argosy/forms"_s, paths.data + u"/forms"_s}) {
        for (const QFileInfo& file : QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
            const Result<QByteArray> bytes = readFile(file.filePath());
            Result<FormLayout> layout = bytes ? parseFormLayout(*bytes) : Result<FormLayout>(fail(bytes.error()));
            if (layout)
                layouts.m_layouts.insert(layout->kind, std::make_shared<const FormLayout>(*layout));
            else
                qCWarning(logForms).noquote() << file.filePath() << layout.error().message.english();
        }
    }
    return layouts;
}

std::shared_ptr<const FormLayout> FormLayouts::find(const GroupKind& kind) const
{
    return m_layouts.value(kind);
}

QString formText(const QString& english)
{
    return english.isEmpty() ? english : QCoreApplication::translate("forms", english.toUtf8().constData());
}

} // namespace argosy
