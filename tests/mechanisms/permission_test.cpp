// Permission: who trusts the sender opens the next channel to it.
#include <catch2/catch.hpp>

#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Rules skimming_rules(double skimmed) {
  Rules rules = rules_of();
  rules.parameters.permission.skimmed = skimmed;
  rules.parameters.permission.trust = 0.4;
  return rules;
}

}  // namespace

TEST_CASE("What is written to connections is skimmed up to the trust that opens the next channel") {
  for (const Channel channel : {Channel::follow_up, Channel::group_message, Channel::thanks}) {
    Batch b = batch_of(channel);
    b.merit = numbers(1);
    b.trust = numbers(2);
    b.trust[0] = 0.4f;  // just not enough
    skim_until_let_in(b, skimming_rules(0.25));
    CHECK(largest_error(b, b.merit, [&](std::size_t i) {
            return number(numbers(1)[i]) * (b.trust[i] > 0.4f ? 1 : 0.25);
          }) < 1e-7);
    CHECK(number(b.merit[0]) == Approx(0.25 * number(numbers(1)[0])));
  }
}

TEST_CASE("Invitations, pitches, posts and what is said in a group are read as they are") {
  for (const Channel channel : {Channel::note, Channel::message, Channel::inmail, Channel::post,
                                Channel::contribution, Channel::failure}) {
    Batch b = batch_of(channel);
    b.merit = numbers(1);
    skim_until_let_in(b, skimming_rules(0.25));
    CHECK(same(b, b.merit, numbers(1)));
  }
}
