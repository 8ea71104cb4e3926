// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace argosy {

Options parseOptions()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("argosy", text); };
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Provisions AKS clusters through Azure Service Operator, Karpenter and Argo Workflows."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption demo(QStringLiteral("demo"), tr("Start on the embedded cluster."));
    const QCommandLineOption speed(QStringLiteral("demo-speed"), tr("Speed of the embedded cluster's controllers."),
        QStringLiteral("factor"), QStringLiteral("1"));
    const QCommandLineOption kubeconfig(QStringLiteral("kubeconfig"), tr("Kubeconfig to use."), QStringLiteral("file"));
    const QCommandLineOption context(
        QStringLiteral("context"), tr("Context of the kubeconfig to connect to."), QStringLiteral("name"));
    parser.addOptions({demo, speed, kubeconfig, context});
    parser.addPositionalArgument(QStringLiteral("files"), tr("YAML files to open."), QStringLiteral("[files…]"));
    parser.process(*QCoreApplication::instance());
    return {.demo = parser.isSet(demo),
        .demoSpeed = std::clamp(parser.value(speed).toDouble(), 0.01, 1000.0),
        .kubeconfig = parser.value(kubeconfig),
        .context = parser.value(context),
        .files = parser.positionalArguments()};
}

} // namespace argosy
