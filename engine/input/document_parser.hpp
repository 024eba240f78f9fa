// Reads TOML text into a Document tree; after a mistake it goes on to find the others.
#pragma once

#include <cstdint>
#include <string_view>

#include "input/diagnostics.hpp"
#include "input/document.hpp"

namespace rapport {

struct ParsedDocument {
  Table root;
  /// False when lines had to be left out because of mistakes: what seems to be missing may stand
  /// there.
  bool complete = true;
};

/// Parses `text`, whose first line has number `line`, and reports every mistake of syntax.
ParsedDocument parse_document(std::string_view text, PlaceIn in, std::uint32_t line,
                              Diagnostics& diagnostics);

}  // namespace rapport
