// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace argosy {

/// Rows of the resource tree that match a text in name, kind, state or reason, and, if asked, have a problem; with the
/// rows above them.
class ResourceFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ResourceFilter(QObject* parent = nullptr);

    void setText(const QString& text); ///< words, all of which must occur
    void setOnlyProblems(bool only);
    [[nodiscard]] bool isFiltering() const { return !m_words.isEmpty() || m_onlyProblems; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    bool m_onlyProblems = false;
};

} // namespace argosy
