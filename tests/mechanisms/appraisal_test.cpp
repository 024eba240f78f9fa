// Relevance, merit and pressure.
#include <catch2/catch.hpp>

#include "mechanisms/relevance.hpp"
#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Traits with_best_topic(std::uint8_t topic) {
  Traits traits{};
  traits.interest.fill(100);
  traits.interest[topic] = 200;
  return traits;
}

}  // namespace

TEST_CASE("A message is as relevant as the person is interested in its topic") {
  Batch b = batch_of(Channel::note);
  b.interest = numbers(1);
  weigh_relevance(b, rules_of());
  CHECK(same(b, b.relevance, b.interest));
}

TEST_CASE("Merit is relevance times value, and surprise counts more than value") {
  Rules rules = rules_of();
  rules.parameters.merit.surprise_bonus = 0.25;
  Batch b = batch_of(Channel::note);
  b.relevance = numbers(2);
  b.approach.value = 0.5f;
  b.approach.surprise = 0.3f;
  weigh_merit(b, rules);
  CHECK(largest_error(b, b.merit, [&](std::size_t i) {
          return number(b.relevance[i]) * (0.5 + 0.3 * (1 + 0.25));
        }) < 1e-6);
}

TEST_CASE("Merit is at most 1, and nothing of value has no merit") {
  Batch b = batch_of(Channel::note);
  b.relevance = numbers(2);
  b.approach.value = 1;
  b.approach.surprise = 1;
  weigh_merit(b, rules_of());
  CHECK(largest_error(b, b.merit, [&](std::size_t i) {
          return std::min(1.0, 2.25 * number(b.relevance[i]));
        }) < 1e-6);
  b.approach.value = 0;
  b.approach.surprise = 0;
  weigh_merit(b, rules_of());
  CHECK(same(b, b.merit, Column<float>::Zero()));
}

TEST_CASE("A pitch presses strangers by pitch (1 - T), connections by the factor less") {
  Rules rules = rules_of();
  rules.parameters.pressure.connected_factor = 0.6;
  Batch b = batch_of(Channel::message);
  b.approach.pitch = 0.75f;
  b.trust = numbers(3);
  b.marks = yes_no(4) * mark::connected;
  weigh_pressure(b, rules);
  CHECK(largest_error(b, b.pressure, [&](std::size_t i) {
          return 0.75 * (1 - number(b.trust[i])) * (b.marks[i] & mark::connected ? 0.6 : 1.0);
        }) < 1e-6);
}

TEST_CASE("A breach of confidence presses whoever it meets, on top of a pitch, and at most by 1") {
  Rules rules = rules_of();
  rules.parameters.pressure.connected_factor = 0.6;
  Batch b = batch_of(Channel::message);
  b.approach.pitch = 0.75f;
  b.approach.breach = 0.5f;
  b.trust = numbers(3);
  b.marks = yes_no(4) * mark::connected;
  b.in_market = yes_no(5);
  weigh_pressure(b, rules);
  CHECK(largest_error(b, b.pressure, [&](std::size_t i) {
          const double closeness = b.marks[i] & mark::connected ? 0.6 : 1.0;
          const double pitch = b.in_market[i] ? 0.0 : 0.75;
          return std::min(1.0, pitch * (1 - number(b.trust[i])) * closeness + 0.5);
        }) < 1e-6);
}

TEST_CASE("A pitch to a person who is searching neither presses nor intrudes") {
  Batch b = batch_of(Channel::message);
  b.approach.pitch = 1;
  b.approach.pitch_in_market = 1;
  b.intrusiveness.setOnes();
  b.in_market.setOnes();
  weigh_pressure(b, rules_of());
  move_annoyance(b, rules_of());
  CHECK(same(b, b.pressure, Column<float>::Zero()));
  CHECK(same(b, b.annoyance, Column<float>::Zero()));
}

TEST_CASE("Without a pitch nothing presses, and full trust takes the pressure out of one") {
  Batch b = batch_of(Channel::note);
  weigh_pressure(b, rules_of());
  CHECK(same(b, b.pressure, Column<float>::Zero()));
  Batch trusted = batch_of(Channel::message);
  trusted.approach.pitch = 1;
  trusted.trust.setOnes();
  weigh_pressure(trusted, rules_of());
  CHECK(same(trusted, trusted.pressure, Column<float>::Zero()));
}

TEST_CASE("Certain research finds what interests the person most, hopeless research never does") {
  for (std::uint32_t person = 0; person < 500; ++person) {
    const auto best = static_cast<std::uint8_t>(person % topics);
    const Traits traits = with_best_topic(best);
    CHECK(researched_topic(traits, PersonId{person}, 3, Draws(1, 0), 1.0) == best);
    CHECK(researched_topic(traits, PersonId{person}, 3, Draws(1, 0), 0.0) != best);
  }
}

TEST_CASE("Research finds the best topic with its accuracy, and misses evenly") {
  constexpr int people = 70'000;
  std::array<double, topics> found{};
  const Traits traits = with_best_topic(5);
  for (std::uint32_t person = 0; person < people; ++person) {
    ++found[researched_topic(traits, PersonId{person}, 0, Draws(42, 0), 0.9)];
  }
  for (std::size_t topic = 0; topic < topics; ++topic) {
    const double p = topic == 5 ? 0.9 : 0.1 / 7;
    CHECK(found[topic] / people == Approx(p).margin(4 * std::sqrt(p * (1 - p) / people)));
  }
}

TEST_CASE("Research of the same person on another day may find something else") {
  int changed = 0;
  for (std::uint32_t person = 0; person < 1000; ++person) {
    const Traits traits = with_best_topic(0);
    changed += researched_topic(traits, PersonId{person}, 0, Draws(42, 0), 0.5) !=
               researched_topic(traits, PersonId{person}, 1, Draws(42, 0), 0.5);
  }
  CHECK(changed > 300);
}
