// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/yamlview.h>

#include "scintilla.h"
#include "yamllexer.h"

#include <QPointer>
#include <QScrollBar>
#include <QVBoxLayout>

namespace argosy {

namespace {

constexpr int kNumberMargin = 0;
constexpr int kFoldMargin = 2;
constexpr int kFirstFoldMarker = QsciScintilla::SC_MARKNUM_FOLDEREND;
constexpr int kLastFoldMarker = QsciScintilla::SC_MARKNUM_FOLDEROPEN;
/// Markers of line tones; numbers above them are free for whoever dresses an editor.
constexpr int kAddedMarker = 0;
constexpr int kRemovedMarker = 1;
constexpr int kChangedMarker = 2;

void takeColors(QsciScintilla* editor, YamlLexer* lexer, const Theme& theme)
{
    const Tokens& tokens = theme.tokens();
    lexer->takeColors();
    editor->setPaper(tokens.base);
    editor->setColor(tokens.text);
    editor->setMarginsBackgroundColor(tokens.window);
    editor->setMarginsForegroundColor(tokens.muted);
    editor->setMarginsFont(theme.font(Theme::Text::Mono));
    editor->setFoldMarginColors(tokens.window, tokens.window);
    for (int marker = kFirstFoldMarker; marker <= kLastFoldMarker; ++marker) {
        // setMarkerForegroundColor() leaves the markers of folding alone.
        editor->SendScintilla(QsciScintilla::SCI_MARKERSETFORE, static_cast<unsigned long>(marker), tokens.window);
        editor->SendScintilla(QsciScintilla::SCI_MARKERSETBACK, static_cast<unsigned long>(marker), tokens.muted);
    }
    editor->setCaretForegroundColor(tokens.text);
    editor->setCaretLineBackgroundColor(tokens.accentTint);
    editor->setSelectionBackgroundColor(tokens.accent);
    editor->setSelectionForegroundColor(tokens.onAccent);
    editor->setIndentationGuidesForegroundColor(tokens.border);
    editor->setIndentationGuidesBackgroundColor(tokens.base);
    editor->setMatchedBraceBackgroundColor(tokens.accentTint);
    editor->setMatchedBraceForegroundColor(tokens.accent);
    editor->setMarkerBackgroundColor(tokens.added, kAddedMarker);
    editor->setMarkerBackgroundColor(tokens.removed, kRemovedMarker);
    editor->setMarkerBackgroundColor(tokens.changed, kChangedMarker);
}

void fitNumberMargin(QsciScintilla* editor)
{
    const int digits = std::max(3, static_cast<int>(QString::number(editor->lines()).size()));
    editor->setMarginWidth(kNumberMargin, QString(digits + 1, u'8'));
}

} // namespace

void dressYamlEditor(QsciScintilla* editor, const Theme& theme)
{
    auto* lexer = new YamlLexer(theme, editor);
    editor->setLexer(lexer);
    editor->setUtf8(true);
    editor->setFrameShape(QFrame::NoFrame);
    editor->setMarginType(kNumberMargin, QsciScintilla::NumberMargin);
    editor->setMarginWidth(1, 0);
    editor->setFolding(QsciScintilla::PlainFoldStyle, kFoldMargin);
    editor->setMarginWidth(kFoldMargin, 16);
    editor->setTabWidth(2);
    editor->setIndentationsUseTabs(false);
    editor->setAutoIndent(true);
    editor->setIndentationGuides(true);
    editor->setCaretLineVisible(true);
    editor->setBraceMatching(QsciScintilla::SloppyBraceMatch);
    editor->setExtraAscent(2);
    editor->setExtraDescent(2);
    editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL);
    editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, 1UL);
    editor->SendScintilla(QsciScintilla::SCI_SETMARGINLEFT, 0UL, 6L);
    for (const int marker : {kAddedMarker, kRemovedMarker, kChangedMarker})
        editor->markerDefine(QsciScintilla::Background, marker);
    fitNumberMargin(editor);
    QObject::connect(editor, &QsciScintilla::linesChanged, editor, [editor] {
        if (editor->marginWidth(kNumberMargin) > 0)
            fitNumberMargin(editor);
    });
    takeColors(editor, lexer, theme);
    QObject::connect(&theme, &Theme::changed, editor, [editor, lexer, &theme] { takeColors(editor, lexer, theme); });
}

YamlView::YamlView(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_editor(new QsciScintilla(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_editor);
    setFocusProxy(m_editor);
    dressYamlEditor(m_editor, theme);
    m_editor->setReadOnly(true);
    m_editor->setCaretLineVisible(false);
    m_editor->setAccessibleName(tr("YAML"));
}

YamlView::~YamlView() = default;

void YamlView::setText(const QString& text)
{
    if (text == m_editor->text())
        return;
    const int top = m_editor->firstVisibleLine();
    const int left = m_editor->horizontalScrollBar()->value();
    m_editor->setText(text);
    if (top < m_editor->lines()) {
        m_editor->setFirstVisibleLine(top);
        m_editor->horizontalScrollBar()->setValue(left);
    }
}

QString YamlView::text() const
{
    return m_editor->text();
}

void YamlView::setLineTones(const QHash<int, LineTone>& tones)
{
    for (const int marker : {kAddedMarker, kRemovedMarker, kChangedMarker})
        m_editor->markerDeleteAll(marker);
    for (auto it = tones.cbegin(); it != tones.cend(); ++it) {
        const int marker = it.value() == LineTone::Added ? kAddedMarker
            : it.value() == LineTone::Removed            ? kRemovedMarker
                                                         : kChangedMarker;
        m_editor->markerAdd(it.key() - 1, marker);
    }
}

void YamlView::setLineNumbersVisible(bool visible)
{
    if (visible)
        fitNumberMargin(m_editor);
    else
        m_editor->setMarginWidth(kNumberMargin, 0);
}

void YamlView::showLine(int line)
{
    m_editor->ensureLineVisible(std::max(0, line - 1));
}

QsciScintilla* YamlView::editor() const
{
    return m_editor;
}

} // namespace argosy
