// Sweeps that sample ranges, and lists that stand in a file.
#include <catch2/catch.hpp>

#include "input/design_digest.hpp"
#include "input/design_file.hpp"
#include "input/sweep_points.hpp"
#include "tests/app/program.hpp"
#include "tests/input/scenario_fixture.hpp"

using namespace rapport;
using test::campaign;
using test::mistakes;
using Lines = std::vector<std::string>;

namespace {

const std::string sampled = "method = \"latin-hypercube\"\nsize = 8\n";

Lines sweep(const std::string& keys) {
  return mistakes(campaign + "[sweep]\n" + keys);
}

Scenario scenario_with(const std::string& keys) {
  const auto outcome = test::read(campaign + "[sweep]\n" + keys);
  REQUIRE(outcome.diagnostics.text().empty());
  return outcome.scenario;
}

/// The one mistake of a list that stands in a file of these lines, its folder left out.
std::string mistake_of_file(const std::string& lines) {
  const test::TemporaryFolder folder;
  const std::string path = folder.write("d.csv", lines);
  const auto found = sweep("method = \"list\"\nfile = \"" + path + "\"\n");
  if (found.size() != 1) return std::to_string(found.size()) + " mistakes";
  const std::size_t at = found[0].find("d.csv");
  return at == std::string::npos ? found[0] : found[0].substr(at);
}

}  // namespace

TEST_CASE("Each method makes as many points as it says, all within their ranges") {
  const auto [method, points] = GENERATE(table<std::string, std::size_t>(
      {{"latin-hypercube", 8}, {"sobol", 8}, {"morris", 24}, {"saltelli", 32}}));
  const Scenario scenario =
      scenario_with("method = \"" + method +
                    "\"\nsize = 8\n\"trust.gain\" = { min = 0.1, max = 0.4 }\n"
                    "market.in_market_share = { min = 0.001, max = 0.1, scale = \"log\" }\n");
  REQUIRE(scenario.sweep.size() == 2);
  CHECK(point_count(scenario.sweep_method, scenario.sweep) == points);
  CHECK(scenario.sweep[1].parameter == "market.in_market_share");
  CHECK(sweep_method_name(scenario.sweep_method) == method);
  for (const SweepAxis& axis : scenario.sweep) {
    REQUIRE(axis.range);
    for (const double value : axis.values) {
      CHECK(value >= axis.range->low);
      CHECK(value <= axis.range->high);
    }
  }
}

TEST_CASE("Whole numbers and switches of mechanisms are sampled as whole numbers") {
  const Scenario scenario = scenario_with(
      sampled +
      "\"network.people\" = { min = 20, max = 30 }\n\"mechanisms.trust\" = { min = 0, max = 1 }\n"
      "'campaign.\"Spam blast\".hours_per_day' = { min = 1, max = 2 }\n");
  REQUIRE(scenario.sweep.size() == 3);
  CHECK(scenario.sweep[0].range->whole);
  CHECK(scenario.sweep[1].range->whole);
  CHECK_FALSE(scenario.sweep[2].range->whole);
}

TEST_CASE("A Morris design over whole numbers moves each of them once in a trajectory") {
  const Scenario scenario = scenario_with(
      "method = \"morris\"\nsize = 20\nlevels = 6\n\"trust.gain\" = { min = 0.1, max = 0.4 }\n"
      "\"platform.inmails_career\" = { min = 1, max = 2, scale = \"log\" }\n");
  const auto& values = scenario.sweep[1].values;
  for (std::size_t first = 0; first < values.size(); first += 3) {
    CHECK(values[first] != values[first + 2]);
  }
}

TEST_CASE("A range is checked like a value: its ends must be allowed") {
  CHECK(sweep(sampled + "\"market.in_market_share\" = { min = 0.1, max = 200 }\n") ==
        Lines{"7:28 in_market_share is 200 (too large)"});
  CHECK(sweep(sampled + "\"network.people\" = { min = 1.5, max = 200 }\n") ==
        Lines{"7:20 people is the number 1.5, expected a whole number"});
  CHECK(sweep(sampled + "\"market.in_market_shar\" = { min = 0.1, max = 0.2 }\n") ==
        Lines{"7:1 unknown key \"in_market_shar\"|in_market_share"});
}

