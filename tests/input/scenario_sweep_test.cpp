// Axes of a sweep: read, checked value by value, and applied as points.
#include <catch2/catch.hpp>

#include "input/sweep_points.hpp"
#include "tests/input/scenario_fixture.hpp"

using namespace rapport;
using test::campaign;
using test::mistakes;
using Lines = std::vector<std::string>;

namespace {

Lines sweep(const std::string& keys) {
  return mistakes(campaign + "[sweep]\n" + keys);
}

}  // namespace

TEST_CASE("Axes keep the order of the text, quoted or not") {
  const auto outcome = test::read(campaign +
                                  "[sweep]\n\"trust.gain\" = [0.1, 0.2]\nmarket.window_days = [7]\n"
                                  "'campaign.\"Spam blast\".hours_per_day' = [1, 2, 3]\n"
                                  "annoyance.step = [0.5]\nx-why = \"note\"\n");
  REQUIRE(outcome.diagnostics.text().empty());
  const auto& axes = outcome.scenario.sweep;
  REQUIRE(axes.size() == 4);
  CHECK(axes[0].parameter == "trust.gain");
  CHECK(axes[1].parameter == "market.window_days");
  CHECK(axes[2].parameter == "campaign.\"Spam blast\".hours_per_day");
  CHECK(axes[2].values == std::vector<double>{1, 2, 3});
  CHECK(axes[3].parameter == "annoyance.step");
  CHECK(point_count(SweepMethod::grid, axes) == 6);
  CHECK(point_positions(SweepMethod::grid, axes, 4) == std::vector<std::size_t>{1, 0, 1, 0});
}

TEST_CASE("A point replaces the swept numbers, whatever point was read before") {
  PointReader reader({"s.toml",
                      "s.toml",
                      campaign + "[sweep]\n\"network.people\" = [20, 30]\n"
                                 "'campaign.\"Spam blast\".hours_per_day' = [1.5, 4]\n",
                      {}});
  CHECK(reader.scenario().sweep.size() == 2);
  CHECK(reader.scenario().campaigns[0].hours_per_day == 2);
  const auto look = [&](std::size_t people, std::size_t hours) {
    const Scenario scenario = reader.at(2 * people + hours);
    CHECK(scenario.sweep.empty());
    return std::pair<double, double>(scenario.network.people, scenario.campaigns[0].hours_per_day);
  };
  CHECK(look(1, 0) == std::pair(30.0, 1.5));
  CHECK(look(0, 1) == std::pair(20.0, 4.0));
}

TEST_CASE("A point of a large sweep at which the values do not fit together is refused") {
  // 50 x 50 points are too many to be looked at beforehand; 99 people cannot have 3 ties each.
  std::string people, degrees;
  for (int k = 0; k < 50; ++k) {
    people += std::to_string(50 + k) + ", ";
    degrees += std::to_string(2 + k % 2) + ", ";
  }
  PointReader reader({"s.toml",
                      "s.toml",
                      campaign + "[network]\nkind = \"regular\"\npeople = 50\n[sweep]\n" +
                          "\"network.people\" = [" + people + "]\n\"network.mean_degree\" = [" +
                          degrees + "]\n",
                      {}});
  CHECK_NOTHROW(reader.at(49 * 50));
  CHECK_THROWS_AS(reader.at(49 * 50 + 1), Failure);
}

TEST_CASE("A value out of range is reported at its place on the axis") {
  CHECK(sweep("\"market.in_market_share\" = [0.1, 2]\n") ==
        Lines{"5:34 in_market_share is 2 (too large)"});
  CHECK(sweep("\"market.product_topic\" = [1, 2.5]\n") ==
        Lines{"5:30 product_topic is the number 2.5, expected a whole number"});
}

TEST_CASE("Other mistakes of the file do not hide those of the sweep") {
  CHECK(mistakes("seed = -1\n" + campaign + "[sweep]\n\"trust.gain\" = [2]\n") ==
        Lines{"1:8 seed is -1 (too small)", "6:17 gain is 2 (too large)"});
}

TEST_CASE("Values that do not fit together at a point are found before anything runs") {
  const std::string text = campaign + "[network]\nkind = \"regular\"\npeople = 50\n[sweep]\n";
  CHECK(mistakes(text + "\"network.people\" = [50, 51]\n\"network.mean_degree\" = [4, 5]\n") ==
        Lines{"9:29 51 people cannot have 5 ties each (people x mean_degree must be even)"});
}

TEST_CASE("An unknown parameter is reported once, at the axis") {
  CHECK(sweep("\"market.in_market_shar\" = [0.1, 0.2, 0.3]\n") ==
        Lines{"5:1 unknown key \"in_market_shar\"|in_market_share"});
  CHECK(sweep("'campaign.\"Span blast\".hours_per_day' = [1, 2]\n") ==
        Lines{"5:1 no campaign is called \"Span blast\"|Spam blast"});
}

