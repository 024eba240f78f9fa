// Asymmetric trust: with a share f of good touches the mean goes to f g / (f g + (1 - f) l).
#include <catch2/catch.hpp>

#include "encounter/batch.hpp"
#include "tests/worlds/confidence.hpp"
#include "tests/worlds/scripted_world.hpp"

namespace rapport::test {
namespace {

constexpr std::uint8_t good = 0, bad = 1;

std::vector<Approach> good_and_bad() {
  Approach gift, pitch;
  gift.channel = pitch.channel = Channel::experience;
  gift.value = 1;
  pitch.pitch = 1;
  return {gift, pitch};
}

// Equal sizes: a bad touch weighs as much on a person who trusts as on one who does not. The
// mechanism `pressure` spares those who trust, so its place is taken.
void press_equally(Batch& b, const Rules&) {
  b.pressure.setConstant(b.approach.pitch);
}

}  // namespace

TEST_CASE("trust under good and bad touches settles where gain and loss balance") {
  const double good_share = GENERATE(0.25, 0.5, 0.75, 0.9);
  Scenario touches =
      scenario(ParameterSet::seed, 80, network(NetworkKind::ring, 20'000 / slowness), {});
  touches.mechanisms_off = all_but({"relevance", "merit", "trust"});
  // Without forgetting, whose half-life is a parameter of its own.
  touches.parameters.trust.half_life_days = 1e12;
  ScriptedWorld world(touches, good_and_bad(), [&](const Situation& now, Plan& plan) {
    for (std::uint32_t p = 0; p < now.population.people(); ++p) {
      plan.send(PersonId{p}, happens(now, p, good_share) ? good : bad, any_topic);
    }
  });
  world.state().active.by_step[static_cast<std::size_t>(Step::appraise)].push_back(press_equally);
  world.live();

  const double up = good_share * touches.parameters.trust.gain;
  const double down = (1 - good_share) * touches.parameters.trust.loss;
  CHECK(touches.parameters.trust.loss == Approx(3 * touches.parameters.trust.gain));
  CAPTURE(good_share);
  check_mean(world.trust(), up / (up + down));
}

}  // namespace rapport::test
