#include <catch2/catch.hpp>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "tests/architecture/source.hpp"

using namespace rapport::architecture;

namespace {

/// Numbers of the lines that name a folder of one machine; `mktemp` and the standard library know
/// where temporary files go.
std::vector<std::size_t> machine_paths(std::string_view text) {
  static const std::regex folder(R"((^|[^\w.])/(work|root|home|tmp)/)");
  std::vector<std::size_t> found;
  const auto lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (std::regex_search(lines[i].begin(), lines[i].end(), folder)) found.push_back(i + 1);
  }
  return found;
}

}  // namespace

TEST_CASE("No file names a folder of one machine") {
  const auto files = project_files(RAPPORT_SOURCE_DIR);
  REQUIRE(files.size() > 50);
  for (const SourceFile& file : files) {
    for (const std::size_t line : machine_paths(file.text)) FAIL_CHECK(file.path << ":" << line);
  }
}

TEST_CASE("A folder of one machine is found, a relative one is not") {
  const std::string slash = "/";
  CHECK(machine_paths("a\nb = \"" + slash + "tmp/x\"\n") == std::vector<std::size_t>{2});
  CHECK(machine_paths(slash + "home/someone").size() == 1);
  CHECK(machine_paths("../tmp/x, a/work/b, https://example.org" + slash + "home/").empty());
}
