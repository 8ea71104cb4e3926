// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowundertest.h"

#include <argosy/base/files.h>

#include <QAbstractItemView>
#include <QAction>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

QString namespaceText(const QString& name)
{
    return u"apiVersion: v1\nkind: Namespace\nmetadata:\n  name: %1\n"_s.arg(name);
}

void addComment(Document* document)
{
    document->edit({{.offset = 0, .removed = {}, .inserted = u"# changed\n"_s}}, nullptr);
}

} // namespace

/// What is not saved is seen, saved all at once, and not lost by closing.
class TestSaving : public QObject
{
    Q_OBJECT

    static QString fileIn(const QTemporaryDir& folder, const QString& name)
    {
        return QString::fromUtf8(readFile(folder.filePath(name)).value_or(QByteArray()));
    }

private Q_SLOTS:
    void allAreSavedAtOnce()
    {
        WindowUnderTest w;
        QTemporaryDir folder;
        QVERIFY(!w.window.isWindowModified());
        Document* first = w.add(u"a.yaml"_s, namespaceText(u"first"_s));
        Document* second = w.add(u"b.yaml"_s, namespaceText(u"second"_s));
        QVERIFY(w.window.isWindowModified());
        QVERIFY(w.child<QAction>(u"build.saveAll"_s)->isEnabled());

        w.dialogs.answerFiles(u"build.saveAllFolder"_s, {folder.path()});
        QTest::keyClick(&w.window, Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(w.session.workspace().unsaved().isEmpty());
        QCOMPARE(fileIn(folder, u"a.yaml"_s), first->text());
        QCOMPARE(fileIn(folder, u"b.yaml"_s), second->text());
        QVERIFY(!w.window.isWindowModified());
        QVERIFY(!w.child<QAction>(u"build.saveAll"_s)->isEnabled());

        addComment(second);
        QVERIFY(w.window.isWindowModified());
        QTest::keyClick(&w.window, Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(!w.window.isWindowModified());
        QCOMPARE(fileIn(folder, u"b.yaml"_s), second->text());
        QCOMPARE(w.dialogs.asked(), QStringList{u"build.saveAllFolder"_s}); // where, and only once
    }

    void documentsOfOneNameGetFilesOfTheirOwn()
    {
        WindowUnderTest w;
        QTemporaryDir folder;
        w.add(u"a.yaml"_s, namespaceText(u"first"_s));
        w.add(u"a.yaml"_s, namespaceText(u"second"_s));
        w.dialogs.answerFiles(u"build.saveAllFolder"_s, {folder.path()});
        w.child<QAction>(u"build.saveAll"_s)->trigger();
        QTRY_VERIFY(w.session.workspace().unsaved().isEmpty());
        QCOMPARE(fileIn(folder, u"a.yaml"_s), namespaceText(u"first"_s));
        QCOMPARE(fileIn(folder, u"a-2.yaml"_s), namespaceText(u"second"_s));
    }

    void filesThatAreThereAreReplacedOnlyOnRequest()
    {
        WindowUnderTest w;
        QTemporaryDir folder;
        QVERIFY(writeFileAtomically(folder.filePath(u"a.yaml"_s), "theirs"));
        w.add(u"a.yaml"_s, namespaceText(u"ours"_s));
        w.dialogs.answerFiles(u"build.saveAllFolder"_s, {folder.path()});
        w.child<QAction>(u"build.saveAll"_s)->trigger();
        QTRY_COMPARE(w.dialogs.asked().value(1), u"build.replaceFiles"_s);
        QVERIFY(w.dialogs.lastQuestion().dangerous);
        QVERIFY(w.dialogs.lastQuestion().text.contains(u"a.yaml"_s));
        QCOMPARE(fileIn(folder, u"a.yaml"_s), u"theirs"_s);

        w.dialogs.answer(u"build.replaceFiles"_s, true);
        w.child<QAction>(u"build.saveAll"_s)->trigger();
        QTRY_COMPARE(fileIn(folder, u"a.yaml"_s), namespaceText(u"ours"_s));
    }

    void quittingAsksOnceAndNamesTheFiles()
    {
        WindowUnderTest w;
        w.add(u"a.yaml"_s, namespaceText(u"first"_s));
        w.add(u"b.yaml"_s, namespaceText(u"second"_s));
        QVERIFY(!w.window.close());
        QCOMPARE(w.dialogs.asked(), QStringList{u"shell.quitUnsaved"_s});
        QVERIFY(w.dialogs.lastSaveQuestion().text.contains(u"a.yaml, b.yaml"_s));
        QVERIFY(w.window.isVisible());

        w.dialogs.answer(u"shell.quitUnsaved"_s, SaveChoice::Discard);
        w.window.close();
        QTRY_VERIFY(!w.window.isVisible());
        QCOMPARE(w.dialogs.asked().size(), 2);
    }

    void quittingSavesAllOnRequest()
    {
        WindowUnderTest w;
        QTemporaryDir folder;
        w.add(u"a.yaml"_s, namespaceText(u"first"_s));
        Document* second = w.add(u"b.yaml"_s, namespaceText(u"second"_s));
        QVERIFY(w.session.workspace().save(second, folder.filePath(u"b.yaml"_s)));
        addComment(second);
        w.dialogs.answer(u"shell.quitUnsaved"_s, SaveChoice::Save);
        QVERIFY(!w.window.close());
        QTRY_COMPARE(w.dialogs.asked(), (QStringList{u"shell.quitUnsaved"_s, u"build.saveAllFolder"_s}));
        QCoreApplication::processEvents();
        QVERIFY(w.window.isVisible()); // no folder was chosen
        QVERIFY(!w.session.workspace().unsaved().isEmpty());

        w.dialogs.answerFiles(u"build.saveAllFolder"_s, {folder.path()});
        QVERIFY(!w.window.close());
        QTRY_VERIFY(!w.window.isVisible());
        QCOMPARE(fileIn(folder, u"a.yaml"_s), namespaceText(u"first"_s));
        QCOMPARE(fileIn(folder, u"b.yaml"_s), u"# changed\n"_s + namespaceText(u"second"_s));
    }

    void whatCannotBeSavedKeepsTheWindow()
    {
        WindowUnderTest w;
        w.add(u"a.yaml"_s, namespaceText(u"first"_s));
        w.dialogs.answer(u"shell.quitUnsaved"_s, SaveChoice::Save);
        w.dialogs.answerFiles(u"build.saveAllFolder"_s, {u"/proc/argosy"_s});
        QVERIFY(!w.window.close());
        QTRY_COMPARE(w.dialogs.asked().size(), 2);
        QCoreApplication::processEvents();
        QVERIFY(w.window.isVisible());
        QCOMPARE(w.session.workspace().unsaved().size(), 1);
    }

    void theQuestionHasThreeAnswers_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<SaveChoice>("choice");
        QTest::newRow("save") << u"ask.save"_s << SaveChoice::Save;
        QTest::newRow("discard") << u"ask.discard"_s << SaveChoice::Discard;
        QTest::newRow("cancel") << u"ask.cancel"_s << SaveChoice::Cancel;
        QTest::newRow("enter") << QString() << SaveChoice::Save;
    }
    void theQuestionHasThreeAnswers()
    {
        QFETCH(QString, button);
        WindowUnderTest w;
        WidgetDialogService dialogs;
        std::optional<SaveChoice> answer;
        dialogs.askToSave(&w.window,
            {.id = u"ask"_s,
                .title = u"Save 2 files before quitting?"_s,
                .text = u"What is not saved of these would be lost: 10-resourcegroup.yaml, 20-managedcluster.yaml."_s,
                .save = u"Save all"_s,
                .discard = u"Quit without saving"_s},
            [&answer](SaveChoice choice) { answer = choice; });
        auto* box = w.child<QMessageBox>(u"ask"_s);
        QTRY_VERIFY(box->isVisible());
        w.shootBoth(*box, u"save-question"_s);
        if (button.isEmpty())
            QTest::keyClick(box, Qt::Key_Return);
        else
            w.child<QPushButton>(button)->click();
        QTRY_VERIFY(answer);
        QTEST(*answer, "choice");
    }

    void aClosedDocumentIsSavedOnRequest()
    {
        WindowUnderTest w;
        QTemporaryDir folder;
        w.window.showPage(u"build"_s);
        w.add(u"a.yaml"_s, namespaceText(u"first"_s));
        w.dialogs.answer(u"build.closeUnsaved"_s, SaveChoice::Save);
        w.dialogs.answerFiles(u"build.saveFile"_s, {folder.filePath(u"kept.yaml"_s)});
        w.child<QAction>(u"build.close"_s)->trigger();
        QTRY_VERIFY(w.session.workspace().documents().isEmpty());
        QCOMPARE(fileIn(folder, u"kept.yaml"_s), namespaceText(u"first"_s));
    }

    void closingWhatWasNeverSavedAsks()
    {
        WindowUnderTest w;
        w.window.showPage(u"build"_s);
        w.add(u"a.yaml"_s, namespaceText(u"first"_s));
        w.child<QAction>(u"build.close"_s)->trigger();
        QCOMPARE(w.dialogs.asked(), QStringList{u"build.closeUnsaved"_s});
        QCOMPARE(w.session.workspace().documents().size(), 1);
    }

    void theListMarksWhatIsNotSaved()
    {
        WindowUnderTest w;
        QTemporaryDir folder;
        w.window.showPage(u"build"_s);
        Document* saved = w.add(u"saved.yaml"_s, namespaceText(u"first"_s));
        w.add(u"fresh.yaml"_s, namespaceText(u"second"_s));
        QVERIFY(w.session.workspace().save(saved, folder.filePath(u"saved.yaml"_s)));
        const auto* list = w.child<QAbstractItemView>(u"build.documents"_s);
        const auto spoken = [list](int row) {
            return list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        };
        QTRY_VERIFY(!spoken(0).contains(u"not saved"_s));
        QVERIFY(spoken(1).contains(u"not saved"_s));
        addComment(saved);
        QTRY_VERIFY(spoken(0).contains(u"not saved"_s));
        w.shootBoth(u"build-unsaved"_s);
        auto* menu = w.child<QToolButton>(u"build.more"_s)->menu();
        menu->popup(w.window.mapToGlobal(QPoint(500, 100)));
        WindowUnderTest::shoot(*menu, u"build-more-light"_s);
        menu->close();
    }
};

QTEST_MAIN(TestSaving)
#include "tst_saving.moc"
