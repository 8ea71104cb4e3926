// SPDX-License-Identifier: GPL-3.0-or-later
#include "growth.h"

#include <argosy/manifest/edit.h>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLittle = 50;
constexpr int kMuch = 500;

QString documentOf(int pools)
{
    QString text = u"apiVersion: containerservice.azure.com/v1api20250801\nkind: ManagedCluster\nspec:\n"
                   "  agentPoolProfiles:\n"_s;
    for (int i = 0; i < pools; ++i)
        text += u"  - name: pool%1 # why\n    count: 3\n    vmSize: \"Standard_D4s_v5\"\n    mode: User\n"_s.arg(i);
    return text;
}

QString edited(const QString& text)
{
    const YamlStream stream = parseYaml(text);
    const FieldPath path = FieldPath() / u"spec"_s / u"agentPoolProfiles"_s / 20 / u"vmSize"_s;
    const auto edits = setField(text, stream.documents.constFirst(), path, "Standard_D8s_v5");
    return edits ? applied(text, *edits) : QString();
}

} // namespace

class BenchEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneFieldCostsTheDocumentsLength()
    {
        const QString little = documentOf(kLittle);
        const QString much = documentOf(kMuch);
        QVERIFY(edited(much).contains(u"vmSize: \"Standard_D8s_v5\"\n"_s));
        VERIFY_GROWTH(bench::measured([&] { (void)edited(little); }, [&] { (void)edited(much); }), 20);
    }
};

QTEST_GUILESS_MAIN(BenchEdit)
#include "bench_edit.moc"
