// SPDX-License-Identifier: GPL-3.0-or-later
#include "stepnotes.h"

#include <argosy/models/reviewstate.h>
#include <argosy/ui/widgets.h>

#include <QCheckBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kMostConflictRows = 6;

QTableWidget* makeConflictTable(const Theme& theme, QWidget* parent)
{
    auto* table = new QTableWidget(0, 3, parent);
    table->setObjectName(u"plan.conflicts"_s);
    table->setAccessibleName(StepNotes::tr("Conflicts"));
    table->setHorizontalHeaderLabels({StepNotes::tr("Field"), StepNotes::tr("Owned by"), StepNotes::tr("Operation")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(space::kRow);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    theme.style(table, Theme::Text::Body);
    return table;
}

} // namespace

StepNotes::StepNotes(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_lines(new QVBoxLayout)
    , m_conflictTitle(new QLabel(this))
    , m_conflicts(makeConflictTable(theme, this))
    , m_takeOver(new QCheckBox(tr("&Take these fields over"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kSection, 0, space::kSection, space::kControl);
    column->setSpacing(space::kControl);
    m_lines->setSpacing(space::kGroup);
    column->addLayout(m_lines);
    column->addWidget(m_conflictTitle);
    column->addWidget(m_conflicts);
    column->addWidget(m_takeOver);
    m_conflictTitle->setWordWrap(true);
    m_takeOver->setObjectName(u"plan.takeover"_s);
    m_takeOver->setToolTip(tr("Applies this object by force: the other manager loses these fields."));
    theme.style(m_conflictTitle, Theme::Text::Body);
    // Whether it is taken over is decided elsewhere: the box shows the plan, not the click.
    connect(m_takeOver, &QCheckBox::clicked, this, [this](bool checked) {
        m_takeOver->setChecked(!checked);
        Q_EMIT takeOverRequested(checked);
    });
}

void StepNotes::setStep(const PlanStep& step, const StepProgress& progress, bool decidable)
{
    clearLayout(m_lines);
    const std::optional<Error>& error = progress.error ? progress.error : step.error;
    const QList<Problem> problems = problemsOf(step, progress);
    if (error && std::ranges::all_of(problems, [](const Problem& problem) { return problem.path.isRoot(); }))
        addError(*error);
    else
        for (const Problem& problem : problems) // each says its part of the error at its field
            addProblem(problem);
    for (const QString& warning : step.warnings)
        addLine(u"problem-warning"_s, Tone::Degraded, warning, u"plan.warning"_s);
    if (!step.checkedInNamespace.isEmpty())
        addLine(u"problem-info"_s, Tone::Muted,
            tr("The namespace %1 does not exist yet, so the server was asked in %2.")
                .arg(step.object.nameSpace, step.checkedInNamespace),
            u"plan.note"_s);
    showConflicts(step, decidable);
    setVisible(m_lines->count() > 0 || !step.conflicts.isEmpty() || step.force);
}

void StepNotes::addError(const Error& error)
{
    addLine(u"problem-error"_s, Tone::Stuck, error.message.translated(), u"plan.error"_s);
    if (error.status && !error.message.translated().contains(error.status->message))
        addLine(u"problem-info"_s, Tone::Muted, tr("The server says: %1").arg(error.status->message), u"plan.words"_s);
}

void StepNotes::addProblem(const Problem& problem)
{
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::kControl);
    auto* icon = new IconLabel(m_theme, 16, row);
    icon->setIcon(severityIcon(problem.severity), severityTone(problem.severity));
    line->addWidget(icon, 0, Qt::AlignTop);
    auto* text = new LinkLabel(m_theme, row);
    text->setObjectName(u"plan.problem."_s + problem.path.toDotted());
    const QString field = problem.path.isRoot() ? QString() : problem.path.toDotted().toHtmlEscaped();
    const QString link = field.isEmpty() ? QString() : u"<a href=\"#\">%1</a>: "_s.arg(field);
    text->setText(link + problem.message.translated().toHtmlEscaped());
    connect(text, &QLabel::linkActivated, this, [this, path = problem.path] { Q_EMIT fieldRequested(path); });
    line->addWidget(text, 1);
    m_lines->addWidget(row);
}

void StepNotes::addLine(const QString& icon, Tone tone, const QString& text, const QString& objectName)
{
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::kControl);
    auto* glyph = new IconLabel(m_theme, 16, row);
    glyph->setIcon(icon, tone);
    auto* label = new QLabel(text, row);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    line->addWidget(glyph, 0, Qt::AlignTop);
    line->addWidget(label, 1);
    m_lines->addWidget(row);
}

void StepNotes::showConflicts(const PlanStep& step, bool decidable)
{
    const bool any = !step.conflicts.isEmpty();
    m_conflictTitle->setVisible(any || step.force);
    m_conflicts->setVisible(any);
    m_takeOver->setVisible(any || step.force);
    m_takeOver->setEnabled(decidable);
    m_takeOver->setChecked(step.force);
    m_conflictTitle->setText(step.force
            ? tr("The fields of %1 that others own are taken over when it is applied.").arg(step.object.display())
            : tr("Others own %n field(s) that the document sets. Nothing is written while this stands.", nullptr,
                int(step.conflicts.size())));
    m_conflicts->setRowCount(int(step.conflicts.size()));
    for (int row = 0; row < step.conflicts.size(); ++row) {
        const FieldConflict& conflict = step.conflicts.at(row);
        const QStringList cells{conflict.path.toDotted(), conflict.manager, conflict.operation};
        for (int column = 0; column < cells.size(); ++column) {
            auto* item = new QTableWidgetItem(cells.at(column));
            item->setToolTip(cells.at(column));
            if (column == 0)
                item->setFont(m_theme.font(Theme::Text::Mono));
            m_conflicts->setItem(row, column, item);
        }
    }
    const int rows = std::min(kMostConflictRows, int(step.conflicts.size()));
    m_conflicts->setFixedHeight(m_conflicts->horizontalHeader()->sizeHint().height() + rows * space::kRow + 2);
}

} // namespace argosy
