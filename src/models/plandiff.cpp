// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/models/plandiff.h>

#include <argosy/manifest/yaml.h>

namespace argosy {

namespace {

/// The lines of a text with the fields that stand on them.
class FieldLines
{
public:
    explicit FieldLines(const QString& text)
        : m_yaml(parseYaml(text))
        , m_lines(text.split(QLatin1Char('\n')))
    {
        qsizetype offset = 0;
        for (const QString& line : std::as_const(m_lines)) {
            m_offsets.append(offset);
            offset += line.size() + 1;
        }
    }

    /// The deepest field of a 1-based line.
    [[nodiscard]] FieldPath pathAt(int line) const
    {
        if (line < 1 || line > m_lines.size() || m_yaml.documents.isEmpty())
            return {};
        const QString& text = m_lines.at(line - 1);
        qsizetype column = 0;
        while (column < text.size() && (text.at(column) == u' ' || text.at(column) == u'-'))
            ++column;
        return m_yaml.documents.first().map.pathAt(m_offsets.at(line - 1) + column);
    }

private:
    YamlStream m_yaml;
    QStringList m_lines;
    QList<qsizetype> m_offsets;
};

/// The innermost change that the line is part of counts. What a new object has without the server's doing is yours.
std::optional<PlannedChange::Origin> originAt(const PlanStep& step, const FieldPath& path)
{
    const PlannedChange* best = nullptr;
    for (const PlannedChange& planned : step.changes) {
        const FieldPath& changed = planned.change.path;
        const bool closer = !best || changed.segments().size() > best->change.path.segments().size();
        if (path.startsWith(changed) && closer)
            best = &planned;
    }
    if (best)
        return best->origin;
    return step.live ? std::nullopt : std::optional(PlannedChange::Origin::You);
}

} // namespace

QList<PlanDiffLine> planDiff(const PlanStep& step, int context)
{
    if (!step.result)
        return {};
    const QString before = liveYaml(step);
    const QString after = resultYaml(step);
    const FieldLines oldFields(before);
    const FieldLines newFields(after);
    QList<PlanDiffLine> lines;
    const QList<DiffHunk> hunks = diffLines(before, after, context);
    for (const DiffHunk& hunk : hunks) {
        if (!lines.isEmpty())
            lines.append(PlanDiffLine{.gap = true});
        for (const DiffLine& line : hunk.lines) {
            PlanDiffLine shown{.line = line};
            if (line.kind == DiffLine::Kind::Added)
                shown.origin = originAt(step, newFields.pathAt(line.newLine));
            else if (line.kind == DiffLine::Kind::Removed)
                shown.origin = originAt(step, oldFields.pathAt(line.oldLine));
            lines.append(shown);
        }
    }
    return lines;
}

} // namespace argosy
