// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"
#include "windowundertest.h"

#include <argosy/kube/json.h>
#include <argosy/ui/widgets.h>

#include <QAbstractItemView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 20'000;

const QByteArray kKubeconfig = "apiVersion: v1\nkind: Config\ncurrent-context: mgmt\n"
                               "clusters: [{name: west, cluster: {server: 'URL'}}]\n"
                               "users: [{name: ana, user: {token: t}}]\n"
                               "contexts: [{name: mgmt, context: {cluster: west, user: ana}}]\n";

const QString kNamespace = u"apiVersion: v1\nkind: Namespace\nmetadata: {name: team-heron}\n---\n"_s;
const QString kMap = u"apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: team-heron}\n"
                     "data: {a: b}\n---\n"_s;
const QString kPool = u"apiVersion: karpenter.sh/v1\nkind: NodePool\nmetadata: {name: gpu}\n"
                      "spec:\n  weight: 20\n  template:\n    spec:\n"
                      "      nodeClassRef: {group: karpenter.azure.com, kind: AKSNodeClass, name: default}\n"
                      "      requirements: [{key: karpenter.sh/capacity-type, operator: In, values: [spot]}]\n"_s;
const QString kNodeClass = u"---\napiVersion: karpenter.azure.com/v1beta1\nkind: AKSNodeClass\n"
                           "metadata: {name: default}\nspec: {imageFamily: Ubuntu}\n"_s;

QByteArray status(int code, const char* reason, const char* text, const Json& details = Json::object())
{
    return toCompactJson({{"kind", "Status"}, {"apiVersion", "v1"}, {"status", "Failure"}, {"reason", reason},
        {"message", text}, {"details", details}, {"code", code}});
}

/// Details with one cause.
Json cause(const char* reason, const char* field, const char* text)
{
    return {{"name", "gpu"}, {"group", "karpenter.sh"}, {"kind", "NodePool"},
        {"causes", Json::array({{{"reason", reason}, {"field", field}, {"message", text}}})}};
}

/// What the server answers to a NodePool: while it is planned, and when it is applied. A code of 0 breaks the
/// connection, 200 makes it.
struct Answers
{
    int code = 200;
    QByteArray body;
};

struct Trouble
{
    Answers planned;
    Answers applied;
    QString documents = kNamespace + kMap + kPool;
    bool isAway = false; ///< from the review on
};

/// A cluster with namespaces, ConfigMaps and NodePools, of which there are none yet.
class Cluster final
{
public:
    explicit Cluster(Trouble trouble)
        : m_trouble(std::move(trouble))
    { }

    void operator()(const ScriptedRequest& request, QTcpSocket& socket) const
    {
        const QByteArray path = request.target.split('?').constFirst();
        if (request.target.contains("watch="))
            return void(socket.write(ScriptedServer::streamHead()));
        if (request.method == "PATCH")
            return patch(request, path, socket);
        const Answers found = get(path);
        write(socket, found);
    }

private:
    static void write(QTcpSocket& socket, const Answers& answer)
    {
        socket.write(ScriptedServer::answer(answer.code, answer.body, "Content-Type: application/json\r\n"));
    }

    void patch(const ScriptedRequest& request, const QByteArray& path, QTcpSocket& socket) const
    {
        if (path.contains("/namespaces/gone/"))
            return write(socket,
                {404,
                    status(
                        404, "NotFound", "namespaces \"gone\" not found", {{"name", "gone"}, {"kind", "namespaces"}})});
        const bool isPool = path.contains("/nodepools/");
        const Answers wanted = !isPool          ? Answers()
            : request.target.contains("dryRun") ? m_trouble.planned
                                                : m_trouble.applied;
        if (wanted.code == 0)
            return socket.abort();
        if (wanted.code != 200)
            return write(socket, wanted);
        Json made = parseJson(request.body).value();
        made["metadata"]["uid"] = "1";
        made["metadata"]["resourceVersion"] = "7";
        write(socket, {200, toCompactJson(made)});
    }

