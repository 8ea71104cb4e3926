// SPDX-License-Identifier: GPL-3.0-or-later
#include "formview.h"

#include "documentedits.h"
#include "formrow.h"
#include "otherfields.h"
#include "presets.h"
#include "widgets/filterwords.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

QString kindId(const Analysis::Part& part)
{
    return part.apiVersion + u'/' + part.object.kind;
}

} // namespace

FormView::FormView(
    const Theme& theme, const FormLayouts& layouts, Document* document, NamesOfKind names, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layouts(layouts)
    , m_document(document)
    , m_names(std::move(names))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(theme, this))
    , m_scroll(new QScrollArea(this))
    , m_kindIcon(new IconLabel(theme, 24, this))
    , m_title(new QLabel(this))
    , m_version(new QLabel(this))
    , m_presetLabel(new QLabel(tr("Preset"), this))
    , m_preset(new QComboBox(this))
    , m_all(new QToolButton(this))
    , m_filter(new QLineEdit(this))
    , m_count(new QLabel(this))
{
    setObjectName(u"build.form"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack);
    auto* form = new QWidget(this);
    auto* inner = new QVBoxLayout(form);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(buildHead());
    inner->addWidget(buildFilter());
    inner->addWidget(m_scroll, 1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_stack->addWidget(form);
    m_stack->addWidget(m_empty);
    m_empty->setObjectName(u"build.form.empty"_s);
    // Queued: a field change that waited for this analysis makes it an old one at once.
    connect(document, &Document::analysed, this, &FormView::refresh, Qt::QueuedConnection);
    connect(document, &Document::fieldRejected, this, &FormView::refresh, Qt::QueuedConnection);
    refresh();
}

QWidget* FormView::buildHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::kSection, space::kControl, space::kSection, space::kControl);
    row->setSpacing(space::kControl);
    m_theme.style(m_title, Theme::Text::Section);
    m_theme.style(m_version, Theme::Text::Small, Tone::Muted);
    m_version->setMinimumWidth(1);
    m_preset->setObjectName(u"build.nodepool.preset"_s);
    m_preset->setAccessibleName(tr("Preset"));
    m_preset->setToolTip(tr("Replaces requirements, taints, limits, disruption, expiry and weight in one step."));
    m_all->setObjectName(u"build.form.allFields"_s);
    m_all->setText(tr("All fields"));
    m_all->setToolTip(tr("Also show the fields that are rarely needed"));
    m_all->setCheckable(true);
    m_all->setMinimumHeight(space::kInput);
    m_all->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_kindIcon);
    row->addWidget(m_title);
    row->addWidget(m_version, 1);
    row->addWidget(m_presetLabel);
    row->addWidget(m_preset);
    row->addWidget(m_all);
    connect(m_preset, &QComboBox::activated, this, &FormView::applyChosenPreset);
    connect(m_all, &QToolButton::toggled, this, [this](bool on) {
        m_allFields = on;
        showWanted();
    });
    fillPresets();
    return head;
}

