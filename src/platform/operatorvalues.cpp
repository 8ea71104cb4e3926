// SPDX-License-Identifier: GPL-3.0-or-later
// Values of all kinds of the operator whose form Azure or Kubernetes fixes and no schema states.
#include "names.h"
#include "rulerun.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr qsizetype kMaxTags = 50;

void checkRegion(RuleRun& run)
{
    const QString region = run.text("/spec/location");
    if (!region.isEmpty() && !isRegion(region))
        run.error("aso/location", pathOf(u"/spec/location"),
            message("platform", "“%1” is no Azure region; one is written like westeurope.", {region}));
}

void checkTags(RuleRun& run)
{
    const Json& tags = run.at("/spec/tags");
    if (!tags.is_object())
        return;
    const FieldPath path = pathOf(u"/spec/tags");
    if (static_cast<qsizetype>(tags.size()) > kMaxTags)
        run.error("aso/tags", path,
            message("platform", "Azure takes %1 tags; these are %2.",
                {QString::number(kMaxTags), QString::number(tags.size())}));
    for (const auto& [key, value] : tags.items()) {
        const QString name = QString::fromStdString(key);
        if (!isTagName(name))
            run.error("aso/tag", path / name,
                message("platform", "“%1” is no name for an Azure tag: 1 to 512 characters without < > % & \\ ? /.",
                    {name}));
        else if (!isTagValue(textOf(value)))
            run.error("aso/tag", path / name,
                message(
                    "platform", "The value of an Azure tag has at most 256 characters; that of %1 has more.", {name}));
    }
}

void checkOwnerName(RuleRun& run)
{
    const QString owner = run.text("/spec/owner/name");
    if (!owner.isEmpty() && !isObjectName(owner))
        run.error("aso/owner-name", pathOf(u"/spec/owner/name"),
            message("platform", "“%1” cannot be the name of an object: lower-case letters, digits, - and .", {owner}));
}

/// Where the operator writes what it learns of the cluster.
void checkExports(RuleRun& run)
{
    const Json& secrets = run.at("/spec/operatorSpec/secrets");
    if (!secrets.is_object())
        return;
    for (const auto& [what, target] : secrets.items()) {
        const FieldPath path = pathOf(u"/spec/operatorSpec/secrets") / QString::fromStdString(what);
        const QString name = textAt(target, "/name");
        const QString key = textAt(target, "/key");
        if (!name.isEmpty() && !isObjectName(name))
            run.error("aso/secret-name", path / u"name"_s,
                message(
                    "platform", "“%1” cannot be the name of a Secret: lower-case letters, digits, - and .", {name}));
        if (!key.isEmpty() && !isDataKey(key))
            run.error("aso/secret-key", path / u"key"_s,
                message("platform", "“%1” cannot be a key of a Secret: letters, digits, - _ and .", {key}));
    }
}

} // namespace

void checkOperatorValues(RuleRun& run)
{
    checkRegion(run);
    checkTags(run);
    checkOwnerName(run);
    checkExports(run);
}

} // namespace argosy
