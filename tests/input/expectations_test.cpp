// [[expect]]: what is read, and what is said of every mistake in it.
#include <catch2/catch.hpp>

#include "tests/input/scenario_fixture.hpp"

using namespace rapport;
using test::mistakes;
using test::read;
using Lines = std::vector<std::string>;

namespace {

const std::string two =
    "[[campaign]]\nname = \"A\"\nstrategy = \"spam-blast\"\n"
    "[[campaign]]\nname = \"Notes: > 2\"\nstrategy = \"thoughtful-engagement\"\n";

/// Two campaigns and one expectation, whose keys begin on line 8.
std::string expecting(const std::string& keys) {
  return two + "[[expect]]\n" + keys;
}

Expectation only(const std::string& compare, const std::string& more = "") {
  const auto outcome = read(expecting("claim = \"c\"\ncompare = \"" + compare + "\"\n" + more));
  INFO(outcome.diagnostics.text());
  CHECK_FALSE(outcome.diagnostics.has_errors());
  REQUIRE(outcome.scenario.expectations.size() == 1);
  return outcome.scenario.expectations[0];
}

Lines of_compare(const std::string& compare) {
  return mistakes(expecting("claim = \"c\"\ncompare = \"" + compare + "\"\n"));
}

}  // namespace

TEST_CASE("A comparison names a measure and two campaigns, whatever signs their names hold") {
  const auto more = only("reported: A > Notes: > 2");
  CHECK(more.measure == "reported");
  CHECK(more.larger == ExpectedSide{1, 0});
  CHECK(more.smaller == ExpectedSide{1, 1});
  CHECK(more.days == 180);
  CHECK(more.per.empty());
  CHECK(more.points == std::vector<std::uint32_t>{0});
  const auto less = only("reported:Notes: > 2<A");
  CHECK(less.larger == ExpectedSide{1, 0});
  CHECK(less.smaller == ExpectedSide{1, 1});
}

TEST_CASE("A side of a comparison may be a multiple of a campaign or a number") {
  CHECK(only("sales: A > 2 * Notes: > 2").smaller == ExpectedSide{2, 1});
  CHECK(only("sales: 0.5*A < 3").larger == ExpectedSide{3, ExpectedSide::no_campaign});
  CHECK(only("sales: -1.5e-1 < A").smaller == ExpectedSide{-0.15, ExpectedSide::no_campaign});
}

TEST_CASE("An expectation may be about an earlier day and about an hour of work") {
  const auto expectation = only("sales: A > Notes: > 2", "day = 30\nper = \"hour\"\n");
  CHECK(expectation.days == 30);
  CHECK(expectation.per == "hours_spent");
}

TEST_CASE("Of a sweep an expectation is about every point, or about the values under `at`") {
  const std::string sweep =
      "[sweep]\n\"market.in_market_share\" = [0.1, 0.2]\n\"trust.gain\" = [0, 0.5, 1]\n";
  CHECK(only("sales: A > Notes: > 2", sweep).points.size() == 6);
  CHECK(only("sales: A > Notes: > 2", "at = { \"trust.gain\" = 0.5 }\n" + sweep).points ==
        std::vector<std::uint32_t>{1, 4});
  CHECK(only("sales: A > Notes: > 2", "at = { trust.gain = 1 }\n" + sweep).points ==
        std::vector<std::uint32_t>{2, 5});
}

TEST_CASE("The point at which a mechanism is on may be written as true") {
  const std::string sweep = "[sweep]\n\"mechanisms.acceptance\" = [1, 0]\n";
  const auto points = [&](const std::string& value) {
    return only("sales: A > Notes: > 2",
                "at = { \"mechanisms.acceptance\" = " + value + " }\n" + sweep)
        .points;
  };
  CHECK(points("true") == std::vector<std::uint32_t>{0});
  CHECK(points("false") == std::vector<std::uint32_t>{1});
}

