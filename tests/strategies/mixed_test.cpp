#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Campaign mixed(const std::vector<std::pair<std::string, double>>& shares) {
  Campaign result = campaign("mixed");
  for (const auto& [strategy, share] : shares) {
    result.parts.push_back(campaign(strategy));
    result.parts.back().share = share;
  }
  return result;
}

}  // namespace

TEST_CASE("Each part of a mix spends its share of the hours") {
  Sender sender(mixed({{"spam-blast", 0.25}, {"thoughtful-engagement", 0.75}}), strangers(20'000));
  const DayPlan plan = sender.plan_hours(0, 4);
  CHECK(addressed(plan, 0).size() == 200);  // one hour of messages
  CHECK(addressed(plan, 1).size() == 30);   // three hours of notes
  CHECK(plan.seconds_spent == Approx(4 * 3600));
  CHECK(plan.messages_sent == 230);
  CHECK(plan.invitations_sent == 30);
}

TEST_CASE("A mix of one strategy is that strategy") {
  Sender mix(mixed({{"thoughtful-engagement", 1}}), strangers(1'000));
  Sender alone(campaign("thoughtful-engagement"), strangers(1'000));
  REQUIRE(mix.approaches().size() == alone.approaches().size());
  Answers answers;
  answers.connected = {{3, 1}, {8, 2}};
  mix.learn(0, answers);
  alone.learn(0, answers);
  for (const Day day : {1, 14, 15}) {
    const DayPlan one = mix.plan_hours(day, 2), other = alone.plan_hours(day, 2);
    for (std::size_t way = 0; way < 2; ++way) CHECK(addressed(one, way) == addressed(other, way));
  }
}

TEST_CASE("Parts share a quota, and nobody is addressed by two of them") {
  Sender sender(mixed({{"thoughtful-engagement", 0.5}, {"first-contact-pitch", 0.5}}),
                strangers(1'000));
  const DayPlan plan = sender.plan(0, {4 * 3600.0, 30, false});
  CHECK(addressed(plan, 0).size() == 20);
  CHECK(addressed(plan, 2).size() == 10);
  CHECK(plan.invitations_sent == 30);
  auto all = addressed(plan, 0);
  for (const std::uint32_t person : addressed(plan, 2)) all.push_back(person);
  CHECK(different(all) == 30);
}

TEST_CASE("A connection hears from one part of a mix, not from each") {
  Sender sender(mixed({{"thoughtful-engagement", 0.5}, {"first-contact-pitch", 0.5}}),
                strangers(1'000));
  Answers answers;
  answers.connected = {{5, 1}};
  sender.learn(0, answers);
  const DayPlan plan = sender.plan_hours(14, 4);
  CHECK(addressed(plan, 1).size() + addressed(plan, 3).size() == 1);
}

TEST_CASE("Every part of a mix hears what came of a day, and a mix ends with its last part") {
  Sender sender(mixed({{"persistent-blast", 1}, {"do-nothing", 0}}), strangers(50));
  CHECK_FALSE(sender.strategy().finished(0));
  sender.plan_hours(0, 1);
  CHECK(sender.strategy().finished(0));
  Answers answers;
  answers.declined = {9};
  sender.learn(0, answers);
  CHECK_FALSE(sender.strategy().finished(0));
  CHECK(addressed(sender.plan_hours(1, 1), 0) == std::vector<std::uint32_t>{9});
}

TEST_CASE("A mix has the subscription that its parts need") {
  const Parameters p = default_parameters(ParameterSet::seed);
  Sender with(mixed({{"inmail", 0.5}, {"spam-blast", 0.5}}), strangers(10));
  CHECK(with.strategy().inmails_a_month(0, p) == 50);
  Sender without(mixed({{"seeding", 0.5}, {"spam-blast", 0.5}}), strangers(10));
  CHECK(without.strategy().inmails_a_month(0, p) == 0);
}

TEST_CASE("Whom a blast and the notes of one sender reach are two decisions") {
  constexpr std::uint32_t people = 10'000;
  using Settings = std::vector<std::pair<std::string, double>>;
  const auto day_0 = [](const std::string& strategy, const Settings& settings) {
    Sender sender(campaign(strategy, settings), strangers(people));
    return addressed(sender.plan_hours(0, 2));
  };
  const auto both = [](std::vector<std::uint32_t> one, std::vector<std::uint32_t> other) {
    const std::size_t all = one.size() + other.size();
    one.insert(one.end(), other.begin(), other.end());
    return all - different(one);
  };
  const auto notes = day_0("thoughtful-engagement", {{"note_seconds", 18}});
  const auto blast = day_0("spam-blast", {});
  const auto seeds = day_0("seeding", {{"seeds", 400}});
  REQUIRE(notes.size() == 400);
  // By chance one in 25 of each is among the others.
  CHECK(both(notes, blast) < 40);
  CHECK(both(notes, seeds) < 40);
  CHECK(both(blast, seeds) < 40);
}

TEST_CASE("Adverts of both kinds that one sender buys are shown to people of their own") {
  Sender sender(mixed({{"disclosed-advertising", 0.5}, {"disguised-advertising", 0.5}}),
                strangers(10'000));
  const DayPlan plan = sender.plan_hours(0, 2);
  const auto open = addressed(plan, 0), disguised = addressed(plan, 1);
  REQUIRE(open.size() == disguised.size());
  std::size_t same = 0;
  for (std::size_t k = 0; k < open.size(); ++k) same += open[k] == disguised[k];
  CHECK(same < open.size() / 20);
}

TEST_CASE("Time that a part has no use for goes to those behind it, by their shares") {
  // Nobody has done anything to be thanked for.
  Sender sender(mixed({{"gratitude", 0.5}, {"spam-blast", 0.25}, {"thoughtful-engagement", 0.25}}),
                strangers(20'000));
  const DayPlan plan = sender.plan_hours(0, 4);
  CHECK(addressed(plan, 0).empty());
  CHECK(addressed(plan, 1).size() == 400);  // two hours of messages
  CHECK(addressed(plan, 2).size() == 20);   // two hours of notes
  CHECK(plan.seconds_spent == Approx(4 * 3600));
}

TEST_CASE("A part with a share of nothing gets nothing, however much is left") {
  Sender sender(mixed({{"gratitude", 1}, {"spam-blast", 0}}), strangers(1'000));
  CHECK(sender.plan_hours(0, 4).size() == 0);
}
