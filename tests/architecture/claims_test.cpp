// The table of claims in engine/MODEL.md: every group has a row whose files exist.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

const std::filesystem::path project = RAPPORT_SOURCE_DIR;

// The groups into which the customer's claims are sorted; one that is left out would not be missed.
constexpr std::array<std::string_view, 23> groups = {
    "seed-hour",      "half-year", "break-even",  "second-invitation", "listening-share",
    "discover-first", "measures",  "impatience",  "bought-audience",   "value",
    "profile",        "privacy",   "referral",    "attention",         "content",
    "advertising",    "deception", "manners",     "bad-news",          "complaints",
    "drift",          "rivals",    "organisation"};

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  std::istringstream rest(row.substr(2));
  for (std::string cell; std::getline(rest, cell, '|');) {
    cell.erase(0, cell.find_first_not_of(' '));
    cell.erase(cell.find_last_not_of(' ') + 1);
    cells.push_back(cell);
  }
  return cells;
}

/// Rows of the table under the heading; each begins with a name in back quotes.
std::vector<std::vector<std::string>> rows_under(const std::string& heading) {
  std::istringstream lines(text_of(project / "engine/MODEL.md"));
  std::vector<std::vector<std::string>> rows;
  bool is_under = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("## ")) is_under = line == heading;
    if (is_under && line.starts_with("| `")) rows.push_back(cells_of(line));
  }
  return rows;
}

/// In back quotes, as names and paths stand in the description.
std::string back_quoted(std::string_view name) {
  std::string text = "`";
  text += name;
  text += '`';
  return text;
}

/// The paths in back quotes.
std::vector<std::string> paths_in(const std::string& cell) {
  std::vector<std::string> paths;
  for (auto at = cell.find('`'); at != cell.npos; at = cell.find('`', at)) {
    const auto end = cell.find('`', at + 1);
    paths.push_back(cell.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  return paths;
}

}  // namespace

TEST_CASE("Every group of claims has a row, which leads to its scenario and its test") {
  const auto rows = rows_under("## Claims");
  for (const auto group : groups) {
    INFO(group);
    const std::string name = back_quoted(group);
    const auto row =
        std::ranges::find_if(rows, [&](const auto& cells) { return cells[0] == name; });
    REQUIRE(row != rows.end());
    REQUIRE(row->size() == 5);
    for (const std::size_t column : {2u, 3u}) {
      const auto paths = paths_in((*row)[column]);
      CHECK((!paths.empty() || (*row)[column] == "not yet"));
      for (const auto& path : paths) {
        INFO(path);
        CHECK(std::filesystem::exists(project / path));
      }
    }
    CHECK_FALSE((*row)[4].empty());
  }
  CHECK(rows.size() == groups.size());
}

TEST_CASE("Every scenario of the library stands in the table of claims") {
  const auto rows = rows_under("## Claims");
  for (const auto& entry : std::filesystem::directory_iterator(project / "scenarios/claims")) {
    const std::string path = "scenarios/claims/" + entry.path().filename().string();
    INFO(path);
    CHECK(std::ranges::any_of(rows, [&](const auto& row) {
      return row[2].find(back_quoted(path)) != std::string::npos;
    }));
  }
}
