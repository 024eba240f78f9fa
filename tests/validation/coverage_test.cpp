// Coverage: m messages to anybody at any time reach n (1 - (1 - 1/n)^m) of n people.
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/worlds/confidence.hpp"
#include "tests/worlds/setting.hpp"

namespace rapport::test {

TEST_CASE("messages to anybody at any time cover as many people as balls fill urns") {
  constexpr double people = 1'000;
  constexpr double messages_per_day = 400;
  const auto count = replicates(1'000);
  const Day days = GENERATE(1, 3, 10);
  Scenario blast = scenario(
      ParameterSet::seed, days, network(NetworkKind::ring, static_cast<std::uint32_t>(people)),
      {campaign("spam-blast", messages_per_day * 18 / 3600, {{"sampling", 1}})});

  const double messages = messages_per_day * days;
  const double missed_one = std::pow(1 - 1 / people, messages);
  const double missed_two = std::pow(1 - 2 / people, messages);
  const double expected = people * (1 - missed_one);
  const double variance = people * missed_one + people * (people - 1) * missed_two -
                          people * people * missed_one * missed_one;
  double touched = 0;
  for_each_replicate(blast, count, [&](const std::vector<RunResult>& results) {
    REQUIRE(final_value(results[0], Measure::messages_sent) == messages);
    touched += final_value(results[0], Measure::people_touched);
  });
  CAPTURE(days);
  check_inside(touched / count, interval_of_mean(expected, std::sqrt(variance), count));
}

TEST_CASE("messages to different people within a day touch as many people as there are messages") {
  const Scenario blast = scenario(ParameterSet::seed, 1, network(NetworkKind::ring, 1'000),
                                  {campaign("spam-blast", 2)});
  CHECK(final_value(run(blast), Measure::people_touched) == 400);
}

}  // namespace rapport::test
