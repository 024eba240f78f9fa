// A design as a table of text: dotted names in the first line, one design point in each other one.
#pragma once

#include <string>
#include <vector>

#include "input/diagnostics.hpp"

namespace rapport {

struct DesignTable {
  std::vector<std::string> names;
  std::vector<std::vector<double>> columns;  // [name][point]
  /// Where each stands in the file it was read from, PlaceIn::design.
  std::vector<Place> name_places = {};
  std::vector<std::vector<Place>> places = {};  // [name][point]
};

/// Reads a CSV file (RFC 4180; empty lines and lines that begin with # are skipped). Throws
/// Failure: missing_input when it cannot be read, bad_data as "design.csv:3: error: ..." for the
/// first mistake.
DesignTable read_design_file(const std::string& path);

/// The text of such a file; reading it gives the same numbers.
std::string design_file_text(const DesignTable& table);

}  // namespace rapport
