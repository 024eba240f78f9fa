#include "analysis/findings/wording.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace rapport;

TEST_CASE("numbers have three significant digits and thousands separators") {
  CHECK(human_number(0) == "0");
  CHECK(human_number(7) == "7");
  CHECK(human_number(999) == "999");
  CHECK(human_number(1'000) == "1,000");
  CHECK(human_number(34'249) == "34,200");
  CHECK(human_number(1'234'567) == "1,230,000");
  CHECK(human_number(12.345) == "12.3");
  CHECK(human_number(0.0045678) == "0.00457");
  CHECK(human_number(-56.78) == "-56.8");
  CHECK(human_number(std::nan("")) == "-");
}

TEST_CASE("a number that rounds up to the next power of ten keeps three digits") {
  CHECK(human_number(9.996) == "10.0");
  CHECK(human_number(99.96) == "100");
  CHECK(human_number(999.6) == "1,000");
  CHECK(human_number(0.09999) == "0.100");
}

TEST_CASE("numbers out of everyday reach are written with a power of ten") {
  CHECK(human_number(1.5e15) == "1.50e+15");
  CHECK(human_number(2e-9) == "2.00e-09");
}

TEST_CASE("differences carry their sign, zero has none") {
  CHECK(human_signed(3) == "+3");
  CHECK(human_signed(-3) == "-3");
  CHECK(human_signed(0) == "0");
  CHECK(human_interval({-1.5, 2}) == "-1.50 to +2");
}

TEST_CASE("an interval has as many digits as tell its ends apart") {
  CHECK(human_interval({65'421, 65'439}) == "+65,420 to +65,440");
  CHECK(human_interval({0.019217, 0.019233}) == "+0.01922 to +0.01923");
  CHECK(human_interval({1712.2, 1712.4}) == "+1,712.2 to +1,712.4");
  CHECK(human_interval({5, 5}) == "+5 to +5");
}

TEST_CASE("half widths have two digits, or one where the mean is known well") {
  CHECK(human_half_width(0.4812, 6.44) == "0.48");
  CHECK(human_half_width(25.4, 57'100) == "30");
  CHECK(human_half_width(0.000018, 0.00446) == "0.00002");
}

TEST_CASE("values that were set are written in full when whole, without needless zeros else") {
  CHECK(setting_number(12'345) == "12,345");
  CHECK(setting_number(-2) == "-2");
  CHECK(setting_number(0.005) == "0.005");
  CHECK(setting_number(0.30000000000000004) == "0.3");
  CHECK(setting_number(0.0028686709) == "0.002869");
}

TEST_CASE("a swept parameter has a name without dots") {
  Design design;
  design.campaigns = {"A", "A.B", "Notes"};
  design.parameters = {"network.people", "market.in_market_share", "campaign.A.B.hours_per_day",
                       "campaign.Notes.rival.B.hours_per_day", "mechanisms.word-of-mouth"};
  design.points = {{12'345, 0.02, 2, 1, 0}};
  CHECK(parameter_words(0, design) == "people (network)");
  CHECK(parameter_words(1, design) == "in market share");
  CHECK(parameter_words(2, design) == "hours per day of A.B");
  CHECK(parameter_words(3, design) == "hours per day of Notes, rival B");
  CHECK(parameter_words(4, design) == "word of mouth (on or off)");
  design.parameters.resize(2);
  CHECK(point_words(0, design) == "people (network) = 12,345 and in market share = 0.02");
}

TEST_CASE("names are joined as in a sentence") {
  CHECK(join_names({"A"}) == "A");
  CHECK(join_names({"A", "B"}) == "A and B");
  CHECK(join_names({"A", "B", "C"}) == "A, B and C");
}
