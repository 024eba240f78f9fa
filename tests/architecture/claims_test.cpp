// The table of claims in engine/MODEL.md: every group has a row whose files exist.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
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
std::vector<std::vector<std::string>> rows_under(const std::string& heading,
                                                 const std::string& file = "engine/MODEL.md") {
  std::istringstream lines(text_of(project / file));
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

/// The claims in a list such as "N9, 13-16": every number alone.
std::set<std::string> numbers_in(const std::string& list) {
  std::set<std::string> numbers;
  std::istringstream words(list);
  for (std::string word; std::getline(words, word, ',');) {
    word.erase(0, word.find_first_not_of(' '));
    const std::string kind = word.starts_with('N') ? "N" : "";
    const auto dash = word.find('-');
    const int first = std::stoi(word.substr(kind.size()));
    const int last = dash == word.npos ? first : std::stoi(word.substr(dash + 1 + kind.size()));
    for (int k = first; k <= last; ++k) numbers.insert(kind + std::to_string(k));
  }
  return numbers;
}

/// The claims that a row of scenarios/README.md tests or leaves out.
std::set<std::string> accounted_for(const std::vector<std::string>& row) {
  std::set<std::string> numbers = numbers_in(row[1]);
  std::istringstream reasons(row[2] == "-" ? "" : row[2]);
  for (std::string reason; std::getline(reasons, reason, ';');) {
    numbers.merge(numbers_in(reason.substr(0, reason.find(':'))));
  }
  return numbers;
}

}  // namespace

TEST_CASE("Every claim of a group is tested in one of its scenarios, or left out for a reason") {
  const auto listed = rows_under("## The library of claims", "scenarios/README.md");
  for (const auto& group : rows_under("## Claims")) {
    std::set<std::string> found;
    for (const auto& path : paths_in(group[2])) {
      const std::string name = back_quoted(path.substr(std::string_view("scenarios/").size()));
      const auto row =
          std::ranges::find_if(listed, [&](const auto& cells) { return cells[0] == name; });
      INFO(path);
      REQUIRE(row != listed.end());
      found.merge(accounted_for(*row));
    }
    for (const auto& number : numbers_in(group[1])) {
      INFO(group[0] << ": " << number);
      CHECK(found.contains(number));
    }
  }
}

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
