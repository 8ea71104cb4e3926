// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>

#include <QTemporaryFile>

namespace argosy {

/// A file that is written piece by piece and has its name only once it is whole: where it is given up before, nothing
/// of it stays. Only its owner may read it. Usable from any thread, one at a time.
class NewFile final
{
public:
    /// What happens to a file that has the name already.
    enum class Existing
    {
        Keep, ///< finish() fails instead
        Replace, ///< at once; a symbolic link stays, and its target is replaced
    };
    NewFile(const QString& path, Existing existing);

    /// Fails with Io, also where the name is taken and to be kept, or is that of anything but a file.
    [[nodiscard]] Result<> open();
    [[nodiscard]] QFileDevice& device() { return m_file; }
    /// On disk and under its name when this returns. Fails with Io.
    [[nodiscard]] Result<> finish();

private:
    [[nodiscard]] Result<> takeName();

    QString m_path;
    Existing m_existing;
    QTemporaryFile m_file;
};

} // namespace argosy
