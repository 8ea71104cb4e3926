// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentlist.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kCountRole = Qt::UserRole + 1;
constexpr int kKindRole = Qt::UserRole + 2;
constexpr int kUnsavedRole = Qt::UserRole + 3;
constexpr int kIconRole = Qt::UserRole + 4;
constexpr int kRowHeight = 44;
constexpr int kIcon = 18;

/// Two lines: the file, and below it what it holds; the number of problems at the right.
class DocumentDelegate final : public QStyledItemDelegate
{
public:
    DocumentDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {160, kRowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& tokens = m_theme.tokens();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        if (selected)
            painter->fillRect(option.rect, tokens.accentTint);
        if (selected && option.state.testFlag(QStyle::State_HasFocus))
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), tokens.accent);
        const QRect inner = option.rect.adjusted(space::kSection, space::kGroup, -space::kControl, -space::kGroup);
        m_theme.icon(index.data(kIconRole).toString(), selected ? Tone::Accent : Tone::Muted)
            .paint(painter, QRect(inner.x(), inner.center().y() - kIcon / 2, kIcon, kIcon));
        const QRect text = inner.adjusted(kIcon + space::kControl, 0, -paintCount(painter, inner, index), 0);
        const bool unsaved = index.data(kUnsavedRole).toBool();
        const QString mark = unsaved ? u" •"_s : QString();
        painter->setFont(m_theme.font(selected ? Theme::Text::Strong : Theme::Text::Body));
        painter->setPen(tokens.text);
        painter->drawText(text.adjusted(0, 0, 0, -text.height() / 2), Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight,
                text.width() - painter->fontMetrics().horizontalAdvance(mark))
                + mark);
        painter->setFont(m_theme.font(Theme::Text::Small));
        painter->setPen(tokens.muted);
        painter->drawText(text.adjusted(0, text.height() / 2, 0, 0), Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data(kKindRole).toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }

private:
    /// The width that it took.
    int paintCount(QPainter* painter, const QRect& inner, const QModelIndex& index) const
    {
        const int count = index.data(kCountRole).toInt();
        if (count == 0)
            return 0;
        const QString text = QString::number(count);
        painter->setFont(m_theme.font(Theme::Text::Strong));
        painter->setPen(m_theme.tokens().stuck);
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignRight, text);
        const int width = painter->fontMetrics().horizontalAdvance(text);
        m_theme.icon(u"problem-error"_s, Tone::Stuck)
            .paint(painter, QRect(inner.right() - width - kIcon, inner.center().y() - 8, 16, 16));
        return width + kIcon + space::kGroup;
    }

    const Theme& m_theme;
};

} // namespace

DocumentList::DocumentList(const Theme& theme, Workspace& workspace, QWidget* parent)
    : QListWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
{
    setObjectName(u"build.documents"_s);
    setAccessibleName(tr("Documents"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new DocumentDelegate(theme, this));
    for (Document* document : workspace.documents())
        add(document);
    connect(&workspace, &Workspace::documentAdded, this, &DocumentList::add);
    connect(&workspace, &Workspace::documentClosing, this, &DocumentList::remove);
    connect(&workspace, &Workspace::analysed, this, [this](const Document* document) {
        if (QListWidgetItem* item = itemOf(document))
            update(item, document);
    });
    connect(this, &QListWidget::currentItemChanged, this, [this] { Q_EMIT chosen(current()); });
}

void DocumentList::add(Document* document)
{
    auto* item = new QListWidgetItem;
    item->setData(kIdRole, document->id());
    update(item, document);
    addItem(item);
    const auto refresh = [this, document] {
        if (QListWidgetItem* shown = itemOf(document))
            update(shown, document);
    };
    connect(document, &Document::modifiedChanged, this, refresh);
    connect(document, &Document::pathChanged, this, refresh);
    if (!currentItem())
        setCurrentItem(item);
}

void DocumentList::remove(const Document* document)
{
    delete itemOf(document);
    if (count() == 0)
        Q_EMIT chosen(nullptr);
}

void DocumentList::update(QListWidgetItem* item, const Document* document) const
{
    const Analysis& analysis = *document->lastGood();
    QString kind = document->analysis()->parses() ? tr("Empty") : tr("Cannot be read");
    item->setData(kIconRole, u"document"_s);
    if (!analysis.parts.isEmpty()) {
        const ObjectRef& first = analysis.parts.constFirst().object;
        kind = first.kind.isEmpty() ? tr("Kind not stated") : first.display();
        item->setData(kIconRole, first.kind.isEmpty() ? u"document"_s : kindIcon(first.groupKind()));
    }
    if (analysis.parts.size() > 1)
        kind = tr("%1 and %n more", nullptr, static_cast<int>(analysis.parts.size() - 1)).arg(kind);
    const int problems = document->analysis()->errorCount();
    item->setText(document->fileName());
    item->setData(kKindRole, kind);
    item->setData(kCountRole, problems);
    item->setData(kUnsavedRole, document->isUnsaved());
    item->setToolTip(document->path().isEmpty() ? tr("%1, not saved yet").arg(document->fileName())
            : document->isModified()            ? tr("%1, changed since it was saved").arg(document->path())
                                                : document->path());
    const QString text = tr("%1, %2, %n problem(s)", nullptr, problems).arg(document->fileName(), kind);
    item->setData(Qt::AccessibleTextRole, document->isUnsaved() ? tr("%1, not saved").arg(text) : text);
}

QListWidgetItem* DocumentList::itemOf(const Document* document) const
{
    for (int row = 0; row < count(); ++row)
        if (item(row)->data(kIdRole).toString() == document->id())
            return item(row);
    return nullptr;
}

Document* DocumentList::current() const
{
    const QListWidgetItem* item = currentItem();
    return item ? m_workspace.find(item->data(kIdRole).toString()) : nullptr;
}

void DocumentList::setCurrent(const Document* document)
{
    setCurrentItem(itemOf(document));
}

} // namespace argosy
