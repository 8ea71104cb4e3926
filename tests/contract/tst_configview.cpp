// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>
#include <argosy/kube/json.h>

#include "kubectltest.h"
#include "programs.h"
#include "testprint.h"

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

using Files = QMap<QString, QByteArray>;

constexpr auto kWhole = R"(apiVersion: v1
kind: Config
preferences: {colors: true, extensions: [{name: editor, extension: {tabs: 4}}]}
current-context: dev
unknown: {kept: false}
extensions: [{name: top, extension: {z: 1, a: [1, 2.5, text, true, null]}}]
clusters:
- name: one
  cluster:
    server: https://one.example:6443
    certificate-authority: pki/ca.crt
    tls-server-name: kube.example
    proxy-url: socks5://me:pw@proxy.example:1080
    disable-compression: true
    unknown: 3
    extensions: [{name: client.authentication.k8s.io/exec, extension: {audience: x}}]
- name: data
  cluster: {server: 'https://data.example', certificate-authority-data: YWJj, insecure-skip-tls-verify: true}
users:
- name: alice
  user:
    client-certificate-data: YWJj
    client-key-data: a2V5
    token: s3cret
    tokenFile: token
    username: alice
    password: pw
    as: boss
    as-uid: "1"
    as-groups: [ops, dev]
    as-user-extra: {scopes: [a, b], empty: []}
    extensions: [{name: note, extension: {token: kept}}]
- name: plugin
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      command: ./bin/plugin
      args: [a, b]
      env: [{name: PASSWORD, value: shown}]
      installHint: "one\ntwo"
      provideClusterInfo: true
- name: old
  user: {auth-provider: {name: oidc, config: {id-token: shown, idp-issuer-url: 'https://issuer.example'}}}
contexts:
- name: dev
  context: {cluster: one, user: alice, namespace: team, extensions: [{name: e, extension: 3}]}
- name: Data
  context: {cluster: data}
)";

constexpr auto kFirst = R"(current-context: a
preferences: {extensions: [{name: e, extension: 1}]}
extensions: [{name: e, extension: 1}]
clusters: [{name: c, cluster: {server: 'https://1', certificate-authority: ca}}, {name: z, cluster: {server: 'https://z'}}]
users: [{name: u, user: {token: one}}, {name: w, user: {exec: {command: ./x}}}]
contexts: [{name: a, context: {cluster: c, user: u}}]
)";

constexpr auto kSecond = R"(current-context: b
preferences: {colors: true, extensions: [{name: e, extension: 2}, {name: f, extension: 3}]}
extensions: [{name: e, extension: 2}, {name: f, extension: 3}]
clusters: [{name: c, cluster: {server: 'https://2', tls-server-name: two}}, {name: b, cluster: {server: 'https://b', certificate-authority: ../pki/ca}}]
users: [{name: u, user: {token: two, username: dropped}}]
contexts: [{name: a, context: {namespace: dropped}}, {name: b, context: {cluster: b, user: u}}]
)";

QByteArray compared(const QByteArray& ours, const QByteArray& theirs)
{
    return "ours: " + ours + "\ntheirs: " + theirs;
}

QByteArray user(const QByteArray& fields)
{
    return "users: [{name: u, user: {" + fields + "}}]\n";
}

QByteArray cluster(const QByteArray& fields)
{
    return "clusters: [{name: c, cluster: {" + fields + "}}]\n";
}

/// Of several contexts, some of which name what is missing.
const QByteArray kContexts = "current-context: a\nclusters: [{name: c, cluster: {server: s}}]\n"
                             "users: [{name: u, user: {token: t}}, {name: v, user: {password: p}}]\n"
                             "contexts: [{name: a, context: {user: u}}, {name: b, context: {cluster: c, user: v}}, "
                             "{name: d, context: {cluster: gone}}, {name: e, context: {user: gone}}]\n";

} // namespace

/// `argosyctl config view` beside `kubectl config view` on the same files.
class TestConfigView : public KubectlTest
{
    Q_OBJECT

    std::unique_ptr<Programs> m_programs;

    Outcome view(const QString& program, const QString& list, const QStringList& arguments) const
    {
        return m_programs->run(program, list, QStringList{u"config"_s, u"view"_s} + arguments);
    }

    static void row(const char* name, const Files& files, const QString& list, const QStringList& arguments = {})
    {
        QTest::newRow(name) << files << list << arguments;
    }

    static void oneFile(const char* name, const QByteArray& text, const QStringList& arguments = {})
    {
        row(name, {{u"config"_s, text}}, u"config"_s, arguments);
    }

