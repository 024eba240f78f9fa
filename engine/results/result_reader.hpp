// Reads a result file or the journal of an unfinished run, whichever stands behind the path.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "measures/measures.hpp"
#include "results/design.hpp"
#include "simulation/run_result.hpp"

namespace rapport {

/// not_needed: a stopping rule was content with fewer replicates of that campaign at that point.
enum class RunStatus : std::int8_t { not_run = 0, done = 1, failed = 2, not_needed = 3 };

class ResultReader {
 public:
  /// Opens RESULT.h5, or RESULT.h5.part when only that exists. Throws Failure: missing_input when
  /// there is neither, bad_data with the reason when the file is not a result or is damaged.
  static ResultReader open(const std::string& path);

  ResultReader(ResultReader&&) noexcept;
  ResultReader& operator=(ResultReader&&) noexcept;
  ~ResultReader();

  const Design& design() const;
  /// True when some runs are not there (a journal, or a file written at a checkpoint).
  bool partial() const;
  /// [point][campaign][replicate].
  std::vector<RunStatus> status() const;
  std::vector<std::uint64_t> digests() const;
  /// Final values of one measure, [point][campaign][replicate]; NaN where a run is missing or
  /// failed.
  std::vector<double> final_values(Measure measure) const;
  /// Daily values of one measure, [point][campaign][replicate][day]; NaN where missing; empty when
  /// the design keeps none.
  std::vector<float> daily_values(Measure measure) const;
  /// The same at one design point, [campaign][replicate][day].
  std::vector<float> daily_values(Measure measure, std::uint32_t point) const;
  /// The sampled network; without people when none was kept.
  NetworkSample network() const;
  /// Pictures of replicate 0 of design point 0; without days when none were taken.
  Snapshots snapshots(std::uint32_t campaign) const;

 private:
  class Source;
  explicit ResultReader(std::unique_ptr<Source> source);
  std::unique_ptr<Source> source_;
};

}  // namespace rapport
