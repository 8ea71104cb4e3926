// SPDX-License-Identifier: GPL-3.0-or-later
#include "impersonation.h"
#include "testprint.h"

using namespace argosy;
using namespace Qt::StringLiterals;

class TestImpersonation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersSayWhom_data()
    {
        QTest::addColumn<Impersonation>("as");
        QTest::addColumn<QList<HeaderValues>>("headers");
        QTest::newRow("nobody") << Impersonation{} << QList<HeaderValues>{};
        QTest::newRow("a user") << Impersonation{.user = u"jürgen"_s}
                                << QList<HeaderValues>{{"Impersonate-User", {"jürgen"}}};
        QTest::newRow("everything") << Impersonation{.user = u"a"_s,
            .uid = u"7"_s,
            .groups = {u"x"_s, u"y, z"_s},
            .extra = {{u"acme.com/Project 50%"_s, {u"p"_s, u"q"_s}}}}
                                    << QList<HeaderValues>{{"Impersonate-User", {"a"}}, {"Impersonate-Uid", {"7"}},
                                           {"Impersonate-Group", {"x", "y, z"}},
                                           {"Impersonate-Extra-acme.com%2FProject%2050%25", {"p", "q"}}};
    }

    void headersSayWhom()
    {
        QFETCH(Impersonation, as);
        QFETCH(QList<HeaderValues>, headers);
        QVERIFY(impersonationHeaders(as) == headers);
    }
};

QTEST_GUILESS_MAIN(TestImpersonation)
#include "tst_impersonation.moc"
