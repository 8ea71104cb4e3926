// SPDX-License-Identifier: GPL-3.0-or-later
#include "yamleditor.h"

#include "widgets/scintilla.h"

#include <argosy/ui/widgets.h>
#include <argosy/ui/yamlview.h>

#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kProblemMargin = 1;
constexpr int kFieldMarker = 5; // above those that dressYamlEditor defines
constexpr int kWarningMarker = 6;
constexpr int kErrorMarker = 7;
constexpr int kWarningIndicator = 8;
constexpr int kErrorIndicator = 9;
constexpr int kIcon = 14;
using Sci = QsciScintillaBase;

} // namespace

YamlEditor::YamlEditor(const Theme& theme, Document* document, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_document(document)
    , m_editor(new QsciScintilla(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_editor);
    setFocusProxy(m_editor);
    m_editor->setObjectName(u"build.yaml"_s);
    m_editor->setAccessibleName(tr("YAML of %1").arg(document->fileName()));
    dressYamlEditor(m_editor, theme);
    m_editor->setMarginType(kProblemMargin, QsciScintilla::SymbolMargin);
    m_editor->setMarginWidth(kProblemMargin, 18);
    m_editor->setMarginMarkerMask(kProblemMargin, (1 << kWarningMarker) | (1 << kErrorMarker));
    m_editor->setEolMode(document->text().contains(u"\r\n"_s) ? QsciScintilla::EolWindows : QsciScintilla::EolUnix);
    m_editor->SendScintilla(Sci::SCI_SETUNDOCOLLECTION, 0UL);
    for (const QsciCommand::Command command : {QsciCommand::Undo, QsciCommand::Redo})
        if (QsciCommand* bound = m_editor->standardCommands()->find(command)) {
            bound->setKey(0);
            bound->setAlternateKey(0);
        }
    m_editor->indicatorDefine(QsciScintilla::SquiggleIndicator, kWarningIndicator);
    m_editor->indicatorDefine(QsciScintilla::SquiggleIndicator, kErrorIndicator);
    m_editor->markerDefine(QsciScintilla::Background, kFieldMarker);
    defineMarkers();
    adopt(document->text());
    connect(m_editor, &Sci::SCN_MODIFIED, this,
        [this](int position, int type, const char* text, int length) { onModified(position, type, text, length); });
    connect(m_editor, &QsciScintilla::cursorPositionChanged, this, &YamlEditor::onCaretMoved);
    connect(document, &Document::edited, this, &YamlEditor::onEdited);
    connect(document, &Document::analysed, this, &YamlEditor::showProblems);
    connect(&theme, &Theme::changed, this, &YamlEditor::defineMarkers);
    showProblems();
}

YamlEditor::~YamlEditor() = default;

void YamlEditor::defineMarkers()
{
    const Tokens& tokens = m_theme.tokens();
    m_editor->setMarkerBackgroundColor(tokens.accentTint, kFieldMarker);
    m_editor->setIndicatorForegroundColor(tokens.stuck, kErrorIndicator);
    m_editor->setIndicatorForegroundColor(tokens.degraded, kWarningIndicator);
    const auto pixmap = [this](Severity severity) {
        return m_theme.icon(severityIcon(severity), severityTone(severity)).pixmap(kIcon, kIcon);
    };
    m_editor->markerDefine(pixmap(Severity::Error), kErrorMarker);
    m_editor->markerDefine(pixmap(Severity::Warning), kWarningMarker);
}

long YamlEditor::bytesAt(qsizetype offset) const
{
    return m_editor->SendScintilla(Sci::SCI_POSITIONRELATIVECODEUNITS, 0UL, static_cast<long>(offset));
}

qsizetype YamlEditor::offsetAt(long bytes) const
{
    return m_editor->SendScintilla(Sci::SCI_COUNTCODEUNITS, 0UL, bytes);
}

void YamlEditor::adopt(const QString& text)
{
    const QScopedValueRollback applying(m_applying, true);
    m_editor->setText(text);
}

void YamlEditor::onModified(int position, int type, const char* text, int length)
{
    const bool inserted = type & Sci::SC_MOD_INSERTTEXT;
    const bool removed = type & Sci::SC_MOD_DELETETEXT;
    if (m_applying || !m_document || !(inserted || removed))
        return;
    const QString changed = QString::fromUtf8(text, length);
    m_document->type({.offset = offsetAt(position),
                         .removed = removed ? changed : QString(),
                         .inserted = inserted ? changed : QString()},
        this);
}

void YamlEditor::onEdited(const QList<TextEdit>& edits, const QObject* origin)
{
    if (origin == this)
        return;
    const QScopedValueRollback applying(m_applying, true);
    // All offsets refer to the text before: from the end, an edit moves none that is still to come.
    for (auto edit = edits.crbegin(); edit != edits.crend(); ++edit) {
        const long begin = bytesAt(edit->offset);
        const long end = bytesAt(edit->offset + edit->removed.size());
        m_editor->SendScintilla(Sci::SCI_DELETERANGE, static_cast<unsigned long>(begin), end - begin);
        const QByteArray inserted = edit->inserted.toUtf8();
        m_editor->SendScintilla(Sci::SCI_INSERTTEXT, static_cast<unsigned long>(begin), inserted.constData());
    }
    if (!origin && m_editor->hasFocus() && !edits.isEmpty()) // undo and redo go to what they changed
        m_editor->SendScintilla(Sci::SCI_GOTOPOS,
            static_cast<unsigned long>(bytesAt(edits.constFirst().offset + edits.constFirst().inserted.size())));
}

void YamlEditor::onCaretMoved()
{
    if (m_applying || !m_editor->hasFocus() || !m_document || !m_document->isAnalysed())
        return;
    const qsizetype offset = offsetAt(m_editor->SendScintilla(Sci::SCI_GETCURRENTPOS));
    const QList<Analysis::Part>& parts = m_document->analysis()->parts;
    for (qsizetype part = 0; part < parts.size(); ++part) {
        const TextRange& range = parts[part].yaml.range;
        if (offset >= range.begin && offset <= range.end) {
            m_editor->markerDeleteAll(kFieldMarker);
            Q_EMIT caretAt(part, parts[part].yaml.map.pathAt(offset));
            return;
        }
    }
}

void YamlEditor::showPath(qsizetype part, const FieldPath& path)
{
    m_editor->markerDeleteAll(kFieldMarker);
    if (!m_document || !m_document->isAnalysed() || part >= m_document->analysis()->parts.size())
        return;
    const SourceEntry* entry = m_document->analysis()->parts[part].yaml.map.find(path);
    if (!entry)
        return;
    const TextRange& first = entry->key.begin == entry->key.end ? entry->value : entry->key;
    const qsizetype end = std::max(first.begin, entry->value.end - 1);
    const int lastLine =
        static_cast<int>(m_editor->SendScintilla(Sci::SCI_LINEFROMPOSITION, static_cast<unsigned long>(bytesAt(end))));
    for (int line = first.line - 1; line <= lastLine; ++line)
        m_editor->markerAdd(line, kFieldMarker);
    m_editor->ensureLineVisible(lastLine);
    m_editor->ensureLineVisible(first.line - 1);
}

void YamlEditor::goTo(int line, int column)
{
    m_editor->ensureLineVisible(std::max(0, line - 1));
    m_editor->setCursorPosition(std::max(0, line - 1), std::max(0, column - 1));
    m_editor->setFocus(Qt::OtherFocusReason);
}

void YamlEditor::showProblems()
{
    if (!m_document || !m_document->isAnalysed())
        return;
    m_editor->markerDeleteAll(kErrorMarker);
    m_editor->markerDeleteAll(kWarningMarker);
    const long length = m_editor->SendScintilla(Sci::SCI_GETLENGTH);
    for (const int indicator : {kWarningIndicator, kErrorIndicator}) {
        m_editor->SendScintilla(Sci::SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
        m_editor->SendScintilla(Sci::SCI_INDICATORCLEARRANGE, 0UL, length);
    }
    const Analysis& analysis = *m_document->analysis();
    for (const Problem& problem : analysis.syntax)
        markProblem(problem, nullptr);
    for (const Analysis::Part& part : analysis.parts)
        for (const Problem& problem : part.problems)
            markProblem(problem, &part.yaml.map);
}

void YamlEditor::markProblem(const Problem& problem, const SourceMap* map)
{
    if (problem.severity == Severity::Info)
        return;
    const bool isError = problem.severity == Severity::Error;
    const SourceEntry* entry = map ? map->nearest(problem.path) : nullptr;
    long begin = 0;
    long end = 0;
    int line = std::max(0, problem.line - 1);
    if (entry) {
        // A value that spans lines is marked at its key.
        const bool scalar = entry->style <= SourceEntry::Style::DoubleQuoted && entry->value.begin < entry->value.end;
        const TextRange& range = scalar && problem.rule != u"schema/unknown-field" ? entry->value : entry->key;
        begin = bytesAt(range.begin);
        end = bytesAt(range.end);
        line = static_cast<int>(m_editor->SendScintilla(Sci::SCI_LINEFROMPOSITION, static_cast<unsigned long>(begin)));
    } else {
        begin = m_editor->SendScintilla(Sci::SCI_GETLINEINDENTPOSITION, static_cast<unsigned long>(line));
        end = m_editor->SendScintilla(Sci::SCI_GETLINEENDPOSITION, static_cast<unsigned long>(line));
    }
    m_editor->markerAdd(line, isError ? kErrorMarker : kWarningMarker);
    m_editor->SendScintilla(
        Sci::SCI_SETINDICATORCURRENT, static_cast<unsigned long>(isError ? kErrorIndicator : kWarningIndicator));
    if (end > begin)
        m_editor->SendScintilla(Sci::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(begin), end - begin);
}

} // namespace argosy
