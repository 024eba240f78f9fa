// Reads the comparison of an expectation: "reported: Second invitation > 2 * First invitation".
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parameters/expectation.hpp"

namespace rapport {

struct ComparisonMistake {
  std::string message;
  std::string suggestion = {};
  std::vector<std::string> notes = {};
};

/// The grammar, for messages.
inline constexpr std::string_view comparison_grammar =
    "write \"MEASURE: CAMPAIGN > CAMPAIGN\"; a side may also be NUMBER * CAMPAIGN or NUMBER";

/// Fills measure and both sides of `expectation` from its `compare`; gives every mistake found.
/// Names of campaigns may hold any sign: a side that is a name is one.
std::vector<ComparisonMistake> read_comparison(std::span<const std::string> campaigns,
                                               Expectation& expectation);

}  // namespace rapport
