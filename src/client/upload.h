// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace argosy {

/**
 * A request's body that can be read once.
 *
 * Qt sends a request again when a reused connection closes before the answer, a POST as well. What cannot be rewound
 * cannot be repeated: Qt then gives up with ContentReSendError, and whoever wrote decides after reading back.
 */
class Upload final : public QIODevice
{
public:
    explicit Upload(QByteArray body, QObject* parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char* data, qint64 maxSize) override;

private:
    QByteArray m_body;
    qint64 m_offset = 0;
};

} // namespace argosy