    static void fieldRows();
    static void textRows();
    static void fileRows();
    static void flagRows();

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_programs = std::make_unique<Programs>();
    }

    void agreesWithKubectl_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QString>("list");
        QTest::addColumn<QStringList>("arguments");
        fieldRows();
        textRows();
        fileRows();
        flagRows();
    }

    void agreesWithKubectl()
    {
        QFETCH(Files, files);
        QFETCH(QString, list);
        QFETCH(QStringList, arguments);
        for (auto file = files.cbegin(); file != files.cend(); ++file)
            QVERIFY_RESULT(writeFileAtomically(m_programs->path(file.key()), file.value()));
        for (const QString& format : {u"json"_s, u"yaml"_s}) {
            const QStringList all = arguments + QStringList{u"-o"_s, format};
            const Outcome theirs = view(Programs::kubectl(), list, all);
            const Outcome ours = view(Programs::argosyctl(), list, all);
            QVERIFY2(theirs.exitCode >= 0 && ours.exitCode >= 0, "a program did not run");
            QVERIFY2(ours.worked() == theirs.worked(), compared(ours.complaint, theirs.complaint).constData());
            if (!theirs.worked()) {
                QVERIFY(!ours.complaint.isEmpty());
                QVERIFY(ours.output.isEmpty());
                return; // the format plays no part in it
            }
            if (format == u"yaml"_s) {
                QCOMPARE(ours.output, theirs.output);
            } else {
                const auto shown = parseJson(ours.output);
                const auto expected = parseJson(theirs.output);
                QVERIFY_RESULT(shown);
                QVERIFY_RESULT(expected);
                QVERIFY2(sameJson(*shown, *expected), compared(ours.output, theirs.output).constData());
            }
        }
    }

    void flagsMayComeBeforeTheCommand_data()
    {
        QTest::addColumn<QStringList>("flags");
        QTest::newRow("value apart") << QStringList{u"--context"_s, u"b"_s};
        QTest::newRow("value attached") << QStringList{u"--context=b"_s};
        QTest::newRow("several") << QStringList{u"--kubeconfig"_s, u"config"_s, u"--context=b"_s};
    }

    void flagsMayComeBeforeTheCommand()
    {
        QFETCH(QStringList, flags);
        QVERIFY_RESULT(writeFileAtomically(m_programs->path(u"config"_s), kContexts));
        const QStringList all = flags + QStringList{u"config"_s, u"view"_s, u"--minify"_s};
        const Outcome theirs = m_programs->run(Programs::kubectl(), u"config"_s, all);
        const Outcome ours = m_programs->run(Programs::argosyctl(), u"config"_s, all);
        QVERIFY2(theirs.worked(), theirs.complaint.constData());
        QCOMPARE(ours.output, theirs.output);
    }
};

