// Leaky annoyance: one touch of size a, read with rate r a day, leaves q r a / (1 - q (1 - r a))
// before the next touch, q = 2^(-1/h).
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/worlds/confidence.hpp"
#include "tests/worlds/scripted_world.hpp"

namespace rapport::test {
namespace {

struct Case {
  double step, rate, half_life_days;
};

double before_touches(const Case& c) {
  const double q = std::exp2(-1 / c.half_life_days);
  return q * c.rate * c.step / (1 - q * (1 - c.rate * c.step));
}

// Annoyance of everybody on the morning after `days` days of messages.
std::vector<double> morning_annoyance(const Case& c, Day days) {
  Scenario touches =
      scenario(ParameterSet::seed, days + 1, network(NetworkKind::ring, 20'000 / slowness), {});
  touches.mechanisms_off = all_but({"annoyance"});
  touches.parameters.annoyance.step = c.step;
  touches.parameters.annoyance.crowding = 0;
  touches.parameters.annoyance.half_life_days = c.half_life_days;
  ScriptedWorld world(touches, {Approach{}}, [&](const Situation& now, Plan& plan) {
    if (now.rules.day == days) return;  // the last day is for looking
    for (std::uint32_t p = 0; p < now.population.people(); ++p) {
      if (happens(now, p, c.rate)) plan.send(PersonId{p}, 0, any_topic);
    }
  });
  world.live();
  return world.annoyance();
}

}  // namespace

TEST_CASE("annoyance from touches read at random settles where it fades as fast as it grows") {
  const Case c = GENERATE(Case{0.35, 0.3, 21}, Case{0.1, 0.8, 21}, Case{0.5, 0.05, 60});
  CAPTURE(c.step, c.rate, c.half_life_days);
  check_mean(morning_annoyance(c, 400), before_touches(c));
}

TEST_CASE("annoyance from a touch every day is the same number for everybody") {
  const Case c = GENERATE(Case{0.35, 1, 21}, Case{0.05, 1, 3});
  CAPTURE(c.step, c.half_life_days);
  for (const double annoyance : morning_annoyance(c, 400)) {
    // 24 bits, whose rounding the fixed point draws back a little every day.
    if (annoyance != Approx(before_touches(c)).epsilon(2e-6)) FAIL(annoyance);
  }
  SUCCEED();
}

}  // namespace rapport::test
