// What each strategy does to a world, beside another that differs from it in one thing.
#include <catch2/catch.hpp>

#include "tests/simulation/world.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

using Settings = std::vector<std::pair<std::string, double>>;

Scenario half_a_year(const std::string& strategy, const Settings& settings = {}) {
  return scenario_of(campaign(strategy, settings), 180);
}

RunResult run(const Scenario& scenario, std::uint32_t people = 2'000) {
  return World(acquaintances(people, 8), scenario).run();
}

}  // namespace

TEST_CASE("Inviting again straight after a decline is reported, long afterwards hardly") {
  std::vector<double> reported;
  for (const double days : {0.0, 60.0, 1'000.0}) {
    Scenario scenario = half_a_year("persistent-blast", {{"again_after_days", days}});
    scenario.mechanisms_off = {"word-of-mouth", "annoyance"};
    const RunResult result = run(scenario);
    CHECK(final_of(result, Measure::declined) > 400);
    reported.push_back(final_of(result, Measure::reported));
  }
  CHECK(reported[0] > 200);
  CHECK(reported[0] > 4 * reported[1]);
  CHECK(reported[2] < 20);  // nobody is asked twice; who is very impatient reports the first time
}

TEST_CASE("A pitch in the first contact costs connections and leaves people annoyed") {
  const RunResult selling = run(half_a_year("first-contact-pitch"));
  const RunResult giving = run(half_a_year("thoughtful-engagement"));
  CHECK(final_of(selling, Measure::connections) < 0.7 * final_of(giving, Measure::connections));
  CHECK(final_of(selling, Measure::relationship_equity) <
        0.7 * final_of(giving, Measure::relationship_equity));
  CHECK(final_of(selling, Measure::blocked) >= final_of(giving, Measure::blocked));
}
