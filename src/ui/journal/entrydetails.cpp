// SPDX-License-Identifier: GPL-3.0-or-later
#include "entrydetails.h"

#include "journalview.h"

#include "resources/factsgrid.h"

#include <argosy/models/words.h>
#include <argosy/ui/widgets.h>
#include <argosy/ui/yamlview.h>

#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Applied: return EntryDetails::tr("No answer came. The server was asked later: it was applied.");
    case Verdict::NotApplied:
        return EntryDetails::tr("No answer came. The server was asked later and shows nothing of it: it was not "
                                "applied, or what it created "
                                "has been deleted since.");
    case Verdict::CannotTell: break;
    }
    return EntryDetails::tr("No answer came. The server was asked later, but what has happened since hides whether it "
                            "was applied.");
}

QString errorText(const JournalEntry& entry)
{
    if (!entry.outcome)
        return EntryDetails::tr(
            "No answer came: whether it was applied is not known. The server is asked when it can be reached.");
    return entry.outcome->verdict ? verdictText(*entry.outcome->verdict) : entry.outcome->error;
}

} // namespace

EntryDetails::EntryDetails(const Theme& theme, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_facts(new FactsGrid(theme, this))
    , m_yaml(new YamlView(theme, this))
    , m_body(new QWidget(this))
    , m_empty(new EmptyState(theme, this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_body);
    outer->addWidget(m_empty);
    m_empty->setContent(u"page-journal"_s, tr("Select an entry to see what was sent."));
    m_yaml->setObjectName(u"journal.details.yaml"_s);
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_yaml, 1);
    setEntry({});
}

QWidget* EntryDetails::makeHeader()
{
    auto* header = new QWidget(this);
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(space::kSection, space::kControl, space::kSection, space::kSection);
    column->setSpacing(space::kControl);
    auto* row = new QHBoxLayout;
    m_title = new QLabel(header);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_outcome = new StatusPill(m_theme, header);
    m_outcome->setObjectName(u"journal.details.outcome"_s);
    m_error = new QLabel(header);
    m_error->setObjectName(u"journal.details.error"_s);
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_theme.style(m_title, Theme::Text::Section);
    row->addWidget(m_title, 1);
    row->addWidget(m_outcome);
    column->addLayout(row);
    column->addWidget(m_error);
    column->addWidget(m_facts);
    return header;
}

void EntryDetails::setEntry(const std::optional<JournalEntry>& entry)
{
    m_body->setVisible(entry.has_value());
    m_empty->setVisible(!entry.has_value());
    m_yaml->setText({});
    if (!entry)
        return;
    const WriteLook look = lookOf(resultOf(*entry));
    const QString error = errorText(*entry);
    m_title->setText(tr("%1 %2", "verb and object").arg(entry->intent.verb, writtenObject(*entry).display()));
    m_outcome->setState(look.icon, look.tone, wordFor(resultOf(*entry)).translated());
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    m_theme.style(m_error, Theme::Text::Body, look.tone);
    showFacts(*entry);
}

void EntryDetails::showFacts(const JournalEntry& entry)
{
    const WriteIntent& intent = entry.intent;
    const WriteOutcome outcome = entry.outcome.value_or(WriteOutcome());
    const QString time = QLocale().toString(entry.time.toLocalTime(), QLocale::LongFormat);
    m_facts->setFacts({{tr("Time"), tr("%1 (%2)").arg(time, agoText(entry.time, m_clock.now()).translated())},
        {tr("Namespace"), intent.object.nameSpace, true}, {tr("Cluster"), intent.object.cluster.toString(), true},
        {tr("Server"), intent.server, true}, {tr("API version"), intent.apiVersion, true},
        {tr("Field manager"), intent.fieldManager, true},
        {tr("By force"), intent.force ? tr("Yes: fields of others were taken over") : QString()},
        {tr("Created as"), outcome.name, true},
        {tr("Status"), outcome.code > 0 ? QString::number(outcome.code) : QString()}, {tr("UID"), outcome.uid, true}});
}

void EntryDetails::setBody(const QString& yaml)
{
    m_yaml->setText(yaml);
}

} // namespace argosy
