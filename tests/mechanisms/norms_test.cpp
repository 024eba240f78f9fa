// Norms: where people stay positive they keep bad things to themselves, but for a slip.
#include <algorithm>
#include <catch2/catch.hpp>
#include <utility>
#include <vector>

#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Rules norm_rules(double restraint, double slip) {
  Rules rules = rules_of();
  rules.parameters.norms.restraint = restraint;
  rules.parameters.norms.slip = slip;
  return rules;
}

/// Tellers of 256 communities, one of each, who are about to tell good and bad and to complain.
Batch all_tell() {
  Batch b = batch_of(Channel::message);
  b.shared.setConstant(7);
  return b;
}

std::vector<std::uint32_t> one_each() {
  std::vector<std::uint32_t> community(batch_size);
  for (std::uint32_t p = 0; p < batch_size; ++p) community[p] = p;
  return community;
}

}  // namespace

TEST_CASE("A person holds back something bad with the norm of its community, less slips") {
  Rules rules = norm_rules(0.4, 0.25);
  const auto community = one_each();
  rules.community = community;
  Batch b = all_tell();
  hold_back(b, rules);
  const Column<std::uint32_t> silent = (b.shared == 1u).cast<std::uint32_t>();
  CHECK(
      wrong_decisions(
          b, silent, [&](std::size_t i) { return addressed_draw(rules, b, i, Purpose::restraint); },
          [&](std::size_t i) {
            const double u =
                number(rules.draws.uniform(PersonId{community[i]}, 0, 0, Purpose::community_norm));
            return std::min(1.0, 2 * u * 0.4) * (1 - 0.25);
          }) == 0);
  CHECK(silent.sum() > 20);
  CHECK(((b.shared == 1u) || (b.shared == 7u)).all());  // what is good is told in any case
}

TEST_CASE("A norm is a community's: its strength averages over communities to the restraint") {
  // u is uniform, so that half of the communities have a norm above the middling one.
  Rules rules = norm_rules(0.5, 0);
  std::vector<std::uint32_t> community(batch_size);
  rules.community = community;
  double silent = 0;
  for (std::uint32_t c = 0; c < 400; ++c) {
    std::fill(community.begin(), community.end(), c);
    Batch b = all_tell();
    hold_back(b, rules);
    silent += static_cast<double>((b.shared == 1u).count()) / static_cast<double>(batch_size);
  }
  // Standard error: that of 400 uniform norms, 0.0144, and less for the draws.
  CHECK(silent / 400 == Approx(0.5).margin(0.05));
}

TEST_CASE("Without restraint everything is told; where everybody slips too") {
  const auto community = one_each();
  for (const auto& [restraint, slip] : {std::pair{0.0, 0.0}, std::pair{1.0, 1.0}}) {
    Rules rules = norm_rules(restraint, slip);
    rules.community = community;
    Batch b = all_tell();
    hold_back(b, rules);
    CHECK(all(b, b.shared, 7));
  }
}
