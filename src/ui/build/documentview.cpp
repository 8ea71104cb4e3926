// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentview.h"

#include "documentedits.h"
#include "widgets/scintilla.h"

#include <QDataStream>
#include <QIODevice>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kProblemHeight = 130;

} // namespace

DocumentView::DocumentView(
    const Theme& theme, const FormLayouts& layouts, Document* document, FormView::NamesOfKind names, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_document(document)
    , m_banner(new Banner(theme, this))
    , m_parts(new QTabBar(this))
    , m_form(new FormView(theme, layouts, document, std::move(names), this))
    , m_yaml(new YamlEditor(theme, document, this))
    , m_problems(new ProblemList(theme, this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_rows(new QSplitter(Qt::Vertical, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banner->setObjectName(u"build.banner"_s);
    column->addWidget(m_banner);
    column->addWidget(m_rows, 1);
    m_columns->addWidget(buildForm());
    m_columns->addWidget(m_yaml);
    m_columns->setStretchFactor(0, 3);
    m_columns->setStretchFactor(1, 2);
    m_columns->setSizes({640, 400});
    m_columns->setChildrenCollapsible(false);
    m_yaml->setMinimumWidth(220);
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_problems);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 0);
    m_rows->setSizes({1000, kProblemHeight});
    m_rows->setChildrenCollapsible(false);
    m_problems->setMinimumHeight(64);
    connectViews();
    refresh();
}

QWidget* DocumentView::buildForm()
{
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_parts->setObjectName(u"build.parts"_s);
    m_parts->setAccessibleName(tr("Objects in this file"));
    m_parts->setDrawBase(false);
    m_parts->setExpanding(false);
    m_parts->setUsesScrollButtons(true);
    column->addWidget(m_parts);
    column->addWidget(m_form, 1);
    pane->setMinimumWidth(360);
    return pane;
}

void DocumentView::connectViews()
{
    connect(m_document, &Document::analysed, this, &DocumentView::refresh, Qt::QueuedConnection);
    connect(m_parts, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0)
            m_form->setPart(index);
    });
    connect(m_form, &FormView::fieldFocused, this,
        [this](const FieldPath& path) { m_yaml->showPath(m_form->part(), path); });
    connect(m_form, &FormView::yamlRequested, this, &DocumentView::goToLineOf);
    connect(m_yaml, &YamlEditor::caretAt, this, [this](qsizetype part, const FieldPath& path) {
        m_parts->setCurrentIndex(static_cast<int>(part));
        m_form->highlight(path);
    });
    connect(m_problems, &ProblemList::opened, this, &DocumentView::open);
    connect(m_problems, &ProblemList::fixRequested, this, [this](const PlacedProblem& placed) {
        if (m_document)
            applySuggestion(*m_document, placed.part, placed.problem, nullptr);
    });
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (!m_document || m_document->analysis()->syntax.isEmpty())
            return;
        const Problem& first = m_document->analysis()->syntax.constFirst();
        m_yaml->goTo(first.line, first.column);
    });
    connect(m_columns, &QSplitter::splitterMoved, this, &DocumentView::sizesChanged);
    connect(m_rows, &QSplitter::splitterMoved, this, &DocumentView::sizesChanged);
}

void DocumentView::refresh()
{
    if (!m_document)
        return;
    showParts();
    showBanner();
    const QList<PlacedProblem> problems = problemsOf(*m_document->analysis());
    m_problems->setProblems(problems);
    m_problems->setVisible(!problems.isEmpty());
}

void DocumentView::showParts()
{
    const QList<Analysis::Part>& parts = m_document->lastGood()->parts;
    while (m_parts->count() > parts.size())
        m_parts->removeTab(m_parts->count() - 1);
    for (int i = 0; i < parts.size(); ++i) {
        const QString title = parts[i].object.kind.isEmpty() ? tr("Document %1").arg(i + 1) : parts[i].object.display();
        if (i == m_parts->count())
            m_parts->addTab(title);
        m_parts->setTabText(i, title);
        m_parts->setTabIcon(i, m_theme.icon(kindIcon(parts[i].object.groupKind()), Tone::Muted));
    }
    m_parts->setVisible(parts.size() > 1);
}

void DocumentView::showBanner()
{
    const Analysis& analysis = *m_document->analysis();
    if (analysis.parses()) {
        m_banner->clear();
        return;
    }
    const Problem& first = analysis.syntax.constFirst();
    const QString text = m_document->lastGood()->parts.isEmpty()
        ? tr("The YAML cannot be read at line %1: %2")
        : tr("The YAML cannot be read at line %1, so the form shows its last good state: %2");
    m_banner->showMessage(
        Tone::Stuck, text.arg(first.line).arg(first.message.translated()), tr("Go to line %1").arg(first.line));
}

void DocumentView::open(const PlacedProblem& placed)
{
    if (placed.part >= 0)
        showField(placed.part, placed.problem.path);
    if (placed.problem.line > 0)
        m_yaml->goTo(placed.problem.line, placed.problem.column);
}

void DocumentView::goToLineOf(const FieldPath& path)
{
    const qsizetype part = m_form->part();
    m_yaml->showPath(part, path);
    if (!m_document || !m_document->isAnalysed() || part >= m_document->analysis()->parts.size())
        return;
    if (const SourceEntry* entry = m_document->analysis()->parts[part].yaml.map.nearest(path)) {
        const TextRange& place = entry->key.line > 0 ? entry->key : entry->value;
        m_yaml->goTo(place.line, place.column);
    }
}

void DocumentView::showField(qsizetype part, const FieldPath& path)
{
    m_parts->setCurrentIndex(static_cast<int>(part));
    m_form->highlight(path);
    m_yaml->showPath(part, path);
}

void DocumentView::switchFocus()
{
    if (m_yaml->editor()->hasFocus()) {
        m_form->focusFirst();
        return;
    }
    m_yaml->setFocus(Qt::ShortcutFocusReason);
}

QByteArray DocumentView::saveSizes() const
{
    QByteArray sizes;
    QDataStream stream(&sizes, QIODevice::WriteOnly);
    stream << m_columns->saveState() << m_rows->saveState();
    return sizes;
}

void DocumentView::restoreSizes(const QByteArray& sizes)
{
    QDataStream stream(sizes);
    QByteArray columns;
    QByteArray rows;
    stream >> columns >> rows;
    m_columns->restoreState(columns);
    m_rows->restoreState(rows);
}

} // namespace argosy
