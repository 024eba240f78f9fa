// The published counts of public networks come out of their files as published.
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "input/network_file.hpp"
#include "input/network_sample.hpp"
#include "network/graph_measures.hpp"

using namespace rapport;

namespace {

/// Path of a public network, or nothing with a message when the files are not there.
std::string real_network(const std::string& name) {
  const auto path = std::filesystem::path(RAPPORT_SOURCE_DIR) / "../shared/networks" / name;
  if (std::filesystem::exists(path)) return path.lexically_normal().string();
  WARN("skipped: " << name << " is not in ../shared/networks (fetch it from its origin)");
  return {};
}

}  // namespace

TEST_CASE("Zachary's karate club has 34 people, 78 ties and 45 triangles") {
  const std::string path = real_network("karate.edgelist");
  if (path.empty()) return;
  const NetworkFile file = read_network(path, "");
  CHECK(file.network.graph.people() == 34);
  CHECK(file.network.graph.ties() == 78);
  CHECK(file.network.labels.front() == "1");
  CHECK(count_triangles(file.network.graph) == 45);
  CHECK(transitivity(file.network.graph) == Approx(0.2557).margin(5e-5));
}

TEST_CASE("LastFM Asia has 7,624 people, 27,806 ties and 18 countries") {
  const std::string path = real_network("lastfm_asia_edges.csv");
  const std::string groups = real_network("lastfm_asia_target.csv");
  if (path.empty() || groups.empty()) return;
  const NetworkFile file = read_network(path, groups);
  CHECK(file.network.graph.people() == 7'624);
  CHECK(file.network.graph.ties() == 27'806);
  CHECK(transitivity(file.network.graph) == Approx(0.1786).margin(5e-5));
  CHECK(file.network.communities == 18);
  CHECK(file.network.community_names.front() == "0");
  CHECK(file.network.community_names[9] == "9");
  CHECK(file.network.community_names.back() == "17");
  // Person 0 lives in country 8, person 1 in 17 (first lines of the file).
  CHECK(file.network.community[0] == 8);
  CHECK(file.network.community[1] == 17);
}

TEST_CASE("The Facebook circles have 4,039 people, 88,234 ties and 1,612,010 triangles") {
  const std::string path = real_network("facebook_combined.txt");
  if (path.empty()) return;
  const NetworkFile file = read_network(path, "");
  CHECK(file.network.graph.people() == 4'039);
  CHECK(file.network.graph.ties() == 88'234);
  CHECK(count_triangles(file.network.graph) == 1'612'010);
}

TEST_CASE("Bitcoin OTC has 35,592 ratings of which 3,563 are negative, and 21,492 ties") {
  const std::string path = real_network("bitcoinotc_signed.csv");
  if (path.empty()) return;
  const NetworkFile file = read_network(path, "");
  CHECK(file.reading.ties == 35'592);
  CHECK(file.reading.positive == 32'029);
  CHECK(file.reading.negative == 3'563);
  CHECK(file.network.graph.people() == 5'881);
  CHECK(file.network.graph.ties() == 21'492);
  CHECK(file.network.strength.size() == 2 * 21'492);
  for (const float strength : file.network.strength) {
    if (!(strength >= -10 && strength <= 10)) FAIL("a rating outside -10 to 10");
  }
}

TEST_CASE("GitHub's developers have 289,003 ties, and the best connected one 9,458") {
  const std::string path = real_network("github_social_edges.csv");
  if (path.empty()) return;
  const NetworkFile file = read_network(path, "");
  CHECK(file.network.graph.people() == 37'700);
  CHECK(file.network.graph.ties() == 289'003);
  CHECK(largest_degree(file.network.graph) == 9'458);
}

TEST_CASE("Slashdot's 948,464 lines hold 78,303 self-loops and 504,230 ties") {
  const std::string path = real_network("soc-Slashdot0902.txt.gz");
  if (path.empty()) return;
  const NetworkFile file = read_network(path, "");
  CHECK(file.reading.lines == 948'464 + 4);
  CHECK(file.reading.ties == 948'464);
  CHECK(file.reading.self_loops == 78'303);
  CHECK(file.reading.repeated == 948'464 - 78'303 - 504'230);
  CHECK(file.network.graph.people() == 82'168);
  CHECK(file.network.graph.ties() == 504'230);
}

TEST_CASE("A sample of LastFM Asia shows ties of several countries") {
  const std::string path = real_network("lastfm_asia_edges.csv");
  const std::string groups = real_network("lastfm_asia_target.csv");
  if (path.empty() || groups.empty()) return;
  const NetworkSample sample = sample_network(read_network(path, groups).network, 2000, 1);
  CHECK(sample.person.size() == 2000);
  CHECK(sample.tie_from.size() > 2000);
  std::vector<std::uint32_t> countries(sample.community);
  std::sort(countries.begin(), countries.end());
  CHECK(std::unique(countries.begin(), countries.end()) - countries.begin() >= 6);
}
