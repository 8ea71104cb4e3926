// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/servererrors.h>

#include "testprint.h"

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

using Fields = QList<QPair<QString, QString>>;

Fields fields(const QList<StatusCause>& causes)
{
    Fields found;
    for (const StatusCause& cause : causes)
        found.append({cause.field, cause.message});
    return found;
}

} // namespace

class TestServerErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blamedFields_data()
    {
        QTest::addColumn<ApiStatus>("status");
        QTest::addColumn<Fields>("expected");
        const QString undeclared = u"field not declared in schema"_s;
        const QString typed = u"failed to create typed patch object (/gpu; karpenter.sh/v1, Kind=NodePool): "_s;
        const QString handled = u"NodePool in version \"v1\" cannot be handled as a NodePool: "_s;

        QTest::newRow("422 with causes") << ApiStatus{.code = 422,
            .reason = u"Invalid"_s,
            .causes = {{u"FieldValueRequired"_s, u"Required value"_s, u"spec.template.spec.nodeClassRef.name"_s},
                {u"FieldValueInvalid"_s, u"Invalid value: null: some rules were not checked"_s, u"<nil>"_s}}}
                                         << Fields{{u"spec.template.spec.nodeClassRef.name"_s, u"Required value"_s}};
        QTest::newRow("apply, one line") << ApiStatus{.code = 500, .message = typed + ".spec.x: "_L1 + undeclared}
                                         << Fields{{u".spec.x"_s, undeclared}};
        QTest::newRow("apply, several lines")
            << ApiStatus{.code = 500,
                   .message = typed
                       + "errors:\n  .spec.template.spec.requirements: expected list, got &{foo}\n  .spec.x: "_L1
                       + undeclared}
            << Fields{
                   {u".spec.template.spec.requirements"_s, u"expected list, got &{foo}"_s}, {u".spec.x"_s, undeclared}};
        QTest::newRow("apply, a colon inside a list key")
            << ApiStatus{.code = 500, .message = typed + ".spec.taints[key=\"a: b\",effect=\"x]\"].y: "_L1 + undeclared}
            << Fields{{u".spec.taints[key=\"a: b\",effect=\"x]\"].y"_s, undeclared}};
        QTest::newRow("strict decoding, several fields") << ApiStatus{.code = 400,
            .reason = u"BadRequest"_s,
            .message = handled + "strict decoding error: unknown field \"spec.a\", duplicate field \"spec.b[0].c\""_L1}
                                                         << Fields{{u"spec.a"_s, u"unknown field \"spec.a\""_s},
                                                                {u"spec.b[0].c"_s,
                                                                    u"duplicate field \"spec.b[0].c\""_s}};
        QTest::newRow("wrong type of a built-in kind") << ApiStatus{.code = 400,
            .message =
                u"ConfigMap in version \"v1\" cannot be handled as a ConfigMap: json: cannot unmarshal number into Go "
                "struct field ConfigMap.data of type string"_s}
                                                       << Fields{{u"data"_s, u"expected string, got number"_s}};
        QTest::newRow("another 500") << ApiStatus{.code = 500, .message = u"etcd: .spec.x: no leader"_s} << Fields{};
        QTest::newRow("no field at all") << ApiStatus{.code = 400, .message = u"metadata.managedFields must be nil"_s}
                                         << Fields{};
    }

    void blamedFields()
    {
        QFETCH(ApiStatus, status);
        QTEST(fields(fieldErrors(status)), "expected");
    }

    void problemsHavePathsAndRules()
    {
        const Error conflict{.kind = ErrorKind::Conflict,
            .message = message("client", "x"),
            .status = ApiStatus{.code = 409,
                .causes = {
                    {u"FieldManagerConflict"_s, u"conflict with \"kubectl\" using v1"_s, u".spec.limits.cpu"_s}}}};
        const QList<Problem> problems = problemsFrom(conflict);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().rule, u"server/conflict"_s);
        QCOMPARE(problems.first().path.toPointer(), u"/spec/limits/cpu"_s);
        QVERIFY(problems.first().message.english().contains(u"kubectl"_s));

        const Error unknown{.kind = ErrorKind::Invalid,
            .status = ApiStatus{.code = 400, .message = u"strict decoding error: unknown field \"spec.a\""_s}};
        QCOMPARE(problemsFrom(unknown).constFirst().rule, u"server/unknown-field"_s);
    }

    void onlyErrorsAboutTheDocumentAreProblems()
    {
        const Message text = message("client", "Something.");
        QCOMPARE(problemsFrom({.kind = ErrorKind::Invalid, .message = text}).value(0).message, text);
        QVERIFY(problemsFrom({.kind = ErrorKind::Invalid, .message = text}).value(0).path.isRoot());
        QVERIFY(problemsFrom({.kind = ErrorKind::Unreachable, .message = text}).isEmpty());
        QVERIFY(problemsFrom({.kind = ErrorKind::Forbidden, .message = text}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestServerErrors)
#include "tst_servererrors.moc"
