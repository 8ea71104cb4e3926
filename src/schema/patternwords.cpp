// SPDX-License-Identifier: GPL-3.0-or-later
#include "patternwords.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// By pattern, for fields that people fill in; "%1" is the field.
QHash<QString, Message> makeWords()
{
    const Message label = message("schema",
        "%1 must consist of letters, digits, hyphens, underscores and dots, and start and end with a letter or a "
        "digit.");
    const Message labelKey = message("schema",
        "%1 must be a name of letters, digits, hyphens, underscores and dots that starts and ends with a letter or a "
        "digit; a domain and a slash may stand before it.");
    const Message duration =
        message("schema", "%1 must be a duration in hours, minutes and seconds, like 30s or 1h30m.");
    return {
        {u"^([0-9]+(s|m|h))+$"_s, duration},
        {u"^(([0-9]+(s|m|h))+|Never)$"_s,
            message("schema", "%1 must be a duration in hours, minutes and seconds, like 30s or 1h30m, or Never.")},
        {u"^((([0-9]+(h|m))|([0-9]+h[0-9]+m))(0s)?)$"_s,
            message("schema", "%1 must be a duration in hours and minutes, like 30m or 8h.")},
        {u"^((100|[0-9]{1,2})%|[0-9]+)$"_s,
            message("schema", "%1 must be a whole number, or a percentage up to 100%, like 10%.")},
        {u"^(@(annually|yearly|monthly|weekly|daily|midnight|hourly))|((.+)\\s(.+)\\s(.+)\\s(.+)\\s(.+))$"_s,
            message("schema",
                "%1 must be a cron schedule: minute, hour, day, month and weekday, like 0 9 * * 1-5, or one of "
                "@hourly, @daily, @weekly, @monthly and @yearly.")},
        {u"^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$"_s, label},
        {u"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*(\\/))?"
         "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$"_s,
            labelKey},
        {u"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?"
         "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$"_s,
            labelKey},
        {u"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|"
         "([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"_s,
            message("schema", "%1 must be a quantity: a number, perhaps with a unit, like 4, 500m or 16Gi.")},
        {u"^\\d+(E|P|T|G|M|K|Ei|Pi|Ti|Gi|Mi|Ki)$"_s,
            message("schema", "%1 must be a whole number with a unit, like 50Mi.")},
        {u"(?i)^\\/subscriptions\\/[^\\/]+\\/resourceGroups\\/[a-zA-Z0-9_\\-().]{0,89}[a-zA-Z0-9_\\-()]\\/providers\\/"
         "Microsoft\\.Network\\/virtualNetworks\\/[^\\/]+\\/subnets\\/[^\\/]+$"_s,
            message("schema",
                "%1 must be the ID of a subnet: /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/"
                "virtualNetworks/…/subnets/….")},
        {u"^[a-z][a-z0-9]{0,11}$"_s,
            message("schema", "%1 must consist of up to 12 lower-case letters and digits, and start with a letter.")},
        {u"^([0-9]{1,3}\\.){3}[0-9]{1,3}(\\/([0-9]|[1-2][0-9]|3[0-2]))?$"_s,
            message("schema", "%1 must be an IPv4 range, like 10.0.0.0/16.")},
        {u"^(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\\.){3}(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)$"_s,
            message("schema", "%1 must be an IPv4 address, like 10.0.0.10.")},
        {u"^[a-zA-Z0-9]$|^[a-zA-Z0-9][-_a-zA-Z0-9]{0,61}[a-zA-Z0-9]$"_s,
            message("schema",
                "%1 must consist of up to 63 letters, digits, hyphens and underscores, and start and end with a letter "
                "or a digit.")},
    };
}

} // namespace

Message patternMessage(const QString& field, const QString& pattern)
{
    static const QHash<QString, Message> words = makeWords();
    Message found = words.value(pattern, message("schema", "%1 does not match the pattern %2."));
    found.arguments = {field, pattern};
    return found;
}

} // namespace argosy
