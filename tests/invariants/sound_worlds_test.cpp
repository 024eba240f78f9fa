// What holds in every world, whatever the parameters: bounds, consistent counts, true totals.
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/invariants/random_scenario.hpp"

namespace rapport::test {
namespace {

using M = Measure;

void expect_at_most(const RunResult& result, M smaller, M larger) {
  RC_ASSERT(final_value(result, smaller) <= final_value(result, larger));
}

void expect_consistent_counts(const RunResult& result, double people) {
  expect_at_most(result, M::messages_delivered, M::messages_sent);
  expect_at_most(result, M::messages_read, M::messages_delivered);
  expect_at_most(result, M::hits, M::impressions);
  expect_at_most(result, M::responses, M::hits);
  expect_at_most(result, M::false_followers, M::followers);
  RC_ASSERT(final_value(result, M::people_touched) <=
            final_value(result, M::messages_delivered) + final_value(result, M::impressions));
  expect_at_most(result, M::replies, M::messages_read);
  expect_at_most(result, M::declined, M::messages_read);
  // Whoever connects has read an invitation.
  expect_at_most(result, M::connections, M::messages_read);
  expect_at_most(result, M::inbound_sales, M::sales);
  expect_at_most(result, M::customers, M::sales);
  expect_at_most(result, M::endorsements, M::advocates);
  RC_ASSERT(final_value(result, M::reachable_audience) >= 0);
  RC_ASSERT(final_value(result, M::reachable_audience) <=
            final_value(result, M::connections) + final_value(result, M::followers));
  expect_at_most(result, M::customers_lost, M::sales);
  expect_at_most(result, M::trusted_sales, M::sales);
  // Who tells has experienced something or heard of it, and so has who shuts the sender out.
  expect_at_most(result, M::advocates, M::word_of_mouth_reach);
  expect_at_most(result, M::detractors, M::word_of_mouth_reach);
  for (const M shut : {M::muted, M::blocked, M::reported}) {
    RC_ASSERT(final_value(result, shut) <=
              final_value(result, M::messages_read) + final_value(result, M::hits));
    RC_ASSERT(final_value(result, shut) <= final_value(result, M::burned_share) * people + 1e-9);
  }
  RC_ASSERT(final_value(result, M::burned_share) * people <=
            final_value(result, M::people_touched) + 1e-9);
  for (const M some : {M::people_touched, M::connections, M::trusted_relationships, M::aggravated,
                       M::word_of_mouth_reach}) {
    RC_ASSERT(final_value(result, some) >= 0);
    RC_ASSERT(final_value(result, some) <= people);
  }
}

void expect_bounds(const RunResult& result) {
  for (const auto* feelings : {&result.final_trust, &result.final_annoyance}) {
    for (const float feeling : *feelings) {
      RC_ASSERT(feeling >= 0.0f);
      RC_ASSERT(feeling <= 1.0f);
    }
  }
  for (const double value : result.final) RC_ASSERT(std::isfinite(value));
}

double sum(const std::vector<float>& values) {
  double total = 0;
  for (const float value : values) total += static_cast<double>(value);
  return total;
}

double above(const std::vector<float>& values, double threshold) {
  return static_cast<double>(std::count_if(values.begin(), values.end(), [&](float value) {
    return static_cast<double>(value) > threshold;
  }));
}

// The running totals know what a sweep over everybody finds.
void expect_true_totals(const RunResult& result, const Scenario& scenario) {
  const Parameters& parameters = scenario.parameters;
  const double people = scenario.network.people;
  // Fixed point: two steps of 2^-29 for each change of one person's feeling and half a step of
  // 2^-30 for each day. Feelings themselves are floats, settled by exp2_kernel (3e-7) at each
  // encounter and once more when they are looked at.
  const double margin = 0x1p-31 * scenario.horizon_days +
                        (0x1p-28 + 3e-7) * static_cast<double>(result.encounters) + 5e-7 * people;
  RC_ASSERT(std::abs(final_value(result, M::mean_trust) * people - sum(result.final_trust)) <
            margin);
  RC_ASSERT(std::abs(final_value(result, M::mean_annoyance) * people -
                     sum(result.final_annoyance)) < margin);
  // What people bring along is kept in steps of 2^-16.
  const double prior =
      std::min(std::floor(parameters.trust.prior * 65'536 + 0.5), 65'535.0) / 65'536;
  const double equity = sum(result.final_trust) - people * prior -
                        parameters.annoyance.equity_weight * sum(result.final_annoyance);
  RC_ASSERT(std::abs(final_value(result, M::relationship_equity) - equity) <
            margin * (1 + parameters.annoyance.equity_weight));
  // Who stands on the threshold to within rounding may be counted on either side.
  constexpr double rounding = 2e-6;
  const auto expect_count = [&](M count, const std::vector<float>& feelings, double threshold) {
    RC_ASSERT(final_value(result, count) >= above(feelings, threshold + rounding));
    RC_ASSERT(final_value(result, count) <= above(feelings, threshold - rounding));
  };
  expect_count(M::aggravated, result.final_annoyance, parameters.annoyance.aggravated_threshold);
  expect_count(M::trusted_relationships, result.final_trust, parameters.trust.trusted_threshold);
}

}  // namespace

TEST_CASE("in every world feelings stay in bounds, counts fit together and totals are true") {
  CHECK(holds("in every world", [] {
    const Scenario scenario = random_scenario();
    const Network network = build_network(scenario.network, scenario.seed, 0);
    for (std::uint32_t c = 0; c < scenario.campaigns.size(); ++c) {
      const RunResult result = run(scenario, network, c);
      expect_bounds(result);
      expect_consistent_counts(result, scenario.network.people);
      expect_true_totals(result, scenario);
    }
  }));
}

TEST_CASE("a world that is looked at is the same as one that is not") {
  CHECK(holds("looking changes nothing", [] {
    const Scenario scenario = random_scenario();
    const Network network = build_network(scenario.network, scenario.seed, 0);
    const std::vector<std::uint32_t> pictured = {0, 7, 20};
    for (std::uint32_t c = 0; c < scenario.campaigns.size(); ++c) {
      const RunResult blind = run(scenario, network, c);
      const RunResult seen = run(scenario, network, c, 0, pictured);
      RC_ASSERT(seen.digest == blind.digest);
      RC_ASSERT(seen.final == blind.final);
      RC_ASSERT(seen.daily == blind.daily);
      RC_ASSERT(seen.final_trust == blind.final_trust);
      RC_ASSERT(seen.final_annoyance == blind.final_annoyance);
    }
  }));
}

TEST_CASE("a world in memory that another world has used is the same as one in fresh memory") {
  CHECK(holds("memory leaves no trace", [] {
    const Scenario scenario = random_scenario();
    const Network network = build_network(scenario.network, scenario.seed, 0);
    const Population population =
        draw_population(network, scenario.parameters, Draws(scenario.seed, 0));
    WorldMemory used;
    for (std::uint32_t c = 0; c < scenario.campaigns.size(); ++c) {
      WorldMemory fresh;
      RC_ASSERT(run_world({scenario, network, population, c}, used).digest ==
                run_world({scenario, network, population, c}, fresh).digest);
    }
  }));
}

}  // namespace rapport::test
