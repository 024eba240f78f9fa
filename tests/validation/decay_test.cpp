// Half-lives: T(t) = T0 + (T - T0) 2^(-t/h), A(t) = A 2^(-t/h), for everybody and for the totals.
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/worlds/scripted_world.hpp"

namespace rapport::test {
namespace {

// The accuracy of exp2_kernel, and its exponent rounded twice to 24 bits.
double accuracy(Day days, double half_life_days) {
  return 3e-7 + 2 * 0x1p-24 * std::log(2.0) * days / half_life_days;
}

struct Rest {
  std::vector<double> trust, annoyance;
  RunResult result;
};

// One touch of each kind on the first day, then `days` days of rest.
Rest rest_after_a_touch(Day days, double prior) {
  Scenario touches = scenario(ParameterSet::seed, days + 1, network(NetworkKind::ring, 1'000), {});
  touches.parameters.trust.prior = prior;
  touches.mechanisms_off = all_but({"relevance", "merit", "trust", "annoyance"});
  Approach gift, blast;
  gift.channel = Channel::experience;
  gift.value = 1;
  ScriptedWorld world(touches, {gift, blast}, [](const Situation& now, Plan& plan) {
    if (now.rules.day > 0) return;
    send_to_all(now, plan, 0);
    send_to_all(now, plan, 1);
  });
  Rest rest;
  rest.result = world.live();
  rest.trust = world.trust();
  rest.annoyance = world.annoyance();
  return rest;
}

}  // namespace

TEST_CASE("trust and annoyance fade by half in their half-lives and in between in proportion") {
  const Parameters defaults = default_parameters(ParameterSet::seed);
  const double prior = GENERATE(0.0, 0.25);
  const Day days = GENERATE(1, 7, 21, 22, 90, 182, 364, 1'000);
  const double gained = prior + defaults.trust.gain * (1 - prior);
  const double trust = prior + (gained - prior) * std::exp2(-days / defaults.trust.half_life_days);
  const double annoyance =
      defaults.annoyance.step * std::exp2(-days / defaults.annoyance.half_life_days);
  const double trust_accuracy = accuracy(days, defaults.trust.half_life_days);
  const double annoyance_accuracy = accuracy(days, defaults.annoyance.half_life_days);
  const Rest rest = rest_after_a_touch(days, prior);
  CAPTURE(prior, days);
  for (const double each : rest.trust) {
    if (each != Approx(trust).epsilon(trust_accuracy)) FAIL(each);
  }
  for (const double each : rest.annoyance) {
    if (each != Approx(annoyance).epsilon(annoyance_accuracy)) FAIL(each);
  }
  // Totals are held in steps of 2^-29 for each person, and round once a day.
  const double margin = 0x1p-29 + days * 0x1p-30 / 1'000;
  CHECK(final_value(rest.result, Measure::mean_trust) ==
        Approx(trust).epsilon(trust_accuracy).margin(margin));
  CHECK(final_value(rest.result, Measure::mean_annoyance) ==
        Approx(annoyance).epsilon(annoyance_accuracy).margin(margin));
}

}  // namespace rapport::test
