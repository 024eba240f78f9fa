#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "tests/strategies/sender.hpp"
#include "tests/worlds/confidence.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

enum : std::size_t { in_line, off_message };

using Settings = std::vector<std::pair<std::string, double>>;

// A ring, so that everybody has two neighbours.
Network ring(std::uint32_t people) {
  std::vector<Tie> ties;
  for (std::uint32_t p = 0; p < people; ++p) ties.emplace_back(p, (p + 1) % people);
  return strangers(people, ties);
}

// Speeches in line and off message within so many days.
std::pair<double, double> speeches(const Settings& settings, Day days, double hours = 24) {
  Sender sender(campaign("employee-champions", settings), ring(500));
  std::pair<double, double> count;
  for (Day day = 0; day < days; ++day) {
    const DayPlan plan = sender.plan_hours(day, hours);
    count.first += static_cast<double>(plan.touches[in_line].size()) / 2;
    count.second += static_cast<double>(plan.touches[off_message].size()) / 2;
  }
  return count;
}

}  // namespace

TEST_CASE("Champions take turns, and each speaks once in so many days to the people around it") {
  Sender sender(campaign("employee-champions", {{"voices", 4}, {"every_days", 8}}), ring(500));
  std::set<std::uint32_t> heard;
  for (Day day = 0; day < 8; ++day) {
    const DayPlan plan = sender.plan_hours(day, 24);
    CHECK(plan.size() == (day % 2 == 0 ? 2 : 0));
    for (const auto& touches : plan.touches) {
      for (const Encounter& e : touches) heard.insert(e.target);
    }
  }
  CHECK(heard.size() == 8);  // four champions, two neighbours each
}

TEST_CASE("One voice contradicts nobody, however little it prepares") {
  const auto [straight, crooked] = speeches({{"voices", 1}, {"briefing_seconds", 0}}, 700);
  CHECK(straight == 100);
  CHECK(crooked == 0);
}

TEST_CASE("Many contradict each other with chance (1 - 1 / n) 2^(-briefing / half)") {
  for (const double briefing : {0.0, 600.0, 1'800.0}) {
    const auto [straight, crooked] =
        speeches({{"voices", 20}, {"every_days", 1}, {"briefing_seconds", briefing}}, 100);
    CHECK(straight + crooked == 2'000);
    const double chance = (1 - 1.0 / 20) * std::exp2(-briefing / 600);
    check_inside(crooked / 2'000, interval_of_share(chance, 2'000));
  }
}

TEST_CASE("Speeches and briefings take the hours that they take") {
  const Settings one_a_day = {
      {"voices", 1}, {"every_days", 1}, {"speech_seconds", 1'800}, {"briefing_seconds", 1'800}};
  CHECK(speeches(one_a_day, 40, 1).first == 40);
  CHECK(speeches(one_a_day, 40, 0.5).first == 20);
  CHECK(speeches(one_a_day, 40, 0).first == 0);
}

TEST_CASE("A speech gives to its hearers, a contradiction breaks their confidence") {
  const Sender sender(campaign("employee-champions"), ring(10));
  CHECK(sender.approaches()[in_line].value > 0.0f);
  CHECK(sender.approaches()[in_line].breach == 0.0f);
  CHECK(sender.approaches()[off_message].value == 0.0f);
  CHECK(sender.approaches()[off_message].breach > 0.0f);
}
