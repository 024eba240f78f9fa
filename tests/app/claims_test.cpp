// The library of claims: every scenario of it runs and gives a verdict on each of its claims.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string_view>

#include "tests/app/program.hpp"

using namespace rapport;

namespace {

const std::filesystem::path library = RAPPORT_SOURCE_DIR "/scenarios/claims";

std::vector<std::filesystem::path> scenarios() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(library)) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::size_t count_lines_with(const std::string& text, std::string_view beginning) {
  std::size_t count = text.starts_with(beginning) ? 1 : 0;
  std::string after_break = "\n";
  after_break += beginning;
  for (auto at = text.find(after_break); at != text.npos; at = text.find(after_break, at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("Every scenario of the library runs and gives a verdict on each of its claims") {
  const test::TemporaryFolder folder;
  REQUIRE(scenarios().size() > 5);
  for (const auto& path : scenarios()) {
    INFO(path);
    const auto run = test::run_program("run '" + path.string() + "' -o '" + folder / "r.h5" +
                                       "' --force --set replicates=2 --set network.people=500");
    CHECK(run.code == 0);
    CHECK(run.out.starts_with("EXPECTATIONS at 2 replicates"));
    const std::size_t claims = count_lines_with(test::bytes_of(path), "[[expect]]");
    CHECK(claims > 0);
    CHECK(count_lines_with(run.out, "- ") == claims);
  }
}

TEST_CASE("The table of the library holds every scenario and as many verdicts as it has claims") {
  const test::TemporaryFolder folder;
  const std::string check = "'" RAPPORT_SOURCE_DIR "/tools/claims-table' --check --results '" +
                            folder / "none" + "' >'" + folder / "out" + "' 2>&1";
  const int status = std::system(check.c_str());
  INFO(test::bytes_of(folder / "out"));
  CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
}

TEST_CASE("A table whose verdicts are not those of the claims is found") {
  const test::TemporaryFolder folder;
  std::string text = test::bytes_of(RAPPORT_SOURCE_DIR "/scenarios/README.md");
  const auto claim = text.find("N3, 18: where few are searching");
  REQUIRE(claim != std::string::npos);
  text[claim + 1] = '4';
  const std::string check = "'" RAPPORT_SOURCE_DIR "/tools/claims-table' --check --results '" +
                            folder / "none" + "' --readme '" + folder.write("README.md", text) +
                            "' >'" + folder / "out" + "' 2>&1";
  CHECK(std::system(check.c_str()) != 0);
  CHECK(test::bytes_of(folder / "out").find("does not claim \"N4, 18: ") != std::string::npos);
}
