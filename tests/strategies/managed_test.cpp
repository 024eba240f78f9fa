#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

using Settings = std::vector<std::pair<std::string, double>>;

constexpr double by_messages = 0, by_replies = 1, by_connections = 2, by_sales = 3;

// Blasts (approach 0) and notes (approach 1, follow-ups are 2) under a manager.
Campaign blasts_and_notes(const Settings& settings) {
  Campaign result = campaign("managed", settings);
  for (const char* strategy : {"spam-blast", "thoughtful-engagement"}) {
    result.parts.push_back(campaign(strategy));
    result.parts.back().share = 0.5;
  }
  return result;
}

// What blasts and notes moved on a day.
Answers moved(Moved blasts, Moved notes) {
  Answers answers;
  answers.moved = {blasts, notes, {}};
  answers.sales = blasts.sales + notes.sales;
  return answers;
}

// Hours that go to blasts on a day of `hours`.
double blast_hours(Sender& sender, Day day, double hours) {
  return static_cast<double>(addressed(sender.plan_hours(day, hours), 0).size()) / 200;
}

// The same evening on every day until `last`.
void live(Sender& sender, Day first, Day last, const Answers& answers) {
  for (Day day = first; day <= last; ++day) {
    sender.plan_hours(day, 4);
    sender.learn(day, answers);
  }
}

}  // namespace

TEST_CASE("A review moves a share of the hours to the split by gain for each hour given") {
  Sender sender(blasts_and_notes({{"measure", by_connections}, {"review_days", 7}, {"shift", 0.4}}),
                strangers(20'000));
  // Equal hours, one connection in four by blasts: the target is a quarter, two fifths of the way.
  live(sender, 0, 6, moved({.connections = 1, .sales = 1}, {.connections = 3}));
  CHECK(blast_hours(sender, 7, 4) == Approx(4 * (0.6 * 0.5 + 0.4 * 0.25)));
}

TEST_CASE("What counts is the gain for each hour, not the gain: equal rates end in equal hours") {
  Campaign managed = blasts_and_notes({{"measure", by_replies}, {"shift", 1}});
  managed.parts[0].share = 0.25;
  managed.parts[1].share = 0.75;
  Sender sender(managed, strangers(20'000));
  // Rates are equal, so the split that is proportional to them is half and half.
  live(sender, 0, 13, moved({.replies = 1}, {.replies = 3}));
  CHECK(blast_hours(sender, 14, 4) == Approx(2));
}

TEST_CASE("Each manager sees the measure it watches and nothing else") {
  const Answers evening = moved({.sent = 400, .connections = 1},
                                {.sent = 20, .replies = 5, .connections = 1, .sales = 1});
  const auto hours_after_one_review = [&](double measure) {
    Sender sender(blasts_and_notes({{"measure", measure}, {"review_days", 1}, {"shift", 1}}),
                  strangers(20'000));
    live(sender, 0, 0, evening);
    return blast_hours(sender, 1, 4);
  };
  CHECK(hours_after_one_review(by_messages) == Approx(4 * 400.0 / 420).margin(0.005));
  CHECK(hours_after_one_review(by_replies) == 0);
  CHECK(hours_after_one_review(by_connections) == Approx(2));
  CHECK(hours_after_one_review(by_sales) == 0);
}

TEST_CASE("Where nothing moved the split stays") {
  Sender sender(blasts_and_notes({{"review_days", 1}, {"shift", 1}}), strangers(20'000));
  live(sender, 0, 9, moved({.sent = 400}, {.sent = 20}));
  CHECK(blast_hours(sender, 10, 4) == Approx(2));
}

TEST_CASE("A review forgets what the one before it has seen") {
  Sender sender(blasts_and_notes({{"measure", by_replies}, {"review_days", 5}, {"shift", 0.5}}),
                strangers(20'000));
  live(sender, 0, 4, moved({.replies = 1}, {}));
  CHECK(blast_hours(sender, 5, 4) == Approx(3));
  live(sender, 5, 9, moved({}, {.replies = 1}));
  CHECK(blast_hours(sender, 10, 4) == Approx(1.5));
}

TEST_CASE("So many days without a sale, and all work ends for good") {
  Sender sender(blasts_and_notes({{"patience_days", 10}}), strangers(20'000));
  const Answers none = moved({.sent = 400}, {.sent = 20, .connections = 5});
  live(sender, 0, 8, none);
  CHECK_FALSE(sender.strategy().finished(8));
  CHECK(sender.plan_hours(9, 4).size() > 0);
  sender.learn(9, none);
  CHECK(sender.strategy().finished(9));
  CHECK(sender.plan_hours(10, 4).size() == 0);
  sender.learn(10, moved({.sales = 1}, {}));
  CHECK(sender.plan_hours(11, 4).size() == 0);
}

TEST_CASE("Any sale renews the patience, also one that no part can claim") {
  Sender sender(blasts_and_notes({{"patience_days", 10}}), strangers(20'000));
  Answers sale = moved({}, {});
  sale.sales = 1;
  live(sender, 0, 8, moved({}, {}));
  sender.learn(9, sale);
  live(sender, 10, 18, moved({}, {}));
  CHECK_FALSE(sender.strategy().finished(18));
  sender.learn(19, moved({}, {}));
  CHECK(sender.strategy().finished(19));
}

TEST_CASE("Pressure shortens both horizons by its share, at most to a day") {
  const auto last_day_of_work = [](double pressure) {
    Sender sender(blasts_and_notes({{"patience_days", 40}, {"pressure", pressure}}),
                  strangers(20'000));
    Day day = 0;
    for (; !sender.strategy().finished(day - 1); ++day) sender.learn(day, moved({}, {}));
    return day - 1;
  };
  CHECK(last_day_of_work(0) == 39);
  CHECK(last_day_of_work(0.75) == 9);
  CHECK(last_day_of_work(1) == 0);
  Sender pressed(blasts_and_notes({{"review_days", 8}, {"pressure", 0.5}, {"shift", 1}}),
                 strangers(20'000));
  live(pressed, 0, 2, moved({}, {.sales = 1}));
  CHECK(blast_hours(pressed, 3, 4) == Approx(2));
  pressed.learn(3, moved({}, {.sales = 1}));
  CHECK(blast_hours(pressed, 4, 4) == 0);
}

TEST_CASE("A manager keeps the subscription that a part needs until all is given up") {
  const Parameters p = default_parameters(ParameterSet::seed);
  Campaign managed = campaign("managed", {{"patience_days", 2}});
  managed.parts = {campaign("inmail")};
  managed.parts[0].share = 1;
  Sender sender(managed, strangers(10));
  CHECK(sender.strategy().inmails_a_month(0, p) == 50);
  Answers none;
  none.moved.resize(sender.approaches().size());
  sender.learn(0, none);
  sender.learn(1, none);
  CHECK(sender.strategy().inmails_a_month(2, p) == 0);
}
