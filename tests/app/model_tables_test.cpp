// The tables of engine/MODEL.md are written from the program, not kept by hand.
#include <catch2/catch.hpp>

#include "tests/app/program.hpp"

using namespace rapport;

namespace {

const std::string model = RAPPORT_SOURCE_DIR "/engine/MODEL.md";

struct Check {
  bool passed;
  std::string out;
};

/// Runs `tools/model-tables --check` on a description.
Check check_tables(const std::string& description) {
  const test::TemporaryFolder folder;
  const std::string command = "'" RAPPORT_SOURCE_DIR
                              "/tools/model-tables' --check --program '" RAPPORT_PROGRAM
                              "' --model '" +
                              description + "' >'" + folder / "out" + "' 2>&1";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) && WEXITSTATUS(status) == 0, test::bytes_of(folder / "out")};
}

}  // namespace

TEST_CASE("The tables of the model's description are those of the program") {
  const Check check = check_tables(model);
  INFO(check.out);
  CHECK(check.passed);
}

TEST_CASE("A stale table of the model's description is found, and the way to mend it is named") {
  const test::TemporaryFolder folder;
  std::string text = test::bytes_of(model);
  const auto row = text.find("| `market.window_days` | days | ");
  REQUIRE(row != std::string::npos);
  text.insert(text.find("days |", row), "more ");
  const Check check = check_tables(folder.write("MODEL.md", text));
  CHECK_FALSE(check.passed);
  CHECK(check.out.find("-| `market.window_days` | more days | ") != std::string::npos);
  CHECK(check.out.find("is stale; run tools/model-tables") != std::string::npos);
}

TEST_CASE("A description without a place for a table is found") {
  const test::TemporaryFolder folder;
  const Check check = check_tables(folder.write("MODEL.md", "# The model\n"));
  CHECK_FALSE(check.passed);
  CHECK(check.out.find("no place for the table of mechanisms") != std::string::npos);
}