QWidget* FormView::buildFilter()
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(space::kSection, 0, space::kSection, space::kControl);
    row->setSpacing(space::kControl);
    m_filter->setObjectName(u"build.form.filter"_s);
    m_filter->setPlaceholderText(tr("Filter fields by name or path"));
    m_filter->setToolTip(tr("Show only fields with all of these words, the rarely needed ones too (Ctrl+F)"));
    m_filter->setAccessibleName(tr("Filter fields"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(space::kFieldWidth);
    m_filter->addAction(m_theme.icon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_count->setObjectName(u"build.form.count"_s);
    m_theme.style(m_count, Theme::Text::Small, Tone::Muted);
    row->addWidget(m_filter, 1);
    row->addWidget(m_count);
    row->addStretch(0);
    connect(m_filter, &QLineEdit::textChanged, this, &FormView::showWanted);
    const auto add = [](QWidget* where, const QKeySequence& key, auto act) {
        auto* action = new QAction(where);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        where->addAction(action);
        connect(action, &QAction::triggered, where, act);
    };
    add(this, QKeySequence::Find, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    add(m_filter, Qt::Key_Escape, [this] {
        m_filter->clear();
        focusFirst();
    });
    return line;
}

void FormView::fillPresets()
{
    m_preset->addItem(tr("Choose…"));
    for (const Preset& preset : presets()) {
        m_preset->addItem(preset.title.translated(), preset.id);
        m_preset->setItemData(m_preset->count() - 1, preset.description.translated(), Qt::ToolTipRole);
    }
}

void FormView::applyChosenPreset(int index)
{
    const Analysis::Part* part = current();
    const QString id = m_preset->itemData(index).toString();
    if (!part || id.isEmpty() || !m_document->isAnalysed())
        return;
    const auto preset = std::ranges::find(presets(), id, &Preset::id);
    const Result<> result = setFields(*m_document, m_part, presetFields(*preset, *part->yaml.value), this);
    if (!result)
        Q_EMIT m_document->fieldRejected({}, result.error().message);
}

const Analysis::Part* FormView::current() const
{
    if (!m_document)
        return nullptr;
    const Analysis& analysis = *m_document->lastGood();
    return m_part < analysis.parts.size() ? &analysis.parts[m_part] : nullptr;
}

QString FormView::whyNoPart() const
{
    if (m_document && !m_document->isAnalysed())
        return tr("Reading the document…");
    if (m_document && !m_document->analysis()->parses())
        return tr("The form appears once the YAML can be read.");
    return tr("This document is empty. Write YAML at the right: apiVersion, kind and metadata.name first.");
}

void FormView::setPart(qsizetype part)
{
    m_part = part;
    refresh();
}

void FormView::refresh()
{
    const Analysis::Part* part = current();
    if (!part) {
        m_builtFor.clear();
        showInstead(whyNoPart());
        return;
    }
    const bool readable = m_document->analysis()->parses();
    if (readable && !m_document->isAnalysed() && m_builtFor == kindId(*part))
        return; // the analysis of what was typed meanwhile is on its way
    if (m_builtFor != kindId(*part))
        rebuild(*part);
    if (m_layout)
        showRows(*part);
    m_scroll->setEnabled(readable);
    m_preset->setEnabled(readable);
}

void FormView::showInstead(const QString& sentence)
{
    m_layout.reset();
    m_rows.clear();
    m_others = nullptr;
    delete m_scroll->takeWidget();
    m_empty->setContent(u"page-build"_s, sentence);
    m_stack->setCurrentWidget(m_empty);
}

void FormView::rebuild(const Analysis::Part& part)
{
    m_builtFor = kindId(part);
    m_layout = m_layouts.find(part.object.groupKind());
    if (!m_layout) {
        showInstead(part.object.kind.isEmpty()
                ? tr("This document states no kind, so there is no form for it. Write one at the right.")
                : tr("There is no form for the kind %1. It can be edited as YAML at the right.").arg(part.object.kind));
        return;
    }
    m_rows.clear();
    m_stack->setCurrentIndex(0);
    const KindSchema* schema = SchemaSet::builtin().find(Gvk::from(part.apiVersion, part.object.kind));
    auto* body = new QWidget(m_scroll);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(space::kSection, space::kControl, space::kSection, space::kPage);
    column->setSpacing(space::kSection);
    for (const FormGroup& group : m_layout->groups)
        column->addWidget(buildGroup(group, schema ? schema->root.get() : nullptr, *part.yaml.value));
    m_others = new OtherFields(m_theme, body);
    column->addWidget(m_others);
    connect(m_others, &OtherFields::opened, this, &FormView::yamlRequested);
    column->addStretch(1);
    delete m_scroll->takeWidget();
    m_scroll->setWidget(body);
    m_kindIcon->setIcon(kindIcon(part.object.groupKind()));
    m_title->setText(formText(m_layout->title));
    m_version->setText(part.apiVersion);
    m_presetLabel->setVisible(m_layout->presets);
    m_preset->setVisible(m_layout->presets);
    showWanted();
}

QWidget* FormView::buildGroup(const FormGroup& group, const SchemaNode* root, const Json& value)
{
    auto* section = new QWidget(this);
    auto* column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kGroup);
    auto* title = new QLabel(formText(group.title), section);
    m_theme.style(title, Theme::Text::Section);
    column->addWidget(title);
    if (!group.note.isEmpty()) {
        auto* note = new QLabel(formText(group.note), section);
        note->setWordWrap(true);
        m_theme.style(note, Theme::Text::Small, Tone::Muted);
        column->addWidget(note);
    }
    for (const FormField& field : group.fields) {
        FormRow* row = buildRow(group, field, root, value);
        column->addWidget(row);
        m_rows.append({.row = row, .group = &group, .section = section});
    }
    return section;
}

FormRow* FormView::buildRow(const FormGroup& group, const FormField& field, const SchemaNode* root, const Json& value)
{
    const FieldPath path = pathBelow(group.base(value), field.path);
    const FieldFacts facts = factsOf(field, root ? nodeAt(*root, path) : nullptr);
    // The root for a row that is not shown any more: its last focus event may still come.
    const auto absolute = [this, name = field.name](const FieldPath& below) {
        const auto placed =
            std::ranges::find_if(m_rows, [&](const Placed& each) { return each.row->field().name == name; });
        return placed == m_rows.end() ? FieldPath() : pathBelow(pathOf(*placed), below);
    };
    FieldSink sink{.set =
                       [this, absolute](const FieldPath& below, const Json& wanted) {
                           if (const FieldPath target = absolute(below); m_document && !target.isRoot())
                               m_document->setField(m_part, target, wanted, this);
                       },
        .rename =
            [this, absolute](const FieldPath& below, const QString& key) {
                if (const FieldPath target = absolute(below); m_document && !target.isRoot())
                    renameKey(*m_document, m_part, target, key, this);
            }};
    auto* row = new FormRow(m_theme, field, facts, std::move(sink), this);
    row->setControlName(u"build.%1.%2"_s.arg(m_layout->name, field.name));
    connect(row, &FormRow::focused, this, [this, absolute] { Q_EMIT fieldFocused(absolute({})); });
    connect(row, &FormRow::fixRequested, this, [this](const Problem& problem) {
        if (m_document)
            applySuggestion(*m_document, m_part, problem, this);
    });
    return row;
}

FieldPath FormView::pathOf(const Placed& placed) const
{
    const Analysis::Part* part = current();
    return pathBelow(part ? placed.group->base(*part->yaml.value) : placed.group->list, placed.row->field().path);
}

void FormView::showRows(const Analysis::Part& part)
{
    for (const Placed& placed : std::as_const(m_rows)) {
        const FieldPath path = pathOf(placed);
        if (!placed.row->field().documents.isEmpty())
            placed.row->editor()->setNames(m_names(placed.row->field().documents));
        placed.row->showValue(valueAt(*part.yaml.value, path.toPointer().toStdString()));
        QList<Problem> problems;
        std::ranges::copy_if(part.problems, std::back_inserter(problems),
            [&](const Problem& problem) { return problem.path.startsWith(path); });
        placed.row->showProblems(problems);
    }
    m_others->setFields(otherFields(*part.yaml.value, shownFields(*m_layout, *part.yaml.value)));
    showWanted();
}

/// A filter decides alone. Without one, fields for the rare case are hidden unless they are set, have the focus, or all
/// are wanted.
bool FormView::isWanted(const Placed& placed, const QStringList& words) const
{
    if (words.isEmpty())
        return m_allFields || !placed.row->field().advanced || placed.row->isSet()
            || placed.row->isAncestorOf(QApplication::focusWidget());
    const QStringList texts{
        formText(placed.group->title), formText(placed.row->field().label), pathOf(placed).toDotted()};
    return hasWords(texts.join(u'\n'), words);
}

void FormView::showWanted()
{
    if (!m_others)
        return;
    const QStringList words = filterWords(m_filter->text());
    QHash<QWidget*, bool> sections;
    auto hidden = static_cast<int>(m_rows.size());
    for (const Placed& placed : std::as_const(m_rows)) {
        const bool shown = isWanted(placed, words);
        placed.row->setVisible(shown);
        sections[placed.section] = sections.value(placed.section) || shown;
        hidden -= shown;
    }
    for (auto it = sections.cbegin(); it != sections.cend(); ++it)
        it.key()->setVisible(it.value());
    hidden += m_others->count() - m_others->setFilter(words);
    const bool isEmpty = hidden == m_rows.size() + m_others->count();
    m_count->setText(isEmpty ? tr("No field matches")
            : hidden > 0     ? tr("%n field(s) hidden", nullptr, hidden)
                             : QString());
}

const FormView::Placed* FormView::placedAt(const FieldPath& path) const
{
    const Placed* best = nullptr;
    qsizetype depth = 0;
    for (const Placed& placed : m_rows) {
        const FieldPath own = pathOf(placed);
        if (path.startsWith(own) && own.segments().size() > depth) {
            best = &placed;
            depth = own.segments().size();
        }
    }
    return best;
}

void FormView::highlight(const FieldPath& path)
{
    const Placed* found = placedAt(path);
    for (const Placed& placed : std::as_const(m_rows))
        placed.row->setHighlighted(&placed == found);
    if (found && found->row->isVisible())
        m_scroll->ensureWidgetVisible(found->row, 0, space::kPage);
}

void FormView::focusFirst()
{
    for (const Placed& placed : std::as_const(m_rows))
        if (placed.row->isVisible()) {
            placed.row->editor()->setFocus(Qt::OtherFocusReason);
            return;
        }
}

bool FormView::focusField(const FieldPath& path)
{
    const Placed* found = placedAt(path);
    if (!found)
        return false;
    found->row->setVisible(true);
    found->row->editor()->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(found->row, 0, space::kPage);
    return true;
}

QString FormView::helpOfFocusedField() const
{
    for (const Placed& placed : m_rows)
        if (placed.row->isAncestorOf(QApplication::focusWidget()))
            return placed.row->helpText();
    return {};
}

} // namespace argosy
