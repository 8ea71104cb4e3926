// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>
#include <argosy/session/approvals.h>

#include "testprint.h"

#include <QTemporaryDir>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

const ExecPlugin kLogin{.file = u"/home/a/.kube/config"_s, .command = u"kubelogin"_s, .arguments = {u"get-token"_s}};

} // namespace

class TestApprovals : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Paths m_paths;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_paths = Paths::below(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())));
    }

    void whatIsAllowedStaysAllowed()
    {
        Approvals approvals(m_paths);
        QVERIFY(!approvals.isAllowed(kLogin));
        QVERIFY_RESULT(approvals.allow(kLogin));
        QVERIFY_RESULT(approvals.allow(kLogin));
        QVERIFY(Approvals(m_paths).isAllowed(kLogin));
    }

    void anythingElseIsANewQuestion()
    {
        Approvals approvals(m_paths);
        QVERIFY_RESULT(approvals.allow(kLogin));
        ExecPlugin other = kLogin;
        other.file = u"/tmp/config"_s;
        QVERIFY(!approvals.isAllowed(other));
        other = kLogin;
        other.command = u"./kubelogin"_s;
        QVERIFY(!approvals.isAllowed(other));
        other = kLogin;
        other.arguments.append(u"--verbose"_s);
        QVERIFY(!approvals.isAllowed(other));
        other = kLogin;
        other.environment = {{u"LD_PRELOAD"_s, Secret("evil.so")}};
        QVERIFY(!approvals.isAllowed(other));
    }

    void secretsAreNotWrittenDown()
    {
        ExecPlugin command = kLogin;
        command.environment = {{u"PASSWORD"_s, Secret("canary")}};
        QVERIFY_RESULT(Approvals(m_paths).allow(command));
        const auto bytes = readFile(m_paths.config + "/approvals.json"_L1);
        QVERIFY_RESULT(bytes);
        QVERIFY(!bytes->contains("canary"));
    }

    void aListThatIsNotOursIsLeftAlone()
    {
        QVERIFY_RESULT(writeFileAtomically(m_paths.config + "/approvals.json"_L1, "{}"));
        Approvals approvals(m_paths);
        QVERIFY(!approvals.isAllowed(kLogin));
        QVERIFY(!approvals.allow(kLogin));
    }
};

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"