TEST_CASE("A range that is none is reported at its place") {
  CHECK(sweep(sampled + "\"trust.gain\" = { min = 0.4, max = 0.1 }\n") ==
        Lines{"7:16 the range of trust.gain begins at 0.4 and ends at 0.1 (it must grow)"});
  CHECK(sweep(sampled + "\"trust.gain\" = { min = 0, max = 0.1, scale = \"log\" }\n") ==
        Lines{"7:16 the range of trust.gain begins at 0 (a log scale needs more than 0)"});
  CHECK(sweep(sampled + "\"trust.gain\" = { min = 0 }\n") ==
        Lines{"7:16 the range of trust.gain has no max"});
  CHECK(sweep(sampled + "\"trust.gain\" = { min = 0, max = \"a\" }\n") ==
        Lines{"7:33 max is the text \"a\", expected a number"});
  CHECK(sweep(sampled + "\"trust.gain\" = { min = 0, max = 1, scale = \"logg\" }\n") ==
        Lines{"7:44 scale is the text \"logg\""});
  CHECK(sweep(sampled + "\"trust.gain\" = { min = 0, max = 1, step = 1 }\n") ==
        Lines{"7:36 unknown key \"step\""});
  CHECK(sweep(sampled + "\"trust.gain\" = [0.1, 0.2]\n") ==
        Lines{"7:16 trust.gain is a list, expected a range (the design chooses the values)"});
  CHECK(sweep("\"trust.gain\" = { min = 0, max = 1 }\n") ==
        Lines{"5:16 trust.gain is a table, expected a list of numbers"});
}

TEST_CASE("A design needs a size and numbers, and takes no keys that it does not use") {
  CHECK(sweep("method = \"sobol\"\n\"trust.gain\" = { min = 0, max = 1 }\n") ==
        Lines{"5:10 a sobol design without size"});
  CHECK(sweep("method = \"sobol\"\nsize = 8\n") == Lines{"5:10 a sobol design of no numbers"});
  CHECK(sweep("size = 8\n\"trust.gain\" = [0]\n") ==
        Lines{"5:1 size has no effect with this method"});
  CHECK(sweep(sampled + "levels = 4\n\"trust.gain\" = { min = 0, max = 1 }\n") ==
        Lines{"7:1 levels has no effect with this method"});
  CHECK(
      sweep("method = \"morris\"\nsize = 8\nlevels = 5\n\"trust.gain\" = { min = 0, max = 1 }\n") ==
      Lines{"7:10 levels is 5, expected an even number (a step is half of them)"});
  CHECK(sweep("method = \"morris\"\nsize = 600_000\n\"trust.gain\" = { min = 0, max = 1 }\n") ==
        Lines{"5:10 the sweep has 1200000 points (too many)"});
}

TEST_CASE("A size that is no power of two is warned of where it spoils the balance") {
  const std::string range = "\"trust.gain\" = { min = 0, max = 1 }\n";
  CHECK(sweep("method = \"sobol\"\nsize = 12\n" + range) ==
        Lines{"6:8 warning size 12 is no power of two (only such a sobol design is balanced)"});
  CHECK(sweep("method = \"saltelli\"\nsize = 12\n" + range).size() == 1);
  CHECK(sweep("method = \"morris\"\nsize = 12\n" + range).empty());
  CHECK(sweep("method = \"sobol\"\nsize = 16\n" + range).empty());
}

TEST_CASE("The digest of a design tells its size, ranges and scales apart") {
  const auto digest = [](const std::string& keys) { return design_digest(scenario_with(keys)); };
  const std::string range = "\"trust.gain\" = { min = 0.1, max = 1 }\n";
  const std::string first = digest(sampled + range);
  CHECK(digest(sampled + range) == first);
  CHECK(digest("method = \"latin-hypercube\"\nsize = 9\n" + range) != first);
  CHECK(digest("method = \"morris\"\nsize = 8\n" + range) != first);
  CHECK(digest(sampled + "\"trust.gain\" = { min = 0.1, max = 1, scale = \"log\" }\n") != first);
  CHECK(digest(sampled + "\"trust.gain\" = { min = 0.1, max = 0.9 }\n") != first);
}

