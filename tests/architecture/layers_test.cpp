#include "tests/architecture/layers.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/architecture/source.hpp"

using namespace rapport::architecture;

namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

/// What is wrong with one file that holds one include, beside two files that exist.
std::vector<std::string> with_planted(const std::string& path, const std::string& include) {
  const std::vector<SourceFile> files = {{"engine/core/ids.hpp", ""},
                                         {"engine/results/design.hpp", ""},
                                         {"engine/simulation/world.hpp", ""},
                                         {"analysis/findings/findings.hpp", ""},
                                         {path, "#pragma once\n#include " + include + "\n"}};
  return include_violations(files);
}

}  // namespace

TEST_CASE("Every folder includes only the layers below it and the libraries it owns") {
  const auto files = project_files(RAPPORT_SOURCE_DIR);
  const auto violations = include_violations(files);
  INFO(joined(violations));
  CHECK(violations.empty());
}

TEST_CASE("Every layer has its folder and its target") {
  for (const std::string_view layer : layers()) {
    INFO(layer);
    CHECK(std::filesystem::exists(std::filesystem::path(RAPPORT_SOURCE_DIR) / "engine" / layer /
                                  "CMakeLists.txt"));
  }
}

TEST_CASE("An include that points upward is found, with its line") {
  const auto found = with_planted("engine/network/graph.hpp", "\"simulation/world.hpp\"");
  REQUIRE(found.size() == 1);
  CHECK(found.front().starts_with("engine/network/graph.hpp:2: simulation/world.hpp"));
}

TEST_CASE("Downward includes and those of the same layer are allowed") {
  CHECK(with_planted("engine/simulation/day.cpp", "\"core/ids.hpp\"").empty());
  CHECK(with_planted("engine/simulation/day.cpp", "\"simulation/world.hpp\"").empty());
  CHECK(with_planted("engine/simulation/day.cpp", "<vector>").empty());
  CHECK(with_planted("engine/app/compare.cpp", "\"analysis/findings/findings.hpp\"").empty());
  CHECK(with_planted("engine/results/writer.cpp", "<hdf5.h>").empty());
  CHECK(with_planted("analysis/findings/findings.cpp", "\"results/design.hpp\"").empty());
}

TEST_CASE("Analysis that sees the simulation is found, and an engine that sees analysis") {
  CHECK(with_planted("analysis/findings/a.cpp", "\"simulation/world.hpp\"").size() == 1);
  CHECK(with_planted("engine/experiment/a.cpp", "\"analysis/findings/findings.hpp\"").size() == 1);
}

TEST_CASE("Files, threads, clocks and unaddressed draws are found in the pure layers") {
  for (const std::string header : {"<fstream>", "<filesystem>", "<thread>", "<mutex>", "<iostream>",
                                   "<cstdio>", "<random>", "<unistd.h>", "<fmt/format.h>"}) {
    INFO(header);
    CHECK(with_planted("engine/simulation/day.cpp", header).size() == 1);
  }
}

TEST_CASE("A library in a layer that does not own it is found") {
  CHECK(with_planted("engine/experiment/a.cpp", "<igraph/igraph.h>").size() == 1);
  CHECK(with_planted("engine/input/a.cpp", "<tbb/parallel_for.h>").size() == 1);
  CHECK(with_planted("engine/app/a.cpp", "<sqlite3.h>").size() == 1);
  CHECK(with_planted("engine/app/a.cpp", "<hdf5.h>").size() == 1);
  CHECK(with_planted("engine/mechanisms/a.cpp", "<immintrin.h>").size() == 1);
  CHECK(with_planted("engine/population/a.cpp", "<sys/mman.h>").size() == 1);
  CHECK(with_planted("engine/population/a.cpp", "<boost/math/distributions.hpp>").size() == 1);
}

TEST_CASE("A folder that is no layer, and an include without its layer, are found") {
  CHECK(with_planted("engine/utilities/a.cpp", "<vector>").size() == 1);
  CHECK(with_planted("engine/core/a.cpp", "\"ids.hpp\"").size() == 1);
  CHECK(with_planted("engine/core/a.cpp", "\"core/gone.hpp\"").size() == 1);
}
