// From the text of a scenario to checked data: the one path by which files, --set and sweeps come
// in.
#pragma once

#include <cstdint>
#include <memory>

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

/// A scenario at any of its design points. The text is parsed once, however many points there are.
class PointReader {
 public:
  /// Throws Failure with all mistakes.
  explicit PointReader(const ScenarioText& text);
  PointReader(PointReader&&) noexcept;
  ~PointReader();

  /// Without the values of any point, with the axes of the sweep.
  const Scenario& scenario() const { return scenario_; }
  /// The scenario with the swept numbers of a point, counted from 0; itself without axes. May be
  /// asked from several threads at once and looks at no file. Throws Failure with all mistakes.
  Scenario at(std::uint64_t point) const;

 private:
  Diagnostics diagnostics_;
  std::unique_ptr<ScenarioReader> reader_;
  Scenario scenario_;
};

}  // namespace rapport