void TestConfigView::fieldRows()
{
    oneFile("every field", kWhole);
    oneFile("every field, raw", kWhole, {u"--raw"_s});
    oneFile("a number as a name", "contexts: [{name: 123, context: {cluster: a}}]\n");
    oneFile("a truth as a name", "contexts: [{name: y, context: {cluster: a}}]\n");
    oneFile("a date as a name", "current-context: 2024-01-01\n");
    oneFile("no name", "clusters: [{cluster: {server: x}}]\n");
    oneFile("an empty name", "contexts: [{name: '', context: {cluster: a}}]\n");
    oneFile("no body", "clusters: [{name: a}]\nusers: [{name: a}]\ncontexts: [{name: a}]\n");
    oneFile("null bodies", "clusters: [{name: a, cluster: null}]\nusers: [null]\n");
    oneFile("null lists", "clusters: null\nusers: ~\ncurrent-context:\n");
    oneFile("empty lists", "clusters: []\nusers: []\ncontexts: []\nextensions: []\n");
    oneFile("names in another case", "Clusters: [{name: a}]\nclusters: [{name: b, cluster: {Server: z}}]\n");
    oneFile("a mapping for a list", "clusters: {a: b}\n");
    oneFile("a text for an entry", "contexts: [a]\n");
    oneFile("a list for an entry's body", "contexts: [{name: a, context: [b]}]\n");
    oneFile("a mapping for a text", "current-context: {a: b}\n");
    oneFile("a text for a truth", cluster("insecure-skip-tls-verify: 'true'"));
    oneFile("false truths", "preferences: {colors: false}\n" + cluster("disable-compression: false"));
    oneFile("bad base64", user("client-key-data: '***'"));
    oneFile("base64 in lines", user("client-key-data: \"YW\\nJj\""), {u"--raw"_s});
    oneFile("base64 with a space", user("client-key-data: 'YW Jj'"));
    oneFile("base64 without padding", user("client-key-data: YWI"));
    oneFile("base64 for addresses", user("client-key-data: a-_b"));
    oneFile("empty secrets", user("token: '', password: ''"));
    oneFile("empty data", user("client-key-data: '', client-certificate-data: ''"), {u"--raw"_s});
    oneFile("empty data, hidden", user("client-key-data: '', client-certificate-data: ''"));
    oneFile("empty data, flattened", user("client-key-data: ''"), {u"--flatten"_s});
    oneFile("null data", user("client-key-data: null"));
    oneFile("a token of several lines", "users:\n- name: u\n  user:\n    token: |\n      abc\n", {u"--raw"_s});
    oneFile("two clusters of one name", "clusters: [{name: a}, {name: a}]\n");
    oneFile("two users of one name", "users: [{name: a}, {name: b}, {name: a}]\n");
    oneFile("two extensions of one name", "extensions: [{name: a, extension: {}}, {name: a, extension: {}}]\n");
    oneFile("null extensions of one name", "extensions: [{name: a}, {name: a, extension: null}]\n");
    oneFile("nothing for extensions", "extensions: [null, null]\n");
    oneFile(
        "a null extension and one of its name", user("extensions: [{name: a}, {name: b}, {name: a, extension: 1}]"));
    oneFile("an extension and a null one of its name", user("extensions: [{name: a, extension: 1}, {name: a}]"));
    oneFile("two empty users", "users: [null, null]\n");
    oneFile("extensions of every type",
        "extensions: [{name: a}, {name: b, extension: null}, {name: c, extension: s}, {name: d, extension: [1, {k: "
        "v}]}]\n");
    oneFile("exec without a version", user("exec: {command: x}"));
    oneFile("exec v1", user("exec: {command: x, apiVersion: client.authentication.k8s.io/v1, args: [], env: []}"));
    oneFile("exec v1beta1", user("exec: {command: x, apiVersion: client.authentication.k8s.io/v1beta1, env: null}"));
    oneFile("exec v1alpha1", user("exec: {command: x, apiVersion: client.authentication.k8s.io/v1alpha1}"));
    oneFile("exec of a strange mode", user("exec: {command: x, interactiveMode: Maybe}"));
    oneFile("exec with a number in its environment", user("exec: {command: x, env: [{name: A, value: 1}]}"));
    oneFile("null variables", user("exec: {command: x, env: [null], args: [null]}"));
    oneFile("null exec and auth-provider", user("exec: null, auth-provider: null"));
    oneFile("auth-provider without config", user("auth-provider: {name: azure}"));
    oneFile("auth-provider with a number", user("auth-provider: {name: azure, config: {a: 1}}"));
    oneFile("empty groups and extra", user("as-groups: [], as-user-extra: {}"));
    oneFile("null groups and extra", user("as-groups: [null, a], as-user-extra: {k: null, 1: [a]}"));
}

void TestConfigView::textRows()
{
    oneFile("nothing", "");
    oneFile("a comment", "# nothing\n");
    oneFile("null", "null\n");
    oneFile("an empty mapping", "{}");
    oneFile("a list", "- a\n");
    oneFile("a text", "abc\n");
    oneFile("broken", "clusters: [\n");
    oneFile("a tab", "clusters:\n\t- a\n");
    oneFile("JSON", R"({"current-context": "x"})");
    oneFile("a byte order mark",
        "\xef\xbb\xbf"
        "current-context: x\n");
    oneFile("not UTF-8", "current-context: \"\xff\"\n");
    oneFile("a key twice", "current-context: a\ncurrent-context: b\n");
    oneFile("two documents", "current-context: a\n---\ncurrent-context: b\n");
    oneFile("a broken second document", "current-context: a\n---\nfoo: [\n");
    oneFile("a broken first document", "foo: [\n---\ncurrent-context: b\n");
    oneFile("another kind", "kind: Pod\napiVersion: v1\n");
    oneFile("another version", "kind: Config\napiVersion: v2\n");
    oneFile("a kind alone", "kind: Config\n");
    oneFile("a version alone", "apiVersion: v1\n");
    oneFile("anchors and merge keys", "users:\n- &a {name: u, user: {token: t}}\n- {<<: *a, name: v}\n");
}