TEST_CASE("Only numbers of tables and campaigns can be swept") {
  CHECK(sweep("seed = [1, 2]\n") ==
        Lines{"5:1 seed cannot be swept (it holds for the whole experiment)"});
  CHECK(sweep("\"network.kind\" = [\"ring\"]\n") ==
        Lines{"5:19 the text \"ring\" cannot be swept (only numbers can)"});
  CHECK(sweep("\"trust.gain\" = [nan]\n") ==
        Lines{"5:17 the number nan cannot be swept (only numbers can)"});
  CHECK(sweep("\"word_of_mouth.feelings\" = [0]\n") ==
        Lines{"5:29 feelings is the number 0, expected true or false"});
  CHECK(sweep("\"trust.gain\" = 0.1\n") ==
        Lines{"5:16 trust.gain is the number 0.1, expected a list of numbers"});
  CHECK(sweep("\"trust.gain\" = []\n") ==
        Lines{"5:16 trust.gain is empty, expected a list of numbers"});
  CHECK(sweep("\"trust gain\" = [1]\n") == Lines{"5:1 \"trust gain\" is not a dotted name"});
}

TEST_CASE("Rule of stopping, output and notes are one for all points, so they are not swept") {
  const std::string rule =
      "[[campaign]]\nname = \"None\"\nstrategy = \"do-nothing\"\n"
      "[stop]\nmetric = \"replies\"\nhalf_width = 1\n";
  CHECK(sweep("\"stop.half_width\" = [0.1, 5]\n" + rule) ==
        Lines{"5:1 stop.half_width cannot be swept (it holds for the whole experiment)"});
  CHECK(sweep("\"output.people\" = [0, 1]\n") ==
        Lines{"5:1 output.people cannot be swept (it holds for the whole experiment)"});
  CHECK(sweep("\"trust.x-why\" = [1]\n") ==
        Lines{"5:1 trust.x-why cannot be swept (keys that begin with x- are notes)"});
}

TEST_CASE("A parameter is swept once and should take different values") {
  CHECK(sweep("\"trust.gain\" = [0.1]\ntrust.gain = [0.2]\n") ==
        Lines{"6:7 trust.gain is swept twice"});
  CHECK(sweep("\"trust.gain\" = [0.1, 0.1]\n") ==
        Lines{"5:22 warning trust.gain is swept at 0.1 twice"});
}

TEST_CASE("A list pairs its axes, which must be equally long") {
  CHECK(sweep("method = \"list\"\n\"trust.gain\" = [0.1, 0.2]\n\"trust.loss\" = [0.1]\n") ==
        Lines{"7:1 trust.loss has 1 values, trust.gain has 2 (a list sweep pairs them)"});
  const auto outcome = test::read(
      campaign +
      "[sweep]\nmethod = \"list\"\n\"trust.gain\" = [0.1, 0.2]\n\"trust.loss\" = [0.3, 0.4]\n");
  REQUIRE(outcome.diagnostics.text().empty());
  const auto& axes = outcome.scenario.sweep;
  CHECK(point_count(SweepMethod::list, axes) == 2);
  CHECK(point_positions(SweepMethod::list, axes, 1) == std::vector<std::size_t>{1, 1});
}

TEST_CASE("A list may have a value twice, but is warned of a point that comes twice") {
  const std::string list = "method = \"list\"\n\"trust.gain\" = [0.1, 0.1, 0.2, 0.1]\n";
  CHECK(sweep(list + "\"trust.loss\" = [0.3, 0.4, 0.4, 0.5]\n").empty());
  CHECK(sweep(list + "\"trust.loss\" = [0.3, 0.4, 0.4, 0.4]\n") ==
        Lines{"6:32 warning point 3 is point 1 again (points count from 0)"});
}

TEST_CASE("A grid with too many points is refused") {
  std::string values = "[";
  for (int k = 0; k < 101; ++k) values += "0." + std::to_string(100 + k) + ", ";
  values += "]\n";
  CHECK(sweep("\"trust.gain\" = " + values + "\"trust.loss\" = " + values +
              "\"annoyance.step\" = " + values) ==
        Lines{"5:1 the sweep has too many points (a grid combines all values)"});
}

TEST_CASE(
    "The values of a large sweep need fit only to each other, not to the scenario without it") {
  // Each of 40 to 89 people may know 30 others; the ten people of the scenario could not.
  std::string people, degrees;
  for (int k = 0; k < 50; ++k) {
    people += std::to_string(40 + k) + ", ";
    degrees += std::to_string(20 + 0.2 * k) + ", ";
  }
  const std::string few = "[network]\nkind = \"random\"\npeople = 10\nmean_degree = 2\n";
  CHECK(sweep("\"network.people\" = [" + people + "]\n\"network.mean_degree\" = [" + degrees +
              "]\n" + few)
            .empty());
  CHECK(sweep("method = \"latin-hypercube\"\nsize = 2001\n"
              "\"network.people\" = { min = 40, max = 90 }\n"
              "\"network.mean_degree\" = { min = 2, max = 30 }\n" +
              few)
            .empty());
}

TEST_CASE("The values of a large grid are checked too") {
  std::string values = "[";
  for (int k = 0; k < 60; ++k) values += "0." + std::to_string(100 + k) + ", ";
  CHECK(sweep("\"trust.gain\" = " + values + "]\n\"trust.loss\" = " + values + " 7]\n").size() ==
        1);
}
