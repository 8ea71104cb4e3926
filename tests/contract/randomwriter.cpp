// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomwriter.h"

#include "apiclient.h"
#include "objects.h"

#include <QRandomGenerator>

namespace argosy {

namespace {

constexpr int kNames = 8;

class Writes final
{
public:
    Writes(const Kubeconfig& config, QStringList collections, quint32 seed)
        : m_api(config)
        , m_collections(std::move(collections))
        , m_random(seed)
    { }

    /// False where the server did not carry it out: some refuse what is too much for them.
    bool makeOne()
    {
        const QString collection = m_collections.at(m_random.bounded(static_cast<int>(m_collections.size())));
        const QString name = QStringLiteral("random-%1").arg(m_random.bounded(kNames));
        const QString path = collection + u'/' + name;
        Json& known = m_known[path];
        if (known.is_null())
            return keep(known, m_api.post(collection, labelled(objectOf(collection, name))), path);
        switch (m_random.bounded(3)) {
        case 0: return keep(known, m_api.put(path, labelled(known)), path);
        case 1: return keep(known, m_api.mergePatch(path, labelled(Json::object())), path);
        default: return keep(known, m_api.remove(path), path);
        }
    }

private:
    static Json objectOf(const QString& collection, const QString& name)
    {
        return collection.endsWith(QLatin1String("/configmaps")) ? configMap(name) : workflow(name);
    }

    Json labelled(Json object)
    {
        object["metadata"]["labels"]["random"] = std::to_string(m_random.generate());
        return object;
    }

    /// Remembers the object as it is after the write.
    bool keep(Json& known, const Answer& answer, const QString& path)
    {
        const bool isDone = answer.code >= 200 && answer.code < 300;
        const Json& now = isDone ? answer.json : m_api.get(path).json;
        const bool isObject = member(now, "kind") != "Status";
        known = isObject ? now : Json();
        return isDone;
    }

    ApiClient m_api;
    QStringList m_collections;
    QRandomGenerator m_random;
    QHash<QString, Json> m_known; ///< what exists, by path; null: nothing
};

} // namespace

RandomWriter::RandomWriter(const Kubeconfig& config, const QStringList& collections, quint32 seed)
    : m_thread(QThread::create([this, config, collections, seed] {
        Writes random(config, collections, seed);
        while (!QThread::currentThread()->isInterruptionRequested())
            m_written += random.makeOne() ? 1 : 0;
    }))
{
    m_thread->start();
}

RandomWriter::~RandomWriter()
{
    m_thread->requestInterruption();
    m_thread->wait();
}

} // namespace argosy
