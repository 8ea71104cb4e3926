// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/session/document.h>

#include "history.h"

#include <QFileInfo>
#include <QPointer>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

struct FieldWish
{
    qsizetype part = 0;
    FieldPath path;
    std::shared_ptr<const Json> value;
    QPointer<const QObject> origin;
};

Result<QList<TextEdit>> editsFor(const QString& text, const Analysis& analysis, const FieldWish& wish)
{
    if (!analysis.parses() || wish.part >= analysis.parts.size())
        return fail(ErrorKind::Invalid,
            message("session", "The field %1 was not set, because the YAML does not parse.", {wish.path.toDotted()}));
    const YamlDocument& yaml = analysis.parts.at(wish.part).yaml;
    return wish.value->is_null() ? removeField(text, yaml, wish.path)
                                 : argosy::setField(text, yaml, wish.path, *wish.value);
}

} // namespace

bool Analysis::parses() const
{
    return std::ranges::none_of(syntax, [](const Problem& problem) { return problem.severity == Severity::Error; });
}

int Analysis::errorCount() const
{
    const auto errors = [](const QList<Problem>& problems) {
        return int(std::ranges::count(problems, Severity::Error, &Problem::severity));
    };
    int count = errors(syntax);
    for (const Part& part : parts)
        count += errors(part.problems);
    return count;
}

class Document::Private
{
public:
    explicit Private(Document* document)
        : q(document)
    { }

    void apply(const EditBatch& batch, const QObject* origin);
    void afterChange(bool wasModified) const;
    void grantWishes();

    Document* q;
    QString id;
    QString fileName;
    QString path;
    QString text;
    int revision = 0;
    History history;
    AnalysisPtr analysis = std::make_shared<Analysis>();
    AnalysisPtr lastGood = analysis;
    QList<FieldWish> wishes;
};

Document::Document(QString id, QString fileName, QString text, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
    d->id = std::move(id);
    d->fileName = std::move(fileName);
    d->text = std::move(text);
}

Document::~Document() = default;

const QString& Document::id() const
{
    return d->id;
}
const QString& Document::fileName() const
{
    return d->fileName;
}
const QString& Document::path() const
{
    return d->path;
}
const QString& Document::text() const
{
    return d->text;
}
int Document::revision() const
{
    return d->revision;
}
bool Document::isModified() const
{
    return !d->history.isSaved();
}
bool Document::isUnsaved() const
{
    return isModified() || d->path.isEmpty();
}
const AnalysisPtr& Document::analysis() const
{
    return d->analysis;
}
bool Document::isAnalysed() const
{
    return d->analysis->revision == d->revision;
}
const AnalysisPtr& Document::lastGood() const
{
    return d->lastGood;
}
bool Document::canUndo() const
{
    return d->history.canUndo();
}
bool Document::canRedo() const
{
    return d->history.canRedo();
}

void Document::setPath(const QString& path)
{
    d->path = path;
    d->fileName = QFileInfo(path).fileName();
    Q_EMIT pathChanged();
}

void Document::setSaved()
{
    const bool wasModified = isModified();
    d->history.markSaved();
    if (wasModified)
        Q_EMIT modifiedChanged(false);
}

void Document::Private::apply(const EditBatch& batch, const QObject* origin)
{
    text = applied(text, batch);
    ++revision;
    Q_EMIT q->edited(batch, origin);
}

void Document::Private::afterChange(bool wasModified) const
{
    if (wasModified != q->isModified())
        Q_EMIT q->modifiedChanged(q->isModified());
    Q_EMIT q->analysisWanted();
}

void Document::edit(const QList<TextEdit>& edits, const QObject* origin)
{
    if (edits.isEmpty())
        return;
    const bool wasModified = isModified();
    EditBatch batch = edits;
    std::ranges::sort(batch, {}, &TextEdit::offset);
    d->history.add(batch, {});
    d->apply(batch, origin);
    d->afterChange(wasModified);
}

void Document::type(const TextEdit& edit, const QObject* origin)
{
    const bool wasModified = isModified();
    d->history.addTyping(edit);
    d->apply({edit}, origin);
    d->afterChange(wasModified);
}

void Document::setField(qsizetype part, const FieldPath& path, const Json& value, const QObject* origin)
{
    const auto same = [&](const FieldWish& wish) { return wish.part == part && wish.path == path; };
    d->wishes.removeIf(same); // only the last value of a field counts while its turn has not come
    d->wishes.append({part, path, std::make_shared<const Json>(value), origin});
    if (isAnalysed())
        d->grantWishes();
}

/// Grants what can be granted on the present revision: the first one, because it makes the source map an old one.
void Document::Private::grantWishes()
{
    while (!wishes.isEmpty() && q->isAnalysed()) {
        const FieldWish wish = wishes.takeFirst();
        const auto edits = editsFor(text, *analysis, wish);
        if (!edits) {
            Q_EMIT q->fieldRejected(wish.path, edits.error().message);
            continue;
        }
        if (edits->isEmpty())
            continue;
        const bool wasModified = q->isModified();
        EditBatch batch = *edits;
        std::ranges::sort(batch, {}, &TextEdit::offset);
        history.add(batch, QStringLiteral("field %1 %2").arg(wish.part).arg(wish.path.toPointer()));
        apply(batch, wish.origin);
        afterChange(wasModified);
    }
}

void Document::undo()
{
    const bool wasModified = isModified();
    for (const EditBatch& batch : d->history.undo())
        d->apply(batch, nullptr);
    d->afterChange(wasModified);
}

void Document::redo()
{
    const bool wasModified = isModified();
    for (const EditBatch& batch : d->history.redo())
        d->apply(batch, nullptr);
    d->afterChange(wasModified);
}

void Document::setAnalysis(const AnalysisPtr& analysis)
{
    if (analysis->revision < d->analysis->revision)
        return;
    d->analysis = analysis;
    if (analysis->parses())
        d->lastGood = analysis;
    Q_EMIT analysed();
    d->grantWishes();
}

} // namespace argosy
