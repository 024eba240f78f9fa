#include "tests/architecture/layers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace rapport::architecture {

namespace {

constexpr std::array<std::string_view, 15> layer_order = {
    "core",      "statistics", "network",    "parameters", "population",
    "encounter", "mechanisms", "strategies", "measures",   "simulation",
    "input",     "results",    "experiment", "app",        "mpi"};

constexpr std::array<std::string_view, 3> analysis_order = {"sensitivity", "findings", "report"};

// A report can be made from an old file: analysis never sees the simulation.
constexpr std::array<std::string_view, 5> seen_by_analysis = {"core", "statistics", "parameters",
                                                              "measures", "results"};

// Up to here the engine needs no files, no threads and no clock, so that it compiles to
// WebAssembly.
constexpr std::string_view last_pure_layer = "simulation";

// Standard headers that the pure layers do without; <random> because draws are addressed, and
// because its distributions differ between libraries.
constexpr std::array<std::string_view, 17> impure_headers = {
    "fstream",    "filesystem",         "iostream", "cstdio",  "thread",    "mutex",
    "future",     "condition_variable", "latch",    "barrier", "semaphore", "shared_mutex",
    "stop_token", "syncstream",         "chrono",   "ctime",   "random"};

struct LibraryOwner {
  std::string_view prefix;
  std::string_view layer;  // the only one that may include it
};

constexpr std::array<LibraryOwner, 13> library_owners = {{{"igraph", "input"},
                                                          {"toml++", "input"},
                                                          {"tbb", "experiment"},
                                                          {"oneapi", "experiment"},
                                                          {"sqlite3", "results"},
                                                          {"hdf5", "results"},
                                                          {"H5", "results"},
                                                          {"boost/math", "statistics"},
                                                          {"immintrin.h", "core"},
                                                          {"sys/mman.h", "core"},
                                                          {"mpi.h", "mpi"},
                                                          {"boost/program_options", "app"},
                                                          {"boost/interprocess", "input"}}};

template <std::size_t size>
std::optional<std::size_t> place_in(const std::array<std::string_view, size>& order,
                                    std::string_view name) {
  const auto found = std::ranges::find(order, name);
  if (found == order.end()) return std::nullopt;
  return static_cast<std::size_t>(found - order.begin());
}

std::string_view first_folder(std::string_view path) {
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

/// Where a file or an include belongs: a layer of engine/, or a folder of analysis/.
struct Place {
  bool analysis = false;
  std::string_view folder;
};

std::optional<Place> place_of(std::string_view path) {
  const std::string_view top = first_folder(path);
  if (top != "engine" && top != "analysis") return std::nullopt;
  return Place{top == "analysis", first_folder(path.substr(top.size() + 1))};
}

Place place_of_include(std::string_view name) {
  return place_of(name).value_or(Place{false, first_folder(name)});
}

bool may_see(Place from, Place to) {
  if (from.analysis == to.analysis && from.folder == to.folder) return true;
  if (from.analysis && to.analysis) {
    return place_in(analysis_order, to.folder) < place_in(analysis_order, from.folder);
  }
  if (from.analysis) return place_in(seen_by_analysis, to.folder).has_value();
  if (from.folder == "app") return true;
  if (to.analysis) return false;
  if (from.folder == "statistics" || from.folder == "measures") return to.folder == "core";
  return place_in(layer_order, to.folder) < place_in(layer_order, from.folder);
}

std::string quoted_violation(const Place& from, std::string_view name,
                             const std::set<std::string_view>& paths) {
  const Place to = place_of_include(name);
  const bool known = to.analysis ? place_in(analysis_order, to.folder).has_value()
                                 : place_in(layer_order, to.folder).has_value();
  if (!known) return "is not written from a layer, as in \"core/ids.hpp\"";
  if (!paths.contains(name) && !paths.contains("engine/" + std::string(name))) {
    return "does not exist";
  }
  if (!may_see(from, to)) return "lies in a layer that this one does not see";
  return {};
}

std::string angled_violation(const Place& from, std::string_view name) {
  for (const LibraryOwner& owner : library_owners) {
    if (name.starts_with(owner.prefix) && (from.analysis || from.folder != owner.layer)) {
      return "is for " + std::string(owner.layer) + " alone";
    }
  }
  const bool pure = !from.analysis &&
                    place_in(layer_order, from.folder) <= place_in(layer_order, last_pure_layer);
  if (!pure) return {};
  if (place_in(impure_headers, name)) return "brings files, threads, a clock or unaddressed draws";
  const bool standard = name.find_first_of("/.") == std::string_view::npos;
  // What one processor or system does faster, beside a portable path with the same bits.
  const bool faster = name == "immintrin.h" || name == "sys/mman.h";
  const bool allowed = standard || faster || name.starts_with("Eigen/") ||
                       name.starts_with("Random123/") || name.starts_with("boost/math/");
  return allowed ? std::string{} : "is neither standard nor Eigen nor Random123";
}

}  // namespace

std::span<const std::string_view> layers() {
  return layer_order;
}

std::vector<std::string> include_violations(std::span<const SourceFile> files) {
  std::set<std::string_view> paths;
  for (const SourceFile& file : files) paths.insert(file.path);
  std::vector<std::string> violations;
  for (const SourceFile& file : files) {
    const std::optional<Place> from = place_of(file.path);
    if (!from || !is_cpp(file.path)) continue;
    const bool known = from->analysis ? place_in(analysis_order, from->folder).has_value()
                                      : place_in(layer_order, from->folder).has_value();
    if (!known) violations.push_back(file.path + ": its folder has no place in the layers");
    for (const Include& include : includes_of(file.text)) {
      const std::string problem = include.quoted ? quoted_violation(*from, include.name, paths)
                                                 : angled_violation(*from, include.name);
      if (problem.empty()) continue;
      violations.push_back(file.path + ":" + std::to_string(include.line) + ": " + include.name +
                           " " + problem);
    }
  }
  return violations;
}

}  // namespace rapport::architecture
