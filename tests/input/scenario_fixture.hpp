// Scenarios as short texts, and what the reader says of them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "input/scenario_reader.hpp"

namespace rapport::test {

/// A campaign that is in order, to append to a text that is about something else.
inline const std::string campaign =
    "[[campaign]]\nname = \"Spam blast\"\nstrategy = \"spam-blast\"\n";

inline ReadOutcome read(std::string text, std::vector<std::string> overrides = {}) {
  return read_scenario(
      {"folder/scenario.toml", "scenario.toml", std::move(text), std::move(overrides)});
}

/// Each diagnostic as one line: "line:column message|suggestion", places of --set with an 's' in
/// front, those of a design's file with a 'd'.
inline std::vector<std::string> mistakes(const std::string& text,
                                         std::vector<std::string> overrides = {}) {
  std::vector<std::string> lines;
  for (const auto& each : read(text, std::move(overrides)).diagnostics.sorted()) {
    std::string line;
    if (each.place.in == PlaceIn::option) line += 's';
    if (each.place.in == PlaceIn::design) line += 'd';
    line += std::to_string(each.place.line) + ":" + std::to_string(each.place.column) + " ";
    if (each.severity == Severity::warning) line += "warning ";
    lines.push_back(line + each.message + (each.suggestion.empty() ? "" : "|" + each.suggestion));
  }
  return lines;
}

}  // namespace rapport::test
