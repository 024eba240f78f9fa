// What `rapport compare` prints.
#include "app/compare_text.hpp"

#include <catch2/catch.hpp>

#include "../findings/planted_result.hpp"
#include "analysis/findings/compare.hpp"
#include "app/compare_json.hpp"
#include "app/compare_layout.hpp"

using namespace rapport;
using test::luck;
using test::PlantedResult;

namespace {

/// Every measure has a value of its own size; later campaigns have more.
PlantedResult crowded(std::vector<std::string> names, double smallest = 0.01) {
  PlantedResult result(std::move(names), 12);
  result.design().title = "Crowded";
  for (std::size_t m = 0; m < measure_count; ++m) {
    result.final(static_cast<Measure>(m), [m, smallest](RunKey run) {
      const double size = m % 3 == 0 ? smallest : m % 3 == 1 ? 10 : 5'000;
      return size * (1 + 0.1 * run.campaign + 0.01 * luck(run.replicate, 1 + run.campaign));
    });
  }
  return result;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

const std::vector<std::string> names = {"Spam blast",       "Thoughtful engagement",
                                        "Zuhören 先に聞く", "Überraschung",
                                        "Do nothing",       "KPI chaser"};

}  // namespace

TEST_CASE("Wide characters take two columns, accents none of their own") {
  CHECK(display_width("blast") == 5);
  CHECK(display_width("Überraschung") == 12);
  CHECK(display_width("先に聞く") == 8);
  CHECK(display_width("") == 0);
}

TEST_CASE("Text is broken at spaces, and inside a word only when it is longer than a line") {
  CHECK(wrap("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap("先に聞く", 4) == std::vector<std::string>{"先に", "聞く"});
  CHECK(paragraph("one two three", 9, "- ") == "- one two\n  three\n");
}

TEST_CASE("What is the same in every run of every campaign takes a line for all, not a row each") {
  PlantedResult result = crowded({"Spam blast", "Thoughtful engagement"});
  result.final(Measure::trusted_kept, [](RunKey) { return 1.0; });
  result.final(Measure::restricted_days, [](RunKey) { return 0.0; });
  const std::string text = compare_text(compare(result.table(), {}));
  CHECK(text.find("The same for every campaign: trusted kept 1.\n") != text.npos);
  CHECK(text.find("Zero for every campaign: restricted days.\n") != text.npos);
  CHECK(text.find("\ntrusted kept") == text.npos);
  CHECK(text.find("\nrestricted days") == text.npos);
}

TEST_CASE("No line of a comparison is wider than 100 columns, whatever the names") {
  for (std::size_t count = 1; count <= names.size(); ++count) {
    const auto planted =
        crowded({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(count)});
    for (const std::string& line : lines_of(compare_text(compare(planted.table(), {})))) {
      INFO(line);
      CHECK(display_width(line) <= 100);
    }
  }
}

TEST_CASE("The sentence stands before every table") {
  const auto planted = crowded({"A", "B"});
  const Comparison comparison = compare(planted.table(), {});
  const std::string text = compare_text(comparison);
  CHECK(text.find("works better than") < text.find("THE TOOL (activity)"));
  CHECK(text.find("THE TOOL (activity)") < text.find("THE RESULT"));
  CHECK(text.find("NOTES") != std::string::npos);
}

TEST_CASE("Up to four campaigns stand side by side where there is room, more in a block each") {
  const auto blocks = [](std::size_t count, double smallest) {
    const auto planted =
        crowded({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(count)}, smallest);
    std::size_t found = 0;
    for (const std::string& line : lines_of(compare_text(compare(planted.table(), {})))) {
      if (line.starts_with("THE RESULT")) ++found;
    }
    return found;
  };
  CHECK(blocks(4, 1) == 1);
  CHECK(blocks(4, 0.001) == 2);  // too wide for one
  CHECK(blocks(6, 1) == 5);
}

TEST_CASE("A name cannot steer the terminal") {
  const auto planted = crowded({"A\x1b[2J", "B"});
  CHECK(compare_text(compare(planted.table(), {})).find('\x1b') == std::string::npos);
}

TEST_CASE("A sweep shows its points and where the lead passes") {
  auto planted = crowded({"A", "B"});
  planted.design().parameters = {"market.in_market_share"};
  planted.design().points = {{0.001}, {0.01}};
  const std::string text = compare_text(compare(planted.table(), {}));
  CHECK(text.find("Of the 2 combinations") != std::string::npos);
  CHECK(text.find("Point 1: market.in_market_share = 0.01") != std::string::npos);
  CHECK(text.find("--point K") != std::string::npos);
}

TEST_CASE("JSON has all measures of all campaigns under their stable names") {
  const auto planted = crowded({"A", "B"});
  const auto json = compare_json(compare(planted.table(), {}));
  CHECK(json["baseline"] == "A");
  const auto& measures = json["points"][0]["measures"];
  REQUIRE(measures.size() == measure_count);
  for (std::size_t m = 0; m < measure_count; ++m) {
    CHECK(measures[m]["measure"] == measure_rows()[m].name);
    CHECK(measures[m]["campaigns"].size() == 2);
  }
  CHECK(measures[0]["campaigns"][0]["difference"].is_null());
  CHECK(measures[0]["campaigns"][1]["difference"]["verdict"] == "better");
  CHECK(measures[0]["campaigns"][1]["difference"]["interval"].size() == 2);
}

TEST_CASE("What is not known is null in JSON, never a number") {
  PlantedResult planted({"A", "B"}, 1);
  const auto json = compare_json(compare(planted.table(), {}));
  CHECK(json["points"][0]["measures"][0]["campaigns"][0]["interval"].is_null());
  CHECK(json["points"][0]["measures"][0]["campaigns"][0]["standard_error"].is_null());
}
