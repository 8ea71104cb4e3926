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

QString text(const Json& json, const char* key)
{
    const Json& value = member(json, key);
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string&>()) : QString();
}

QStringList texts(const Json& json, const char* key)
{
    QStringList list;
    for (const Json& item : member(json, key))
        if (item.is_string())
            list.append(QString::fromStdString(item.get_ref<const std::string&>()));
    return list;
}

bool flag(const Json& json, const char* key)
{
    const Json& value = member(json, key);
    return value.is_boolean() && value.get<bool>();
}

tl::unexpected<Error> failLayout(const char* source, const QString& what)
{
    return fail(ErrorKind::Parse, message("ui", source, {what}));
}

Result<FormField::Widget> parseWidget(const QString& word)
{
    using Widget = FormField::Widget;
    static const QHash<QString, Widget> words{{u"text"_s, Widget::Text}, {u"choice"_s, Widget::Choice},
        {u"integer"_s, Widget::Integer}, {u"switch"_s, Widget::Switch}, {u"checks"_s, Widget::Checks},
        {u"list"_s, Widget::List}, {u"map"_s, Widget::Map}, {u"table"_s, Widget::Table}};
    const auto it = words.constFind(word);
    if (it == words.cend())
        return failLayout("The form names a widget that does not exist: %1.", word);
    return *it;
}

FormColumn parseColumn(const Json& json)
{
    FormColumn column{.key = text(json, "key"),
        .label = text(json, "label"),
        .choices = text(json, "choices"),
        .strict = flag(json, "strict"),
        .list = flag(json, "list"),
        .initial = text(json, "initial")};
    const Json& absent = member(json, "absentWhen");
    column.absentWhenColumn = text(absent, "column");
    column.absentWhenValues = texts(absent, "values");
    if (const Json& stretch = member(json, "stretch"); stretch.is_number_integer())
        column.stretch = stretch.get<int>();
    return column;
}

Result<FormField> parseField(const Json& json)
{
    FormField field{.name = text(json, "name"),
        .label = text(json, "label"),
        .help = text(json, "help"),
        .unit = text(json, "unit"),
        .placeholder = text(json, "placeholder"),
        .choices = text(json, "choices"),
        .documents = text(json, "documents"),
        .options = texts(json, "options"),
        .add = text(json, "add"),
        .strict = flag(json, "strict"),
        .advanced = flag(json, "advanced")};
    if (field.name.isEmpty() || field.label.isEmpty())
        return failLayout("A field of the form has no name or no label: %1.", text(json, "path"));
    const Result<FieldPath> path = FieldPath::fromPointer(text(json, "path"));
    if (!path)
        return fail(path.error());
    field.path = *path;
    const Result<FormField::Widget> widget = parseWidget(text(json, "widget"));
    if (!widget)
        return fail(widget.error());
    field.widget = *widget;
    for (const Json& column : member(json, "columns"))
        field.columns.append(parseColumn(column));
    return field;
}

Result<FormGroup> parseGroup(const Json& json)
{
    FormGroup group{.title = text(json, "title"), .note = text(json, "note")};
    const Result<FieldPath> list = FieldPath::fromPointer(text(json, "list"));
    if (!list)
        return fail(list.error());
    group.list = *list;
    const Json& match = member(json, "match");
    group.matchKey = text(match, "key");
    group.matchValue = text(match, "value");
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
            if (text(items[i], matchKey.toUtf8().constData()) == matchValue)
                return list / static_cast<qsizetype>(i);
    return list / qsizetype{0};
}

Result<FormLayout> parseFormLayout(const QByteArray& json)
{
    const Result<Json> root = parseJson(json);
    if (!root)
        return fail(root.error());
    FormLayout layout{.kind = {text(*root, "group"), text(*root, "kind")},
        .name = text(*root, "name"),
        .title = text(*root, "title"),
        .presets = flag(*root, "presets")};
    if (layout.kind.kind.isEmpty() || layout.name.isEmpty())
        return failLayout("The form does not say which kind it is for, or has no name%1.", {});
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