    static Answers get(const QByteArray& path)
    {
        const QByteArray verbs = R"("verbs":["get","list","watch","patch","create"])";
        static const QHash<QByteArray, QByteArray> answers{{"/version", R"({"gitVersion":"v1.33.2"})"},
            {"/api", R"({"kind":"APIVersions","versions":["v1"]})"},
            {"/apis",
                R"({"kind":"APIGroupList","groups":[{"name":"karpenter.sh","versions":[)"
                R"({"groupVersion":"karpenter.sh/v1","version":"v1"}]}]})"},
            {"/api/v1",
                R"({"kind":"APIResourceList","groupVersion":"v1","resources":[{"name":"namespaces","kind":"Namespace",)"
                    + verbs + R"(},{"name":"configmaps","namespaced":true,"kind":"ConfigMap",)" + verbs + "}]}"},
            {"/apis/karpenter.sh/v1",
                R"({"kind":"APIResourceList","groupVersion":"karpenter.sh/v1","resources":[{"name":"nodepools",)"
                R"("kind":"NodePool",)"
                    + verbs + "}]}"}};
        if (answers.contains(path))
            return {200, answers.value(path)};
        if (path.count('/') <= 4 && !path.contains("team-heron"))
            return {200, R"({"kind":"List","metadata":{"resourceVersion":"1"},"items":[]})"};
        return {404, status(404, "NotFound", "not found")};
    }

    Trouble m_trouble;
};

/// All that the page says, a line for each text.
QString saidOn(const QWidget& page)
{
    QStringList texts;
    for (const QLabel* label : page.findChildren<QLabel*>())
        if (label->isVisible() && !label->text().isEmpty())
            texts.append(label->text().remove(QRegularExpression(u"<[^>]*>"_s)));
    return texts.join(u'\n');
}

bool saysAll(const QWidget& page, const QStringList& words)
{
    const QString said = saidOn(page);
    return std::ranges::all_of(words, [&said](const QString& word) { return said.contains(word); });
}

/// Texts that are cut by their own height or by what they stand in.
QStringList cutTexts(const QWidget& page)
{
    QStringList cut;
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty() || !label->wordWrap())
            continue;
        if (label->height() < label->heightForWidth(label->width()))
            cut.append(label->text());
    }
    return cut;
}

} // namespace

/// What keeps a plan from being applied, as the window tells it: what happened, at which object and field, and what to
/// do. Nothing is called applied that was not.
class TestBadPlans : public QObject
{
    Q_OBJECT

    static QString caseName() { return QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'); }

    static void shootSizes(WindowUnderTest& w, const QString& name)
    {
        for (const QSize size : {QSize(1600, 1000), QSize(1200, 800)}) {
            w.window.resize(size);
            w.shootBoth(u"%1-%2"_s.arg(name, QString::number(size.width())));
            QTRY_COMPARE(cutTexts(*w.window.currentPage()), QStringList());
        }
    }

    static bool showsColor(QWidget& widget, const QColor& color)
    {
        const QImage picture = widget.grab().toImage();
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (picture.pixelColor(x, y) == color)
                    return true;
        return false;
    }

    static void connectTo(WindowUnderTest& w, const QString& url)
    {
        QByteArray text = kKubeconfig;
        w.session.setKubeconfig(parseKubeconfig(text.replace("URL", url.toUtf8()), {}, u"a.yaml"_s).value());
        w.window.showPage(u"connect"_s);
        QTest::keyClick(w.child<QAbstractItemView>(u"connect.contexts"_s), Qt::Key_Return);
        QTRY_COMPARE(w.session.management()->phase(), ClusterSession::Phase::Ready);
    }

    static void review(WindowUnderTest& w)
    {
        w.window.showPage(u"plan"_s);
        QTest::keyClick(w.child<QPushButton>(u"plan.review.start"_s), Qt::Key_Space);
    }

    /// Chooses the step of that object, whose state is told in words.
    static void choose(WindowUnderTest& w, const QString& object)
    {
        auto* table = w.child<QTableView>(u"plan.steps"_s);
        const QAbstractItemModel& model = *table->model();
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column)
                if (model.index(row, column).data().toString().contains(object))
                    return table->selectRow(row);
        QFAIL(qPrintable(object + u" is not in the plan"_s));
    }

