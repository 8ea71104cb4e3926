// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clustercommand.h"

#include <argosy/client/reviews.h>

namespace argosy {

/// `auth whoami`: who the server takes us for.
class WhoamiCommand final : public ConnectedCommand
{
    Q_OBJECT
public:
    using ConnectedCommand::ConnectedCommand;

protected:
    void connected() override { ask(0); }

private:
    void ask(std::size_t version);
    void print(const QByteArray& review);

    RequestHandle m_request;
};

/// `auth can-i`: whether we may do something, or all that we may do in a namespace.
class CanICommand final : public ConnectedCommand
{
    Q_OBJECT
public:
    using ConnectedCommand::ConnectedCommand;

protected:
    Result<> prepare() override;
    void connected() override;

private:
    void askForRules();
    void printRules(const QByteArray& review);
    void askForAccess(const AccessQuestion& question);
    void printAccess(const QByteArray& review);
    [[nodiscard]] AccessQuestion questionAbout(const QString& resource, const ApiCatalog& catalog);

    std::unique_ptr<Discovery> m_discovery;
    RequestHandle m_request;
};

} // namespace argosy
