// Whether the files of a folder and the rows of its registry match, and the purposes of draws.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/architecture/source.hpp"

namespace rapport::architecture {

/// What is wrong with one folder ("engine/mechanisms") whose registry has these rows: a row whose
/// own file is missing (row "in-market", file in_market.cpp), and a file that is neither a row's
/// nor included, however indirectly, by the registry or a row's file.
std::vector<std::string> registry_violations(std::span<const SourceFile> files,
                                             std::string_view folder,
                                             std::span<const std::string> rows);

struct Purpose {
  std::string name;
  int number = 0;
};

/// The enumerators of `enum class Purpose` with their written numbers; one without a number has -1.
std::vector<Purpose> purposes_of(std::string_view text);

}  // namespace rapport::architecture
