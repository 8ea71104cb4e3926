// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"

#include <QApplication>
#include <QTranslator>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("argosy"));
    QApplication::setApplicationDisplayName(QStringLiteral("Argosy"));
    QApplication::setApplicationVersion(QStringLiteral(ARGOSY_VERSION));
    QTranslator english;
    if (english.load(QStringLiteral(":/argosy/translations/argosy_en.qm")))
        QCoreApplication::installTranslator(&english);
    argosy::Application program(application, argosy::parseOptions());
    program.start();
    return QApplication::exec();
}
