// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowundertest.h"

#include "build/otherfields.h"

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

constexpr qsizetype kMostKeys = 24; // what is longer is pasted

/// What is typed into a field; cells of rows by the key of their column.
using Typed = QList<std::pair<QString, QString>>;

/// A value that a field refuses, and one that it takes; the wrong one is empty where nobody refuses any text.
struct Trial
{
    Typed wrong, right;
};

Trial text(const QString& wrong, const QString& right)
{
    return {{{{}, wrong}}, {{{}, right}}};
}
Trial anyText(const QString& right)
{
    return {{}, {{{}, right}}};
}
Trial anyItem(const QString& right)
{
    return {{}, {{u"value"_s, right}}};
}
Trial item(const QString& wrong, const QString& right)
{
    return {{{u"value"_s, wrong}}, {{u"value"_s, right}}};
}
Trial anyPair(const QString& key, const QString& value)
{
    return {{}, {{u"key"_s, key}, {u"value"_s, value}}};
}
Trial pair(const QString& wrongKey, const QString& wrongValue, const QString& rightKey, const QString& rightValue)
{
    return {{{u"key"_s, wrongKey}, {u"value"_s, wrongValue}}, {{u"key"_s, rightKey}, {u"value"_s, rightValue}}};
}

/// By form and field. Every field that can be typed into has one.
const QHash<QString, Trial>& trials()
{
    static const QHash<QString, Trial> all{
        {u"resourcegroup.name"_s, text(u"Rg Heron"_s, u"rg-crane"_s)},
        {u"resourcegroup.namespace"_s, text(u"Azure_System"_s, u"azure-system"_s)},
        {u"resourcegroup.location"_s, text(u"north-europe"_s, u"northeurope"_s)},
        {u"resourcegroup.azureName"_s, text(u"rg heron."_s, u"rg-crane"_s)},
        {u"resourcegroup.tags"_s, pair(u"a/b"_s, u"x"_s, u"team"_s, u"platform"_s)},

        {u"cluster.name"_s, text(u"Heron Two!"_s, u"crane"_s)},
        {u"cluster.namespace"_s, text(u"Azure_System"_s, u"azure-system"_s)},
        {u"cluster.resourceGroup"_s, text(u"RG heron"_s, u"rg-heron"_s)},
        {u"cluster.location"_s, text(u"west-europe"_s, u"westeurope"_s)},
        {u"cluster.kubernetesVersion"_s, text(u"latest"_s, u"1.33"_s)},
        {u"cluster.dnsPrefix"_s, text(u"-heron_"_s, u"crane"_s)},
        {u"cluster.skuName"_s, text(u"Huge"_s, u"Base"_s)},
        {u"cluster.azureName"_s, text(u"-heron-"_s, u"crane"_s)},
        {u"cluster.nodeResourceGroup"_s, text(u"nodes."_s, u"nodes"_s)},
        {u"cluster.authorizedIPRanges"_s, item(u"10.0.0.0/99"_s, u"10.0.0.0/24"_s)},
        {u"cluster.podCidr"_s, text(u"10.244.0.0/99"_s, u"10.245.0.0/16"_s)},
        {u"cluster.serviceCidr"_s, text(u"10.0"_s, u"10.1.0.0/16"_s)},
        {u"cluster.dnsServiceIP"_s, text(u"10.0.0.999"_s, u"10.0.0.10"_s)},
        {u"cluster.systemPool.name"_s, text(u"System-Pool"_s, u"system"_s)},
        {u"cluster.systemPool.count"_s, text(u"99999"_s, u"5"_s)},
        {u"cluster.systemPool.vmSize"_s, text(u"big one"_s, u"Standard_D8s_v5"_s)},
        {u"cluster.systemPool.osSKU"_s, text(u"Gentoo"_s, u"Ubuntu"_s)},
        {u"cluster.systemPool.osDiskSizeGB"_s, text(u"99999"_s, u"128"_s)},
        {u"cluster.systemPool.maxPods"_s, text(u"99999"_s, u"110"_s)},
        {u"cluster.systemPool.nodeTaints"_s, item(u"often"_s, u"CriticalAddonsOnly=true:NoSchedule"_s)},
        {u"cluster.systemPool.nodeLabels"_s, pair(u"team"_s, u"x y!"_s, u"team"_s, u"platform"_s)},
        {u"cluster.kubeconfigSecret"_s, text(u"Crane kubeconfig"_s, u"crane-kubeconfig"_s)},
        {u"cluster.kubeconfigKey"_s, text(u"a value"_s, u"value"_s)},
        {u"cluster.tags"_s, pair(u"a/b"_s, u"x"_s, u"team"_s, u"platform"_s)},

        {u"nodeclass.name"_s, text(u"Default!"_s, u"default"_s)},
        {u"nodeclass.osDiskSizeGB"_s, text(u"99999"_s, u"128"_s)},
        {u"nodeclass.maxPods"_s, text(u"99999"_s, u"110"_s)},
        {u"nodeclass.vnetSubnetID"_s,
            text(u"subnet"_s,
                u"/subscriptions/12345678-1234-1234-1234-123456789012/resourceGroups/rg/providers/Microsoft.Network/"
                "virtualNetworks/vnet/subnets/nodes"_s)},
        {u"nodeclass.tags"_s, anyPair(u"team"_s, u"platform"_s)},
        {u"nodeclass.kubelet.imageGCHigh"_s, text(u"999"_s, u"85"_s)},
        {u"nodeclass.kubelet.imageGCLow"_s, text(u"999"_s, u"80"_s)},
        {u"nodeclass.kubelet.containerLogMaxSize"_s, text(u"much"_s, u"50Mi"_s)},
        {u"nodeclass.kubelet.containerLogMaxFiles"_s, text(u"1"_s, u"5"_s)},
        {u"nodeclass.kubelet.podPidsLimit"_s, anyText(u"4096"_s)},
        {u"nodeclass.kubelet.allowedUnsafeSysctls"_s, anyItem(u"net.core.somaxconn"_s)},

        {u"nodepool.name"_s, text(u"Pool!"_s, u"standard"_s)},
        {u"nodepool.nodeClass"_s, text(u"Default!"_s, u"default-nodeclass"_s)},
        {u"nodepool.weight"_s, text(u"999"_s, u"50"_s)},
        {u"nodepool.requirements"_s,
            {{{u"key"_s, u"a b"_s}}, {{u"key"_s, u"karpenter.azure.com/sku-version"_s}, {u"values"_s, u"5"_s}}}},
        {u"nodepool.taints"_s, {{{u"key"_s, u"a b"_s}}, {{u"key"_s, u"dedicated"_s}}}},
        {u"nodepool.startupTaints"_s, {{{u"key"_s, u"a b"_s}}, {{u"key"_s, u"starting"_s}}}},
        {u"nodepool.labels"_s, pair(u"team"_s, u"x y!"_s, u"team"_s, u"platform"_s)},
        {u"nodepool.limits.cpu"_s, text(u"many"_s, u"200"_s)},
        {u"nodepool.limits.memory"_s, text(u"800 gigs"_s, u"800Gi"_s)},
        {u"nodepool.limits.nodes"_s, text(u"few"_s, u"20"_s)},
        {u"nodepool.consolidateAfter"_s, text(u"soon"_s, u"5m"_s)},
        {u"nodepool.expireAfter"_s, text(u"later"_s, u"720h"_s)},
        {u"nodepool.terminationGracePeriod"_s, text(u"a while"_s, u"48h"_s)},
        {u"nodepool.budgets"_s, {{{u"nodes"_s, u"some"_s}}, {{u"nodes"_s, u"20%"_s}}}},
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
        if (text.size() <= kMostKeys) {
            QTest::keyClicks(line, text);
        } else {
            QGuiApplication::clipboard()->setText(text);
            QTest::keyClick(line, Qt::Key_V, Qt::ControlModifier);
        }
        leaveCompletions();
    }

    QString shownProblem(const QString& control) const
    {
        const auto* label = visible<ProblemLabel>(control + u".problem.0"_s);
        return label ? label->problem().message.english() : QString();
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
        for (const auto& [column, text] : typed)
            QCOMPARE(lineOf(visible<QWidget>(cell(control, row, column)))->text(), text);
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
        for (const auto& layout : forms())
            for (const FormGroup& group : layout->groups)
                for (const FormField& field : group.fields)
                    QTest::newRow(qPrintable(layout->name + u'.' + field.name)) << layout << &group << field;
    }

    void everyField()
    {
        QFETCH(std::shared_ptr<const FormLayout>, layout);
        QFETCH(const FormGroup*, group);
        QFETCH(FormField, field);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
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
        QVERIFY2(trials().contains(name), "the test knows no wrong value for this field");
        const Trial trial = trials().value(name);
        const Json others = without(*document, path);
        const QString problemBefore = shownProblem(control);
        int row = -1;
        if (isRows(field)) {
            row = rowCount(control, field);
            visible<QPushButton>(control + u".add"_s)->click();
            QTRY_COMPARE(rowCount(control, field), row + 1);
        }
        if (!trial.wrong.isEmpty()) {
            type(control, row, trial.wrong);
            QTRY_VERIFY2(shownProblem(control) != problemBefore, "nothing is said at the field");
            QTRY_VERIFY(document->isAnalysed());
            checkShown(control, row, trial.wrong);
            QVERIFY(document->text().contains(trial.wrong.constLast().second));
            QCOMPARE(without(*document, path), others);
        }
        type(control, row, trial.right);
        QTRY_COMPARE(shownProblem(control), QString());
        QTRY_VERIFY(document->isAnalysed());
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
