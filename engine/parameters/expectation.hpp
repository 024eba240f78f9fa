// What somebody claims about two campaigns, as plain, checked data: judged when the runs are there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/ids.hpp"

namespace rapport {

/// One side of a comparison: a campaign's value times a factor, or a number alone.
struct ExpectedSide {
  static constexpr std::int32_t no_campaign = -1;
  double factor = 1;
  std::int32_t campaign = no_campaign;  // index into the campaigns
  friend bool operator==(const ExpectedSide&, const ExpectedSide&) = default;
};

struct Expectation {
  std::string claim;    // in the author's words
  std::string compare;  // the comparison as written
  std::string measure;  // name in the registry of measures
  std::string per;      // name of the measure that it is divided by, or empty
  ExpectedSide larger;  // the side that is claimed to be larger
  ExpectedSide smaller;
  Day days = 0;                       // counted are days 1 to this one
  std::vector<std::uint32_t> points;  // design points that it is about, ascending
  friend bool operator==(const Expectation&, const Expectation&) = default;
};

}  // namespace rapport
