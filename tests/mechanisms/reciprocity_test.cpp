// Reciprocity: thanks lift trust up to a bound, and some praise in return.
#include <catch2/catch.hpp>

#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

TEST_CASE("After n thanks trust is bound - (bound - T0) (1 - gain) (1 - gain repeat)^(n - 1)") {
  const Rules rules = rules_of();
  const auto& p = rules.parameters.reciprocity;
  Batch b = batch_of(Channel::thanks);
  b.trust = numbers(1) * static_cast<float>(p.bound);
  const Column<float> before = b.trust;
  for (int n = 1; n <= 20; ++n) {
    return_thanks(b, rules);
    b.marks.setConstant(mark::recognised);
    const double left = (1 - p.gain) * std::pow(1 - p.gain * p.repeat, n - 1);
    CHECK(largest_error(b, b.trust, [&](std::size_t i) {
            return p.bound - (p.bound - number(before[i])) * left;
          }) < 1e-5);
  }
}

TEST_CASE("Thanks lift nobody beyond the bound, and lower nobody who is there") {
  const Rules rules = rules_of();
  Batch b = batch_of(Channel::thanks);
  b.trust = 0.6f + 0.4f * numbers(2);
  const Column<float> before = b.trust;
  return_thanks(b, rules);
  CHECK(same(b, b.trust, before));
}

TEST_CASE("Thanks lift nobody beyond the trust that is left to them") {
  Batch b = batch_of(Channel::thanks);
  b.ceiling.setConstant(0.4f);
  for (int n = 0; n < 50; ++n) return_thanks(b, rules_of());
  CHECK((b.trust <= 0.4f).all());
  CHECK((b.trust > 0.399f).all());
}

TEST_CASE("Whoever is thanked praises with chance advocacy talkativeness trust, once") {
  Rules rules = rules_of(ParameterSet::seed, 3);
  rules.parameters.reciprocity.advocacy = 1;
  Batch b = batch_of(Channel::thanks);
  b.trust = numbers(3);
  b.talkativeness = numbers(4);
  b.marks = yes_no(5) * mark::told_good;
  b.sequence.setConstant(the_sender);
  praise_in_return(b, rules);
  CHECK(wrong_decisions(
            b, b.shared,
            [&](std::size_t i) { return addressed_draw(rules, b, i, Purpose::praise); },
            [&](std::size_t i) {
              return b.marks[i] ? 0.0 : number(b.talkativeness[i]) * number(b.trust[i]);
            }) == 0);
  CHECK((b.shared == 1u).count() > 10);
}

TEST_CASE("Only thanks are returned") {
  const Rules rules = rules_of();
  for (const ChannelRow& row : channel_table) {
    if (row.channel == Channel::thanks) continue;
    Batch b = batch_of(row.channel);
    b.talkativeness.setOnes();
    b.trust.setConstant(0.3f);
    return_thanks(b, rules);
    praise_in_return(b, rules);
    INFO(row.name);
    CHECK((b.trust == 0.3f).all());
    CHECK(all(b, b.shared, 0));
  }
}
