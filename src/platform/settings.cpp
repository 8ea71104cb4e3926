// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/settings.h>

using namespace Qt::StringLiterals;

namespace argosy {

QString toWord(Delivery delivery)
{
    return delivery == Delivery::Argo ? u"argo"_s : u"direct"_s;
}

QString toWord(Arrangement arrangement)
{
    return arrangement == Arrangement::Management ? u"management"_s : u"workload"_s;
}

Result<Delivery> parseDelivery(const QString& text)
{
    if (text == "direct"_L1)
        return Delivery::Direct;
    if (text == "argo"_L1)
        return Delivery::Argo;
    return fail(ErrorKind::Parse, message("platform", "“%1” is no delivery; it is either “direct” or “argo”.", {text}));
}

Result<Arrangement> parseArrangement(const QString& text)
{
    if (text == "workload"_L1)
        return Arrangement::Workload;
    if (text == "management"_L1)
        return Arrangement::Management;
    return fail(ErrorKind::Parse,
        message("platform", "“%1” is no arrangement; it is either “workload” or “management”.", {text}));
}

ClusterId ClusterSettings::karpenterCluster() const
{
    return arrangement == Arrangement::Workload ? ClusterId::workload(nameSpace, name) : ClusterId::management();
}

} // namespace argosy
