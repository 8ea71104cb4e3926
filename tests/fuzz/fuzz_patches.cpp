// SPDX-License-Identifier: GPL-3.0-or-later
// What the embedded server does to objects, without the requests around: three lines, a JSONPath or selector, an object
// and a patch of it.
#include "fuzz.h"

#include "fieldmanagement.h"
#include "jsonpath.h"
#include "patch.h"
#include "requestpath.h"
#include "selectors.h"

using namespace argosy;
using namespace argosy::demo;
using fuzz::require;

namespace {

void select(const QString& text, const Json& object)
{
    (void)findFirst(object, text);
    (void)parseResourcePath(text);
    if (const auto labels = LabelSelector::parse(text))
        (void)labels->matches(object);
    if (const auto fields = FieldSelector::parse(text, {}, true))
        (void)fields->matches(object);
}

void patchIt(const Json& object, const Json& patch)
{
    Json merged = object;
    mergePatch(merged, patch);
    Json again = merged;
    mergePatch(again, patch);
    require(again == merged);
    Json strategic = object;
    strategicMergePatch(strategic, patch);
    (void)jsonPatch(object, patch);
}

bool isObject(const Json& value)
{
    return member(value, "metadata").is_object();
}

/// Applying the same twice changes nothing.
void applyIt(const Json& object, const Json& patch)
{
    if (!isObject(object) || !isObject(patch))
        return;
    const SchemaNode anything;
    const FieldWriter writer{.manager = QStringLiteral("fuzz"), .now = QStringLiteral("2026-01-10T09:00:00Z")};
    const Json live = trackUpdate(nullptr, object, writer, anything);
    const auto applied = applyPatch(&live, patch, writer, true, anything);
    if (!applied)
        return;
    const auto again = applyPatch(&applied->object, patch, writer, true, anything);
    require(again && again->conflicts.isEmpty() && sameJson(again->object, applied->object));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QList<QByteArray> lines = fuzz::bytes(data, size).toByteArray().split('\n');
    const auto object = parseJson(lines.value(1));
    const auto patch = parseJson(lines.value(2));
    if (!object)
        return 0;
    select(QString::fromUtf8(lines.value(0)), *object);
    if (patch) {
        patchIt(*object, *patch);
        applyIt(*object, *patch);
    }
    return 0;
}