TEST_CASE("What is no number stands for no swept number, not even for 0") {
  const auto of = [](const std::string& value) {
    return mistakes(
        expecting("claim = \"c\"\ncompare = \"sales: A > 1\"\nat = { \"trust.gain\" = " + value +
                  " }\n[sweep]\n\"trust.gain\" = [0, 1]\n"));
  };
  CHECK(of("false") == Lines{"10:23 trust.gain is false, expected a number"});
  CHECK(of("\"0\"") == Lines{"10:23 trust.gain is the text \"0\", expected a number"});
  CHECK(of("[0]") == Lines{"10:23 trust.gain is a list, expected a number"});
}

TEST_CASE("An unknown measure or campaign is named with the one that was meant") {
  CHECK(of_compare("report: A > Notes: > 2") == Lines{"9:11 unknown measure \"report\"|reported"});
  CHECK(of_compare("reported: A > Nots: > 2") ==
        Lines{"9:11 \"Nots: > 2\" is neither a campaign nor a number|Notes: > 2"});
  CHECK(of_compare("sale: 2 * Zebra < 3") ==
        Lines{"9:11 unknown measure \"sale\"|sales",
              "9:11 \"Zebra\" is neither a campaign nor a number"});
}

TEST_CASE("A comparison that compares nothing is refused") {
  CHECK(of_compare("A > Notes") ==
        Lines{"9:11 the comparison names no measure (there is no colon)"});
  CHECK(of_compare("sales: A = 3") == Lines{"9:11 the comparison says neither > nor <"});
  CHECK(of_compare("sales: A >") == Lines{"9:11 a side of the comparison is empty"});
  CHECK(of_compare("sales: A > 2 * A") ==
        Lines{"9:11 the comparison has the same campaign on both sides"});
  CHECK(of_compare("sales: A >= 3") ==
        Lines{"9:11 the comparison says >= (a verdict rests on a difference)|>"});
  CHECK(of_compare("sales: 3 > 2") == Lines{"9:11 the comparison names no campaign"});
}

TEST_CASE("A side that no campaign could reach, or that leaves nothing of it, is refused") {
  CHECK(of_compare("sales: A > 0 * Notes: > 2") == Lines{"9:11 the factor 0 is too small"});
  CHECK(of_compare("sales: A > 1e308 * Notes: > 2") ==
        Lines{"9:11 the factor 1e+308 is too large"});
  CHECK(of_compare("sales: A < 1e300") == Lines{"9:11 the number 1e+300 is too large"});
  CHECK(of_compare("sales: A > 0").empty());
}

TEST_CASE("A claim in no words is refused") {
  CHECK(mistakes(expecting("claim = \" \"\ncompare = \"sales: A > 1\"\n")) ==
        Lines{"8:9 claim is empty"});
}

TEST_CASE("An expectation that lacks something or does not fit the scenario is refused") {
  CHECK(mistakes(expecting("")) ==
        Lines{"7:1 an expectation without claim", "7:1 an expectation without compare"});
  const std::string good = "claim = \"c\"\ncompare = \"sales: A > 1\"\n";
  CHECK(mistakes(expecting(good + "day = 181\n")) ==
        Lines{"10:7 day 181 lies beyond the horizon of 180 days"});
  CHECK(mistakes(expecting(good + "per = \"hours\"\n")) ==
        Lines{"10:7 unknown per \"hours\"|hour"});
  CHECK(mistakes(expecting(good + "clam = 1\n")) == Lines{"10:1 unknown key \"clam\"|claim"});
  CHECK(mistakes(expecting(good + "day = 3\n[output]\ndaily = \"none\"\n")) ==
        Lines{"10:7 an expectation before the end needs the daily series"});
  CHECK(mistakes(expecting(good + "at = { \"trust.gain\" = 1 }\n")) ==
        Lines{"10:8 trust.gain is not swept"});
  CHECK(
      mistakes(expecting(good + "at = { \"trust.gain\" = 1 }\n[sweep]\n\"trust.gain\" = [0]\n")) ==
      Lines{"10:23 trust.gain is not swept at the number 1"});
  CHECK(mistakes("expect = 3\n" + two) == Lines{"1:1 expect is the number 3, expected a list of "
                                                "tables"});
}
