// Decisions rest on the project's own kernels: the standard ones differ between libraries.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "tests/architecture/source.hpp"

using namespace rapport::architecture;

namespace {

// All that a run's numbers are made of. Statistics and input stand outside: the critical values of
// Boost.Math and the networks of igraph rest on the standard library anyway.
bool decides(std::string_view path) {
  if (!is_cpp(path)) return false;
  return std::ranges::any_of(std::array{"core", "network", "parameters", "population", "encounter",
                                        "mechanisms", "strategies", "measures", "simulation"},
                             [&](std::string_view folder) {
                               return path.starts_with("engine/" + std::string(folder) + "/");
                             });
}

}  // namespace

TEST_CASE("Nothing that makes a run's numbers takes a power from the standard library") {
  std::size_t looked_at = 0;
  for (const SourceFile& file : project_files(RAPPORT_SOURCE_DIR)) {
    if (!decides(file.path)) continue;
    ++looked_at;
    const std::string code = code_only(file.text);
    for (const char* name : {"std::exp", "std::exp2", "std::pow", "std::log", "std::log2",
                             "std::log10", "std::sin", "std::cos", "std::tanh"}) {
      INFO(file.path << " calls " << name);
      CHECK(code.find(name + std::string("(")) == std::string::npos);
    }
  }
  CHECK(looked_at > 100);
}
