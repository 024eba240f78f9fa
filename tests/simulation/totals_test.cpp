#include "simulation/totals.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "core/random.hpp"
#include "simulation/feelings.hpp"

using namespace rapport;

namespace {

// A feeling that somebody has had since some day, fading.
struct Fading {
  float value = 0;
  Day since = 0;
  double at(Day day, double half_life) const {
    return static_cast<double>(value) * std::exp2(-(day - since) / half_life);
  }
};

float draw(std::uint32_t item, Day day, Purpose purpose) {
  return Draws(42, 0).uniform(PersonId{item}, day, 0, purpose);
}

}  // namespace

TEST_CASE("The sum of fading feelings is the sum over everybody, on every day") {
  constexpr std::uint32_t people = 200;
  for (const double half_life : {21.0, 182.0, 3.3}) {
    DecayingSum sum(half_life);
    std::vector<Fading> feelings(people);
    double largest = 0;
    for (Day day = 0; day < 150; ++day) {
      if (day > 0) sum.next_day();
      for (std::uint32_t p = 0; p < people; ++p) {
        if (draw(p, day, Purpose::attention) > 0.1f) continue;
        const auto before = static_cast<float>(feelings[p].at(day, half_life));
        const float after = 2 * draw(p, day, Purpose::response) - 1;
        sum.add(std::int64_t{DecayingSum::fixed(after)} - DecayingSum::fixed(before));
        feelings[p] = {after, day};
      }
      double exact = 0;
      for (const Fading& feeling : feelings) exact += feeling.at(day, half_life);
      largest = std::max(largest, std::abs(sum.value() - exact));
    }
    INFO("half-life " << half_life);
    CHECK(largest < 1e-4);
  }
}

TEST_CASE("The order in which feelings are added does not change the sum by a bit") {
  DecayingSum forward(21), backward(21);
  for (std::uint32_t p = 0; p < 1000; ++p) {
    forward.add(DecayingSum::fixed(draw(p, 0, Purpose::exit)));
    backward.add(DecayingSum::fixed(draw(999 - p, 0, Purpose::exit)));
  }
  CHECK(forward.value() == backward.value());
  CHECK(forward.value() != 0);
}

