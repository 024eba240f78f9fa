// Directions that the model must have: repetition is reported, annoyance repels, and so on.
#include <catch2/catch.hpp>

#include "tests/invariants/properties.hpp"
#include "tests/worlds/confidence.hpp"
#include "tests/worlds/scripted_world.hpp"

namespace rapport::test {
namespace {

Approach of(Channel channel, float value = 0, float pitch = 0) {
  Approach approach;
  approach.channel = channel;
  approach.value = value;
  approach.pitch = approach.pitch_in_market = pitch;
  return approach;
}

// Everybody gets the first approach on day 0 and the second on day `gap`.
struct Twice {
  Twice(Scenario scenario, Approach first, Approach second, Day gap)
      : world(with_days(std::move(scenario), gap + 1), {first, second},
              [gap](const Situation& now, Plan& plan) {
                if (now.rules.day == 0) send_to_all(now, plan, 0);
                if (now.rules.day == gap) send_to_all(now, plan, 1);
              }),
        result(world.live()) {}
  static Scenario with_days(Scenario scenario, Day days) {
    scenario.horizon_days = days;
    return scenario;
  }
  bool connected(std::uint32_t person) const { return world.marks(person) & mark::connected; }

  ScriptedWorld world;
  RunResult result;
};

Scenario small(std::uint32_t people = 400) {
  return scenario(ParameterSet::seed, 1, network(NetworkKind::ring, people), {});
}

double chance(int place) {
  return place / 1'000.0;
}

}  // namespace

TEST_CASE("an invitation straight after a decline is reported by the share that the table says") {
  Scenario again = small(20'000);
  // Everybody declines aloud at once, and nobody leaves for another reason.
  again.parameters.acceptance.blank_intercept = -99;
  again.parameters.acceptance.decline_share = 1;
  again.parameters.exit.threshold = 2;
  again.mechanisms_off = {"attention", "word-of-mouth"};
  const Approach invitation = of(Channel::blank_invitation);
  const Day gap = GENERATE(1, 7, 14, 60);
  const Twice twice(again, invitation, invitation, gap);
  const double remembered = std::exp2(-gap / again.parameters.exit.decline_half_life_days);
  CAPTURE(gap);
  CHECK(final_value(twice.result, Measure::declined) >= 20'000);
  check_inside(final_value(twice.result, Measure::reported) / 20'000,
               interval_of_share(again.parameters.exit.report_after_decline * remembered, 20'000));

  // The first time, or after an invitation that was left pending, nobody reports.
  again.parameters.acceptance.decline_share = 0;
  CHECK(final_value(Twice(again, invitation, invitation, gap).result, Measure::reported) == 0);
}

TEST_CASE("whoever was annoyed more accepts no invitation that they would refuse otherwise") {
  CHECK(holds("annoyance repels", [] {
    const auto steps = *rc::gen::pair(rc::gen::inRange(0, 1'001), rc::gen::inRange(0, 1'001));
    Scenario less = small();
    less.seed = *rc::gen::arbitrary<std::uint64_t>();
    less.mechanisms_off = {"attention", "exit-ladder", "word-of-mouth"};
    less.parameters.acceptance.blank_intercept = 0;
    Scenario more = less;
    less.parameters.annoyance.step = chance(std::min(steps.first, steps.second));
    more.parameters.annoyance.step = chance(std::max(steps.first, steps.second));
    const Approach blast = of(Channel::message, 0.1f, 1),
                   invitation = of(Channel::blank_invitation);
    const Twice calm(less, blast, invitation, 2), annoyed(more, blast, invitation, 2);
    for (std::uint32_t p = 0; p < calm.world.people(); ++p) {
      RC_ASSERT(calm.connected(p) || !annoyed.connected(p));
    }
  }));
}

TEST_CASE("a note worth more is accepted by everybody who accepts a note worth less") {
  CHECK(holds("merit attracts", [] {
    const auto values = *rc::gen::pair(rc::gen::inRange(0, 1'001), rc::gen::inRange(0, 1'001));
    Scenario day = small();
    day.seed = *rc::gen::arbitrary<std::uint64_t>();
    day.mechanisms_off = {"exit-ladder"};
    const auto note = [](int place) {
      return of(Channel::note, static_cast<float>(chance(place)));
    };
    const Approach follow_up = of(Channel::follow_up);
    const Twice worse(day, note(std::min(values.first, values.second)), follow_up, 1);
    const Twice better(day, note(std::max(values.first, values.second)), follow_up, 1);
    for (std::uint32_t p = 0; p < worse.world.people(); ++p) {
      RC_ASSERT(better.connected(p) || !worse.connected(p));
    }
  }));
}

/// More of the cause gives more of the effect, or less where the sign is -1.
struct Direction {
  std::string sentence;
  double& (*cause)(Parameters&);
  Measure effect;
  double sign;
  Campaign campaign;
  std::vector<std::string> off = {};
};

std::vector<Direction> directions() {
  using P = Parameters;
  const auto cascade = campaign("seeding", 1, {{"seeds", 30}});
  const auto blast = campaign("spam-blast", 1);
  // clang-format off
  return {
      {"talk that is heard more often reaches more people",
       [](P& p) -> double& { return p.word_of_mouth.hear_probability; },
       Measure::word_of_mouth_reach, 1, cascade},
      {"people who tell more often reach more people",
       [](P& p) -> double& { return p.word_of_mouth.share_probability; },
       Measure::word_of_mouth_reach, 1, cascade},
      {"a larger share in the market answers a blast more often",
       [](P& p) -> double& { return p.market.in_market_share; }, Measure::replies, 1, blast},
      {"people who buy more readily buy more",
       [](P& p) -> double& { return p.purchase.base_probability; }, Measure::sales, 1, blast},
      {"more restricted people let fewer messages through",
       [](P& p) -> double& { return p.privacy.refusal; },
       Measure::messages_delivered, -1, blast},
      {"more closed people let fewer messages through",
       [](P& p) -> double& { return p.privacy.closed_share; },
       Measure::messages_delivered, -1, blast},
      {"a harder pitch builds less trust",
       [](P& p) -> double& { return p.trust.loss; }, Measure::mean_trust, -1, blast},
      {"more annoying messages annoy more",
       [](P& p) -> double& { return p.annoyance.step; },
       Measure::mean_annoyance, 1, blast, {"exit-ladder"}},
  };
  // clang-format on
}

TEST_CASE("more of a cause never gives less of its effect when luck is shared") {
  for (const Direction& each : directions()) {
    INFO(each.sentence);
    CHECK(holds(each.sentence, [&] {
      const auto places = *rc::gen::pair(rc::gen::inRange(0, 1'001), rc::gen::inRange(0, 1'001));
      // A day of touches, and for experiences one more of talk. Longer talk need not grow with its
      // causes person by person: who hears earlier tells on another day, with other luck.
      Scenario low = scenario(ParameterSet::seed, each.campaign.strategy == "seeding" ? 2 : 1,
                              network(NetworkKind::communities, 300, 4), {each.campaign});
      low.seed = *rc::gen::arbitrary<std::uint64_t>();
      low.parameters.word_of_mouth.feelings = 0;
      low.parameters.word_of_mouth.share_probability = 0.7;
      low.parameters.privacy.connections_only_share = 0.4;
      low.parameters.privacy.closed_share = 0.1;
      low.parameters.market.in_market_share = 0.3;
      low.mechanisms_off = each.off;
      Scenario high = low;
      each.cause(low.parameters) = chance(std::min(places.first, places.second));
      each.cause(high.parameters) = chance(std::max(places.first, places.second));
      RC_ASSERT(each.sign * final_value(run(high), each.effect) >=
                each.sign * final_value(run(low), each.effect));
    }));
  }
}

}  // namespace rapport::test
