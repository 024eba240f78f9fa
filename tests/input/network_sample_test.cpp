#include "input/network_sample.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>
#include <utility>

#include "input/network_source.hpp"

using namespace rapport;

namespace {

Network build(NetworkKind kind, std::uint32_t people, double mean_degree = 10) {
  NetworkSpec spec;
  spec.kind = kind;
  spec.people = people;
  spec.mean_degree = mean_degree;
  return build_network(spec, 42, 0);
}

void check_sample(const Network& network, const NetworkSample& sample) {
  const std::size_t people = sample.person.size();
  CHECK(sample.community.size() == people);
  CHECK(sample.x.size() == people);
  CHECK(sample.y.size() == people);
  CHECK(std::is_sorted(sample.person.begin(), sample.person.end()));
  CHECK(std::set<std::uint32_t>(sample.person.begin(), sample.person.end()).size() == people);
  CHECK(sample.people_in_network == network.graph.people());
  CHECK(sample.ties_in_network == network.graph.ties());
  for (std::size_t i = 0; i < people; ++i) {
    const bool inside =
        sample.x[i] >= 0 && sample.x[i] <= 1 && sample.y[i] >= 0 && sample.y[i] <= 1;
    if (!inside || sample.community[i] != network.community[sample.person[i]]) {
      FAIL("person " << i << " is outside the picture or in another community");
    }
  }
  // The ties are exactly those of the network among the sampled people.
  std::set<std::pair<std::uint32_t, std::uint32_t>> ties;
  for (std::size_t i = 0; i < sample.tie_from.size(); ++i) {
    REQUIRE(sample.tie_from[i] < sample.tie_to[i]);
    ties.emplace(sample.person[sample.tie_from[i]], sample.person[sample.tie_to[i]]);
  }
  CHECK(ties.size() == sample.tie_from.size());
  std::size_t expected = 0;
  for (const std::uint32_t p : sample.person) {
    for (const std::uint32_t other : network.graph.neighbours(p)) {
      if (other < p) continue;
      if (!std::binary_search(sample.person.begin(), sample.person.end(), other)) continue;
      ++expected;
      if (!ties.contains({p, other})) FAIL("a tie is missing");
    }
  }
  CHECK(expected == ties.size());
}

double distance(const NetworkSample& sample, std::uint32_t a, std::uint32_t b) {
  return std::hypot(sample.x[a] - sample.x[b], sample.y[a] - sample.y[b]);
}

}  // namespace

TEST_CASE("A network that fits is shown whole") {
  const Network network = build(NetworkKind::communities, 2000);
  const NetworkSample sample = sample_network(network, 2000, 1);
  CHECK(sample.person.size() == 2000);
  CHECK(sample.tie_from.size() == 10'000);
  check_sample(network, sample);
}

TEST_CASE("A sample of a large network has the asked size, many ties and several communities") {
  for (const auto kind :
       {NetworkKind::communities, NetworkKind::scale_free, NetworkKind::star, NetworkKind::path}) {
    const Network network = build(kind, 20'000);
    const NetworkSample sample = sample_network(network, 500, 1);
    CHECK(sample.person.size() == 500);
    CHECK(sample.tie_from.size() > 400);
    check_sample(network, sample);
    if (kind != NetworkKind::communities) continue;
    const std::set<std::uint32_t> shown(sample.community.begin(), sample.community.end());
    CHECK(shown.size() > 10);
  }
}

TEST_CASE("People without ties and small limits can be sampled") {
  check_sample(build(NetworkKind::random, 3000, 0),
               sample_network(build(NetworkKind::random, 3000, 0), 100, 1));
  CHECK(sample_network(build(NetworkKind::random, 3000), 1, 1).person.size() == 1);
  CHECK(sample_network(build(NetworkKind::random, 3000), 0, 1).person.empty());
  CHECK(sample_network(build(NetworkKind::ring, 1), 10, 1).x == std::vector<float>{0.5f});
}

TEST_CASE("Equal arguments give equal samples, another seed another one") {
  const Network network = build(NetworkKind::communities, 5000);
  const NetworkSample first = sample_network(network, 300, 1);
  const NetworkSample again = sample_network(network, 300, 1);
  CHECK(first.person == again.person);
  CHECK(first.x == again.x);
  CHECK(first.y == again.y);
  CHECK(first.person != sample_network(network, 300, 2).person);
}

TEST_CASE("People who are tied stand nearer to each other than people who are not") {
  const Network network = build(NetworkKind::communities, 1000);
  const NetworkSample sample = sample_network(network, 1000, 1);
  double tied = 0;
  for (std::size_t i = 0; i < sample.tie_from.size(); ++i) {
    tied += distance(sample, sample.tie_from[i], sample.tie_to[i]);
  }
  tied /= static_cast<double>(sample.tie_from.size());
  double any = 0;
  for (std::uint32_t p = 0; p < 1000; ++p) any += distance(sample, p, (p + 500) % 1000) / 1000;
  CHECK(tied < 0.7 * any);
}
