// The scenarios that users script, as text with --set: their keys and their numbers stay.
#include <catch2/catch.hpp>
#include <regex>

#include "experiment/study.hpp"
#include "tests/worlds/setting.hpp"

namespace rapport::test {
namespace {

RunResult run_text(const std::string& text, std::vector<std::string> overrides,
                   std::uint32_t campaign = 0) {
  const Study study = prepare_study({"text.toml", "text.toml", text, std::move(overrides)}, "");
  return run(study.scenario_of(0), *study.network_of(0, 0), campaign);
}

const std::string cascade = R"(
horizon_days = 60
[network]
kind = "star"
people = 50
[word_of_mouth]
share_probability = 1.0
hear_probability = 1.0
feelings = false
[[campaign]]
name = "Cascade"
strategy = "seeding"
seeds = 1
target = "ids"
ids = [0]
)";

const std::string seed_hour = R"(
horizon_days = 1
parameters = "seed"
[[campaign]]
name = "Blast"
strategy = "spam-blast"
hours_per_day = 1
[[campaign]]
name = "Notes"
strategy = "thoughtful-engagement"
hours_per_day = 1
)";

double reach(std::vector<std::string> overrides) {
  return final_value(run_text(cascade, std::move(overrides)), Measure::word_of_mouth_reach);
}

}  // namespace

TEST_CASE(
    "a cascade that is always heard reaches everybody whom ties can lead to in the days given") {
  CHECK(reach({}) == 50);
  CHECK(reach({"network.people=20", "seed=9"}) == 20);
  CHECK(reach({"word_of_mouth.hear_probability=0.0"}) == 1);
  CHECK(reach({"mechanisms.off=[\"word-of-mouth\"]"}) == 1);
  // From a leaf: the leaf, the centre on the next day, the others on the day after.
  CHECK(reach({"campaign.\"Cascade\".ids=[3]", "horizon_days=1"}) == 1);
  CHECK(reach({"campaign.\"Cascade\".ids=[3]", "horizon_days=2"}) == 2);
  CHECK(reach({"campaign.\"Cascade\".ids=[3]", "horizon_days=3"}) == 50);
  // One step a day along a path.
  CHECK(reach({"network.kind=\"path\"", "horizon_days=10"}) == 10);
  CHECK(reach({"network.kind=\"ring\"", "horizon_days=10"}) == 19);
  CHECK(reach({"network.kind=\"complete\"", "horizon_days=2"}) == 50);
  // Of a star's people the hub reaches all others at once.
  const std::string hubs = std::regex_replace(cascade, std::regex("\"ids\"\nids.*"), "\"hubs\"");
  CHECK(final_value(run_text(hubs, {"horizon_days=2"}), Measure::word_of_mouth_reach) == 50);
}

TEST_CASE("an hour is 200 blast messages or ten notes") {
  const RunResult blast = run_text(seed_hour, {}, 0);
  const RunResult notes = run_text(seed_hour, {}, 1);
  CHECK(final_value(blast, Measure::messages_sent) == 200);
  CHECK(final_value(notes, Measure::messages_sent) == 10);
  CHECK(final_value(blast, Measure::hours_spent) == 1);
  CHECK(final_value(notes, Measure::hours_spent) == 1);
  CHECK(final_value(run_text(seed_hour, {"campaign.\"Notes\".hours_per_day=2"}, 1),
                    Measure::messages_sent) == 20);
}

}  // namespace rapport::test