TEST_CASE("A feeling halves in its half-life, and billions of people fit into the sum") {
  DecayingSum sum(7);
  for (int k = 0; k < 3; ++k) sum.add(std::int64_t{DecayingSum::fixed(1.0f)} * 1'000'000'000);
  CHECK(sum.value() == Approx(3e9).epsilon(1e-12));
  for (int day = 0; day < 7; ++day) sum.next_day();
  CHECK(sum.value() == Approx(1.5e9).epsilon(1e-9));
  CHECK(DecayingSum::fixed(-1.0f) == -DecayingSum::fixed(1.0f));
  CHECK(DecayingSum::fixed(0.0f) == 0);
}

TEST_CASE("The day of leaving is the first on which the feeling is no longer above") {
  for (const double half_life : {1.0, 3.7, 21.0, 182.0}) {
    for (const double threshold : {0.05, 0.3, 0.5, 1.0}) {
      for (std::uint32_t k = 0; k < 200; ++k) {
        const Fading feeling{1.2f * draw(k, 0, Purpose::share), static_cast<Day>(k % 7)};
        const auto h = static_cast<float>(half_life);
        const auto limit = static_cast<float>(threshold);
        const Day leaves = leaving_day(feeling.value, limit, feeling.since, h);
        if (feeling.value <= limit) {
          REQUIRE(leaves == feeling.since);
          continue;
        }
        // Float rounding may decide a day on which the two are equal to seven digits.
        REQUIRE(leaves > feeling.since);
        REQUIRE(feeling.at(leaves, half_life) <= static_cast<double>(limit) * (1 + 1e-5));
        REQUIRE((leaves == feeling.since + 1 ||
                 feeling.at(leaves - 1, half_life) > static_cast<double>(limit) * (1 - 1e-5)));
      }
    }
  }
}

TEST_CASE("Whoever is hardly above leaves tomorrow, whoever never falls stays past any horizon") {
  CHECK(leaving_day(std::nextafter(0.3f, 1.0f), 0.3f, 10, 21) == 11);
  CHECK(leaving_day(0.3f, 0.3f, 10, 21) == 10);
  CHECK(leaving_day(0.0f, 0.3f, 10, 21) == 10);
  CHECK(leaving_day(-1.0f, 0.3f, 10, 21) == 10);
  CHECK(leaving_day(1.0f, 1e-6f, 10, 36'500) == 10 + longest_horizon);
}

namespace {

void enter(ThresholdCount& count, Day leaves, std::int32_t people) {
  count.enter(0, {&leaves, 1}, {&people, 1});
}

}  // namespace

TEST_CASE("The number of people above a threshold is a count over everybody, on every day") {
  constexpr std::uint32_t people = 300;
  constexpr double threshold = 0.3, half_life = 9;
  constexpr Day horizon = 120;
  ThresholdCount count(horizon);
  std::vector<Fading> feelings(people);
  const auto leaves = [](const Fading& f) {
    return leaving_day(f.value, static_cast<float>(threshold), f.since,
                       static_cast<float>(half_life));
  };
  int wrong = 0, changes = 0;
  std::int64_t last = 0;
  for (Day day = 0; day < horizon; ++day) {
    if (day > 0) count.next_day();
    for (std::uint32_t p = 0; p < people; ++p) {
      if (draw(p, day, Purpose::attention) > 0.04f) continue;
      enter(count, leaves(feelings[p]), -1);
      feelings[p] = {draw(p, day, Purpose::response), day};
      enter(count, leaves(feelings[p]), 1);
    }
    const auto above = std::count_if(feelings.begin(), feelings.end(), [&](const Fading& f) {
      return f.at(day, half_life) > threshold;
    });
    wrong += count.value() != above;
    changes += count.value() != last;
    last = count.value();
  }
  CHECK(wrong == 0);
  CHECK(changes > 60);
}

TEST_CASE("Whoever leaves after the horizon is counted to the end") {
  ThresholdCount count(10);
  enter(count, 5, 1);
  enter(count, 11, 1);
  enter(count, 60'000, 1);
  CHECK(count.value() == 3);
  for (Day day = 1; day < 10; ++day) count.next_day();
  CHECK(count.value() == 2);
  enter(count, 60'000, -1);
  CHECK(count.value() == 1);
}

TEST_CASE("Trust rests between touches on its way to the prior, annoyance on its way to nothing") {
  const Parameters parameters = default_parameters(ParameterSet::seed);
  const Decay decay(parameters);
  for (const float days : {0.0f, 1.0f, 21.0f, 182.0f, 1000.0f}) {
    for (const float kept : {0.0f, 0.25f, 0.9f}) {
      const double t = static_cast<double>(days), v = static_cast<double>(kept);
      CHECK(static_cast<double>(decay.trust(kept, 0.25f, days)) ==
            Approx(0.25 + (v - 0.25) * std::exp2(-t / 182)).margin(1e-6));
      CHECK(static_cast<double>(decay.annoyance(kept, days)) ==
            Approx(v * std::exp2(-t / 21)).margin(1e-6));
    }
  }
}

TEST_CASE("A look at a relation changes nothing, and whoever was not reached has the prior trust") {
  const Parameters parameters = default_parameters(ParameterSet::seed);
  const Decay decay(parameters);
  const Relation untouched{};
  CHECK(decay.look(untouched, 0.25f, 100).trust == 0.25f);
  CHECK(decay.look(untouched, 0.25f, 100).annoyance == 0.0f);
  Relation reached{};
  reached.trust.set(0.75f);
  reached.annoyance.set(0.75f);
  reached.settled = 10;
  reached.marks = mark::reached;
  CHECK(static_cast<double>(decay.look(reached, 0.25f, 192).trust) == Approx(0.5));
  CHECK(static_cast<double>(decay.look(reached, 0.25f, 31).annoyance) == Approx(0.375));
  CHECK(reached.settled == 10);
  // A ceiling below the prior is where trust comes to rest.
  reached.trust.word = Feeling::pack(0.0f, lost_of(0.2f));
  CHECK(static_cast<double>(decay.look(reached, 0.25f, 192).trust) == Approx(0.1));
}

TEST_CASE("Whoever was entered among many is taken out alone, or in another order") {
  constexpr Day horizon = 40;
  std::vector<Day> leaves;
  for (Day k = 0; k < 300; ++k) leaves.push_back(1 + k * 7 % 50);
  ThresholdCount count(horizon);
  count.enter(0, leaves, std::vector<std::int32_t>(leaves.size(), 1));
  CHECK(count.value() == 300);
  enter(count, leaves[3], -1);
  std::vector<Day> others(leaves.rbegin(), leaves.rend() - 4);
  for (Day day = 1; day < 20; ++day) count.next_day();
  const auto ahead = std::count_if(leaves.begin(), leaves.end(), [](Day day) { return day > 19; });
  CHECK(count.value() == ahead - (leaves[3] > 19));
  count.enter(0, others, std::vector<std::int32_t>(others.size(), -1));
  const auto left = std::count_if(leaves.begin(), leaves.begin() + 3, [](Day d) { return d > 19; });
  CHECK(count.value() == left);
}

TEST_CASE("People whom one part has entered another can take out") {
  ThresholdCount count(10);
  count.make_room(3);
  const std::vector<Day> leaves = {4, 4, 7, 9};
  count.enter(2, leaves, std::vector<std::int32_t>(4, 1));
  count.enter(0, leaves, std::vector<std::int32_t>(4, 1));
  CHECK(count.value() == 8);
  count.enter(1, std::vector<Day>{4, 4, 4}, std::vector<std::int32_t>(3, -1));
  CHECK(count.value() == 5);
  for (Day day = 1; day <= 4; ++day) count.next_day();
  CHECK(count.value() == 4);
  for (Day day = 5; day <= 9; ++day) count.next_day();
  CHECK(count.value() == 0);
}
