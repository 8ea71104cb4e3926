// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"

#include <QTest>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

constexpr auto kPrefix = QLatin1StringView("contract-");

} // namespace

QString ContractTest::unique(const QString& stem) const
{
    return kPrefix + stem + m_suffix;
}

QString ContractTest::stemOf(const QString& name) const
{
    if (!name.startsWith(kPrefix) || !name.endsWith(m_suffix))
        return {};
    return name.mid(kPrefix.size(), name.size() - kPrefix.size() - m_suffix.size());
}

Result<ApiResponse> ContractTest::apply(const ApiResource& resource, const Json& object, const ApplyOptions& options)
{
    m_removals.prepend(
        requests::remove(resource, textAt(object, "/metadata/namespace"), textAt(object, "/metadata/name")));
    return m_server->ask(requests::apply(resource, object, options));
}

void ContractTest::init()
{
    QFETCH(QString, server);
    const QString reason = ServerUnderTest::reasonToSkip(server);
    if (!reason.isEmpty())
        QSKIP(qPrintable(reason));
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    std::unique_ptr<ServerUnderTest>& place = m_servers[server];
    if (!place)
        place = std::make_unique<ServerUnderTest>(server, DemoOptions{.controllers = false});
    m_server = place.get();
    m_suffix = ServerUnderTest::uniqueName({});
    prepare();
}

void ContractTest::cleanup()
{
    if (!m_server)
        return;
    finish();
    for (const ApiRequest& removal : std::exchange(m_removals, {}))
        (void)m_server->ask(removal);
    m_server = nullptr;
}

} // namespace argosy
