#include "population/traits.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <catch2/catch.hpp>
#include <cmath>

#include "network/tie_rows.hpp"
#include "tests/worlds/communities.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

// `people` people in equal communities, person p in community p modulo their number; ties as given.
Network network_of(std::uint32_t people, std::uint32_t communities,
                   const std::vector<Tie>& ties = {}) {
  Network network;
  network.graph = graph_from_ties(people, ties);
  network.communities = communities;
  network.community = in_turn(people, communities);
  return network;
}

Parameters plain() {
  return default_parameters(ParameterSet::seed);
}

// Mean interest of the people of a community in a topic.
double mean_interest(const Population& population, const Network& network, std::uint32_t community,
                     std::size_t topic) {
  double sum = 0, count = 0;
  for (std::uint32_t p = 0; p < population.people(); ++p) {
    if (network.community[p] != community) continue;
    sum += static_cast<double>(fraction(population.traits[p].interest[topic]));
    ++count;
  }
  return sum / count;
}

double p_of_equal_shares(const std::vector<double>& counts, double total) {
  const double expected = total / static_cast<double>(counts.size());
  double statistic = 0;
  for (const double count : counts) statistic += (count - expected) * (count - expected) / expected;
  const boost::math::chi_squared law(static_cast<double>(counts.size() - 1));
  return boost::math::cdf(boost::math::complement(law, statistic));
}

double load_of(const Population& population, std::uint32_t person) {
  return static_cast<double>(population.load_levels[population.traits[person].load_level]);
}

}  // namespace

TEST_CASE("A person's traits take sixteen bytes") {
  CHECK(sizeof(Traits) == 16);
  CHECK(fraction(0) == 0.0f);
  CHECK(fraction(255) == 1.0f);
}

