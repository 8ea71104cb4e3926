// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/manifest/yaml.h>

#include "composer.h"
#include "documentbuilder.h"
#include "sourcescan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

bool isMarker(QStringView line)
{
    return line.startsWith(u"---") && (line.size() == 3 || line[3].isSpace());
}

/// A stretch of a text up to the next line "---". Directives (%YAML 1.1) stay with the document after them.
struct Part
{
    qsizetype begin = 0;
    qsizetype end = 0;
    bool hasContent = false; ///< more than comments
};

bool isContent(QStringView line)
{
    const QStringView trimmed = line.trimmed();
    return !trimmed.isEmpty() && !trimmed.startsWith(u'#');
}

Part partAt(const QString& text, qsizetype begin)
{
    Part part{.begin = begin, .end = text.size()};
    bool hasDirective = false;
    for (qsizetype at = begin; at < text.size(); at = nextLine(text, at)) {
        const QStringView line = QStringView(text).mid(at, lineEnd(text, at) - at);
        if (isMarker(line) && at > begin && (part.hasContent || !hasDirective)) {
            part.end = at;
            return part;
        }
        const bool directive = line.startsWith(u'%') && !part.hasContent;
        hasDirective = hasDirective || directive;
        part.hasContent = part.hasContent || (!directive && isContent(isMarker(line) ? line.mid(3) : line));
    }
    return part;
}

class StreamReader final
{
public:
    StreamReader(const QString& text, const YamlLimits& limits)
        : m_text(text)
        , m_limits(limits)
        , m_index(text)
        , m_budget{.nodes = limits.maxNodes, .bytes = 2 * limits.maxBytes}
    { }

    YamlStream read()
    {
        if (QStringView(m_text).toUtf8().size() > m_limits.maxBytes) {
            stop(0, message("manifest", "The text is longer than %1 bytes.", {QString::number(m_limits.maxBytes)}));
            return m_stream;
        }
        qsizetype at = m_text.startsWith(QChar(0xfeff)) ? 1 : 0;
        while (at < m_text.size() && !m_stopped) {
            const Part part = partAt(m_text, at);
            if (part.hasContent)
                readPart(part);
            at = part.end;
        }
        return m_stream;
    }

private:
    /// A syntax error ends its part, not the stream: the next "---" begins anew, as it does for kubectl.
    void readPart(const Part& part)
    {
        Composer composer(m_text, part.begin, part.end, m_index, m_limits);
        while (!m_stopped) {
            const std::optional<ComposedDocument> document = composer.next();
            if (!document)
                break;
            if (document->root >= 0)
                readDocument(*document);
        }
        if (composer.problem()) {
            m_stream.problems.append(*composer.problem());
            countDocument(part.begin);
        }
    }

    void readDocument(const ComposedDocument& document)
    {
        if (!countDocument(document.begin))
            return;
        DocumentBuilder builder(document, m_index, m_limits, m_budget, m_stream.problems);
        if (std::optional<YamlDocument> built = builder.build())
            m_stream.documents.append(*std::move(built));
        m_stopped = m_stopped || m_budget.nodes < 0 || m_budget.bytes < 0;
    }

    bool countDocument(qsizetype begin)
    {
        if (++m_count > m_limits.maxDocuments)
            stop(begin,
                message("manifest", "The text has more than %1 documents.", {QString::number(m_limits.maxDocuments)}));
        return !m_stopped;
    }

    void stop(qsizetype at, Message message)
    {
        m_stopped = true;
        m_stream.problems.append(Problem{.severity = Severity::Error,
            .rule = u"yaml/limit"_s,
            .path = {},
            .message = std::move(message),
            .suggestion = {},
            .line = m_index.line(at),
            .column = m_index.column(at)});
    }

    const QString& m_text;
    const YamlLimits& m_limits;
    const TextIndex m_index;
    ExpansionBudget m_budget;
    int m_count = 0;
    bool m_stopped = false;
    YamlStream m_stream;
};

} // namespace

bool YamlStream::hasErrors() const
{
    return std::any_of(
        problems.begin(), problems.end(), [](const Problem& p) { return p.severity == Severity::Error; });
}

YamlStream parseYaml(const QString& text, const YamlLimits& limits)
{
    return StreamReader(text, limits).read();
}

} // namespace argosy
