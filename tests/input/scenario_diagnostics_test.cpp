// How mistakes are printed.
#include <catch2/catch.hpp>

#include "input/did_you_mean.hpp"
#include "tests/input/scenario_fixture.hpp"

using namespace rapport;

TEST_CASE("A mistake is printed with its place, its line and a caret") {
  CHECK(test::read("trsut = 1\n" + test::campaign).diagnostics.text() ==
        "scenario.toml:1:1: error: unknown key \"trsut\" (did you mean \"trust\"?)\n"
        "  trsut = 1\n"
        "  ^\n");
  CHECK(test::read(test::campaign + "[market]\n\twindow_days = 0 # zero\r\n").diagnostics.text() ==
        "scenario.toml:5:16: error: window_days is 0 (too small)\n"
        "  \twindow_days = 0 # zero\n"
        "  \t              ^\n"
        "  allowed: 1 to 3650 days\n");
}

TEST_CASE("The caret stands under the character, whatever its bytes") {
  const auto text = test::read("title = \"\u00e9\u00e9\" \u00e9\n").diagnostics.text();
  CHECK(text.find("  title = \"\u00e9\u00e9\" \u00e9\n               ^\n") != std::string::npos);
}

TEST_CASE("A mistake of a --set shows the option") {
  CHECK(test::read(test::campaign, {"seed=1", "network.peple=3"}).diagnostics.text() ==
        "--set:2:1: error: unknown key \"peple\" (did you mean \"people\"?)\n"
        "  network.peple=3\n"
        "  ^\n");
}

TEST_CASE("A long line is shown around the place") {
  const std::string text = "title = \"" + std::string(2000, 'a') + "\" zzz\n";
  std::string shown = test::read(text).diagnostics.text();
  CHECK(shown.size() < 400);
  CHECK(shown.find("a\" zzz") != std::string::npos);
}

TEST_CASE("Control characters of a file do not reach the terminal") {
  const auto text = test::read("\"\\u001b[31m\" = 1\n" + test::campaign).diagnostics.text();
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("unknown key \"?[31m\"") != std::string::npos);
}

TEST_CASE("Of very many mistakes the first are printed and the rest counted") {
  std::string text = test::campaign;
  for (int k = 0; k < 500; ++k) text += "zebra" + std::to_string(k) + " = 1\n";
  const auto shown = test::read(text).diagnostics.text();
  CHECK(shown.ends_with("and 300 more\n"));
}

TEST_CASE("The word that was meant is near in letters") {
  const std::vector<std::string_view> known{"trust", "market", "word-of-mouth"};
  CHECK(nearest_word("trsut", known) == "trust");
  CHECK(nearest_word("Market", known) == "market");
  CHECK(nearest_word("word_of_mouth", known) == "word-of-mouth");
  CHECK(nearest_word("wrd-of-muth", known) == "word-of-mouth");
  CHECK(nearest_word("zebra", known).empty());
  CHECK(nearest_word(std::string(5000, 'a'), known).empty());
}