TEST_CASE("A list may stand in a file, with comments, quotes and line ends of any system") {
  const test::TemporaryFolder folder;
  const std::string path = folder.write(
      "d.csv",
      "\xEF\xBB\xBF# design\r\ntrust.gain, \"campaign.\"\"Spam blast\"\".hours_per_day\"\r\n"
      "0.1,1\r\n\r\n0.25,3e0\r\n");
  const Scenario scenario = scenario_with("method = \"list\"\nfile = \"" + path + "\"\n");
  REQUIRE(scenario.sweep.size() == 2);
  CHECK(scenario.sweep[0].values == std::vector<double>{0.1, 0.25});
  CHECK(scenario.sweep[1].parameter == "campaign.\"Spam blast\".hours_per_day");
  CHECK(scenario.sweep[1].values == std::vector<double>{1, 3});
  CHECK(design_digest(scenario) ==
        design_digest(scenario_with("method = \"list\"\n\"trust.gain\" = [0.1, 0.25]\n"
                                    "'campaign.\"Spam blast\".hours_per_day' = [1, 3]\n")));
}

TEST_CASE("A mistake in the file of a list is reported with its line") {
  CHECK(mistake_of_file("trust.gain\n0.1\nlow\n") ==
        "d.csv:3: error: \"low\" is no number (only numbers can be swept)");
  CHECK(mistake_of_file("trust.gain,trust.loss\n0.1\n") ==
        "d.csv:2: error: 1 values, but the first line names 2");
  CHECK(mistake_of_file("trust.gain\n") == "d.csv:1: error: there is no design point");
  CHECK(mistake_of_file("\"trust.gain\n1\n") == "d.csv:1: error: a quote that is not closed");
  CHECK(mistake_of_file("trust gain\n1\n") ==
        "d1:1 \"trust gain\" in its first line is not a dotted name");
  CHECK(mistake_of_file("trust.gain\n7\n") == "d2:1 gain is 7 (too large)");
  CHECK(mistake_of_file("# two\ntrust.gain, trust.loss\n0.1, 0.2\n\n 0.1,\t\"-2\"\n") ==
        "d5:7 loss is -2 (too small)");
  CHECK(mistake_of_file("\"campaign.\"\"S\u00e4m\"\".hours_per_day\",trust.gian\n1,0\n")
            .starts_with("2 mistakes"));
  CHECK(mistake_of_file("trust.gian\n1\n").starts_with("d1:1 unknown key \"gian\""));
  CHECK(sweep("method = \"list\"\nfile = \"no.csv\"\n") == Lines{"6:8 cannot read folder/no.csv"});
  CHECK(sweep("file = \"no.csv\"\n\"trust.gain\" = [0]\n") ==
        Lines{"5:1 file has no effect with this method"});
}

TEST_CASE("A number of a design may have a sign, but one") {
  const auto first = [](const std::string& number) {
    const test::TemporaryFolder folder;
    return read_design_file(folder.write("d.csv", "trust.gain\n" + number + "\n")).columns[0][0];
  };
  CHECK(first("+0.1") == 0.1);
  CHECK(first("-.5e+1") == -5);
  for (const std::string number : {"+", "+-1", "++1", "+inf", "-+1"}) {
    INFO(number);
    CHECK_THROWS_AS(first(number), Failure);
  }
}

TEST_CASE("A mistake in the file of a list shows the line of that file") {
  const std::string end = GENERATE("\n", "\r\n");
  const test::TemporaryFolder folder;
  const std::string path = folder.write("d.csv", "trust.gain,trust.loss" + end + "0.1, 7" + end);
  const auto outcome =
      test::read(test::campaign + "[sweep]\nmethod = \"list\"\nfile = \"" + path + "\"\n");
  CHECK(outcome.diagnostics.text().find(path + ":2:6: error: loss is 7 (too large)\n"
                                               "  0.1, 7\n       ^\n") != std::string::npos);
}

TEST_CASE("A design that is written and read again is the same to the last bit") {
  const DesignTable table{{"trust.gain", "campaign.\"A, b\".hours_per_day"},
                          {{0.1, 1.0 / 3, 1e-300}, {1, 2e17, 0.30000000000000004}}};
  const test::TemporaryFolder folder;
  const DesignTable again = read_design_file(folder.write("d.csv", design_file_text(table)));
  CHECK(again.names == table.names);
  CHECK(again.columns == table.columns);
}
