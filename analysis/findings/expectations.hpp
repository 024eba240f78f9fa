// Whether the runs bear out what the scenario's author claims.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/findings/inference.hpp"
#include "analysis/findings/result_table.hpp"
#include "statistics/sample.hpp"

namespace rapport {

enum class ExpectationVerdict : std::uint8_t {
  supported,      // the interval of the difference lies on the claimed side
  not_supported,  // it lies on the other side, or holds nothing that would matter on the claimed
                  // one
  undecided,      // neither, at this number of replicates
};

/// A claimed difference is ruled out when less than this share of the larger side could be left of
/// it: what is smaller than a twentieth is no reason to prefer a campaign.
inline constexpr double negligible_share = 0.05;

/// One expectation at one design point.
struct ExpectationAtPoint {
  std::uint32_t point = 0;
  Sample larger;      // the side that is claimed to be larger
  Sample smaller;     // the other one
  Sample difference;  // of both, replicate by replicate
  /// Holds with 95 % together with those of all other expectations and points; none with fewer than
  /// two pairs.
  std::optional<Interval> interval;
  ExpectationVerdict verdict = ExpectationVerdict::undecided;
  /// When undecided: replicates in all that would decide if the difference is as it looks. None
  /// when that is out of reach.
  std::optional<std::size_t> replicates_needed;
};

struct ExpectationFinding {
  Expectation expectation;
  std::vector<ExpectationAtPoint> points;
  /// Supported when it is at all its points, not supported when it is not at one of them.
  ExpectationVerdict verdict = ExpectationVerdict::undecided;
};

/// Judges all expectations of the design. All their intervals share one critical value (MaxT), so
/// that a file with many claims does not have some of them supported by luck alone.
std::vector<ExpectationFinding> judge_expectations(const ResultTable& table, Inference& inference);

/// The same with an inference of its own.
std::vector<ExpectationFinding> judge_expectations(const ResultTable& table);

/// "supported", "not supported", "undecided".
std::string_view word(ExpectationVerdict verdict);

/// What is known about an expectation at one of its points, in words.
std::string expectation_words(const ExpectationFinding& finding, const ExpectationAtPoint& at,
                              const Design& design);

}  // namespace rapport
