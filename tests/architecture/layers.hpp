// The order of the layers and who may use which library.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/architecture/source.hpp"

namespace rapport::architecture {

/// The folders of engine/ from the bottom up: each may include those before it.
std::span<const std::string_view> layers();

/// One sentence "path:line: ..." for each include of engine/ and analysis/ that the layers forbid.
std::vector<std::string> include_violations(std::span<const SourceFile> files);

}  // namespace rapport::architecture
