// Trust and annoyance.
#include <catch2/catch.hpp>

#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

TEST_CASE("Merit closes a share of the distance to full trust, pressure destroys a share of it") {
  Rules rules = rules_of();
  rules.parameters.trust.gain = 0.15;
  rules.parameters.trust.loss = 0.45;
  Batch b = batch_of(Channel::message);
  b.merit = numbers(1);
  b.pressure = numbers(2);
  b.trust = numbers(3);
  const Column<float> before = b.trust;
  move_trust(b, rules);
  CHECK(largest_error(b, b.trust, [&](std::size_t i) {
          const double t = number(before[i]);
          const double raised = t + 0.15 * number(b.merit[i]) * (1 - t);
          return raised - 0.45 * number(b.pressure[i]) * raised;
        }) < 1e-6);
}

TEST_CASE("Trust stays between 0 and 1 whatever happens to it") {
  Rules rules = rules_of();
  rules.parameters.trust.gain = rules.parameters.trust.loss = 1;
  Batch b = batch_of(Channel::message);
  b.merit = numbers(1);
  b.pressure = 1.0f - b.merit;
  b.trust = yes_no(2).cast<float>();
  for (int k = 0; k < 10; ++k) move_trust(b, rules);
  CHECK((b.trust >= 0.0f).all());
  CHECK((b.trust <= 1.0f).all());
}

TEST_CASE("What is credited to the sender in part builds that part of trust and costs all of it") {
  const Rules rules = rules_of();
  Batch b = batch_of(Channel::post);
  b.approach.credit = 0.25f;
  b.merit = numbers(1);
  b.pressure = yes_no(2).cast<float>() * 0.5f;
  b.trust = numbers(3);
  const Column<float> before = b.trust;
  move_trust(b, rules);
  CHECK(largest_error(b, b.trust, [&](std::size_t i) {
          const double t = number(before[i]);
          const double raised = t + 0.25 * 0.2 * number(b.merit[i]) * (1 - t);
          return raised - 0.6 * number(b.pressure[i]) * raised;
        }) < 1e-6);
}

TEST_CASE("A bad experience costs three times what a good one of the same size gives") {
  const Rules rules = rules_of();
  Batch good = batch_of(Channel::experience, 1), bad = batch_of(Channel::message, 1);
  good.trust[0] = bad.trust[0] = 0.5f;
  good.merit[0] = 0.4f;
  bad.pressure[0] = 0.4f;
  move_trust(good, rules);
  move_trust(bad, rules);
  CHECK(number(0.5f - bad.trust[0]) == Approx(3 * number(good.trust[0] - 0.5f)).epsilon(1e-5));
}

TEST_CASE("With equal good and bad sizes trust comes to rest where gains and losses meet") {
  // f g (1 - T) = (1 - f) l T on average: T = f g / (f g + (1 - f) l).
  Rules rules = rules_of();
  rules.parameters.trust.gain = 0.02;
  rules.parameters.trust.loss = 0.06;
  Batch b = batch_of(Channel::message);
  const Draws draws(42, 0);
  double sum = 0;
  constexpr std::uint32_t touches = 4000, settled = 1000;
  for (std::uint32_t k = 0; k < touches; ++k) {
    for (std::uint32_t i = 0; i < batch_size; ++i) {
      const bool is_good = draws.uniform(PersonId{i}, 0, k, Purpose::response) < 0.75f;
      b.merit[i] = is_good ? 1.0f : 0.0f;
      b.pressure[i] = is_good ? 0.0f : 1.0f;
    }
    move_trust(b, rules);
    if (k >= settled) sum += number(b.trust.mean());
  }
  const double expected = 0.75 * 0.02 / (0.75 * 0.02 + 0.25 * 0.06);
  CHECK(sum / (touches - settled) == Approx(expected).margin(0.003));
}

TEST_CASE("What others tell does not count as lived through") {
  for (const Channel channel : {Channel::good_news, Channel::bad_news}) {
    Batch b = batch_of(channel);
    b.trust = numbers(5);
    b.merit.setOnes();
    b.pressure.setOnes();
    const Column<float> before = b.trust;
    move_trust(b, rules_of());
    CHECK(same(b, b.trust, before));
  }
}

TEST_CASE("Without gain and loss nothing moves trust") {
  Rules rules = rules_of();
  rules.parameters.trust.gain = rules.parameters.trust.loss = 0;
  Batch b = batch_of(Channel::message);
  b.merit = numbers(1);
  b.pressure = numbers(2);
  b.trust = numbers(3);
  const Column<float> before = b.trust;
  move_trust(b, rules);
  CHECK(same(b, b.trust, before));
}

TEST_CASE("Annoyance grows by a intrusiveness (1 - m) (1 + crowding recent) (1 - A)") {
  Rules rules = rules_of();
  rules.parameters.annoyance.step = 0.3;
  rules.parameters.annoyance.crowding = 0.25;
  for (const float asked_for : {0.0f, 0.4f}) {
    Batch b = batch_of(Channel::message);
    b.approach.pitch_in_market = asked_for;
    b.intrusiveness = numbers(6);
    b.merit = numbers(7);
    b.crowd = 5.0f * numbers(8);
    b.annoyance = numbers(9);
    b.in_market = yes_no(10);
    const Column<float> before = b.annoyance;
    move_annoyance(b, rules);
    CHECK(largest_error(b, b.annoyance, [&](std::size_t i) {
            const double a = number(before[i]);
            const double welcome = b.in_market[i] ? number(asked_for) : 0.0;
            const double size = 0.3 * number(b.intrusiveness[i]) * (1 - welcome) *
                                (1 - number(b.merit[i])) * (1 + 0.25 * number(b.crowd[i]));
            return a + std::min(1.0, size) * (1 - a);
          }) < 1e-6);
  }
}

TEST_CASE("Nobody is more than wholly annoyed, however many messages have come lately") {
  Batch b = batch_of(Channel::message);
  b.intrusiveness.setOnes();
  b.crowd.setConstant(31.0f);
  for (int k = 0; k < 5; ++k) move_annoyance(b, rules_of());
  CHECK((b.annoyance <= 1.0f).all());
  CHECK((b.annoyance > 0.99f).all());
}

TEST_CASE("A failure annoys as much as an unasked pitch without merit") {
  Batch failed = batch_of(Channel::failure), pitched = batch_of(Channel::message);
  failed.intrusiveness.setOnes();
  pitched.intrusiveness.setOnes();
  move_annoyance(failed, rules_of());
  move_annoyance(pitched, rules_of());
  CHECK(failed.annoyance[0] > 0.0f);
  CHECK(same(failed, failed.annoyance, pitched.annoyance));
}

TEST_CASE("A message of full merit and news do not annoy by intruding") {
  Batch gift = batch_of(Channel::note);
  gift.intrusiveness.setOnes();
  gift.merit.setOnes();
  move_annoyance(gift, rules_of());
  CHECK(same(gift, gift.annoyance, Column<float>::Zero()));
  for (const Channel channel : {Channel::good_news, Channel::bad_news, Channel::inbound}) {
    Batch b = batch_of(channel);
    b.intrusiveness.setOnes();
    move_annoyance(b, rules_of());
    CHECK(same(b, b.annoyance, Column<float>::Zero()));
  }
}
