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

    /// False where the object was not as the write wanted it; none of this is a failure.
    bool makeOne()
    {
        const QString collection = m_collections.at(m_random.bounded(static_cast<int>(m_collections.size())));
        const QString name = QStringLiteral("random-%1").arg(m_random.bounded(kNames));
        const QString path = collection + u'/' + name;
        switch (m_random.bounded(4)) {
        case 0: return isDone(m_api.post(collection, labelled(objectOf(collection, name))));
        case 1: return replace(path);
        case 2: return isDone(m_api.mergePatch(path, labelled(Json::object())));
        default: return isDone(m_api.remove(path));
        }
    }

private:
    static bool isDone(const Answer& answer) { return answer.code >= 200 && answer.code < 300; }

    static Json objectOf(const QString& collection, const QString& name)
    {
        return collection.endsWith(QLatin1String("/configmaps")) ? configMap(name) : workflow(name);
    }

    Json labelled(Json object)
    {
        object["metadata"]["labels"]["random"] = std::to_string(m_random.generate());
        return object;
    }

    bool replace(const QString& path)
    {
        const Answer now = m_api.get(path);
        return isDone(now) && isDone(m_api.put(path, labelled(now.json)));
    }

    ApiClient m_api;
    QStringList m_collections;
    QRandomGenerator m_random;
};

} // namespace

RandomWriter::RandomWriter(const Kubeconfig& config, const QStringList& collections, quint32 seed, int writes)
    : m_thread(QThread::create([config, collections, seed, writes] {
        Writes random(config, collections, seed);
        for (int made = 0; made < writes && !QThread::currentThread()->isInterruptionRequested();)
            made += random.makeOne() ? 1 : 0;
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
