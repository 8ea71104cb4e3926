// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/manifest/edit.h>

#include "randomjson.h"
#include "randomrun.h"
#include "randomtext.h"
#include "testprint.h"

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

constexpr RandomCounts kEdits{.reduced = 1000, .full = 5000};

Json* childOf(Json& value, const FieldPath::Segment& segment)
{
    if (segment.isIndex())
        return static_cast<size_t>(segment.index) < value.size() ? &value[static_cast<size_t>(segment.index)] : nullptr;
    const auto found = value.is_object() ? value.find(segment.key.toStdString()) : value.end();
    return found == value.end() ? nullptr : &*found;
}

Json* find(Json& root, const FieldPath& path)
{
    Json* at = &root;
    for (const FieldPath::Segment& segment : path.segments()) {
        at = childOf(*at, segment);
        if (at == nullptr)
            return nullptr;
    }
    return at;
}

/// The lines of a text that an edit may change, from 0; none where last is below first.
struct LineSpan
{
    qsizetype first = 0;
    qsizetype last = -1;
};

qsizetype lineOf(const QString& text, qsizetype offset)
{
    return QStringView(text).left(offset).count(u'\n');
}

LineSpan linesOf(const QString& text, const SourceEntry& entry)
{
    const bool isRoot = entry.key.line == 0;
    return {.first = lineOf(text, isRoot ? entry.value.begin : entry.key.begin),
        .last = lineOf(text, std::max(entry.key.end, entry.value.end))};
}

/// True where both texts have the same lines outside of the span, whatever was put in its place.
bool sameOutside(const QString& before, const QString& after, const LineSpan& span)
{
    const QStringList old = before.split(u'\n');
    const QStringList now = after.split(u'\n');
    const qsizetype tail = old.size() - 1 - span.last;
    return now.mid(0, span.first) == old.mid(0, span.first) && now.size() >= span.first + tail
        && now.mid(now.size() - tail) == old.mid(old.size() - tail);
}

/// The same for a removal, which takes the break before the last line with it.
bool keepsOutside(const QString& before, const QString& after, const LineSpan& span)
{
    const bool atEnd = span.last + 1 == before.count(u'\n') + 1;
    QString padded = after;
    if (atEnd && span.first > 0 && padded.count(u'\n') < span.first)
        padded += before.contains(u"\r\n") ? u"\r\n"_s : u"\n"_s;
    return sameOutside(before, padded, span);
}

/// The lines that go with a field: its own; those around it where it is alone or in brackets; the next one that says
/// something where the field begins behind a dash, because that one takes its place.
LineSpan linesOfRemoval(const QString& text, const SourceMap& map, const FieldPath& path, bool alone)
{
    const SourceEntry& entry = *map.find(path);
    const SourceEntry& parent = *map.find(path.parent());
    const bool inBrackets =
        parent.style == SourceEntry::Style::FlowMapping || parent.style == SourceEntry::Style::FlowSequence;
    if (alone || inBrackets)
        return linesOf(text, parent);
    LineSpan span = linesOf(text, entry);
    const QStringList lines = text.split(u'\n');
    if (lines[span.first].left(entry.key.column - 1).trimmed().isEmpty())
        return span;
    do {
        ++span.last;
    } while (span.last + 1 < lines.size() && lines[span.last].trimmed().isEmpty());
    return span;
}

/// Every old line is still there, in its order.
bool onlyAdds(const QString& before, const QString& after)
{
    const QStringList old = before.split(u'\n');
    qsizetype kept = 0;
    for (QString line : after.split(u'\n')) {
        if (kept < old.size() && (line == old[kept] || line.remove(u'\r') == old[kept]))
            ++kept;
    }
    return kept == old.size();
}

class Case
{
public:
    /// The number-th case of a run.
    Case(const RandomRun& run, int number)
        : m_random(run.seed, number)
    {
        do {
            m_value = m_random.value(4);
        } while (!m_value.is_structured() || m_value.empty());
        m_text = RandomText(m_random).document(m_value);
    }

    FieldPath path()
    {
        FieldPath result;
        const Json* at = &m_value;
        while (at->is_structured() && !at->empty() && (result.isRoot() || m_random.number(0, 3) > 0)) {
            const int pick = m_random.number(0, static_cast<int>(at->size()) - 1);
            const auto item = std::next(at->begin(), pick);
            result = at->is_array() ? result / qsizetype(pick) : result / QString::fromStdString(item.key());
            at = &*item;
        }
        return result;
    }

