// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowundertest.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTranslator>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace argosy;

namespace {

const QString kClusterText = u"# the platform team's cluster\n"
                             "apiVersion: containerservice.azure.com/v1api20250801\n"
                             "kind: ManagedCluster\n"
                             "metadata:\n"
                             "  name: heron   # short\n"
                             "  namespace: azure-system\n"
                             "spec:\n"
                             "  location: westeurope\n"
                             "  owner:\n"
                             "    name: rg-heron\n"
                             "  kubernetesVersion: '1.32'  # quoted\n"
                             "  agentPoolProfiles:\n"
                             "    - name: system\n"
                             "      mode: System\n"
                             "      count: 3\n"
                             "      vmSize: Standard_D4s_v5\n"_s;

} // namespace

/// The build page with a workspace, driven as a person does: by keys and clicks on named controls.
class TestBuild : public QObject
{
    Q_OBJECT

    struct Fixture : WindowUnderTest
    {
        Fixture() { window.showPage(u"build"_s); }
    };

private Q_SLOTS:
    void typingInTheFormChangesOneLine()
    {
        Fixture f;
        Document* document = f.add(u"cluster.yaml"_s, kClusterText);
        auto* version = f.child<QComboBox>(u"build.cluster.kubernetesVersion"_s);
        QVERIFY(version);
        QTRY_COMPARE(version->currentText(), u"1.32"_s);
        version->setFocus();
        version->lineEdit()->selectAll();
        QTest::keyClicks(version->lineEdit(), u"1.33.2"_s);
        const QString expected = QString(kClusterText).replace(u"'1.32'"_s, u"'1.33.2'"_s);
        QTRY_COMPARE(document->text(), expected);
        QTRY_VERIFY(document->isAnalysed());
        QCOMPARE(version->currentText(), u"1.33.2"_s);
    }

    void typingInTheYamlChangesTheForm()
    {
        Fixture f;
        Document* document = f.add(u"cluster.yaml"_s, kClusterText);
        auto* count = f.child<QSpinBox>(u"build.cluster.systemPool.count"_s);
        QVERIFY(count);
        QTRY_COMPARE(count->value(), 3);
        document->edit(
            {{.offset = kClusterText.indexOf(u"count: 3"_s) + 7, .removed = u"3"_s, .inserted = u"5"_s}}, nullptr);
        QTRY_COMPARE(count->value(), 5);
    }

