// Churn: how long customers stay.
#include "mechanisms/churn.hpp"

#include <catch2/catch.hpp>

#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

TEST_CASE("A buyer withstands more than n half-lives with probability 2^-n") {
  const Rules rules = rules_of();
  Batch b = batch_of(Channel::inbound);
  b.bought.setOnes();
  decide_how_long_to_stay(b, rules);
  CHECK(largest_error(b, b.stay, [&](std::size_t i) {
          return -std::log2(addressed_draw(rules, b, i, Purpose::stay));
        }) < 1e-5);
}

TEST_CASE("Who is held by a referrer uses up its stay by the referred factor") {
  Parameters p = default_parameters(ParameterSet::seed);
  p.churn.half_life_days = 100;
  p.churn.referred_factor = 0.5;
  CHECK(leaving_rate(false, p) == Approx(0.01));
  CHECK(leaving_rate(true, p) == Approx(0.005));
}
