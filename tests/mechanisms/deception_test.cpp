#include <catch2/catch.hpp>

#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Batch deceived_with(float chance) {
  Batch b = batch_of(Channel::disguised_advert);
  b.approach.deceit = chance;
  b.merit.setConstant(0.4f);
  b.intrusiveness.setConstant(0.05f);
  b.in_market.setOnes();
  return b;
}

}  // namespace

TEST_CASE("A reader finds out with the approach's chance") {
  const Rules rules = rules_of(ParameterSet::seed, 5);
  Batch b = deceived_with(0.3f);
  find_out(b, rules);
  CHECK(wrong_decisions(
            b, b.found_out,
            [&](std::size_t i) { return addressed_draw(rules, b, i, Purpose::found_out); },
            [](std::size_t) { return 0.3; }) == 0);
  CHECK((b.found_out == 1u).count() > 50);
}

TEST_CASE("Who finds out gains nothing, is pressed and intruded on in full, and does not buy") {
  Batch b = deceived_with(1);
  find_out(b, rules_of());
  CHECK(all(b, b.found_out, 1));
  CHECK(all(b, b.in_market, 0));
  for (std::size_t i = 0; i < b.size; ++i) {
    CHECK(b.merit[i] == 0.0f);
    CHECK(b.pressure[i] == 1.0f);
    CHECK(b.intrusiveness[i] == 1.0f);
  }
}

TEST_CASE("Who does not find out meets the message as it seems") {
  Batch b = deceived_with(0.4f);
  find_out(b, rules_of());
  for (std::size_t i = 0; i < b.size; ++i) {
    if (b.found_out[i]) continue;
    CHECK(b.merit[i] == 0.4f);
    CHECK(b.pressure[i] == 0.0f);
    CHECK(b.in_market[i] == 1);
  }
}

TEST_CASE("What is what it seems deceives nobody") {
  Batch b = deceived_with(0);
  find_out(b, rules_of());
  CHECK(all(b, b.found_out, 0));
}

TEST_CASE("The ceiling of trust falls with each deceit that is found out, and trust with it") {
  Rules rules = rules_of();
  rules.parameters.deception.ceiling_factor = 0.6;
  Batch b = deceived_with(0.5f);
  b.trust.setConstant(0.9f);
  find_out(b, rules);
  lose_faith(b, rules);
  for (std::size_t i = 0; i < b.size; ++i) {
    CHECK(b.ceiling[i] == (b.found_out[i] ? 0.6f : 1.0f));
    CHECK(b.trust[i] == (b.found_out[i] ? 0.6f : 0.9f));
  }
  lose_faith(b, rules);
  for (std::size_t i = 0; i < b.size; ++i) {
    CHECK(number(b.ceiling[i]) == Approx(b.found_out[i] ? 0.36 : 1.0));
  }
}

TEST_CASE("No conduct, however good, lifts trust above the ceiling (Schweitzer 2006)") {
  const Rules rules = rules_of();
  Batch b = deceived_with(0.5f);
  find_out(b, rules);
  lose_faith(b, rules);
  b.approach = Approach{};
  b.approach.channel = Channel::follow_up;
  b.merit.setOnes();
  b.pressure.setZero();
  for (int k = 0; k < 200; ++k) move_trust(b, rules);
  for (std::size_t i = 0; i < b.size; ++i) {
    CHECK(number(b.trust[i]) == Approx(b.found_out[i] ? 0.6 : 1.0).epsilon(1e-4));
  }
}