    void keysInTheEditorBecomeOneStepOfHistory()
    {
        Fixture f;
        // Scintilla counts bytes, the document UTF-16 units: these differ before every key below.
        const QString text = u"# für 😀\n"_s + kClusterText;
        Document* document = f.add(u"cluster.yaml"_s, text);
        auto* yaml = f.child<QWidget>(u"build.yaml"_s);
        QVERIFY(yaml);
        yaml->setFocus();
        QTest::keyClick(yaml, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(yaml, u"# note"_s);
        QCOMPARE(document->text(), text + u"# note"_s);
        document->undo();
        QCOMPARE(document->text(), text);
        document->redo();
        QCOMPARE(document->text(), text + u"# note"_s);
    }

    void aSuggestionIsDoneFromTheProblemList()
    {
        Fixture f;
        Document* document = f.add(u"cluster.yaml"_s, QString(kClusterText).replace(u"  location:"_s, u"  locaton:"_s));
        auto* problems = f.child<QTreeWidget>(u"build.problems"_s);
        QVERIFY(problems);
        QTRY_VERIFY(problems->topLevelItemCount() > 0);
        const QList<QTreeWidgetItem*> unknown = problems->findItems(u"locaton"_s, Qt::MatchContains, 1);
        QVERIFY(!unknown.isEmpty());
        problems->setCurrentItem(unknown.constFirst());
        f.child<QAction>(u"build.problems.fix"_s)->trigger();
        QTRY_COMPARE(document->text(), kClusterText);
    }

    void aNewClusterIsWrittenAsDocuments()
    {
        Fixture f;
        f.child<QAction>(u"build.new"_s)->trigger();
        auto* name = f.child<QLineEdit>(u"build.newCluster.name"_s);
        auto* create = f.child<QPushButton>(u"build.newCluster.create"_s);
        QVERIFY(name && create);
        QVERIFY(!create->isEnabled());
        QTest::keyClicks(name, u"Heron!"_s);
        QVERIFY(!create->isEnabled());
        Fixture::shoot(*name->window(), u"newcluster-light"_s);
        name->clear();
        QTest::keyClicks(name, u"heron"_s);
        QVERIFY(create->isEnabled());
        QTest::mouseClick(create, Qt::LeftButton);
        QVERIFY(f.session.workspace().documents().size() >= 5);
        QTRY_VERIFY(f.session.workspace().isAnalysed());
        QCOMPARE(f.session.workspace().errorCount(), 0);
    }

    void aPresetIsOneStepOfHistory()
    {
        Fixture f;
        f.session.workspace().addCluster(newCluster(u"heron"_s, u"westeurope"_s).value());
        QTRY_VERIFY(f.session.workspace().isAnalysed());
        auto* list = f.child<QAbstractItemView>(u"build.documents"_s);
        list->setCurrentIndex(list->model()->index(list->model()->rowCount() - 1, 0));
        Document* pool = f.session.workspace().documents().constLast();
        const QString before = pool->text();
        const QList<QComboBox*> boxes = f.window.findChildren<QComboBox*>(u"build.nodepool.preset"_s);
        const auto shown = std::ranges::find_if(boxes, [](const QComboBox* box) { return box->isVisible(); });
        QVERIFY(shown != boxes.cend());
        (*shown)->setFocus();
        (*shown)->setCurrentIndex((*shown)->findData(u"spot-optimized"_s));
        Q_EMIT(*shown)->activated((*shown)->currentIndex());
        QTRY_VERIFY(pool->text().contains(u"spot"_s));
        QTRY_VERIFY(pool->isAnalysed());
        QCOMPARE(pool->analysis()->errorCount(), 0);
        pool->undo();
        QCOMPARE(pool->text(), before);
    }

    void aTextThatDoesNotParseIsKept()
    {
        Fixture f;
        Document* document = f.add(u"cluster.yaml"_s, kClusterText);
        auto* name = f.child<QLineEdit>(u"build.cluster.name"_s);
        QVERIFY(name);
        QTRY_COMPARE(name->text(), u"heron"_s);
        const QString broken = QString(kClusterText).replace(u"name: heron"_s, u"name: [heron"_s);
        document->edit({{.offset = kClusterText.indexOf(u"heron   "_s), .removed = {}, .inserted = u"["_s}}, nullptr);
        QTRY_VERIFY(!name->isEnabled());
        QCOMPARE(document->text(), broken);
        QCOMPARE(name->text(), u"heron"_s);
        Fixture::shoot(f.window, u"build-broken-light"_s);
        document->undo();
        QTRY_VERIFY(name->isEnabled());
        QCOMPARE(document->text(), kClusterText);
    }

    void aClearedFieldIsRemoved()
    {
        Fixture f;
        Document* document = f.add(u"cluster.yaml"_s, kClusterText);
        auto* reset = f.child<QWidget>(u"build.cluster.kubernetesVersion.reset"_s);
        QVERIFY(reset);
        QTRY_VERIFY(reset->isVisible());
        QTest::mouseClick(reset, Qt::LeftButton);
        QTRY_VERIFY(!document->text().contains(u"kubernetesVersion"_s));
        QTRY_VERIFY(!reset->isVisible());
    }

    void requirementsAreRows()
    {
        Fixture f;
        f.window.resize(1440, 900);
        f.session.workspace().addCluster(newCluster(u"heron"_s, u"westeurope"_s).value());
        QTRY_VERIFY(f.session.workspace().isAnalysed());
        auto* list = f.child<QAbstractItemView>(u"build.documents"_s);
        QVERIFY(list);
        list->setCurrentIndex(list->model()->index(list->model()->rowCount() - 1, 0));
        auto* add = f.child<QPushButton>(u"build.nodepool.requirements.add"_s);
        QVERIFY(add);
        add->click();
        Document* pool = f.session.workspace().documents().constLast();
        const auto rows = [&] {
            const Json& items =
                valueAt(*pool->analysis()->parts.constFirst().yaml.value, "/spec/template/spec/requirements");
            return items.size();
        };
        const auto before = rows();
        const QString cell = u"build.nodepool.requirements.%1.key"_s.arg(before);
        auto* key = f.child<QComboBox>(cell);
        QVERIFY(key);
        QTest::keyClicks(key->lineEdit(), u"kubernetes.io/os"_s);
        QTRY_COMPARE(rows(), before + 1);
        QTRY_VERIFY(pool->text().contains(u"kubernetes.io/os"_s));
        Fixture::shoot(f.window, u"build-nodepool-light"_s);
    }

    void textsOfFormsAndListsAreTranslated()
    {
        struct Marking final : QTranslator
        {
            bool isEmpty() const override { return false; }
            QString translate(const char* context, const char* text, const char*, int) const override
            {
                const bool isOurs = qstrcmp(context, "forms") == 0 || qstrcmp(context, "platform") == 0;
                return isOurs ? u'«' + QString::fromUtf8(text) + u'»' : QString();
            }
        } marking;
        QCoreApplication::installTranslator(&marking);
        Fixture f;
        f.add(u"cluster.yaml"_s, kClusterText);
        QVERIFY(std::ranges::any_of(f.child<QWidget>(u"build.cluster.podCidr.row"_s)->findChildren<QLabel*>(),
            [](const QLabel* label) { return label->text() == u"«Pod CIDR»"; }));
        QCOMPARE(f.child<QPushButton>(u"build.cluster.tags.add"_s)->text(), u"«Add tag»"_s);
        auto* presets = f.child<QComboBox>(u"build.nodepool.preset"_s);
        QVERIFY(presets->findText(u"«Standard»"_s) >= 0);
    }

    void screens()
    {
        Fixture f;
        Fixture::shoot(f.window, u"build-empty-light"_s);
        f.window.showPage(u"connect"_s);
        Fixture::shoot(f.window, u"connect-empty-light"_s);
        Kubeconfig config = parseKubeconfig("apiVersion: v1\nkind: Config\ncurrent-context: mgmt\n"
                                            "clusters: [{name: a, cluster: {server: 'https://10.2.0.4:6443'}}]\n"
                                            "users: [{name: ana, user: {token: x}}]\n"
                                            "contexts: [{name: mgmt, context: {cluster: a, user: ana, namespace: "
                                            "azure-system}}, {name: spare, context: {cluster: a, user: ana}}]\n",
            f.home.path(), u"test"_s)
                                .value();
        f.session.setKubeconfig(config);
        Fixture::shoot(f.window, u"connect-light"_s);
        f.window.showPage(u"build"_s);
        f.session.workspace().addCluster(newCluster(u"heron"_s, u"westeurope"_s).value());
        QTRY_VERIFY(f.session.workspace().isAnalysed());
        auto* list = f.child<QAbstractItemView>(u"build.documents"_s);
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast}) {
            Fixture::theme().setMode(mode);
            for (const QSize size : {QSize(1280, 800), QSize(1000, 700)}) {
                f.window.resize(size);
                for (int row = 0; row < list->model()->rowCount(); ++row) {
                    list->setCurrentIndex(list->model()->index(row, 0));
                    Fixture::shoot(f.window,
                        u"build-%1-%2-%3"_s.arg(toWord(mode), QString::number(size.width()), QString::number(row)));
                }
            }
        }
        Fixture::theme().setMode(ThemeMode::Light);
    }
};

QTEST_MAIN(TestBuild)
#include "tst_build.moc"
