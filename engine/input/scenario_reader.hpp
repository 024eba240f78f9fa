// From the text of a scenario to checked data: the one path by which files, --set and sweeps come
// in.
#pragma once

#include <span>
#include <string>

#include "input/diagnostics.hpp"
#include "input/scenario_text.hpp"
#include "parameters/scenario.hpp"

namespace rapport {

/// A number at a design point, by dotted name.
struct Override {
  std::string parameter;
  double value = 0;
};

/// The scenario is complete only when there are no errors among the diagnostics.
struct ReadOutcome {
  Scenario scenario;
  Diagnostics diagnostics;
};

/// Reads and checks everything, and finds every mistake; `point` then replaces the swept numbers.
/// Without a point the points of the sweep are checked too. Never throws for a mistake of the user.
ReadOutcome read_scenario(const ScenarioText& text, std::span<const Override> point = {});

}  // namespace rapport