TEST_CASE("People share the interests of their community") {
  constexpr std::uint32_t communities = 3;
  const Network network = network_of(30'000, communities);
  Parameters parameters = plain();
  parameters.population.person_spread = 0.2;  // so that nobody's interest is cut off at 0 or 1
  const Draws draws(42, 5);
  const Population population = draw_population(network, parameters, draws);
  for (std::uint32_t c = 0; c < communities; ++c) {
    for (std::size_t topic = 0; topic < topics; ++topic) {
      const double u = static_cast<double>(
          draws.uniform(PersonId{c}, static_cast<Day>(topic), 0, Purpose::community_interest));
      const double mean = 0.5 + parameters.population.community_spread * (u - 0.5);
      // Four standard errors of 10,000 triangular draws in (-0.2, 0.2).
      const double margin = 4 * 0.2 / std::sqrt(6.0) / 100;
      CHECK(mean_interest(population, network, c, topic) == Approx(mean).margin(margin));
    }
  }
}

TEST_CASE("Without spread people are their community's mean, and communities are alike") {
  const Network network = network_of(100, 4);
  Parameters parameters = plain();
  parameters.population.person_spread = 0;
  parameters.population.community_spread = 0;
  const Population population = draw_population(network, parameters, Draws(1, 1));
  for (const Traits& traits : population.traits) {
    for (const std::uint8_t interest : traits.interest) CHECK(interest == 128);
  }
}

TEST_CASE("Interests stay between none and all, however wide the spread") {
  const Network network = network_of(20'000, 10);
  Parameters parameters = plain();
  parameters.population.person_spread = 1;
  parameters.population.community_spread = 1;
  const Population population = draw_population(network, parameters, Draws(42, 0));
  std::vector<double> ends(2, 0);
  for (const Traits& traits : population.traits) {
    for (const std::uint8_t interest : traits.interest) {
      ends[0] += interest == 0;
      ends[1] += interest == 255;
    }
  }
  // A value past an end is kept there; wrapping round would leave the ends as rare as the middle.
  CHECK(ends[0] > 20'000 * 8 * 0.02);
  CHECK(ends[1] > 20'000 * 8 * 0.02);
}

TEST_CASE("Privacy is shared out as the parameters say") {
  constexpr std::uint32_t people = 100'000;
  Parameters parameters = plain();
  parameters.privacy.closed_share = 0.05;
  parameters.privacy.connections_only_share = 0.15;
  const Population population = draw_population(network_of(people, 1), parameters, Draws(42, 0));
  double closed = 0, restricted = 0;
  for (const Traits& traits : population.traits) {
    closed += traits.privacy == Privacy::closed;
    restricted += traits.privacy == Privacy::connections_only;
  }
  const auto margin = [](double p) { return 4 * std::sqrt(p * (1 - p) / people); };
  CHECK(closed / people == Approx(0.05).margin(margin(0.05)));
  CHECK(restricted / people == Approx(0.15).margin(margin(0.15)));
}

TEST_CASE("In the seed set everybody is open; when all are closed, everybody is") {
  const Network network = network_of(2000, 1);
  for (const Traits& traits : draw_population(network, plain(), Draws(42, 0)).traits) {
    REQUIRE(traits.privacy == Privacy::open);
  }
  Parameters closed = plain();
  closed.privacy.closed_share = 1;
  for (const Traits& traits : draw_population(network, closed, Draws(42, 0)).traits) {
    REQUIRE(traits.privacy == Privacy::closed);
  }
}

TEST_CASE("People with equal degrees all have the background load") {
  std::vector<Tie> ring;
  for (std::uint32_t p = 0; p < 60; ++p) ring.emplace_back(p, (p + 1) % 60);
  const Population population = draw_population(
      network_of(60, 1, ring), default_parameters(ParameterSet::benchmark), Draws(42, 0));
  for (std::uint32_t p = 0; p < 60; ++p) CHECK(load_of(population, p) == 6.0);
}

TEST_CASE("The load grows with degree as a power of it, to a step of the scale") {
  // Person k has k ties into a crowd of people who know few.
  constexpr std::uint32_t hubs = 60, crowd = 200;
  std::vector<Tie> ties;
  for (std::uint32_t hub = 1; hub < hubs; ++hub) {
    for (std::uint32_t k = 0; k < hub; ++k) ties.emplace_back(hub, hubs + (hub * 7 + k) % crowd);
  }
  const Network network = network_of(hubs + crowd, 1, ties);
  Parameters parameters = default_parameters(ParameterSet::benchmark);
  parameters.attention.load_degree_exponent = 0.8;
  const Population population = draw_population(network, parameters, Draws(42, 0));
  const double mean_degree = 2.0 * static_cast<double>(network.graph.ties()) / (hubs + crowd);
  const double top = 6 * std::pow((hubs - 1) / mean_degree, 0.8);
  for (std::uint32_t hub = 0; hub < hubs; ++hub) {
    const double exact = 6 * std::pow(hub / mean_degree, 0.8);
    // Levels are squares of k / 255, so a step is about 2 sqrt(load top) / 255; half of one to
    // either side.
    const double half_step = (std::sqrt(exact * top) + top / 255) / 255;
    CHECK(load_of(population, hub) == Approx(exact).margin(half_step));
    if (hub > 0) CHECK(load_of(population, hub) >= load_of(population, hub - 1));
  }
}

TEST_CASE("Without background load, or without ties, the load is the same for all") {
  const Population quiet =
      draw_population(network_of(10, 1, {{0, 1}, {0, 2}}), plain(), Draws(1, 0));
  for (std::uint32_t p = 0; p < 10; ++p) CHECK(load_of(quiet, p) == 0.0);
  const Population apart =
      draw_population(network_of(10, 1), default_parameters(ParameterSet::benchmark), Draws(1, 0));
  for (std::uint32_t p = 0; p < 10; ++p) CHECK(load_of(apart, p) == 6.0);
}

TEST_CASE("Market phases, patience and talkativeness are spread evenly") {
  constexpr std::uint32_t people = 64'000;
  const Population population = draw_population(network_of(people, 1), plain(), Draws(42, 0));
  std::vector<double> phase(64, 0), patience(64, 0), talkativeness(64, 0);
  for (const Traits& traits : population.traits) {
    ++phase[traits.market_phase >> 10];
    ++patience[traits.patience >> 2];
    ++talkativeness[traits.talkativeness >> 2];
  }
  CHECK(p_of_equal_shares(phase, people) > 1e-3);
  CHECK(p_of_equal_shares(patience, people) > 1e-3);
  CHECK(p_of_equal_shares(talkativeness, people) > 1e-3);
}

TEST_CASE("A person is who they are whatever the others: more people change nobody") {
  const Network small = network_of(100, 4), large = network_of(1000, 4);
  const Population few = draw_population(small, plain(), Draws(42, 2));
  const Population many = draw_population(large, plain(), Draws(42, 2));
  for (std::uint32_t p = 0; p < 100; ++p) {
    CHECK(few.traits[p].interest == many.traits[p].interest);
    CHECK(few.traits[p].market_phase == many.traits[p].market_phase);
    CHECK(few.traits[p].privacy == many.traits[p].privacy);
  }
}

TEST_CASE("Each replicate has its own people") {
  const Network network = network_of(1000, 1);
  const Population one = draw_population(network, plain(), Draws(42, 0));
  const Population other = draw_population(network, plain(), Draws(42, 1));
  int same = 0;
  for (std::uint32_t p = 0; p < 1000; ++p) {
    same += one.traits[p].market_phase == other.traits[p].market_phase;
  }
  CHECK(same < 5);  // of 2^16 phases
}

TEST_CASE("Whoever lives among well rated ties is readier to trust, among badly rated ones less") {
  Network network = network_of(5, 1, {{0, 1}, {1, 2}, {2, 3}});
  // Rows: 0-1; 1-0, 1-2; 2-1, 2-3; 3-2; person 4 has no ties.
  network.strength = std::vector<float>{10, 10, 5, 5, -10, -10};
  Parameters parameters = plain();
  parameters.trust.prior = 0.25;
  parameters.trust.prior_from_ratings = 0.5;
  const Population population = draw_population(network, parameters, Draws(1, 0));
  const auto prior = [&](std::size_t p) {
    return static_cast<double>(population.traits[p].prior_trust());
  };
  CHECK(prior(0) == Approx(0.25 + 0.5 * 1.0).margin(1e-5));
  CHECK(prior(1) == Approx(0.25 + 0.5 * 0.75).margin(1e-5));
  CHECK(prior(2) == Approx(0.25 - 0.5 * 0.25).margin(1e-5));
  CHECK(prior(3) == Approx(0.0).margin(1e-5));
  CHECK(prior(4) == Approx(0.25).margin(1e-5));
  std::uint32_t people = 0;
  for (const auto& [steps, count] : population.priors) people += count;
  CHECK(people == 5);
  parameters.trust.prior_from_ratings = 0;
  for (const Traits& traits : draw_population(network, parameters, Draws(1, 0)).traits) {
    CHECK(traits.prior_trust() == 0.25f);
  }
}
