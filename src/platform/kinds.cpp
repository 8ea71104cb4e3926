// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/kinds.h>

#include "resources.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

ReadyRule readyRule(const QString& word)
{
    static const QHash<QString, ReadyRule> kRules{
        {u"ready"_s, ReadyRule::ReadyCondition},
        {u"provisioned"_s, ReadyRule::Provisioned},
        {u"workflow"_s, ReadyRule::WorkflowPhase},
        {u"rollout"_s, ReadyRule::Rollout},
    };
    return kRules.value(word, ReadyRule::Exists);
}

Watched watchedBy(const QString& word)
{
    if (word == "full"_L1)
        return Watched::Full;
    return word == "metadata"_L1 ? Watched::Metadata : Watched::Not;
}

bool flag(const Json& row, std::string_view key)
{
    const Json& value = member(row, key);
    return value.is_boolean() && value.get<bool>();
}

std::optional<GroupKind> ownerKind(const Json& row)
{
    if (!member(row, "owner").is_object())
        return {};
    return GroupKind{textAt(row, "/owner/group"), textAt(row, "/owner/kind")};
}

KindFacts kindFacts(const Json& row)
{
    return {
        .kind = {textAt(row, "/group"), textAt(row, "/kind")},
        .plural = textAt(row, "/plural"),
        .area = textAt(row, "/area"),
        .wave = member(row, "wave").get<int>(),
        .ready = readyRule(textAt(row, "/ready")),
        .namespaced = flag(row, "namespaced"),
        .karpenter = flag(row, "karpenter"),
        .owner = ownerKind(row),
        .watched = watchedBy(textAt(row, "/watched")),
    };
}

QList<KindFacts> loadKinds()
{
    QList<KindFacts> kinds;
    const Json rows = builtinJson(u"kinds.json"_s);
    for (const Json& row : rows)
        kinds.append(kindFacts(row));
    std::ranges::stable_sort(kinds, {}, &KindFacts::wave);
    return kinds;
}

QHash<QString, QList<Choice>> loadChoices()
{
    QHash<QString, QList<Choice>> lists;
    const Json file = builtinJson(u"lists.json"_s);
    for (const auto& [name, rows] : file.items()) {
        QList<Choice>& list = lists[QString::fromStdString(name)];
        for (const Json& row : rows)
            list.append({textAt(row, "/value"), resourceMessage(row, "title"), resourceMessage(row, "note")});
    }
    return lists;
}

RequirementKey::Form keyForm(const QString& word)
{
    static const QHash<QString, RequirementKey::Form> kForms{
        {u"number"_s, RequirementKey::Form::Number},
        {u"boolean"_s, RequirementKey::Form::Boolean},
        {u"oneof"_s, RequirementKey::Form::OneOf},
        {u"zone"_s, RequirementKey::Form::Zone},
    };
    return kForms.value(word, RequirementKey::Form::Text);
}

QList<RequirementKey> loadRequirementKeys()
{
    QList<RequirementKey> keys;
    const Json rows = builtinJson(u"requirements.json"_s);
    for (const Json& row : rows)
        keys.append({
            .key = textAt(row, "/key"),
            .form = keyForm(textAt(row, "/form")),
            .values = textsOf(member(row, "values")),
            .note = resourceMessage(row, "note"),
        });
    return keys;
}

} // namespace

const QList<KindFacts>& knownKinds()
{
    static const QList<KindFacts> kKinds = loadKinds();
    return kKinds;
}

const KindFacts* factsFor(const GroupKind& kind)
{
    static const QHash<GroupKind, const KindFacts*> kByKind = [] {
        QHash<GroupKind, const KindFacts*> byKind;
        for (const KindFacts& facts : knownKinds())
            byKind.insert(facts.kind, &facts);
        return byKind;
    }();
    return kByKind.value(kind, nullptr);
}

const GroupKind& managedCluster()
{
    static const GroupKind kKind{u"containerservice.azure.com"_s, u"ManagedCluster"_s};
    return kKind;
}

int applyWave(const GroupKind& kind)
{
    const KindFacts* facts = factsFor(kind);
    return facts ? facts->wave : kForeignWave;
}

ClusterId clusterFor(
    const GroupKind& kind, Arrangement arrangement, const QString& nameSpace, const QString& clusterName)
{
    const KindFacts* facts = factsFor(kind);
    const bool inWorkload = facts && facts->karpenter && arrangement == Arrangement::Workload;
    return inWorkload ? ClusterId::workload(nameSpace, clusterName) : ClusterId::management();
}

const QList<Choice>& choices(const QString& list)
{
    static const QHash<QString, QList<Choice>> kLists = loadChoices();
    static const QList<Choice> kNone;
    const auto found = kLists.constFind(list);
    return found == kLists.cend() ? kNone : *found;
}

bool hasZones(const QString& location)
{
    static const QSet<QString> kWithout = [] {
        QSet<QString> names;
        const Json file = builtinJson(u"lists.json"_s);
        for (const Json& row : member(file, "locations"))
            if (row.contains("zones") && !flag(row, "zones"))
                names.insert(textAt(row, "/value"));
        return names;
    }();
    return !kWithout.contains(location);
}

const QList<RequirementKey>& requirementKeys()
{
    static const QList<RequirementKey> kKeys = loadRequirementKeys();
    return kKeys;
}

} // namespace argosy
