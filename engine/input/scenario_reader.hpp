// From the text of a scenario to checked data: the one path by which files, --set and sweeps come
// in.
#pragma once

#include <memory>
#include <span>

#include "input/diagnostics.hpp"
#include "input/scenario_text.hpp"
#include "parameters/scenario.hpp"

namespace rapport {

/// The scenario is complete only when there are no errors among the diagnostics.
struct ReadOutcome {
  Scenario scenario;
  Diagnostics diagnostics;
};

/// Reads and checks everything, the points of the sweep too, and finds every mistake. Never throws
/// for a mistake of the user.
ReadOutcome read_scenario(const ScenarioText& text);

class ScenarioReader;

/// A scenario at one design point after another. The text is parsed once, however many points there
/// are.
class PointReader {
 public:
  /// Throws Failure with all mistakes.
  explicit PointReader(const ScenarioText& text);
  PointReader(PointReader&&) noexcept;
  ~PointReader();

  /// Without the values of any point, with the axes of the sweep.
  const Scenario& scenario() const { return scenario_; }
  /// The scenario with the swept numbers at `positions` of their axes, itself without axes. Throws
  /// Failure with all mistakes.
  Scenario at(std::span<const std::size_t> positions);

 private:
  std::unique_ptr<Diagnostics> diagnostics_;
  std::unique_ptr<ScenarioReader> reader_;
  Scenario scenario_;
};

}  // namespace rapport
