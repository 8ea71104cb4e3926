// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/kinds.h>

#include "names.h"
#include "resources.h"
#include "rulerun.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

struct Item
{
    FieldPath path;
    QString key;
    QString op;
    QStringList values;
    std::optional<qint64> minValues;
};

QList<Item> requirementsOf(const RuleRun& run)
{
    QList<Item> items;
    const Json& list = run.at("/spec/template/spec/requirements");
    for (size_t i = 0; list.is_array() && i < list.size(); ++i) {
        const Json& json = list[i];
        items.append({
            .path = pathOf(u"/spec/template/spec/requirements") / static_cast<qsizetype>(i),
            .key = textAt(json, "/key"),
            .op = textAt(json, "/operator"),
            .values = textsOf(member(json, "values")),
            .minValues = integerOf(member(json, "minValues")),
        });
    }
    return items;
}

const RequirementKey* knownKey(const QString& key)
{
    const auto found = std::ranges::find(requirementKeys(), key, &RequirementKey::key);
    return found == requirementKeys().cend() ? nullptr : &*found;
}

/// Why Karpenter refuses a key; empty for a key that is fine.
Message refusal(const QString& key)
{
    if (key == "kubernetes.io/hostname"_L1)
        return message("platform", "Karpenter refuses the key %1.", {key});
    for (const QLatin1StringView domain : {"karpenter.sh/"_L1, "karpenter.azure.com/"_L1, "kubernetes.azure.com/"_L1})
        if (key.startsWith(domain) && !knownKey(key))
            return message("platform", "Karpenter refuses the key %1: of %2 only a few may be used.", {key, domain});
    return {};
}

bool isWholeNumber(const QString& text)
{
    return !text.isEmpty() && text.size() < 16
        && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

void checkOperator(RuleRun& run, const Item& item)
{
    static const QStringList kComparisons{u"Gt"_s, u"Lt"_s, u"Gte"_s, u"Lte"_s};
    const FieldPath values = item.path / u"values"_s;
    if (item.op == "In"_L1 && item.values.isEmpty())
        run.error("karpenter/requirement-values", values, message("platform", "The operator In needs a value."));
    if (kComparisons.contains(item.op) && (item.values.size() != 1 || !isWholeNumber(item.values.first())))
        run.error("karpenter/requirement-values", values,
            message("platform", "The operator %1 takes exactly one whole number, as a string.", {item.op}));
    if ((item.op == "Exists"_L1 || item.op == "DoesNotExist"_L1) && !item.values.isEmpty())
        run.error(
            "karpenter/requirement-values", values, message("platform", "The operator %1 takes no values.", {item.op}));
    if (item.op == "In"_L1 && item.minValues.value_or(0) > item.values.size())
        run.error("karpenter/min-values", item.path / u"minValues"_s,
            message("platform", "minValues is above the number of values."));
}

/// What is wrong with a value for a key with values of its own; empty where it fits.
Message misfit(const RequirementKey& key, const QString& value)
{
    static const QRegularExpression kZone(u"^([a-z][a-z0-9]*-\\d|0)$"_s);
    switch (key.form) {
    case RequirementKey::Form::Number:
        if (!isWholeNumber(value))
            return message("platform", "%1 takes whole numbers; “%2” is none.", {key.key, value});
        break;
    case RequirementKey::Form::Boolean:
    case RequirementKey::Form::OneOf:
        if (!key.values.contains(value))
            return message(
                "platform", "“%1” is no value of %2; there are %3.", {value, key.key, key.values.join(u", "_s)});
        break;
    case RequirementKey::Form::Zone:
        if (!kZone.match(value).hasMatch())
            return message("platform", "“%1” is no zone; one is written REGION-NUMBER, as in uksouth-1.", {value});
        break;
    case RequirementKey::Form::Text: break;
    }
    return {};
}

void checkValues(RuleRun& run, const Item& item)
{
    if (item.op != "In"_L1 && item.op != "NotIn"_L1)
        return;
    const RequirementKey* key = knownKey(item.key);
    for (qsizetype i = 0; i < item.values.size(); ++i) {
        const QString& value = item.values[i];
        Message text = key ? misfit(*key, value) : Message();
        if (text.isEmpty() && !isLabelValue(value))
            text = message("platform",
                "“%1” is no value of a label: up to 63 letters, digits, - _ and ., with a letter or digit at both "
                "ends.",
                {value});
        if (!text.isEmpty())
            run.error("karpenter/requirement-value", item.path / u"values"_s / i, text);
    }
}

/// The family of a VM size: its leading letters up to the first lower-case one or digit, and of those the first
/// ("DS2_v2" is D).
QString familyOf(const QString& vmSize)
{
    const QString size = vmSize.startsWith("Standard_"_L1) ? vmSize.sliced(9) : vmSize;
    return size.left(1);
}

/// A family and explicit sizes that have nothing in common leave no machine to choose.
void checkFamilyAgainstSizes(RuleRun& run, const QList<Item>& items)
{
    const auto isIn = [](QLatin1StringView key) {
        return [key](const Item& item) { return item.key == key && item.op == "In"_L1 && !item.values.isEmpty(); };
    };
    const auto family = std::ranges::find_if(items, isIn("karpenter.azure.com/sku-family"_L1));
    if (family == items.cend())
        return;
    for (const QLatin1StringView key : {"node.kubernetes.io/instance-type"_L1, "karpenter.azure.com/sku-name"_L1}) {
        const auto sizes = std::ranges::find_if(items, isIn(key));
        if (sizes == items.cend())
            continue;
        const auto fits = [&family](const QString& size) {
            return std::ranges::any_of(
                family->values, [&size](const QString& name) { return name.left(1) == familyOf(size); });
        };
        if (std::ranges::none_of(sizes->values, fits))
            run.error("karpenter/no-size-left", sizes->path / u"values"_s,
                message("platform", "None of these sizes is of the family %1; no machine would be left to choose.",
                    {family->values.join(u", "_s)}));
    }
}

void checkLabels(RuleRun& run)
{
    const Json& labels = run.at("/spec/template/metadata/labels");
    if (!labels.is_object())
        return;
    for (const auto& [name, value] : labels.items()) {
        const QString key = QString::fromStdString(name);
        if (const Message text = refusal(key); !text.isEmpty())
            run.error("karpenter/label", pathOf(u"/spec/template/metadata/labels") / key, text);
        else if (!isLabelKey(key))
            run.error("karpenter/label", pathOf(u"/spec/template/metadata/labels") / key,
                message("platform",
                    "“%1” is no label: up to 63 letters, digits, - _ and ., with a letter or digit at both ends; a "
                    "domain and / may stand before it.",
                    {key}));
    }
}

} // namespace

void checkRequirements(RuleRun& run)
{
    const QList<Item> items = requirementsOf(run);
    for (const Item& item : items) {
        if (const Message text = refusal(item.key); !text.isEmpty())
            run.error("karpenter/requirement-key", item.path / u"key"_s, text);
        checkOperator(run, item);
        checkValues(run, item);
    }
    checkFamilyAgainstSizes(run, items);
    checkLabels(run);
}

} // namespace argosy
