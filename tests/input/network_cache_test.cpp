#include "input/network_cache.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "input/content_hash.hpp"
#include "input/network_source.hpp"
#include "tests/input/network_temporary_file.hpp"
#include "tests/worlds/crowd.hpp"
#include "tests/worlds/file_size_limit.hpp"

using namespace rapport;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

NetworkSpec spec_of(NetworkKind kind) {
  NetworkSpec spec;
  spec.kind = kind;
  spec.people = 2'000;
  spec.mean_degree = 6;
  return spec;
}

bool same_network(const Network& a, const Network& b) {
  return std::ranges::equal(a.graph.offsets(), b.graph.offsets()) &&
         std::ranges::equal(a.graph.targets(), b.graph.targets()) &&
         std::ranges::equal(a.community, b.community) && a.communities == b.communities &&
         a.community_names == b.community_names && std::ranges::equal(a.strength, b.strength) &&
         a.labels == b.labels;
}

/// A cache in a folder of its own, and what it says.
struct Kept {
  TemporaryFile place{"unused", ""};
  std::vector<std::string> said;
  NetworkCache cache{(fs::path(place.folder()) / "kept").string(),
                     [this](const std::string& text) { said.push_back(text); }};

  Network get(const NetworkSpec& spec, std::uint64_t seed = 5) {
    return cached_network(cache, spec, seed, work_alone);
  }
  std::vector<fs::path> files() const {
    std::vector<fs::path> paths;
    for (const auto& each : fs::directory_iterator(cache.folder)) paths.push_back(each.path());
    return paths;
  }
  fs::path file() const {
    REQUIRE(files().size() == 1);
    return files().front();
  }
};

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void put_bytes(const fs::path& path, const std::string& bytes) {
  fs::remove(path);  // a network that is mapped keeps the old file
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("A network that was kept is the one that was built, and is not built again") {
  for (const NetworkRow& row : network_rows()) {
    if (row.kind == NetworkKind::file || row.kind == NetworkKind::complete) continue;
    CAPTURE(row.name);
    Kept kept;
    const Network built = kept.get(spec_of(row.kind));
    const auto written = fs::last_write_time(kept.file());
    CHECK(same_network(built, kept.get(spec_of(row.kind))));
    CHECK(same_network(built, build_network(spec_of(row.kind), 5, 0)));
    CHECK(fs::last_write_time(kept.file()) == written);
    CHECK(kept.said.empty());
  }
}

TEST_CASE("Labels, groups and strengths of a file are kept with its ties") {
  const TemporaryFile ties("ties.csv", "anna,bo,2\nbo,carl,-1\ncarl,anna,0.5\n");
  const TemporaryFile groups("groups.csv", "anna,East\nbo,North West\ncarl,East\n");
  NetworkSpec spec;
  spec.kind = NetworkKind::file;
  spec.path = ties.path();
  spec.groups = groups.path();
  Kept kept;
  const Network read = kept.get(spec);
  const Network mapped = kept.get(spec);
  CHECK(same_network(read, mapped));
  CHECK(mapped.labels == std::vector<std::string>{"anna", "bo", "carl"});
  CHECK(mapped.community_names == std::vector<std::string>{"East", "North West"});
  CHECK(mapped.strength.size() == 6);
  std::ofstream(ties.path(), std::ios::app) << "dora,anna,1\n";
  std::ofstream(groups.path(), std::ios::app) << "dora,East\n";
  CHECK(kept.get(spec).graph.people() == 4);
  CHECK(kept.files().size() == 2);
}

TEST_CASE("Whatever a network depends on is in its key, and nothing else") {
  const NetworkSpec plain = spec_of(NetworkKind::communities);
  const auto differs = [&](auto change) {
    NetworkSpec other = plain;
    change(other);
    return network_key(other, 5) != network_key(plain, 5);
  };
  CHECK(network_key(plain, 6) != network_key(plain, 5));
  CHECK(differs([](NetworkSpec& spec) { spec.kind = NetworkKind::random; }));
  CHECK(differs([](NetworkSpec& spec) { spec.people = 2'001; }));
  CHECK(differs([](NetworkSpec& spec) { spec.mean_degree = 6.000001; }));
  CHECK(differs([](NetworkSpec& spec) { spec.community_size = 99; }));
  CHECK(differs([](NetworkSpec& spec) { spec.within_share = 0.81; }));
  CHECK_FALSE(differs([](NetworkSpec& spec) { spec.rewiring = 0.5; }));
  CHECK_FALSE(differs([](NetworkSpec& spec) { spec.per_replicate = true; }));
}

TEST_CASE("Who changes what a network is raises networks_version, or old ones are used for new") {
  CHECK(networks_version == 1);
  const auto rows_of = [](NetworkKind kind) {
    return checksum_of(std::as_bytes(build_network(spec_of(kind), 5, 0).graph.targets()));
  };
  CHECK(rows_of(NetworkKind::communities) == 0x236209345e05ac36);
  CHECK(rows_of(NetworkKind::random) == 0x2af95c42937477ba);
  CHECK(rows_of(NetworkKind::scale_free) == 0xd02325c926871eb1);
}

TEST_CASE("A kept network that is damaged anywhere is named and replaced") {
  Kept kept;
  const NetworkSpec spec = spec_of(NetworkKind::communities);
  const Network built = kept.get(spec);
  const std::string whole = bytes_of(kept.file());
  // Not the padding between sections, which nobody reads: the head, the key, rows and communities.
  std::vector<std::size_t> places{0, 17, 20, 30, 60, 100, 4'096, 8'200, 8'300};
  for (std::size_t place = 30'000; place < whole.size() - 4'096; place += 7'001) {
    places.push_back(place);
  }
  for (const std::size_t place : places) {
    std::string damaged = whole;
    damaged[place] = static_cast<char>(damaged[place] ^ 1);
    put_bytes(kept.file(), damaged);
    kept.said.clear();
    CAPTURE(place);
    CHECK(same_network(built, kept.get(spec)));
    REQUIRE(kept.said.size() == 1);
    CHECK_THAT(kept.said.front(), Contains(kept.file().string()) && Contains("is built again"));
    CHECK(bytes_of(kept.file()) == whole);
  }
}

TEST_CASE("A kept network that is cut off, empty or something else is named and replaced") {
  Kept kept;
  const NetworkSpec spec = spec_of(NetworkKind::ring);
  const Network built = kept.get(spec);
  const std::string whole = bytes_of(kept.file());
  const std::string another = [&] {
    Kept other;
    other.get(spec, 6);
    return bytes_of(other.file());
  }();
  std::string older = whole;
  older[20] = 0;  // the version
  for (const auto& [bytes, reason] : std::vector<std::pair<std::string, std::string>>{
           {"", ""},
           {whole.substr(0, 100), "ends within its head"},
           {whole.substr(0, whole.size() - 1), "bytes and should have"},
           {whole + " ", "bytes and should have"},
           {std::string(whole.size(), 'x'), "no network of rapport"},
           {older, "of version 0, this rapport reads version 1"},
           {another, "holds another network"}}) {
    put_bytes(kept.file(), bytes);
    kept.said.clear();
    CHECK(same_network(built, kept.get(spec)));
    REQUIRE(kept.said.size() == 1);
    CHECK_THAT(kept.said.front(), Contains(reason) && Contains("is built again"));
    CHECK(bytes_of(kept.file()) == whole);
  }
}

TEST_CASE("Where a network cannot be kept only the cache is lost") {
  const NetworkSpec spec = spec_of(NetworkKind::random);
  const Network built = build_network(spec, 5, 0);
  Kept kept;
  fs::create_directory(kept.cache.folder);
  {
    const test::FileSizeLimit limit(5'000);
    CHECK(same_network(built, kept.get(spec)));
  }
  REQUIRE(kept.said.size() == 1);
  CHECK_THAT(kept.said.front(), Contains("cannot be kept (") && Contains("builds it again"));
  CHECK(kept.files().empty());
  kept.said.clear();
  kept.cache.folder = kept.place.path() + "/below-a-file";
  CHECK(same_network(built, kept.get(spec)));
  REQUIRE(kept.said.size() == 1);
  CHECK_THAT(kept.said.front(), Contains("cannot be kept ("));
}

TEST_CASE("Who maps a network keeps it when the file is replaced or removed") {
  Kept kept;
  const NetworkSpec spec = spec_of(NetworkKind::random);
  kept.get(spec);
  const Network mapped = kept.get(spec);
  put_bytes(kept.file(), "something else");
  kept.get(spec);
  fs::remove(kept.file());
  CHECK(same_network(mapped, build_network(spec, 5, 0)));
}

TEST_CASE("Several who fill the cache at once all get the network and leave one file") {
  Kept kept;
  const NetworkSpec spec = spec_of(NetworkKind::communities);
  const Network built = build_network(spec, 5, 0);
  std::vector<std::thread> processes;
  std::vector<Network> got(4);
  for (Network& network : got) {
    processes.emplace_back(
        [&] { network = cached_network({kept.cache.folder}, spec, 5, work_alone); });
  }
  for (std::thread& process : processes) process.join();
  for (const Network& network : got) CHECK(same_network(built, network));
  CHECK(kept.files().size() == 1);
}
