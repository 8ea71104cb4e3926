// SPDX-License-Identifier: GPL-3.0-or-later
#include "objectdetails.h"

#include "conditionlist.h"
#include "factsgrid.h"

#include <argosy/base/pool.h>
#include <argosy/manifest/yaml.h>
#include <argosy/models/resourcetreemodel.h>
#include <argosy/models/words.h>
#include <argosy/ui/widgets.h>
#include <argosy/ui/yamlview.h>

#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

enum Tab
{
    SummaryTab,
    YamlTab
};

QString timeText(const QDateTime& time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::LongFormat) : QString();
}

QString ownersOf(const Object& object)
{
    QStringList names;
    for (const OwnerReference& owner : object.owners())
        names.append(owner.kind + u'/' + owner.name);
    if (names.isEmpty() && !object.field("/spec/owner/name").isEmpty())
        names.append(object.field("/spec/owner/name"));
    return names.join(u", "_s);
}

QString labelsOf(const Object& object)
{
    QStringList lines;
    for (const auto& [key, value] : object.labels())
        lines.append(key + u'=' + value);
    return lines.join(u'\n');
}

/// The keys of a Secret, with the lengths that stand for their values.
QString secretKeysOf(const Object& object)
{
    if (object.ref().groupKind() != GroupKind{{}, u"Secret"_s})
        return {};
    const Json body = object.body();
    QStringList lines;
    for (const auto& [key, length] : member(body, "data").items())
        lines.append(QString::fromStdString(key) + u' ' + QString::fromStdString(length.get<std::string>()));
    return lines.join(u'\n');
}

constexpr std::chrono::milliseconds kPatience{150};

} // namespace

ObjectDetails::ObjectDetails(const Theme& theme, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_conditionsModel(new ConditionsModel(clock, this))
    , m_body(new QWidget(this))
    , m_empty(new EmptyState(theme, this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_body);
    outer->addWidget(m_empty);
    m_empty->setContent(u"page-resources"_s, tr("Select a resource to see how it is."));

    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    m_partial = new Banner(theme, m_body);
    m_partial->setObjectName(u"resources.details.partial"_s);
    column->addWidget(m_partial);
    m_tabs = new QTabBar(m_body);
    m_tabs->setObjectName(u"resources.details.tabs"_s);
    m_tabs->setDrawBase(true);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Summary"));
    m_tabs->addTab(tr("YAML"));
    column->addWidget(m_tabs);
    m_stack = new QStackedWidget(m_body);
    m_stack->addWidget(makeSummary());
    m_yaml = new YamlView(theme, m_stack);
    m_yaml->setObjectName(u"resources.details.yaml"_s);
    m_noYaml = new EmptyState(theme, m_stack);
    m_noYaml->setContent(u"document"_s, tr("This row stands for something without an object of its own."));
    m_stack->addWidget(m_yaml);
    m_stack->addWidget(m_noYaml);
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &ObjectDetails::showObjectYaml);
    connect(m_partial, &Banner::actionTriggered, this, &ObjectDetails::retryWholeObject);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, &ObjectDetails::showPartial);
    setNode({});
}

QWidget* ObjectDetails::makeHeader()
{
    auto* header = new QWidget(this);
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(space::kSection, space::kControl, space::kSection, space::kControl);
    column->setSpacing(space::kGroup);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kControl);
    m_icon = new IconLabel(m_theme, 16, header);
    m_name = new QLabel(header);
    m_name->setObjectName(u"resources.details.name"_s);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_kind = new QLabel(header);
    m_health = new StatusPill(m_theme, header);
    m_health->setObjectName(u"resources.details.health"_s);
    m_theme.style(m_name, Theme::Text::Section);
    m_theme.style(m_kind, Theme::Text::Body, Tone::Muted);
    row->addWidget(m_icon);
    row->addWidget(m_name);
    row->addWidget(m_kind, 1);
    row->addWidget(m_health);
    m_message = new QLabel(header);
    m_message->setObjectName(u"resources.details.message"_s);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addLayout(row);
    column->addWidget(m_message);
    return header;
}

QWidget* ObjectDetails::makeSummary()
{
    auto* area = new QScrollArea(m_body);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    auto* content = new QWidget(area);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(space::kSection, space::kSection, space::kSection, space::kSection);
    column->setSpacing(space::kControl);
    m_facts = new FactsGrid(m_theme, content);
    m_facts->setObjectName(u"resources.details.facts"_s);
    m_conditionsTitle = new QLabel(tr("Conditions"), content);
    m_theme.style(m_conditionsTitle, Theme::Text::Section);
    m_conditions = new ConditionList(m_theme, *m_conditionsModel, content);
    column->addWidget(m_facts);
    column->addSpacing(space::kControl);
    column->addWidget(m_conditionsTitle);
    column->addWidget(m_conditions);
    column->addStretch(1);
    area->setWidget(content);
    return area;
}

void ObjectDetails::setNode(const QModelIndex& node)
{
    m_body->setVisible(node.isValid());
    m_empty->setVisible(!node.isValid());
    m_node = node;
    takeObject(node.data(ResourceTreeModel::ObjectRole).value<ObjectPtr>());
    if (!node.isValid())
        return;
    showHeader(node);
    showObject();
}

