#include "tests/architecture/tables.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "mechanisms/registry.hpp"
#include "strategies/registry.hpp"
#include "tests/architecture/source.hpp"

using namespace rapport::architecture;

namespace {

std::string text_of(const std::vector<SourceFile>& files, std::string_view path) {
  const auto found = std::ranges::find(files, path, &SourceFile::path);
  return found == files.end() ? std::string{} : found->text;
}

template <typename Rows>
std::vector<std::string> names_of(const Rows& rows) {
  std::vector<std::string> names;
  for (const auto& row : rows) names.emplace_back(row.name);
  return names;
}

void check_registry(std::string_view folder, const std::vector<std::string>& rows) {
  REQUIRE_FALSE(rows.empty());
  const auto files = project_files(RAPPORT_SOURCE_DIR);
  for (const std::string& problem : registry_violations(files, folder, rows)) FAIL_CHECK(problem);
}

void check_described(const std::vector<std::string>& rows) {
  const std::string model = text_of(project_files(RAPPORT_SOURCE_DIR), "engine/MODEL.md");
  for (const std::string& row : rows) {
    const bool named = model.find("`" + row + "`") != std::string::npos;
    if (!named) FAIL_CHECK("engine/MODEL.md does not name `" << row << "`");
  }
}

}  // namespace

TEST_CASE("Every mechanism has one file and one row") {
  check_registry("engine/mechanisms", names_of(rapport::mechanism_rows()));
}

TEST_CASE("Every strategy has one file and one row") {
  check_registry("engine/strategies", names_of(rapport::strategy_rows()));
}

TEST_CASE("A file without a row and a row without a file are found") {
  const std::vector<SourceFile> files = {
      {"engine/mechanisms/registry.cpp", "#include \"mechanisms/rule_functions.hpp\"\n"},
      {"engine/mechanisms/rule_functions.hpp", ""},
      {"engine/mechanisms/word_of_mouth.cpp", "#include \"mechanisms/helper.hpp\"\n"},
      {"engine/mechanisms/helper.hpp", ""},
      {"engine/mechanisms/forgotten.cpp", "#include \"mechanisms/rule_functions.hpp\"\n"},
      {"engine/core/ids.hpp", ""}};
  const std::vector<std::string> rows = {"word-of-mouth", "gone"};
  CHECK(registry_violations(files, "engine/mechanisms", rows) ==
        std::vector<std::string>{"gone has no file of its name",
                                 "engine/mechanisms/forgotten has no row and is not included"});
}

TEST_CASE("The model's description names every mechanism and every strategy") {
  check_described(names_of(rapport::mechanism_rows()));
  check_described(names_of(rapport::strategy_rows()));
}

TEST_CASE("Every purpose of a draw has a number of its own") {
  const auto purposes =
      purposes_of(text_of(project_files(RAPPORT_SOURCE_DIR), "engine/core/random.hpp"));
  REQUIRE(purposes.size() > 10);
  std::map<int, std::string> owners;
  for (const Purpose& purpose : purposes) {
    INFO(purpose.name << " = " << purpose.number);
    CHECK(purpose.number >= 0);
    const auto [owner, is_new] = owners.emplace(purpose.number, purpose.name);
    INFO("is also the number of " << owner->second);
    CHECK(is_new);
  }
}

TEST_CASE("Purposes are read with their numbers, and one without a number is seen") {
  const auto purposes = purposes_of(
      "enum class Purpose : std::uint32_t {\n  attention = 0,  // = 7, not\n  hear = 12,\n  "
      "late\n};");
  REQUIRE(purposes.size() == 3);
  CHECK(purposes[0].number == 0);
  CHECK(purposes[1].name == "hear");
  CHECK(purposes[1].number == 12);
  CHECK(purposes[2].number == -1);
}
