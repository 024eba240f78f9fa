// Topic drift: a closed form of day and phase, which nobody has to keep up to date.
#include "mechanisms/topic_drift.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "tests/mechanisms/scripted.hpp"
#include "tests/worlds/confidence.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Parameters drifting(double strength, double period = 400) {
  Parameters p = default_parameters(ParameterSet::seed);
  p.topic_drift.strength = strength;
  p.topic_drift.period_days = period;
  return p;
}

const std::vector<std::uint32_t> communities = [] {
  std::vector<std::uint32_t> of_person(batch_size);
  for (std::uint32_t i = 0; i < batch_size; ++i) of_person[i] = i / 4;
  return of_person;
}();

std::vector<TopicPhases> phases_of_all(const Draws& draws) {
  std::vector<TopicPhases> phases;
  for (std::uint32_t c = 0; c <= communities.back(); ++c) phases.push_back(topic_phases(c, draws));
  return phases;
}

}  // namespace

TEST_CASE("The wave is -1 at the ends of its period, 1 in the middle, and repeats") {
  CHECK(triangle_wave(0) == -1.0f);
  CHECK(triangle_wave(0.25f) == 0.0f);
  CHECK(triangle_wave(0.5f) == 1.0f);
  CHECK(triangle_wave(0.75f) == 0.0f);
  CHECK(triangle_wave(3.5f) == 1.0f);
}

TEST_CASE("On the first day, and after whole periods, everybody is as at first") {
  for (const Day day : {0, 400, 1'200}) {
    const TopicDrift drift(day, drifting(0.8));
    for (const float phase : {0.1f, 0.5f, 0.9f}) {
      CHECK(number(drift.interest(0.3f, phase)) == Approx(0.3).margin(1e-6));
    }
  }
}

TEST_CASE("Over all phases interests move by 2 strength d (1 - d) on average, d = t / period") {
  for (const Day day : {20, 100, 200}) {
    const TopicDrift drift(day, drifting(0.5));
    const double d = day / 400.0;
    double moved = 0;
    constexpr int phases = 100'000;
    for (int k = 0; k < phases; ++k) {
      const float phase = (static_cast<float>(k) + 0.5f) / phases;
      moved += std::abs(number(drift.interest(0.5f, phase)) - 0.5) / phases;
    }
    CHECK(moved == Approx(2 * 0.5 * d * (1 - d)).epsilon(1e-3));
  }
}

TEST_CASE("Interests stay between 0 and 1") {
  const TopicDrift drift(200, drifting(1));
  CHECK(drift.interest(0.1f, 0.5f) == 0.0f);
  CHECK(drift.interest(0.9f, 0.0f) == 1.0f);
}

TEST_CASE("An encounter meets the interests that research would have found that day") {
  Rules rules = rules_of(ParameterSet::seed, 130);
  rules.parameters = drifting(0.7);
  rules.parameters.market.product_topic = 6;
  rules.community = communities;
  const std::vector<TopicPhases> phases = phases_of_all(rules.draws);
  rules.topic_phases = phases;
  Batch b = batch_of(Channel::note);
  for (std::uint32_t i = 0; i < b.size; ++i) b.topic[i] = i % topics;
  b.interest = b.fit = numbers(1);
  b.in_market.setOnes();
  drift_interests(b, rules);
  const TopicDrift today(130, rules.parameters);
  for (std::uint32_t i = 0; i < b.size; ++i) {
    Traits at_first{};
    at_first.interest.fill(static_cast<std::uint8_t>(numbers(1)[i] * 255.0f + 0.5f));
    const Traits now = today.traits(at_first, communities[i], rules.draws);
    CHECK(number(b.interest[i]) ==
          Approx(number(fraction(now.interest[i % topics]))).margin(0.005));
    CHECK(number(b.fit[i]) == Approx(number(fraction(now.interest[6]))).margin(0.005));
  }
}

TEST_CASE("People of one community drift together, in each topic apart from the others") {
  const TopicDrift today(150, drifting(0.5));
  Traits middle{};
  middle.interest.fill(128);
  const Draws draws(42, 0);
  const auto one = today.traits(middle, 3, draws).interest;
  CHECK(one == today.traits(middle, 3, draws).interest);
  CHECK(one != today.traits(middle, 4, draws).interest);
  CHECK(one[0] != one[1]);
}

TEST_CASE("Without strength nothing drifts, and what fits everybody goes on fitting") {
  Rules rules = rules_of(ParameterSet::seed, 130);
  rules.community = communities;
  const std::vector<TopicPhases> phases = phases_of_all(rules.draws);
  rules.topic_phases = phases;
  Batch b = batch_of(Channel::note);
  b.interest = b.fit = numbers(1);
  b.in_market.setOnes();
  drift_interests(b, rules);
  CHECK(same(b, b.interest, numbers(1)));
  rules.parameters = drifting(1);
  b.topic.setConstant(any_topic);
  b.interest.setOnes();
  drift_interests(b, rules);
  CHECK((b.interest == 1.0f).all());
}
