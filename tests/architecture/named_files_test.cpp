#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include "tests/architecture/source.hpp"

using namespace rapport::architecture;

namespace {

/// Files and folders of the project that a text names in backticks.
std::vector<std::string> named_paths(const std::string& text) {
  static const std::regex path(R"(`((?:engine|analysis|tests|tools|scenarios|bench)/[\w./-]+)`)");
  std::vector<std::string> paths;
  for (std::sregex_iterator it(text.begin(), text.end(), path), end; it != end; ++it) {
    paths.push_back((*it)[1].str());
  }
  return paths;
}

}  // namespace

TEST_CASE("Every file that the model's description names exists") {
  const std::filesystem::path root = RAPPORT_SOURCE_DIR;
  std::size_t named = 0;
  for (const SourceFile& file : project_files(RAPPORT_SOURCE_DIR)) {
    if (file.path != "engine/MODEL.md") continue;
    for (const std::string& path : named_paths(file.text)) {
      ++named;
      if (!std::filesystem::exists(root / path)) FAIL_CHECK("there is no " << path);
    }
  }
  CHECK(named > 20);
}

TEST_CASE("Paths are read where a text puts them in backticks") {
  CHECK(named_paths("see `engine/core/ids.hpp`, `tools/demo` and `trust.gain`; tests/main.cpp") ==
        std::vector<std::string>{"engine/core/ids.hpp", "tools/demo"});
}
