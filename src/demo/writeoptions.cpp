// SPDX-License-Identifier: GPL-3.0-or-later
#include "writeoptions.h"

#include "status.h"
#include "text.h"

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> notSupported(const QString& kind, const QString& field, const QString& text)
{
    return fail(
        invalid(kind, u"meta.k8s.io"_s, {}, {{u"FieldValueNotSupported"_s, u"Unsupported value: " % text, field}}));
}

} // namespace

Result<WriteOptions> parseWriteOptions(const HttpRequest& request, const QString& kind)
{
    WriteOptions options;
    for (const QString& value : request.parameters(u"dryRun")) {
        if (value != u"All")
            return notSupported(kind, u"dryRun"_s, u"[" % quoted(value) % u"]: supported values: \"All\"");
        options.dryRun = true;
    }
    const QString validation = request.parameter(u"fieldValidation");
    if (validation == u"Strict")
        options.validation = FieldValidation::Strict;
    else if (validation == u"Ignore")
        options.validation = FieldValidation::Ignore;
    else if (!validation.isEmpty() && validation != u"Warn")
        return notSupported(kind, u"fieldValidation"_s,
            quoted(validation) % u": supported values: \"\", \"Ignore\", \"Strict\", \"Warn\"");
    options.manager = request.parameter(u"fieldManager");
    options.managerGiven = !options.manager.isEmpty();
    if (!options.managerGiven)
        options.manager = request.userAgent.section(u'/', 0, 0);
    if (options.manager.isEmpty())
        options.manager = u"unknown"_s;
    options.force = request.flag(u"force");
    return options;
}

} // namespace argosy::demo
