// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/demo/demoserver.h>

#include "api.h"
#include "controllers/simulation.h"
#include "listener.h"
#include "seeds.h"

namespace argosy {

using namespace Qt::StringLiterals;

class DemoServer::Private final
{
public:
    explicit Private(DemoOptions given)
        : options(given)
        , listener([this](const demo::HttpRequest& request) { return api->answer(request); })
    { }

    /// Everything that one run has: another one starts with other keys and no objects.
    [[nodiscard]] Result<> prepare()
    {
        Result<demo::ServerIdentity> made = demo::ServerIdentity::make();
        if (!made)
            return fail(made.error());
        identity = std::move(*made);
        token = demo::makeToken();
        storage = std::make_shared<demo::Storage>(std::make_shared<SystemClock>());
        api = std::make_unique<demo::Api>(storage, SchemaSet::builtin(), token);
        return demo::plantSeeds(*storage, SchemaSet::builtin());
    }

    DemoOptions options;
    std::optional<demo::ServerIdentity> identity;
    Secret token;
    std::shared_ptr<demo::Storage> storage;
    std::unique_ptr<demo::Api> api;
    std::unique_ptr<demo::Simulation> simulation;
    demo::Listener listener;
    int port = 0;
};

DemoServer::DemoServer(DemoOptions options)
    : d(std::make_unique<Private>(options))
{ }

DemoServer::~DemoServer()
{
    stop();
}

Result<> DemoServer::start()
{
    stop();
    if (const Result<> prepared = d->prepare(); !prepared)
        return prepared;
    if (const Result<> listening = d->listener.start(*d->identity, d->options.port); !listening)
        return listening;
    d->port = d->listener.port();
    if (d->options.controllers) {
        d->simulation = std::make_unique<demo::Simulation>(d->storage, d->api->catalog(),
            demo::SimulationOptions{.speed = d->options.speed, .kubeconfig = kubeconfig()});
        d->simulation->start();
    }
    return {};
}

void DemoServer::stop()
{
    d->simulation.reset();
    if (d->storage)
        d->storage->close();
    d->listener.stop();
    d->port = 0;
    d->api.reset();
    d->storage.reset();
}

int DemoServer::port() const
{
    return d->port;
}

QByteArray DemoServer::kubeconfig() const
{
    const QByteArray text = R"(apiVersion: v1
kind: Config
current-context: embedded
clusters:
- name: embedded
  cluster:
    server: https://127.0.0.1:%1
    certificate-authority-data: %2
users:
- name: embedded
  user:
    token: %3
contexts:
- name: embedded
  context:
    cluster: embedded
    user: embedded
    namespace: default
)";
    if (!d->identity)
        return {};
    return QByteArray(text)
        .replace("%1", QByteArray::number(d->port))
        .replace("%2", d->identity->caPem().toBase64())
        .replace("%3", d->token.reveal());
}

void DemoServer::interrupt(bool interrupted)
{
    if (!d->storage || interrupted != d->listener.isRunning())
        return;
    if (interrupted)
        return d->listener.stop();
    if (const Result<> listening = d->listener.start(*d->identity, d->port); !listening)
        qWarning("%s", qPrintable(listening.error().message.english()));
}

} // namespace argosy