void TestConfigView::fileRows()
{
    const Files two{{u"one/config"_s, kFirst}, {u"two/config"_s, kSecond}, {u"one/ca"_s, "CA"}, {u"pki/ca"_s, "PKI"},
        {u"bad"_s, "foo: ["}, {u"empty"_s, ""}, {u"home/.kube/config"_s, "current-context: home\n"}};
    row("no list: the home's file", two, {});
    row("no file at all", {}, {});
    row("two files", two, u"one/config:two/config"_s);
    row("two files, the other way round", two, u"two/config:one/config"_s, {u"--raw"_s});
    row("two files, flattened", two, u"one/config:two/config"_s, {u"--flatten"_s});
    row("a file twice", two, u"one/config:one/config"_s);
    row("a list of nothing", two, u":"_s);
    row("empty places in the list", two, u"::one/config:"_s);
    row("a missing file in the list", two, u"missing:one/config"_s);
    row("only missing files", two, u"missing:gone"_s);
    row("an empty file in the list", two, u"empty:two/config"_s);
    row("a broken file in the list", two, u"one/config:bad"_s);
    row("a folder in the list", two, u"one:one/config"_s);
    row("a null device", two, u"/dev/null"_s);
    row("a space before a name", two, u" one/config"_s);
    row("a tilde", two, u"~/.kube/config"_s);
    row("an explicit file", two, u"one/config"_s, {u"--kubeconfig"_s, u"two/config"_s});
    row("an explicit file that is missing", two, u"one/config"_s, {u"--kubeconfig"_s, u"missing"_s});
    row("an explicit file that is broken", two, {}, {u"--kubeconfig"_s, u"bad"_s});
    row("a list as the explicit file", two, {}, {u"--kubeconfig"_s, u"one/config:two/config"_s});
    row("no explicit file", two, u"one/config"_s, {u"--kubeconfig"_s, QString()});
    row("no explicit file, after a sign", two, u"one/config"_s, {u"--kubeconfig="_s, u"--minify"_s});
    row("an explicit file after a sign", two, u"one/config"_s, {u"--kubeconfig=two/config"_s});
}

void TestConfigView::flagRows()
{
    const QStringList minify{u"--minify"_s};
    const auto minified = [&](const QString& context) { return QStringList{u"--minify"_s, u"--context"_s, context}; };
    oneFile("minified", kWhole, minify);
    oneFile("minified and raw", kWhole, {u"--minify"_s, u"--raw"_s});
    oneFile("minified to the current context", kContexts, minify);
    oneFile("minified to another context", kContexts, minified(u"b"_s));
    oneFile("minified to a missing context", kContexts, minified(u"gone"_s));
    oneFile("minified with a missing cluster", kContexts, minified(u"d"_s));
    oneFile("minified with a missing user", kContexts, minified(u"e"_s));
    oneFile("minified without a current context", "users: [{name: u}]\n", minify);
    oneFile("minified, current context missing", "current-context: gone\n", minify);
    oneFile("minified to no context", "users: [{name: u}]\n", {u"--context="_s, u"--minify"_s});
    oneFile("another context without minify", kContexts, {u"--context"_s, u"b"_s});
    const QStringList flatten{u"--flatten"_s};
    const QByteArray files = cluster("certificate-authority: pki/ca")
        + user("client-certificate: pki/crt, client-key: pki/key, tokenFile: pki/key, token: t");
    const Files material{{u"config"_s, files}, {u"pki/ca"_s, "CA"}, {u"pki/crt"_s, "CRT"}, {u"pki/key"_s, "KEY"}};
    row("flattened", material, u"config"_s, flatten);
    row("flattened and raw", material, u"config"_s, {u"--flatten"_s, u"--raw"_s});
    row("flattened and minified", material, u"config"_s, {u"--flatten"_s, u"--minify"_s});
    oneFile("flattened, a file is missing", files, flatten);
    oneFile("flattened, data beside a file", cluster("certificate-authority: config, certificate-authority-data: eA=="),
        flatten);
    row("flattened, a file beside empty data",
        {{u"config"_s, user("client-key: key, client-key-data: ''")}, {u"key"_s, "KEY"}}, u"config"_s, flatten);
    row("flattened, a file is empty", {{u"config"_s, cluster("certificate-authority: empty")}, {u"empty"_s, ""}},
        u"config"_s, flatten);
    row("too many arguments", {}, {}, {u"surplus"_s});
}

QTEST_GUILESS_MAIN(TestConfigView)
#include "tst_configview.moc"
