// SPDX-License-Identifier: GPL-3.0-or-later
#include "newclusterdialog.h"

#include <argosy/platform/kinds.h>
#include <argosy/platform/manifests.h>
#include <argosy/platform/rules.h>
#include <argosy/ui/widgets.h>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kWidth = 520;

} // namespace

NewClusterDialog::NewClusterDialog(const Theme& theme, Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_name(new QLineEdit(this))
    , m_location(new QComboBox(this))
    , m_preset(new QComboBox(this))
    , m_presetText(new QLabel(this))
    , m_makes(new QLabel(this))
    , m_problems(new QVBoxLayout)
{
    setObjectName(u"build.newCluster"_s);
    setWindowTitle(tr("New cluster"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(kWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPage, space::kPage, space::kPage, space::kPage);
    column->setSpacing(space::kSection);
    auto* title = new QLabel(tr("New cluster"), this);
    theme.style(title, Theme::Text::Page);
    column->addWidget(title);
    buildFields();
    column->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("Create documents"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName(u"build.newCluster.create"_s);
    m_create->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"build.newCluster.cancel"_s);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewClusterDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void NewClusterDialog::buildFields()
{
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(space::kSection);
    form->setVerticalSpacing(space::kControl);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_name->setObjectName(u"build.newCluster.name"_s);
    m_name->setPlaceholderText(tr("Lower-case letters, digits and hyphens"));
    m_location->setObjectName(u"build.newCluster.location"_s);
    m_location->setEditable(true);
    m_location->setInsertPolicy(QComboBox::NoInsert);
    for (const Choice& choice : choices(u"locations"_s))
        m_location->addItem(choice.value);
    m_location->setCurrentText(u"westeurope"_s);
    m_preset->setObjectName(u"build.newCluster.preset"_s);
    for (const Preset& preset : presets())
        m_preset->addItem(preset.title.translated(), preset.id);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Location"), m_location);
    form->addRow(tr("Node &pool preset"), m_preset);
    m_presetText->setWordWrap(true);
    m_theme.style(m_presetText, Theme::Text::Small, Tone::Muted);
    form->addRow(QString(), m_presetText);
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    column->addLayout(form);
    m_problems->setSpacing(space::kGroup);
    column->addLayout(m_problems);
    m_makes->setWordWrap(true);
    m_theme.style(m_makes, Theme::Text::Small, Tone::Muted);
    column->addWidget(m_makes);
    connect(m_name, &QLineEdit::textChanged, this, &NewClusterDialog::check);
    connect(m_location, &QComboBox::currentTextChanged, this, &NewClusterDialog::check);
    connect(m_preset, &QComboBox::currentIndexChanged, this, &NewClusterDialog::check);
}

Result<ClusterSettings> NewClusterDialog::settings() const
{
    Result<ClusterSettings> made =
        newCluster(m_name->text().trimmed(), m_location->currentText().trimmed(), m_preset->currentData().toString());
    if (made) {
        made->arrangement = m_workspace.arrangement();
        made->delivery = m_workspace.delivery();
    }
    return made;
}

QList<Problem> NewClusterDialog::problems(const ClusterSettings& settings) const
{
    const QList<ManifestFile> files = clusterManifests(settings);
    QList<Problem> all;
    for (const ManifestFile& file : files) {
        DocumentContext context{.cluster = file.cluster};
        for (const ManifestFile& other : files)
            context.others.append({.cluster = other.cluster, .document = &other.object});
        for (Problem problem : rulesFor(file.object, context)) {
            problem.suggestion.clear(); // there is no document yet that it could be done in
            const auto same = [&](const Problem& known) { return known.message == problem.message; };
            if (problem.severity == Severity::Error && std::ranges::none_of(all, same))
                all.append(problem);
        }
    }
    return all;
}

void NewClusterDialog::check()
{
    clearLayout(m_problems);
    const auto preset = std::ranges::find(presets(), m_preset->currentData().toString(), &Preset::id);
    m_presetText->setText(preset == presets().cend() ? QString() : preset->description.translated());
    const Result<ClusterSettings> made = settings();
    QList<Problem> found;
    if (!made)
        found.append(Problem{.message = made.error().message});
    else if (!m_name->text().trimmed().isEmpty())
        found = problems(*made);
    for (const Problem& problem : found.mid(0, 3)) {
        auto* label = new ProblemLabel(m_theme, this);
        label->setProblem(problem);
        m_problems->addWidget(label);
    }
    const bool complete = made && !m_name->text().trimmed().isEmpty() && !m_location->currentText().trimmed().isEmpty();
    if (m_create)
        m_create->setEnabled(complete && found.isEmpty());
    m_makes->setText(
        tr("One document each for namespace, resource group, cluster, node class and node pool. Nothing is "
           "applied yet."));
    // A layout shows what was added to it when the event loop runs; only then it knows how high it is.
    QTimer::singleShot(
        0, this, [this] { resize(width(), std::max(height(), layout()->totalHeightForWidth(width()))); });
}

void NewClusterDialog::finish()
{
    const Result<ClusterSettings> made = settings();
    if (!made)
        return;
    Q_EMIT created(*made);
    accept();
}

} // namespace argosy
