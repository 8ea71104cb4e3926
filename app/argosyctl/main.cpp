// SPDX-License-Identifier: GPL-3.0-or-later
#include "apply.h"
#include "auth.h"
#include "config.h"
#include "convert.h"
#include "demo.h"
#include "journal.h"
#include "newcluster.h"
#include "options.h"
#include "plan.h"
#include "signals.h"
#include "snapshotinfo.h"
#include "snapshotsave.h"
#include "submit.h"
#include "terminal.h"
#include "tree.h"
#include "validate.h"
#include "version.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace {

using namespace argosy;

using Maker = std::function<std::unique_ptr<Command>(const Options&, const Terminal&)>;

template <class Made> Maker make()
{
    return [](const Options& options, const Terminal& terminal) { return std::make_unique<Made>(options, terminal); };
}

std::unique_ptr<Command> commandFor(const Options& options, const Terminal& terminal)
{
    const QHash<QString, Maker> makers{
        {QStringLiteral("version"), make<VersionCommand>()},
        {QStringLiteral("auth whoami"), make<WhoamiCommand>()},
        {QStringLiteral("auth can-i"), make<CanICommand>()},
        {QStringLiteral("config view"), make<ConfigViewCommand>()},
        {QStringLiteral("config mode"), make<ConfigModeCommand>()},
        {QStringLiteral("convert"), make<ConvertCommand>()},
        {QStringLiteral("new cluster"), make<NewClusterCommand>()},
        {QStringLiteral("validate"), make<ValidateCommand>()},
        {QStringLiteral("plan"), make<PlanCommand>()},
        {QStringLiteral("diff"), make<PlanCommand>()},
        {QStringLiteral("apply"), make<ApplyCommand>()},
        {QStringLiteral("submit"), make<SubmitCommand>()},
        {QStringLiteral("tree"), make<TreeCommand>()},
        {QStringLiteral("journal"), make<JournalCommand>()},
        {QStringLiteral("snapshot save"), make<SnapshotSaveCommand>()},
        {QStringLiteral("snapshot info"), make<SnapshotInfoCommand>()},
        {QStringLiteral("demo"), make<DemoCommand>()},
    };
    return makers.value(options.command)(options, terminal);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("argosyctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ARGOSY_VERSION));
    const auto parsed = parseOptions(argc, argv);
    if (const int* exitCode = std::get_if<int>(&parsed))
        return *exitCode;
    const Terminal terminal;
    const auto& options = *std::get_if<Options>(&parsed); // std::get would throw where it cannot
    if (options.verbosity > 0)
        QLoggingCategory::setFilterRules(QStringLiteral("argosy.*.debug=true"));
    const auto command = commandFor(options, terminal);
    QObject::connect(command.get(), &Command::finished, &application, &QCoreApplication::exit, Qt::QueuedConnection);
    // Ctrl+C ends demo as it should; anything else is cut short.
    const EndSignals endSignals([&] { QCoreApplication::exit(options.command == u"demo" ? exitcode::kDone : 130); });
    QMetaObject::invokeMethod(command.get(), &Command::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
