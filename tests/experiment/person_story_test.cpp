// The story of a person: what it says of each encounter, and that listening changes nothing.
#include "experiment/person_story.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "simulation/touch_log.hpp"
#include "tests/experiment/studies.hpp"

using namespace rapport;

namespace {

/// A small study with the population of replicate 1.
struct SmallWorld {
  explicit SmallWorld(const std::string& more = "")
      : study(test::study_of(test::small_scenario(more))) {
    scenario = study.scenario_of(0);
    scenario.people = true;
    network = study.network_of(0, 1);
    population = draw_population(*network, scenario.parameters, Draws(scenario.seed, 1));
  }
  WorldInputs inputs(std::uint32_t campaign, TouchLog* log = nullptr) const {
    return {scenario, *network, population, campaign, 1, {}, log};
  }

  Study study;
  Scenario scenario;
  std::shared_ptr<const Network> network;
  Population population;
};

}  // namespace

TEST_CASE("Listening to a person changes nothing, and the story ends where the run ends") {
  const SmallWorld world;
  for (const std::uint32_t campaign : {0u, 1u}) {
    WorldMemory memory;
    const RunResult run = run_world(world.inputs(campaign), memory);
    for (std::uint32_t person = 0; person < 300; person += 37) {
      const PersonStory story = story_of(world.inputs(campaign), person);
      CHECK(story.run.digest == run.digest);
      CHECK(story.last_trust == run.final_trust[person]);
      CHECK(story.last_annoyance == run.final_annoyance[person]);
    }
  }
}

TEST_CASE("The messages and purchases of a story are those that the sender's tools log") {
  const SmallWorld world;
  TouchLog log;
  WorldMemory memory;
  run_world(world.inputs(0, &log), memory);
  int messages = 0;
  for (std::uint32_t person = 0; person < 60; ++person) {
    std::vector<Channel> logged, told;
    std::size_t bought_logged = 0, bought_told = 0;
    for (const TouchLog::Event& event : log.events) {
      if (event.person != person) continue;
      if (event.purchase)
        ++bought_logged;
      else
        logged.push_back(event.channel);
    }
    for (const StoryEvent& event : story_of(world.inputs(0), person).events) {
      if (row_of(event.channel).origin == Origin::sender) told.push_back(event.channel);
      bought_told += event.bought;
    }
    CHECK(told == logged);
    CHECK(bought_told == bought_logged);
    messages += static_cast<int>(told.size());
  }
  CHECK(messages > 20);
}

TEST_CASE("A story is told in order, and between two events feelings only fade") {
  const SmallWorld world;
  int pairs = 0;
  for (std::uint32_t person = 0; person < 60; ++person) {
    const auto events = story_of(world.inputs(0), person).events;
    for (std::size_t k = 1; k < events.size(); ++k, ++pairs) {
      CHECK(events[k - 1].day <= events[k].day);
      CHECK(events[k].annoyance_before <= events[k - 1].annoyance + 1e-6f);
    }
  }
  CHECK(pairs > 0);
}

TEST_CASE("Nobody hears of a sender who does nothing") {
  const Study quiet = test::study_of(test::small_scenario() +
                                     "[[campaign]]\nname = \"None\"\nstrategy = \"do-nothing\"\n");
  const Scenario scenario = quiet.scenario_of(0);
  const auto network = quiet.network_of(0, 0);
  const Population population = draw_population(*network, scenario.parameters, Draws(7, 0));
  const PersonStory story = story_of({scenario, *network, population, 2, 0}, 5);
  CHECK(story.events.empty());
  CHECK(story.last_annoyance == 0);
}
