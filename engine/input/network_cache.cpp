#include "input/network_cache.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <system_error>

#include "input/content_hash.hpp"
#include "input/network_image.hpp"
#include "input/network_source.hpp"
#include "input/row_value.hpp"
#include "parameters/scenario_rows.hpp"

namespace rapport {
namespace {

namespace fs = std::filesystem;

/// A file's name decides on how it is read, and its bytes on what is.
std::string file_line(std::string_view key, const std::string& path) {
  return fmt::format("{}={} {}\n", key, fs::path(path).filename().string(), file_digest(path));
}

fs::path place_of(const NetworkCache& cache, const std::string& key) {
  ContentHash hash;
  hash.add(key);
  return fs::path(cache.folder) / (hash.hex() + ".network");
}

std::optional<Network> kept_network(const NetworkCache& cache, const fs::path& path,
                                    const std::string& key, const Crew& crew) {
  std::error_code error;
  if (!fs::exists(path, error)) return std::nullopt;
  try {
    return map_network_image(path.string(), key, crew);
  } catch (const ImageProblem& problem) {
    cache.warn(fmt::format("{}: this kept network cannot be used ({}); it is built again",
                           path.string(), problem.what()));
    return std::nullopt;
  }
}

void keep(const NetworkCache& cache, const fs::path& path, const std::string& key,
          const Network& network, const Crew& crew) {
  try {
    fs::create_directories(cache.folder);
    write_network_image(path.string(), key, network, crew);
  } catch (const std::system_error& error) {
    cache.warn(fmt::format("{}: the network cannot be kept ({}); the next start builds it again",
                           path.string(), error.code().message()));
  }
}

}  // namespace

std::string network_key(const NetworkSpec& spec, std::uint64_t seed) {
  Scenario scenario;  // fields are reached through pointers to non-const
  scenario.network = spec;
  const NetworkRow& kind = network_rows()[static_cast<std::size_t>(spec.kind)];
  std::string key = fmt::format("networks_version={}\nkind={}\n", networks_version, kind.name);
  if (spec.kind == NetworkKind::file) {
    return key + file_line("path", spec.path) + file_line("groups", spec.groups);
  }
  for (const auto& row : scenario_rows()) {
    const bool read = std::ranges::find(kind.keys, row.row.name) != kind.keys.end();
    if (row.row.group != "network" || !read || row.row.name == "per_replicate") continue;
    key += fmt::format("{}={}\n", row.row.name, canonical_text(row.field(scenario)));
  }
  return key + fmt::format("seed={}\n", seed);
}

Network cached_network(const NetworkCache& cache, const NetworkSpec& spec, std::uint64_t seed,
                       const Crew& crew) {
  if (cache.folder.empty()) return build_network(spec, seed, 0, crew);
  const std::string key = network_key(spec, seed);
  const fs::path path = place_of(cache, key);
  if (auto kept = kept_network(cache, path, key, crew)) return *std::move(kept);
  Network network = build_network(spec, seed, 0, crew);
  keep(cache, path, key, network, crew);
  return network;
}

}  // namespace rapport
