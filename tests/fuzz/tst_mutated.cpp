// SPDX-License-Identifier: GPL-3.0-or-later
#include "mutation.h"
#include "randomrun.h"

#include <QDir>
#include <QTest>

using namespace argosy;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

void take(const QByteArray& input)
{
    // Of exactly its size, so that a sanitizer sees who reads beyond.
    const std::vector<uint8_t> bytes(input.begin(), input.end());
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

} // namespace

/// What the fuzzer of this name starts from, and a fixed number of random changes to it, without a fuzzer. A property
/// that does not hold ends the program.
class TestMutated : public QObject
{
    Q_OBJECT

    QList<QByteArray> m_corpus;

private Q_SLOTS:
    void initTestCase()
    {
        const QDir folder(QStringLiteral(ARGOSY_CORPUS));
        for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_corpus.append(file.readAll());
        }
        QVERIFY(!m_corpus.isEmpty());
    }

    void theCorpusHolds()
    {
        for (const QByteArray& input : m_corpus)
            take(input);
        take({});
    }

    void mutationsHold()
    {
        const RandomRun run = randomRun({.reduced = ARGOSY_MUTATIONS, .full = 20 * ARGOSY_MUTATIONS});
        QRandomGenerator random(run.seed);
        for (int made = 0; made < run.count; ++made)
            take(fuzz::mutated(m_corpus.at(made % m_corpus.size()), m_corpus, random));
    }
};

QTEST_GUILESS_MAIN(TestMutated)
#include "tst_mutated.moc"
