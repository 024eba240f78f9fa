// What the result and its journal share as files: where they stand, and how failures read.
#pragma once

#include <string>

#include "core/failure.hpp"

namespace rapport {

/// RESULT.h5.part for RESULT.h5.
std::string journal_path(const std::string& result_path);

/// "PATH: cannot be created (REASON); suggestion" for an errno value.
Failure cannot_create(const std::string& path, int cause);
/// bad_data: "PATH: is damaged (REASON); suggestion", for whoever reads it, the runner too.
Failure damaged_file(const std::string& path, const std::string& reason);
/// "PATH: cannot be written (REASON); suggestion" for an errno value.
Failure cannot_write(const std::string& path, int cause);

/// Throws cannot_create when `path` is a folder, or when its folder is missing, no folder or not
/// writable: before hours of work, not after them.
void expect_place_for(const std::string& path);

/// Gives `temporary` the name `path` so that after a power cut either the old or the whole new file
/// is there: sync, rename, sync of the folder. Throws Failure.
void rename_durably(const std::string& temporary, const std::string& path);

}  // namespace rapport
