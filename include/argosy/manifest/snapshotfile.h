// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/deflater.h>
#include <argosy/base/inflater.h>
#include <argosy/base/result.h>
#include <argosy/kube/apicatalog.h>
#include <argosy/kube/clusterid.h>

#include <QDateTime>

#include <optional>
#include <variant>

class QFileDevice;
class QIODevice;

namespace argosy {

/**
 * A cluster as a file: lines of JSON, packed by gzip. Each line is an object of one member, which says what it is:
 *
 *     {"snapshot": {…}}   first: what the file is of, SnapshotHead
 *     {"object": {…}}     an object as the server gave it, redacted
 *     {"listed": {…}}     the objects since the last such line are all of that kind, SnapshotListing
 *     {"missing": {…}}    a kind that could not be read, SnapshotGap
 *     {"end": {…}}        last: how many objects there are; a file without it is not whole
 */
inline constexpr int kSnapshotFormat = 1;

/// What a snapshot is of.
struct SnapshotHead
{
    QDateTime created; ///< UTC
    QString program; ///< what wrote it, with its version
    QString serverVersion;
    QString context; ///< of the kubeconfig
    ClusterId cluster;
    QString nameSpace; ///< namespaced kinds only of this one; empty: of all
    QStringList kinds; ///< only these, as ApiResource::toString(); empty: all that can be listed
    QStringList redacted; ///< what was left out of the objects, in English
    ApiCatalog catalog; ///< what the server serves
    bool operator==(const SnapshotHead&) const = default;
};

/// A kind of which all objects are there.
struct SnapshotListing
{
    Gvk gvk;
    QString resourceVersion; ///< of the list
    qint64 objects = 0;
    bool operator==(const SnapshotListing&) const = default;
};

/// A kind that could not be read, or an API group of which nobody knows what is in it.
struct SnapshotGap
{
    Gvk gvk; ///< empty for what is no kind
    QString reason; ///< a word: the error's kind
    QString message; ///< English
    bool operator==(const SnapshotGap&) const = default;
};

struct SnapshotObject
{
    Gvk gvk;
    QByteArray json; ///< compact
    bool operator==(const SnapshotObject&) const = default;
};

using SnapshotRecord = std::variant<SnapshotObject, SnapshotListing, SnapshotGap>;

/// Writes a snapshot kind by kind; what there is of a kind can be taken back until it is listed. Everything fails with
/// Io. Usable from any thread, one at a time.
class SnapshotWriter final
{
public:
    /// The file is open for writing, empty, and outlives the writer.
    explicit SnapshotWriter(QFileDevice& file);

    [[nodiscard]] Result<> begin(const SnapshotHead& head);
    /// Of one kind, each compact JSON of an object.
    [[nodiscard]] Result<> add(const QList<QByteArray>& objects);
    /// Forgets the objects since the last listing.
    [[nodiscard]] Result<> takeBack();
    /// The objects since the last listing are all of that kind.
    [[nodiscard]] Result<> endKind(const Gvk& gvk, const QString& resourceVersion);
    [[nodiscard]] Result<> addGap(const SnapshotGap& gap);
    [[nodiscard]] Result<> finish();

    [[nodiscard]] qint64 objects() const { return m_objects; }

private:
    [[nodiscard]] Result<> write(const QByteArray& packed);
    [[nodiscard]] Result<> outcome(bool worked) const;
    void mark();

    QFileDevice& m_file;
    Deflater m_deflater;
    qint64 m_objects = 0;
    // After the last listing:
    Deflater m_markedDeflater;
    qint64 m_markedSize = 0;
    qint64 m_markedObjects = 0;
};

/// Reads a snapshot piece by piece, whoever made it. Never holds more of it than one line, which is at most 16 MiB.
/// Everything fails with Parse where the file is foreign, newer, damaged, or not whole. Usable from any thread, one at
/// a time.
class SnapshotReader final
{
public:
    /// The device is open for reading and outlives the reader.
    explicit SnapshotReader(QIODevice& device);

    /// Comes first.
    [[nodiscard]] Result<SnapshotHead> readHead();
    /// In the order of the file: the objects of a kind, then its listing. Nothing once all of it was read and is whole.
    [[nodiscard]] Result<std::optional<SnapshotRecord>> next();

private:
    [[nodiscard]] Result<QByteArray> nextLine();
    [[nodiscard]] Result<> unpackMore();
    [[nodiscard]] Result<SnapshotRecord> take(SnapshotObject object);
    [[nodiscard]] Result<SnapshotRecord> take(const SnapshotListing& listing);
    [[nodiscard]] Result<SnapshotRecord> take(const SnapshotGap& gap);
    [[nodiscard]] Result<> checkEnd(qint64 objects);

    QIODevice& m_device;
    Inflater m_inflater;
    QByteArray m_text; ///< unpacked
    qsizetype m_begin = 0; ///< of the next line in it
    bool m_hasHead = false;
    Gvk m_kind; ///< of the objects since the last listing
    qint64 m_ofKind = 0;
    qint64 m_objects = 0;
    int m_kinds = 0; ///< listings and gaps
};

} // namespace argosy
