// Files that a command leaves beside results: complete under their names, or not there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/report/figure_files.hpp"

namespace rapport {

/// Writes a file so that an earlier one stays as it is until the new one is complete; into a device
/// or a pipe just as it comes. Throws Failure: cannot_create when no file can stand there,
/// input_output when it cannot be filled.
void write_whole(const std::string& path, std::string_view bytes);

/// Writes files into a folder, which is made when it is missing. Those that an earlier call left
/// there under the same `list` and that are not among them any more are removed, and no others: the
/// names are kept in the folder, in a file called `list`. Throws like write_whole.
void write_folder(const std::string& folder, const std::vector<report::NamedFile>& files,
                  const std::string& list);

}  // namespace rapport
