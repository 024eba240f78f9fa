// What counts as a message, as a post and as a reply.
#include <catch2/catch.hpp>

#include "tests/simulation/world.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Scenario half_a_year(const std::string& strategy) {
  return scenario_of(campaign(strategy), 180);
}

RunResult run(const Scenario& scenario, std::uint32_t people = 2'000) {
  return World(acquaintances(people, 8), scenario).run();
}

}  // namespace

TEST_CASE("What is said in a group or a circle is a post, shown to some, and no message") {
  // No invitation may be sent, so that all that is left is what is said to many at once.
  for (const char* strategy : {"community-joining", "employee-champions"}) {
    Scenario scenario = half_a_year(strategy);
    scenario.parameters.platform.invitations_per_week = 0;
    scenario.parameters.privacy.closed_share = 1;  // settings say who may write to a person
    const RunResult result = run(scenario, 200);
    INFO(strategy);
    CHECK(final_of(result, Measure::messages_sent) == 0);
    CHECK(final_of(result, Measure::posts) >= 20);
    CHECK(final_of(result, Measure::impressions) > 3 * final_of(result, Measure::posts));
    CHECK(final_of(result, Measure::hits) > 0.1 * final_of(result, Measure::impressions));
  }
}

TEST_CASE("An invitation that is accepted is a connection and no reply") {
  Scenario scenario = half_a_year("thoughtful-engagement");
  scenario.mechanisms_off = {"exit-ladder"};  // so that nobody is lost again
  const RunResult result = run(scenario);
  CHECK(final_of(result, Measure::connections) > 50);
  CHECK(final_of(result, Measure::replies) == 0);
}