    /// A path to something new in a mapping or list, or below a null.
    FieldPath newPath()
    {
        FieldPath result = path();
        const Json* at = find(m_value, result);
        while (!at->is_structured() && !at->is_null()) {
            result = result.parent();
            at = find(m_value, result);
        }
        result = at->is_array() ? result / qsizetype(at->size()) : result / u"new"_s;
        return m_random.number(0, 2) == 0 ? result / u"deep: er"_s : result;
    }

    RandomJson m_random;
    Json m_value;
    QString m_text;
};

QByteArray report(const Case& c, const FieldPath& path, const QString& after, const Json& expected)
{
    QStringList problems;
    for (const Problem& problem : parseYaml(after).problems)
        problems.append(u"%1: %2"_s.arg(problem.line).arg(problem.message.english()));
    return (c.m_text + u"\n---- "_s + path.toPointer() + u"\n"_s + after + u"\n----\n"_s + problems.join(u'\n'))
               .toUtf8()
        + toCompactJson(expected);
}

bool holds(const QString& text, const Json& expected)
{
    const YamlStream stream = parseYaml(text);
    return stream.problems.isEmpty() && stream.documents.size() == 1 && *stream.documents[0].value == expected;
}

} // namespace

class TestEditProperty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void textsSayWhatTheyWereMadeFrom()
    {
        const RandomRun run = randomRun(kEdits);
        for (int i = 0; i < run.count; ++i) {
            const Case c(run, i);
            QVERIFY2(holds(c.m_text, c.m_value), report(c, {}, c.m_text, c.m_value).constData());
        }
    }

    void setTouchesItsLinesOnly()
    {
        const RandomRun run = randomRun(kEdits);
        for (int i = 0; i < run.count; ++i) {
            Case c(run, i);
            const YamlStream stream = parseYaml(c.m_text);
            const FieldPath path = c.path();
            Json expected = c.m_value;
            Json& field = *find(expected, path);
            field = c.m_random.value(2);
            const auto edits = setField(c.m_text, stream.documents[0], path, field);
            QVERIFY_RESULT(edits);
            const QString after = applied(c.m_text, *edits);
            const LineSpan span = linesOf(c.m_text, *stream.documents[0].map.find(path));
            QVERIFY2(holds(after, expected) && sameOutside(c.m_text, after, span),
                report(c, path, after, expected).constData());
        }
    }

    void addTouchesNothingElse()
    {
        const RandomRun run = randomRun(kEdits);
        for (int i = 0; i < run.count; ++i) {
            Case c(run, i);
            const YamlStream stream = parseYaml(c.m_text);
            const FieldPath path = c.newPath();
            const Json value = c.m_random.value(2);
            Json expected = c.m_value;
            for (Json* at = &expected; const FieldPath::Segment& segment : path.segments()) {
                if (segment.isIndex() && static_cast<size_t>(segment.index) == at->size())
                    at->push_back(nullptr);
                at = segment.isIndex() ? &(*at)[static_cast<size_t>(segment.index)] : &(*at)[segment.key.toStdString()];
                if (at != nullptr && &segment == &path.segments().last())
                    *at = value;
            }
            const auto edits = setField(c.m_text, stream.documents[0], path, value);
            QVERIFY_RESULT(edits);
            const QString after = applied(c.m_text, *edits);
            const SourceEntry& container = *stream.documents[0].map.nearest(path);
            const bool isBlock = container.style == SourceEntry::Style::BlockMapping
                || container.style == SourceEntry::Style::BlockSequence;
            const bool kept =
                isBlock ? onlyAdds(c.m_text, after) : sameOutside(c.m_text, after, linesOf(c.m_text, container));
            QVERIFY2(holds(after, expected) && kept, report(c, path, after, expected).constData());
        }
    }

    void removeTouchesItsLinesOnly()
    {
        const RandomRun run = randomRun(kEdits);
        for (int i = 0; i < run.count; ++i) {
            Case c(run, i);
            const YamlStream stream = parseYaml(c.m_text);
            FieldPath path = c.path();
            const auto edits = removeField(c.m_text, stream.documents[0], path);
            QVERIFY_RESULT(edits);
            const QString after = applied(c.m_text, *edits);
            Json expected = c.m_value;
            while (path.segments().size() > 2 && find(expected, path.parent())->size() == 1)
                path = path.parent();
            Json& parent = *find(expected, path.parent());
            const LineSpan span = linesOfRemoval(c.m_text, stream.documents[0].map, path, parent.size() == 1);
            if (path.segments().last().isIndex())
                parent.erase(static_cast<size_t>(path.segments().last().index));
            else
                parent.erase(path.lastKey().toStdString());
            QVERIFY2(holds(after, expected) && keepsOutside(c.m_text, after, span),
                report(c, path, after, expected).constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestEditProperty)
#include "tst_editproperty.moc"
