// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the embedded cluster until it is killed: argosy_demo_main KUBECONFIG [PORT [--bare]]

#include <argosy/base/files.h>
#include <argosy/demo/demoserver.h>

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: %s KUBECONFIG [PORT [--bare]]\n", argv[0]);
        return 2;
    }
    argosy::DemoServer server(
        {.port = arguments.value(2).toInt(), .controllers = !arguments.contains(QStringLiteral("--bare"))});
    if (const argosy::Result<> started = server.start(); !started) {
        std::fprintf(stderr, "%s\n", qPrintable(started.error().message.english()));
        return 1;
    }
    if (const argosy::Result<> written = argosy::writeFileAtomically(arguments.at(1), server.kubeconfig()); !written) {
        std::fprintf(stderr, "%s\n", qPrintable(written.error().message.english()));
        return 1;
    }
    std::printf("https://127.0.0.1:%d\n", server.port());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
