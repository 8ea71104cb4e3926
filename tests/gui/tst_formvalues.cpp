// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldtrials.h"
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

    /// What is said twice of one value: its path and both texts.
    static QStringList repeatedErrors(const Document& document)
    {
        QStringList repeated;
        QMap<QString, QString> said;
        for (const Problem& problem : document.analysis()->parts.constFirst().problems) {
            if (problem.severity != Severity::Error)
                continue;
            QString& first = said[problem.path.toDotted()];
            if (!first.isEmpty())
                repeated.append(problem.path.toDotted() + u": "_s + first + u" / "_s + problem.message.english());
            first = problem.message.english();
        }
        return repeated;
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
        QCOMPARE(repeatedErrors(*document).join(u" | "_s), QString());
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
