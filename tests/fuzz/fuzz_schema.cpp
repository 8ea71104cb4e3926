// SPDX-License-Identifier: GPL-3.0-or-later
// Any JSON is read as a schema and as a CRD or refused; what was read is written and read back the same, and judges any
// document, even itself.
#include "fuzz.h"

#include <argosy/schema/openapi.h>

#include <nlohmann/json.hpp>

using namespace argosy;
using fuzz::require;

namespace {

void judge(const Json& document, const SchemaNode& node)
{
    for (const Problem& problem : validate(document, node))
        require(!problem.rule.isEmpty() && !problem.message.english().isEmpty());
    Json defaulted = document;
    applyDefaults(defaulted, node);
    Json again = defaulted;
    applyDefaults(again, node);
    require(again == defaulted);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto json = parseJson(fuzz::bytes(data, size));
    if (!json)
        return 0;
    if (const auto node = parseSchema(*json)) {
        const Json written = toOpenApi(**node);
        const auto again = parseSchema(written);
        require(again && toOpenApi(**again) == written);
        judge(*json, **node);
    }
    if (const auto kinds = SchemaSet::fromCrd(*json)) {
        (void)validate(*json, *kinds);
        for (const KindSchema* kind : kinds->all())
            require(SchemaSet::fromCrd(toCrd({*kind})).has_value());
    }
    return 0;
}
