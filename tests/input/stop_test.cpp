// [stop]: what is read, and what is wrong with it.
#include <catch2/catch.hpp>

#include "input/design_digest.hpp"
#include "measures/measures.hpp"
#include "tests/input/scenario_fixture.hpp"

using namespace rapport;
using test::mistakes;
using Lines = std::vector<std::string>;

namespace {

const std::string two = test::campaign + "[[campaign]]\nname = \"B\"\nstrategy = \"do-nothing\"\n";

Lines stop(const std::string& keys) {
  return mistakes(two + "[stop]\n" + keys);  // the header is line 7
}

Scenario scenario_with(const std::string& keys) {
  const auto outcome = test::read(two + keys);
  REQUIRE(outcome.diagnostics.text().empty());
  return outcome.scenario;
}

}  // namespace

TEST_CASE("A rule of precision has a measure and a width, the rest has defaults") {
  const StopRule rule =
      scenario_with("[stop]\nmetric = \"sales\"\nrelative_half_width = 0.1\nbatch = 7\n").stop;
  CHECK(rule == StopRule{.metric = "sales", .relative_half_width = 0.1, .batch = 7});
  CHECK(rule.is_set());
  CHECK_FALSE(scenario_with("").stop.is_set());
}

TEST_CASE("A rule of selection has a measure and a difference that does not matter") {
  const StopRule rule =
      scenario_with("[stop]\nrule = \"select-best\"\nmetric = \"sales\"\nindifference = 2\n").stop;
  CHECK(rule == StopRule{.kind = StopKind::select_best, .metric = "sales", .indifference = 2});
}

TEST_CASE("A rule that says too little or too much is refused at its place") {
  CHECK(stop("metric = \"sales\"\n") == Lines{"7:2 a rule of precision without a width"});
  CHECK(stop("half_width = 1\n") == Lines{"7:2 a stopping rule without metric"});
  CHECK(stop("metric = \"sale\"\nhalf_width = 1\n") ==
        Lines{"8:10 unknown measure \"sale\"|sales"});
  CHECK(stop("metric = \"sales\"\nhalf_width = 1\nprobability = 0.9\n") ==
        Lines{"10:1 probability has no effect with rule = \"precision\""});
  CHECK(stop("rule = \"select-best\"\nmetric = \"sales\"\nhalf_width = 1\nindifference = 1\n") ==
        Lines{"10:1 half_width has no effect with rule = \"select-best\""});
  CHECK(stop("rule = \"select-best\"\nmetric = \"sales\"\n") ==
        Lines{"7:2 a rule of selection without indifference"});
  CHECK(stop("metric = \"sales\"\nhalf_width = 1\nmin_replicates = 9\nmax_replicates = 8\n") ==
        Lines{"10:18 min_replicates is 9, max_replicates 8 (nothing would be judged)"});
  CHECK(stop("metric = \"sales\"\nhalf_width = 1\nmin_replicates = 1\n") ==
        Lines{"10:18 min_replicates is 1 (too small)"});
  CHECK(mistakes(test::campaign + "[stop]\nmetric = \"sales\"\nhalf_width = 1\n") ==
        Lines{"4:2 a stopping rule for one campaign (it looks at differences)"});
}

TEST_CASE("The best can only be chosen by a measure of which more or less is better") {
  std::string neither;
  for (const MeasureRow& row : measure_rows()) {
    if (row.better == Better::neither) neither = row.name;
  }
  REQUIRE_FALSE(neither.empty());
  CHECK(stop("rule = \"select-best\"\nmetric = \"" + neither + "\"\nindifference = 1\n").size() ==
        1);
}

TEST_CASE("A rule does not change the runs, so it is no part of the design's digest") {
  CHECK(design_digest(scenario_with("")) ==
        design_digest(scenario_with("[stop]\nmetric = \"sales\"\nhalf_width = 1\n")));
}