void ObjectDetails::takeObject(const ObjectPtr& known)
{
    if (known == m_known)
        return;
    m_known = known;
    const bool isPartial = known && known->json().isEmpty();
    if (!isPartial || (m_whole && m_whole->uid() != known->uid()))
        m_whole.reset();
    // The whole of an older version is shown until that of the new one is there.
    if (isPartial && (!m_whole || m_whole->resourceVersion() != known->resourceVersion()))
        return wantWholeObject();
    endWanting();
    Q_EMIT wholeObjectWanted({});
}

void ObjectDetails::wantWholeObject()
{
    endWanting();
    m_patience.start();
    Q_EMIT wholeObjectWanted(m_known);
}

void ObjectDetails::endWanting()
{
    m_patience.stop();
    m_whyPartial.reset();
    m_partial->clear();
}

void ObjectDetails::retryWholeObject()
{
    if (m_whyPartial)
        wantWholeObject();
}

void ObjectDetails::setWholeObject(const Result<ObjectPtr>& whole)
{
    if (!m_known || (whole && (*whole)->ref() != m_known->ref()))
        return;
    endWanting();
    if (whole) {
        m_whole = *whole;
        return showObject();
    }
    m_whyPartial = whole.error();
    showPartial();
}

void ObjectDetails::showPartial()
{
    if (m_whyPartial)
        m_partial->showMessage(Tone::Degraded,
            tr("Only the metadata is shown. %1").arg(m_whyPartial->message.translated()), tr("Try again"));
    else
        m_partial->showMessage(Tone::Progressing, tr("The server is asked for the whole object…"));
}

void ObjectDetails::showObject()
{
    m_object = m_whole ? m_whole : m_known;
    showFacts();
    showConditions(m_object ? m_object->conditions() : QList<Condition>());
    showObjectYaml();
}

void ObjectDetails::showHeader(const QModelIndex& node)
{
    const auto state = static_cast<Health::State>(node.data(ResourceTreeModel::StateRole).toInt());
    const QString reason = node.data(ResourceTreeModel::ReasonRole).toString();
    const QString message = node.data(ResourceTreeModel::MessageRole).toString();
    const bool needed = !message.isEmpty() || !reason.isEmpty();
    m_icon->setIcon(kindIcon(node.data(ResourceTreeModel::GroupKindRole).value<GroupKind>()), Tone::Muted);
    m_name->setText(node.data().toString());
    m_kind->setText(node.data(ResourceTreeModel::KindRole).toString());
    m_health->setHealth(state);
    m_message->setText(message.isEmpty()            ? reason
            : message == reason || reason.isEmpty() ? message
                                                    : tr("%1: %2").arg(reason, message));
    m_message->setVisible(needed);
    m_theme.style(m_message, Theme::Text::Body, state == Health::State::Healthy ? Tone::Muted : toneFor(state));
}

void ObjectDetails::showFacts()
{
    const auto ref = m_node.data(ResourceTreeModel::RefRole).value<ObjectRef>();
    const QDateTime since = m_node.data(ResourceTreeModel::SinceRole).toDateTime();
    QList<FactsGrid::Fact> facts{{tr("Name"), ref.name, true}, {tr("Namespace"), ref.nameSpace, true},
        {tr("Cluster"), ref.cluster.toString(), true}};
    if (m_object) {
        const QDateTime& created = m_object->created();
        const QDateTime& deleted = m_object->deleted();
        facts += {{tr("API version"), m_object->gvk().apiVersion(), true},
            {tr("Created"), agoText(created, m_clock.now()).translated(), false, timeText(created)},
            {tr("Deletion asked for"), agoText(deleted, m_clock.now()).translated(), false, timeText(deleted)},
            {tr("Owner"), ownersOf(*m_object), true}, {tr("Azure name"), m_object->field("/spec/azureName"), true},
            {tr("Provisioning state"), m_object->field("/status/provisioningState")},
            {tr("Azure id"), m_object->field("/status/id"), true},
            {tr("Provider id"), m_object->field("/status/providerID"), true},
            {tr("Node"), m_object->field("/status/nodeName"), true}, {tr("Phase"), m_object->field("/status/phase")},
            {tr("Progress"), m_object->field("/status/progress")}, {tr("Type"), m_object->field("/type"), true},
            {tr("Data"), secretKeysOf(*m_object), true}, {tr("Finalizers"), m_object->finalizers().join(u'\n'), true},
            {tr("Labels"), labelsOf(*m_object), true}};
    } else {
        facts += {{tr("Since"), agoText(since, m_clock.now()).translated(), false, timeText(since)}};
    }
    m_facts->setFacts(facts);
}

void ObjectDetails::showConditions(const QList<Condition>& conditions)
{
    m_conditionsModel->setConditions(conditions);
    m_conditionsTitle->setVisible(!conditions.isEmpty());
    m_conditions->setVisible(!conditions.isEmpty());
}

void ObjectDetails::showYaml()
{
    m_tabs->setCurrentIndex(YamlTab);
}

void ObjectDetails::showObjectYaml()
{
    if (m_tabs->currentIndex() == SummaryTab)
        return m_stack->setCurrentIndex(0);
    m_stack->setCurrentWidget(m_object ? static_cast<QWidget*>(m_yaml) : m_noYaml);
    if (!m_object || m_object == m_yamlOf)
        return;
    if (m_yamlOf && m_yamlOf->ref() != m_object->ref())
        m_yaml->setText({});
    m_yamlOf = m_object;
    runOnPool(
        this, [object = m_object] { return emitYaml(object->body()); },
        [this, object = m_object](const QString& yaml) {
            if (object == m_yamlOf)
                m_yaml->setText(yaml);
        });
}

} // namespace argosy
