// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowundertest.h"

#include "build/otherfields.h"
#include "widgets/scintilla.h"

#include <argosy/ui/widgets.h>

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;
using Widget = FormField::Widget;

namespace {

constexpr qsizetype kMostKeys = 24; // what is longer is pasted, and what has no keys

/// What is typed into a field; cells of rows by the key of their column.
using Typed = QList<std::pair<QString, QString>>;

/// What a field refuses, and how the message about it begins.
struct Wrong
{
    Typed typed;
    QString says;
};

struct Trial
{
    QList<Wrong> wrong;
    Typed right;
};

Trial trial(const QString& column, const QList<std::pair<QString, QString>>& wrong, const QString& right)
{
    Trial made{{}, {{column, right}}};
    for (const auto& [text, says] : wrong)
        made.wrong.append({{{column, text}}, says});
    return made;
}
Trial text(const QList<std::pair<QString, QString>>& wrong, const QString& right)
{
    return trial({}, wrong, right);
}
Trial item(const QList<std::pair<QString, QString>>& wrong, const QString& right)
{
    return trial(u"value"_s, wrong, right);
}
Typed pair(const QString& key, const QString& value)
{
    return {{u"key"_s, key}, {u"value"_s, value}};
}

/// By form and field. Every field that can be typed into has one.
const QHash<QString, Trial>& trials()
{
    static const QHash<QString, Trial> all{
        {u"resourcegroup.name"_s,
            text({{u"Rg Heron"_s, u"The name Rg Heron"_s}, {{}, u"A document must have a name"_s},
                     {QString(254, u'x'), u"The name xxx"_s}, {u"größe"_s, u"The name größe must"_s}},
                u"rg-crane"_s)},
        {u"resourcegroup.namespace"_s,
            text({{u"Azure_System"_s, u"The namespace Azure_System must"_s},
                     {QString(64, u'n'), u"The namespace nnn"_s}},
                u"azure-system"_s)},
        {u"resourcegroup.location"_s,
            text({{u"north-europe"_s, u"“north-europe” is no Azure region"_s}, {{}, u"spec.location is"_s}},
                u"northeurope"_s)},
        {u"resourcegroup.azureName"_s,
            text({{u"rg heron."_s, u"“rg heron.” is no name for a resource group"_s},
                     {QString(91, u'r'), u"spec.azureName must have at most 90"_s}},
                u"rg-crane"_s)},
        {u"resourcegroup.tags"_s,
            {{{pair(u"a/b"_s, u"x"_s), u"“a/b” is no name for an Azure tag"_s},
                 {pair(u"team"_s, QString(257, u'v')), u"The value of an Azure tag has"_s}},
                pair(u"team"_s, u"platform"_s)}},

        {u"cluster.name"_s,
            text({{u"Heron Two!"_s, u"The name Heron Two!"_s}, {{}, u"A document must have a name"_s},
                     {u" heron"_s, u"The name  heron must"_s}, {QString(254, u'x'), u"The name xxx"_s},
                     {u"héron"_s, u"The name héron must"_s}},
                u"crane"_s)},
        {u"cluster.namespace"_s, text({{u"Azure_System"_s, u"The namespace Azure_System must"_s}}, u"azure-system"_s)},
        {u"cluster.resourceGroup"_s, text({{u"RG heron"_s, u"“RG heron” cannot be the name"_s}}, u"rg-heron"_s)},
        {u"cluster.location"_s,
            text({{u"west-europe"_s, u"“west-europe” is no Azure region"_s}, {{}, u"spec.location is"_s}},
                u"westeurope"_s)},
        {u"cluster.kubernetesVersion"_s,
            text({{u"latest"_s, u"“latest” is no"_s}, {u"v1.33"_s, u"“v1.33” is no"_s}}, u"1.33"_s)},
        {u"cluster.dnsPrefix"_s,
            text({{u"-heron_"_s, u"“-heron_” is no DNS prefix"_s}, {{}, u"The cluster needs a dnsPrefix"_s},
                     {QString(55, u'd'), u"“ddd"_s}, {u"a b"_s, u"“a b” is no DNS"_s}},
                u"crane"_s)},
        {u"cluster.skuName"_s,
            text({{u"Huge"_s, u"spec.sku.name cannot be Huge"_s}, {u"base"_s, u"spec.sku.name cannot be base"_s}},
                u"Base"_s)},
        {u"cluster.azureName"_s, text({{u"-heron-"_s, u"“-heron-” is no name for an AKS"_s}}, u"crane"_s)},
        {u"cluster.nodeResourceGroup"_s,
            text({{u"nodes."_s, u"“nodes.” is no name for a resource group"_s}}, u"nodes"_s)},
        {u"cluster.authorizedIPRanges"_s,
            item({{u"10.0.0.0/99"_s, u"“10.0.0.0/99” is no address range"_s},
                     {u"office"_s, u"“office” is no address range"_s}},
                u"10.0.0.0/24"_s)},
        {u"cluster.podCidr"_s,
            text({{u"10.244.0.0/99"_s, u"spec.networkProfile.podCidr must be an IPv4 range"_s},
                     {u"10.244.0.0"_s, u"“10.244.0.0” is no address range"_s},
                     {u"10.244.0.0/30"_s, u"The pod range 10.244.0.0/30 has no room"_s}},
                u"10.245.0.0/16"_s)},
        {u"cluster.serviceCidr"_s,
            text({{u"10.0"_s, u"spec.networkProfile.serviceCidr must be an IPv4 range"_s},
                     {u"10.0.0.0/8"_s, u"The service range 10.0.0.0/8 is too large"_s},
                     {u"10.0.0.0 /16"_s, u"spec.networkProfile.serviceCidr must be an IPv4 range"_s}},
                u"10.1.0.0/16"_s)},
        {u"cluster.dnsServiceIP"_s,
            text({{u"10.0.0.999"_s, u"spec.networkProfile.dnsServiceIP must be an IPv4 address"_s},
                     {u"10.99.0.10"_s, u"The DNS service"_s}, {u"10.0.0.1"_s, u"10.0.0.1 is the first address"_s}},
                u"10.0.0.10"_s)},
        {u"cluster.systemPool.name"_s,
            text({{u"System-Pool"_s, u"“System-Pool” is no name for an agent pool"_s},
                     {u"pool234567890"_s, u"“pool234567890” is no name"_s}, {u"1st"_s, u"“1st” is no name"_s},
                     {{}, u"spec.agentPoolProfiles[0].name is required"_s}},
                u"system"_s)},
        {u"cluster.systemPool.count"_s,
            text({{u"99999"_s, u"count lies between"_s}, {u"0"_s, u"A system pool needs at least one node"_s},
                     {u"-1"_s, u"count lies between"_s}},
                u"5"_s)},
        {u"cluster.systemPool.vmSize"_s,
            text({{u"big one"_s, u"“big one” is no size"_s}, {u"standard_d4s_v5"_s, u"“standard_d4s_v5” is no size"_s},
                     {u"Standard_B2s"_s, u"System pools do not run on the burstable"_s}},
                u"Standard_D8s_v5"_s)},
        {u"cluster.systemPool.osSKU"_s,
            text({{u"Gentoo"_s, u"spec.agentPoolProfiles[0].osSKU cannot be Gentoo"_s},
                     {u"ubuntu"_s, u"spec.agentPoolProfiles[0].osSKU cannot be ubuntu"_s}},
                u"Ubuntu"_s)},
        {u"cluster.systemPool.osDiskSizeGB"_s,
            text({{u"99999"_s, u"spec.agentPoolProfiles[0].osDiskSizeGB must be at most"_s},
                     {u"-1"_s, u"spec.agentPoolProfiles[0].osDiskSizeGB must be at least"_s}},
                u"128"_s)},
        {u"cluster.systemPool.maxPods"_s,
            text({{u"99999"_s, u"maxPods lies between"_s}, {u"5"_s, u"maxPods lies between"_s}}, u"110"_s)},
        {u"cluster.systemPool.nodeTaints"_s,
            item({{u"often"_s, u"“often” is no taint"_s}, {u"a=b:Noschedule"_s, u"“a=b:Noschedule” is no taint"_s}},
                u"CriticalAddonsOnly=true:NoSchedule"_s)},
        {u"cluster.systemPool.nodeLabels"_s,
            {{{pair(u"team"_s, u"x y!"_s), u"team: x y! is no label"_s},
                 {pair(u"-team"_s, u"x"_s), u"-team: x is no label"_s}},
                pair(u"team"_s, u"platform"_s)}},
        {u"cluster.kubeconfigSecret"_s,
            text({{u"Crane kubeconfig"_s, u"“Crane kubeconfig” cannot be the name of a Secret"_s}},
                u"crane-kubeconfig"_s)},
        {u"cluster.kubeconfigKey"_s, text({{u"a value"_s, u"“a value” cannot be a key of a Secret"_s}}, u"value"_s)},
        {u"cluster.tags"_s,
            {{{pair(u"a/b"_s, u"x"_s), u"“a/b” is no name for an Azure tag"_s}}, pair(u"team"_s, u"platform"_s)}},

        {u"nodeclass.name"_s,
            text({{u"Default!"_s, u"The name Default! must"_s}, {{}, u"A document must have a name"_s}}, u"default"_s)},
        {u"nodeclass.osDiskSizeGB"_s,
            text({{u"99999"_s, u"spec.osDiskSizeGB must be at most 2048"_s},
                     {u"29"_s, u"spec.osDiskSizeGB must be at least 30"_s}},
                u"128"_s)},
        {u"nodeclass.maxPods"_s,
            text({{u"99999"_s, u"spec.maxPods must be at most 250"_s}, {u"9"_s, u"spec.maxPods must be at least 10"_s}},
                u"110"_s)},
        {u"nodeclass.vnetSubnetID"_s,
            text({{u"subnet"_s, u"spec.vnetSubnetID must be the ID of a subnet"_s}},
                u"/subscriptions/12345678-1234-1234-1234-123456789012/resourceGroups/rg/providers/"
                "Microsoft.Network/virtualNetworks/vnet/subnets/nodes"_s)},
        {u"nodeclass.tags"_s,
            {{{pair(u"a<b"_s, u"x"_s), u"“a<b” is no name for an Azure tag"_s},
                 {pair(u"team"_s, QString(257, u'v')), u"The value of an Azure tag"_s}},
                pair(u"team"_s, u"platform"_s)}},
        {u"nodeclass.kubelet.imageGCHigh"_s,
            text({{u"999"_s, u"spec.kubelet.imageGCHighThresholdPercent must be at most 100"_s},
                     {u"-1"_s, u"spec.kubelet.imageGCHighThresholdPercent must be at least 0"_s}},
                u"85"_s)},
        {u"nodeclass.kubelet.imageGCLow"_s,
            text({{u"999"_s, u"spec.kubelet.imageGCLowThresholdPercent must be at most 100"_s},
                     {u"-1"_s, u"spec.kubelet.imageGCLowThresholdPercent must be at least 0"_s}},
                u"80"_s)},
        {u"nodeclass.kubelet.containerLogMaxSize"_s,
            text({{u"much"_s, u"spec.kubelet.containerLogMaxSize must be a whole number with a unit"_s},
                     {u"50 Mi"_s, u"spec.kubelet.containerLogMaxSize must be a whole number with a unit"_s},
                     {u"50mi"_s, u"spec.kubelet.containerLogMaxSize must be a whole number with a unit"_s}},
                u"50Mi"_s)},
        {u"nodeclass.kubelet.containerLogMaxFiles"_s,
            text({{u"1"_s, u"spec.kubelet.containerLogMaxFiles must be at least 2"_s}}, u"5"_s)},
        {u"nodeclass.kubelet.podPidsLimit"_s, text({{u"-2"_s, u"A pod"_s}, {u"99999999"_s, u"A pod"_s}}, u"4096"_s)},
        {u"nodeclass.kubelet.allowedUnsafeSysctls"_s,
            item({{u"vm.swappiness"_s, u"“vm.swappiness” is no sysctl of pods"_s}}, u"net.core.somaxconn"_s)},

        {u"nodepool.name"_s,
            text({{u"Pool!"_s, u"The name Pool! must"_s}, {{}, u"A document must have a name"_s}}, u"standard"_s)},
        {u"nodepool.nodeClass"_s,
            text({{u"Default!"_s, u"No document here is the AKSNodeClass Default!"_s},
                     {u"gone"_s, u"No document here is the AKSNodeClass gone"_s},
                     {{}, u"spec.template.spec.nodeClassRef.name is required"_s}},
                u"default-nodeclass"_s)},
        {u"nodepool.weight"_s,
            text({{u"999"_s, u"spec.weight must be at most 100"_s}, {u"0"_s, u"spec.weight must be at least 1"_s}},
                u"50"_s)},
        {u"nodepool.requirements"_s,
            {{{{{u"key"_s, u"a b"_s}}, u"spec.template.spec.requirements[5].key must be a name"_s},
                 {{{u"key"_s, u"karpenter.azure.com/sku-version"_s}}, u"The operator In needs a value"_s},
                 {{{u"key"_s, u"karpenter.azure.com/sku-cpu"_s}, {u"operator"_s, u"Gt"_s}, {u"values"_s, u"many"_s}},
                     u"The operator Gt takes exactly one"_s},
                 {{{u"key"_s, u"karpenter.sh/colour"_s}, {u"values"_s, u"red"_s}},
                     u"Karpenter refuses the key karpenter.sh/colour"_s},
                 {{{u"key"_s, u"topology.kubernetes.io/zone"_s}, {u"values"_s, u"1"_s}}, u"“1” is no zone"_s},
                 {{{u"key"_s, u"team"_s}, {u"values"_s, u"x-"_s}}, u"“x-” is no value of a label"_s}},
                {{u"key"_s, u"karpenter.azure.com/sku-version"_s}, {u"values"_s, u"5"_s}}}},
        {u"nodepool.taints"_s,
            {{{{{u"key"_s, u"a b"_s}}, u"spec.template.spec.taints[0].key must be a name"_s},
                 {{{u"key"_s, u"dedicated"_s}, {u"value"_s, u"x y!"_s}},
                     u"spec.template.spec.taints[0].value must be a name"_s}},
                {{u"key"_s, u"dedicated"_s}, {u"value"_s, u"true"_s}}}},
        {u"nodepool.startupTaints"_s,
            {{{{{u"key"_s, u"a b"_s}}, u"spec.template.spec.startupTaints[1].key must be a name"_s},
                 {{{u"key"_s, u"starting"_s}, {u"value"_s, u"x y!"_s}},
                     u"spec.template.spec.startupTaints[1].value must be a name"_s}},
                {{u"key"_s, u"starting"_s}, {u"value"_s, u"true"_s}}}},
        {u"nodepool.labels"_s,
            {{{pair(u"team"_s, u"x y!"_s), u"spec.template.metadata.labels.team must consist"_s},
                 {pair(u"a b"_s, u"x"_s), u"“a b” is no label"_s},
                 {pair(u"kubernetes.io/hostname"_s, u"x"_s), u"Karpenter refuses the key"_s}},
                pair(u"team"_s, u"platform"_s)}},
        {u"nodepool.limits.cpu"_s,
            text({{u"many"_s, u"spec.limits.cpu must be a quantity"_s},
                     {u"1,000"_s, u"spec.limits.cpu must be a quantity"_s}},
                u"200"_s)},
        {u"nodepool.limits.memory"_s,
            text({{u"800 gigs"_s, u"spec.limits.memory must be a quantity"_s},
                     {u"800gi"_s, u"spec.limits.memory must be a quantity"_s}},
                u"800Gi"_s)},
        {u"nodepool.limits.nodes"_s, text({{u"few"_s, u"spec.limits.nodes must be a quantity"_s}}, u"20"_s)},
        {u"nodepool.consolidateAfter"_s,
            text({{u"soon"_s, u"spec.disruption.consolidateAfter must be a duration"_s},
                     {u"5 m"_s, u"spec.disruption.consolidateAfter must be a duration"_s},
                     {u"never"_s, u"spec.disruption.consolidateAfter must be a duration"_s}},
                u"5m"_s)},
        {u"nodepool.expireAfter"_s,
            text({{u"later"_s, u"spec.template.spec.expireAfter must be a duration"_s},
                     {u"30d"_s, u"spec.template.spec.expireAfter must be a duration"_s}},
                u"720h"_s)},
        {u"nodepool.terminationGracePeriod"_s,
            text({{u"a while"_s, u"spec.template.spec.terminationGracePeriod must be a duration"_s},
                     {u"Never"_s, u"spec.template.spec.terminationGracePeriod must be a duration"_s}},
                u"48h"_s)},
        {u"nodepool.budgets"_s,
            {{{{{u"nodes"_s, u"some"_s}}, u"spec.disruption.budgets["_s},
                 {{{u"nodes"_s, u"101%"_s}}, u"spec.disruption.budgets["_s},
                 {{{u"nodes"_s, u"1"_s}, {u"schedule"_s, u"hourly"_s}, {u"duration"_s, u"8h"_s}},
                     u"spec.disruption.budgets["_s},
                 {{{u"nodes"_s, u"1"_s}, {u"schedule"_s, u"@daily"_s}, {u"duration"_s, u"8 hours"_s}},
                     u"spec.disruption.budgets["_s},
                 {{{u"nodes"_s, u"1"_s}, {u"schedule"_s, u"@daily"_s}}, u"A budget has a schedule"_s}},
                {{u"nodes"_s, u"20%"_s}, {u"schedule"_s, u"@daily"_s}, {u"duration"_s, u"8h"_s}}}},
    };
    return all;
}

bool isTyped(const FormField& field)
{
    switch (field.widget) {
    case Widget::Switch:
    case Widget::Checks: return false;
    case Widget::Choice: return !field.strict;
    default: return true;
    }
}

bool isRows(const FormField& field)
{
    return field.widget == Widget::List || field.widget == Widget::Map || field.widget == Widget::Table;
}

/// The document's value without that field, and without the parents that it alone fills.
Json without(const Document& document, const FieldPath& path)
{
    Json value = *document.lastGood()->parts.constFirst().yaml.value;
    for (nlohmann::json::json_pointer at(path.toPointer().toStdString()); !at.empty(); at.pop_back()) {
        if (!value.contains(at))
            continue;
        if (at.to_string() != path.toPointer().toStdString() && !value[at].empty())
            break;
        value[at.parent_pointer()].erase(at.back());
    }
    return value;
}

} // namespace

