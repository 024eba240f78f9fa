#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

// Hours of four that go to blasts after ninety days in which notes bring all there is.
double blast_hours_after_a_quarter(double measure) {
  Campaign chaser = campaign("kpi-chaser", {{"measure", measure}, {"review_days", 7}});
  for (const char* strategy : {"spam-blast", "thoughtful-engagement"}) {
    chaser.parts.push_back(campaign(strategy));
    chaser.parts.back().share = 0.5;
  }
  Sender sender(chaser, strangers(200'000));
  for (Day day = 0; day < 90; ++day) {
    const DayPlan plan = sender.plan_hours(day, 4);
    Answers answers;
    answers.moved.resize(3);
    for (std::size_t way = 0; way < 3; ++way) {
      answers.moved[way].sent = static_cast<std::uint32_t>(plan.touches[way].size());
    }
    answers.moved[1].connections = 9;
    answers.moved[1].sales = answers.sales = 9;
    sender.learn(day, answers);
  }
  return static_cast<double>(addressed(sender.plan_hours(90, 4), 0).size()) / 200;
}

}  // namespace

TEST_CASE("Who chases messages moves to whatever sends most, whatever it brings") {
  CHECK(blast_hours_after_a_quarter(0) > 3.5);
}

TEST_CASE("Who chases connections moves to whatever connects") {
  CHECK(blast_hours_after_a_quarter(2) < 0.5);
}

TEST_CASE("Activity is all that it can watch, and it starts with messages") {
  const ParameterRow& measure = find_strategy("kpi-chaser")->parameters.front();
  CHECK(measure.choices == "messages|replies|connections");
  CHECK(measure.seed_default == 0);
}