    static QStringList states(WindowUnderTest& w)
    {
        const QAbstractItemModel& model = *w.child<QTableView>(u"plan.steps"_s)->model();
        QStringList cells;
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column)
                cells.append(model.index(row, column).data().toString());
        return cells;
    }

private Q_SLOTS:
    void whatAReviewFindsIsExplained_data()
    {
        QTest::addColumn<Trouble>("trouble");
        QTest::addColumn<QString>("object");
        QTest::addColumn<QStringList>("says");
        const auto row = [](const char* name, const Trouble& trouble, const QStringList& says,
                             const QString& object = u"gpu"_s) { QTest::newRow(name) << trouble << object << says; };
        row("kind that is not served", {.documents = kPool + kNodeClass},
            {u"The server has no AKSNodeClass"_s, u"karpenter.azure.com"_s, u"node provisioning"_s}, u"AKSNodeClass"_s);
        row("401", {.planned = {401, status(401, "Unauthorized", "Unauthorized")}},
            {u"does not accept the credentials"_s, u"Sign in again"_s});
        row("403",
            {.planned = {403,
                 status(403, "Forbidden",
                     "nodepools.karpenter.sh \"gpu\" is forbidden: User \"ana\" cannot patch resource \"nodepools\" in "
                     "API "
                     "group \"karpenter.sh\" at the cluster scope")}},
            {u"patch"_s, u"nodepools.karpenter.sh"_s, u"role"_s});
        row("404", {.documents = QString(kMap).replace(u"team-heron"_s, u"gone"_s) + kPool},
            {u"The namespace gone does not exist. Create it"_s}, u"settings"_s);
        row("409",
            {.planned = {409,
                 status(409, "Conflict", "Apply failed with 1 conflict",
                     cause("FieldManagerConflict", ".spec.weight", "conflict with \"flux\" using karpenter.sh/v1"))}},
            {u"Others own 1 field"_s, u"flux"_s});
        row("422",
            {.planned = {422,
                 status(422, "Invalid", "NodePool.karpenter.sh \"gpu\" is invalid: spec.weight: Invalid value: 200",
                     cause("FieldValueInvalid", "spec.weight",
                         "Invalid value: 200: should be less than or equal to 100"))}},
            {u"spec.weight"_s, u"less than or equal to 100"_s});
        row("500 of an unknown field",
            {.planned = {500,
                 status(500, "",
                     "failed to create typed patch object (/gpu; karpenter.sh/v1, Kind=NodePool): .spec.lmits: field "
                     "not "
                     "declared in schema")}},
            {u"spec.lmits"_s});
        row("server that is gone", {.isAway = true}, {u"refused"_s});
    }

    void whatAReviewFindsIsExplained()
    {
        QFETCH(Trouble, trouble);
        QFETCH(QString, object);
        QFETCH(QStringList, says);
        ScriptedServer server(Cluster{trouble});
        WindowUnderTest w;
        w.add(u"set.yaml"_s, trouble.documents);
        connectTo(w, server.url());
        if (trouble.isAway) {
            server.closeAll();
            server.close();
        }
        review(w);
        QTRY_VERIFY_WITH_TIMEOUT(w.child<QPushButton>(u"plan.review.start"_s)->isEnabled(), kPatience);
        QTRY_VERIFY(w.child<QTableView>(u"plan.steps"_s)->model()->rowCount() > 0);
        choose(w, object);
        const QWidget& page = *w.window.currentPage();
        QVERIFY2(QTest::qWaitFor([&] { return saysAll(page, says); }), qPrintable(saidOn(page)));
        QVERIFY(!w.child<QPushButton>(u"plan.apply"_s)->isEnabled());
        QVERIFY(!states(w).contains(u"Applied"_s));
        if (trouble.planned.code == 401)
            QTRY_COMPARE(w.child<StatusPill>(u"shell.connection"_s)->word(), u"Signed out"_s);
        shootSizes(w, u"bad-plan-"_s + caseName());
        if (trouble.planned.code == 422) { // the form shows it too, at its field
            auto* problem = w.child<QLabel>(u"plan.problem.spec.weight"_s);
            for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
                WindowUnderTest::theme().setMode(mode);
                QVERIFY2(showsColor(*problem, QGuiApplication::palette().color(QPalette::Link)),
                    qPrintable(u"a link in the colour of another theme than "_s + toWord(mode)));
            }
            Q_EMIT problem->linkActivated(u"#"_s);
            QTRY_COMPARE(w.window.currentPage()->id(), u"build"_s);
            QVERIFY2(QTest::qWaitFor([&] { return saysAll(*w.window.currentPage(), {says.constLast()}); }),
                qPrintable(saidOn(*w.window.currentPage())));
            shootSizes(w, u"bad-build-"_s + caseName());
        }
    }

    void whatAnApplyMeetsIsExplained_data()
    {
        QTest::addColumn<Trouble>("trouble");
        QTest::addColumn<QStringList>("says");
        QTest::addColumn<QStringList>("states");
        QTest::newRow("refused at the apply")
            << Trouble{.applied = {403, status(403, "Forbidden", "quota: no more NodePools")}}
            << QStringList{u"Applied 2, failed 1, not reached 0."_s, u"patch"_s, u"quota: no more NodePools"_s}
            << QStringList{u"Applied"_s, u"Failed"_s};
        QTest::newRow("server that dies in the apply")
            << Trouble{.applied = {0, {}}}
            << QStringList{u"Applied 2; no answer came for 1, so it may have been applied or not"_s}
            << QStringList{u"Applied"_s, u"Unknown"_s};
    }

    void whatAnApplyMeetsIsExplained()
    {
        QFETCH(Trouble, trouble);
        QFETCH(QStringList, says);
        QFETCH(QStringList, states);
        ScriptedServer server(Cluster{trouble});
        WindowUnderTest w;
        w.add(u"set.yaml"_s, trouble.documents);
        connectTo(w, server.url());
        review(w);
        auto* apply = w.child<QPushButton>(u"plan.apply"_s);
        QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), kPatience);
        QTest::keyClick(apply, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(w.child<QWidget>(u"plan.banner"_s)->isVisible(), kPatience);
        choose(w, u"gpu"_s);
        const QWidget& page = *w.window.currentPage();
        QVERIFY2(QTest::qWaitFor([&] { return saysAll(page, says); }), qPrintable(saidOn(page)));
        for (const QString& state : states)
            QVERIFY2(TestBadPlans::states(w).contains(state), qPrintable(TestBadPlans::states(w).join(u'|')));
        shootSizes(w, u"bad-plan-"_s + caseName());
        w.window.showPage(u"journal"_s);
        shootSizes(w, u"bad-journal-"_s + caseName());
    }

    void badDocumentsAreExplained_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("says");
        QTest::newRow("no kind") << u"apiVersion: v1\nmetadata: {name: a}\n"_s << QStringList{u"states no kind"_s};
        QTest::newRow("unknown kind") << u"apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\n"_s
                                      << QStringList{u"no form for the kind Widget"_s};
        QTest::newRow("no YAML") << u"apiVersion: v1\nkind: [ConfigMap\nmetadata:\n  name: a\n"_s
                                 << QStringList{
                                        u"cannot be read at line 3"_s, u"comma"_s, u"once the YAML can be read"_s};
    }

    void badDocumentsAreExplained()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, says);
        WindowUnderTest w;
        const Document* document = w.add(u"bad.yaml"_s, text);
        w.window.showPage(u"build"_s);
        QTRY_VERIFY(w.window.currentPage()->isVisible());
        shootSizes(w, u"bad-build-"_s + caseName());
        const QWidget& page = *w.window.currentPage();
        QVERIFY2(QTest::qWaitFor([&] { return saysAll(page, says); }), qPrintable(saidOn(page)));
        QCOMPARE(document->text(), text);
    }
};

QTEST_MAIN(TestBadPlans)
#include "tst_badplans.moc"