/// Every field of every form, from the layouts: what is refused is said where it is typed and loses nothing.
class TestFormValues : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowUnderTest> m_window;
    FormLayouts m_layouts = FormLayouts::load(Paths::below(QDir::tempPath() + u"/none"_s));

    QList<std::shared_ptr<const FormLayout>> forms() const
    {
        return {m_layouts.find({u"resources.azure.com"_s, u"ResourceGroup"_s}),
            m_layouts.find({u"containerservice.azure.com"_s, u"ManagedCluster"_s}),
            m_layouts.find({u"karpenter.azure.com"_s, u"AKSNodeClass"_s}),
            m_layouts.find({u"karpenter.sh"_s, u"NodePool"_s})};
    }

    Document* showForm(const FormLayout& layout)
    {
        for (Document* document : m_window->session.workspace().documents())
            if (document->lastGood()->parts.constFirst().object.groupKind() == layout.kind) {
                const QList<Page*> pages = m_window->window.findChildren<Page*>();
                const auto build = std::ranges::find(pages, u"build"_s, &Page::id);
                (*build)->showField(document->fileName(), 1, {});
                return document;
            }
        return nullptr;
    }

    /// The one that is on the screen: each document has a form of its own.
    template <class T> T* visible(const QString& name) const
    {
        for (T* found : m_window->window.findChildren<T*>(name))
            if (found->isVisible())
                return found;
        return nullptr;
    }

    static QLineEdit* lineOf(QWidget* control)
    {
        auto* line = qobject_cast<QLineEdit*>(control);
        return line ? line : control->findChild<QLineEdit*>();
    }

    /// As a click elsewhere does; offscreen the window is not given back its focus.
    void leaveCompletions()
    {
        if (QWidget* popup = QApplication::activePopupWidget())
            popup->close();
        m_window->window.activateWindow();
        QTRY_VERIFY(m_window->window.isActiveWindow());
    }

    void typeInto(QWidget* control, const QString& text)
    {
        if (auto* choice = qobject_cast<QComboBox*>(control); choice && !choice->isEditable()) {
            choice->setFocus();
            QTest::keyClicks(choice, text);
            return;
        }
        QLineEdit* line = lineOf(control);
        line->setFocus();
        line->selectAll();
        if (text.isEmpty()) {
            QTest::keyClick(line, Qt::Key_Delete);
            QTest::keyClick(line, Qt::Key_Tab); // left empty, a field is removed
        } else if (text.size() <= kMostKeys && QtPrivate::isAscii(text)) {
            QTest::keyClicks(line, text);
        } else {
            QGuiApplication::clipboard()->setText(text);
            QTest::keyClick(line, Qt::Key_V, Qt::ControlModifier);
        }
        leaveCompletions();
    }

    QStringList shownProblems(const QString& control) const
    {
        QStringList texts;
        while (const auto* label = visible<ProblemLabel>(u"%1.problem.%2"_s.arg(control).arg(texts.size())))
            texts.append(label->problem().message.english());
        return texts;
    }

    /// The control of a column in the row that is being filled.
    QString cell(const QString& control, int row, const QString& column) const
    {
        return column.isEmpty() ? control : u"%1.%2.%3"_s.arg(control, QString::number(row), column);
    }

    int rowCount(const QString& control, const FormField& field) const
    {
        const QString column = field.widget == Widget::Map ? u"key"_s
            : field.widget == Widget::List                 ? u"value"_s
                                                           : field.columns.constFirst().key;
        int rows = 0;
        while (visible<QWidget>(cell(control, rows, column)))
            ++rows;
        return rows;
    }

    void type(const QString& control, int row, const Typed& typed)
    {
        for (const auto& [column, text] : typed) {
            auto* widget = visible<QWidget>(cell(control, row, column));
            QVERIFY2(widget, qPrintable(cell(control, row, column)));
            typeInto(widget, text);
            if (!column.isEmpty())
                QTest::keyClick(lineOf(widget), Qt::Key_Tab);
        }
    }

    void checkShown(const QString& control, int row, const Typed& typed)
    {
        for (const auto& [column, text] : typed) {
            auto* widget = visible<QWidget>(cell(control, row, column));
            const auto* choice = qobject_cast<QComboBox*>(widget);
            QCOMPARE(choice ? choice->currentText() : lineOf(widget)->text(), text);
        }
    }

    /// The YAML on the screen has it; what was emptied is gone from it.
    void checkWritten(const Document& document, const FieldPath& path, const Typed& typed)
    {
        QCOMPARE(visible<QsciScintilla>(u"build.yaml"_s)->text(), document.text());
        const Json& written =
            valueAt(*document.lastGood()->parts.constFirst().yaml.value, path.toPointer().toStdString());
        for (const auto& [column, text] : typed) {
            if (text.isEmpty())
                QVERIFY(written.is_null());
            else
                QVERIFY2(toCompactJson(written).contains(text.toUtf8()), toCompactJson(written).constData());
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_window = std::make_unique<WindowUnderTest>();
        m_window->window.resize(1280, 1000);
        m_window->window.showPage(u"build"_s);
        m_window->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_window->window));
        m_window->session.workspace().addCluster(newCluster(u"heron"_s, u"westeurope"_s).value());
        QTRY_VERIFY(m_window->session.workspace().isAnalysed());
        for (const auto& layout : forms()) {
            QVERIFY(showForm(*layout));
            QTRY_VERIFY(visible<QToolButton>(u"build.form.allFields"_s));
            visible<QToolButton>(u"build.form.allFields"_s)->click();
        }
    }
    void cleanupTestCase() { m_window.reset(); }

    void everyField_data()
    {
        QTest::addColumn<std::shared_ptr<const FormLayout>>("layout");
        QTest::addColumn<const FormGroup*>("group");
        QTest::addColumn<FormField>("field");
        QTest::addColumn<Wrong>("wrong");
        for (const auto& layout : forms())
            for (const FormGroup& group : layout->groups)
                for (const FormField& field : group.fields) {
                    const QString name = layout->name + u'.' + field.name;
                    QList<Wrong> wrong = trials().value(name).wrong;
                    if (wrong.isEmpty()) // all the same: the test says so where that cannot be
                        wrong.append(Wrong());
                    for (qsizetype i = 0; i < wrong.size(); ++i)
                        QTest::addRow("%s %d", qPrintable(name), int(i)) << layout << &group << field << wrong[i];
                }
    }

    void everyField()
    {
        QFETCH(std::shared_ptr<const FormLayout>, layout);
        QFETCH(const FormGroup*, group);
        QFETCH(FormField, field);
        QFETCH(Wrong, wrong);
        const QString name = layout->name + u'.' + field.name;
        const QString control = u"build."_s + name;
        Document* document = showForm(*layout);
        QTRY_VERIFY(visible<QWidget>(control + u".row"_s));
        const QString before = document->text();
        const FieldPath base = group->base(*document->lastGood()->parts.constFirst().yaml.value);
        FieldPath path = base;
        for (const FieldPath::Segment& segment : field.path.segments())
            path = path / segment.key;

        if (!isTyped(field)) { // it offers only what is right
            auto* choice = visible<QComboBox>(control);
            if (choice) {
                typeInto(choice, u"Zzz"_s);
                QVERIFY(choice->findText(u"Zzz"_s) < 0);
            }
            QCOMPARE(document->text(), before);
            return;
        }
        QVERIFY2(!wrong.typed.isEmpty(), "the test knows no wrong value for this field");
        const Json others = without(*document, path);
        int row = -1;
        if (isRows(field)) {
            row = rowCount(control, field);
            visible<QPushButton>(control + u".add"_s)->click();
            QTRY_COMPARE(rowCount(control, field), row + 1);
        }
        type(control, row, wrong.typed);
        const auto isSaid = [&] {
            return std::ranges::any_of(
                shownProblems(control), [&](const QString& problem) { return problem.startsWith(wrong.says); });
        };
        QVERIFY2(QTest::qWaitFor(isSaid), qPrintable(shownProblems(control).join(u'\n')));
        for (const QString& problem : shownProblems(control))
            QVERIFY2(problem.endsWith(u'.') && !problem.contains(u"pattern"_s), qPrintable(problem));
        QTRY_VERIFY(document->isAnalysed());
        checkShown(control, row, wrong.typed);
        checkWritten(*document, path, wrong.typed);
        QCOMPARE(without(*document, path), others);

        type(control, row, trials().value(name).right);
        QTRY_COMPARE(shownProblems(control), QStringList());
        QTRY_VERIFY(document->isAnalysed());
        checkWritten(*document, path, trials().value(name).right);
        QCOMPARE(without(*document, path), others);
    }

    void whatHasNoControlIsListed()
    {
        const auto layout = m_layouts.find({u"containerservice.azure.com"_s, u"ManagedCluster"_s});
        Document* document = showForm(*layout);
        const Json value = *parseYaml(u"apiVersion: v\nkind: ManagedCluster\nmetadata: {name: a, labels: {team: x}}\n"
                                      "spec:\n  location: westeurope\n  fqdnSubdomain: sub\n"
                                      "  agentPoolProfiles:\n  - {mode: User, name: other}\n"
                                      "  - {mode: System, count: 3, enableFIPS: true}\n"_s)
                                .documents.constFirst()
                                .value;
        const QList<OtherField> expected{{FieldPath::fromDotted(u"metadata.labels"), u"{\"team\":\"x\"}"_s},
            {FieldPath::fromDotted(u"spec.agentPoolProfiles[0]"), u"{\"mode\":\"User\",\"name\":\"other\"}"_s},
            {FieldPath::fromDotted(u"spec.agentPoolProfiles[1].enableFIPS"), u"true"_s},
            {FieldPath::fromDotted(u"spec.agentPoolProfiles[1].mode"), u"System"_s},
            {FieldPath::fromDotted(u"spec.fqdnSubdomain"), u"sub"_s}};
        QList<OtherField> found = otherFields(value, shownFields(*layout, value));
        std::ranges::sort(found, [](const OtherField& a, const OtherField& b) { return a.path < b.path; });
        QCOMPARE(found, expected);

        document->setField(0, FieldPath::fromDotted(u"spec.fqdnSubdomain"), "sub", nullptr);
        QTRY_VERIFY(document->isAnalysed());
        auto* list = visible<QTreeWidget>(u"build.form.others"_s);
        QVERIFY(list);
        const auto rows = [list] { return list->findItems(u"spec.fqdnSubdomain"_s, Qt::MatchExactly); };
        QTRY_COMPARE(rows().size(), 1);
        QCOMPARE(rows().constFirst()->text(1), u"sub"_s);
        list->setCurrentItem(rows().constFirst());
        list->setFocus();
        visible<QLineEdit>(u"build.form.filter"_s)->setText(u"fqdn"_s);
        m_window->shootBoth(u"build-others"_s);
        QTest::keyClick(list, Qt::Key_Return);
        auto* yaml = visible<QWidget>(u"build.yaml"_s);
        QVERIFY(yaml->hasFocus());
        QTest::keyClicks(yaml, u"x"_s); // the cursor stands at the key
        QVERIFY(document->text().contains(u"\n  xfqdnSubdomain: sub\n"_s));
        visible<QLineEdit>(u"build.form.filter"_s)->clear();
    }

    void aFilterNarrowsTheFields()
    {
        showForm(*m_layouts.find({u"containerservice.azure.com"_s, u"ManagedCluster"_s}));
        auto* name = visible<QWidget>(u"build.cluster.name"_s);
        name->setFocus();
        QTest::keyClick(name, Qt::Key_F, Qt::ControlModifier);
        auto* filter = visible<QLineEdit>(u"build.form.filter"_s);
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, u"cidr pod"_s);
        QVERIFY(visible<QWidget>(u"build.cluster.podCidr"_s));
        QVERIFY(!visible<QWidget>(u"build.cluster.serviceCidr"_s));
        QVERIFY(!visible<QWidget>(u"build.cluster.name"_s));
        const auto* count = visible<QLabel>(u"build.form.count"_s);
        QVERIFY(QRegularExpression(u"^\\d+ field\\(s\\) hidden$"_s).match(count->text()).hasMatch());
        m_window->shootBoth(u"build-filter"_s);
        QTest::keyClicks(filter, u" nothing"_s);
        QCOMPARE(count->text(), u"No field matches"_s);
        QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY(visible<QWidget>(u"build.cluster.name"_s));
        QVERIFY(visible<QWidget>(u"build.cluster.name"_s)->hasFocus());
        QVERIFY(count->text().isEmpty()); // all fields are shown
    }

    void cleanup()
    {
        for (Document* document : m_window->session.workspace().documents())
            while (document->canUndo())
                document->undo();
        QTRY_VERIFY(m_window->session.workspace().isAnalysed());
        QCoreApplication::processEvents();
    }
};

QTEST_MAIN(TestFormValues)
#include "tst_formvalues.moc"
