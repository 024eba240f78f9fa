// No file, however hostile, gets past the guards or brings the program down.
#include <catch2/catch.hpp>

#include "core/failure.hpp"
#include "tests/input/network_temporary_file.hpp"
#include "tests/input/scenario_fixture.hpp"

using namespace rapport;
using test::mistakes;

namespace {

ExitCode code_of_loading(const std::string& path) {
  try {
    load_scenario(path);
  } catch (const Failure& failure) {
    return failure.code();
  }
  return ExitCode::done;
}

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int k = 0; k < times; ++k) text += part;
  return text;
}

bool is_one_mistake(const std::string& text, const std::string& beginning) {
  const auto lines = mistakes(text);
  INFO((lines.empty() ? "no mistake" : lines[0]));
  CHECK(lines.size() == 1);
  return !lines.empty() && lines[0].starts_with(beginning);
}

}  // namespace

TEST_CASE("A file that is missing, a folder or too large is refused with its exit code") {
  CHECK(code_of_loading("/there/is/no/such.toml") == ExitCode::missing_input);
  CHECK(code_of_loading("/tmp") == ExitCode::missing_input);
  CHECK(code_of_loading("") == ExitCode::missing_input);
  CHECK(code_of_loading("/dev/zero") == ExitCode::bad_data);
  CHECK(code_of_loading(TemporaryFile("s.toml", std::string(2 << 20, '#')).path()) ==
        ExitCode::bad_data);
  CHECK(code_of_loading(TemporaryFile("s.toml", "seed = 1\n").path()) == ExitCode::done);
}

TEST_CASE("An empty file is a scenario without campaigns") {
  CHECK(is_one_mistake("", "0:0 no [[campaign]]"));
  CHECK(is_one_mistake("\n\n# nothing\n", "0:0 no [[campaign]]"));
}

TEST_CASE("Lines too long, zero bytes and other encodings are refused with their place") {
  CHECK(is_one_mistake("seed = 1\ntitle = \"" + std::string(5000, 'a') + "\"\n",
                       "2:1 a line of 5010 bytes"));
  CHECK(is_one_mistake(std::string("seed = 1\nti\0tle = 2\n", 20), "2:3 a zero byte"));
  CHECK(is_one_mistake("title = \"\xff\"\n", "1:10 not UTF-8"));
  CHECK(is_one_mistake("title = \"\xc0\x80\"\n", "1:10 not UTF-8"));
  CHECK(is_one_mistake("title = \"\xed\xa0\x80\"\n", "1:10 not UTF-8"));
}

TEST_CASE("Nesting too deep is refused before it can exhaust the stack") {
  CHECK(is_one_mistake("a = " + repeated("[", 4000), "1:37 nested deeper"));
  CHECK(is_one_mistake("a = " + repeated("[\n", 100'000), "33:1 nested deeper"));
  CHECK(is_one_mistake("a = " + repeated("{\n", 100'000), "33:1 nested deeper"));
  CHECK(is_one_mistake("a = " + repeated("{b = ", 700), "1:165 nested deeper"));
  CHECK(is_one_mistake(repeated("a.", 2000) + "a = 1", "1:66 nested deeper"));
  CHECK(is_one_mistake(std::string("[") + repeated("a.", 2000) + "a]", "1:67 nested deeper"));
  CHECK(
      is_one_mistake("a = [\n" + repeated(std::string("{") + repeated("a.", 1900) + "a = [\n", 200),
                     "2:67 nested deeper"));
}

TEST_CASE("Headers that never end are mistakes, not nesting") {
  CHECK_FALSE(mistakes(repeated("[\n", 100'000)).empty());
}

TEST_CASE("Brackets and dots in strings and comments are not nesting") {
  const std::string many = repeated("[", 200) + repeated(".", 200);
  CHECK(mistakes("title = \"" + many + "\\\"" + many + "\" # " + many + "\nx-a = '" + many +
                 "'\nx-b = \"\"\"\n" + many + "\"\"\"\"\nx-c = '''" + many + "'''\n" +
                 test::campaign)
            .empty());
}

TEST_CASE("Unclosed strings hide nothing from the guard") {
  const auto lines = mistakes("title = \"abc\nseed = " + repeated("[", 1000) + "\n");
  REQUIRE_FALSE(lines.empty());
  CHECK(lines[0].starts_with("2:40 nested deeper"));
}

TEST_CASE("A file with other line ends or a byte order mark reads as any other") {
  CHECK(mistakes("seed = 1\r\n\r\n[[campaign]]\r\nname = \"A\"\r\nstrategy = \"do-nothing\"\r\n")
            .empty());
  const TemporaryFile file("s.toml", "\xEF\xBB\xBFtrsut = 1\n" + test::campaign);
  const auto all = read_scenario(load_scenario(file.path())).diagnostics.sorted();
  REQUIRE(all.size() == 1);
  CHECK(all[0].place == Place{PlaceIn::file, 1, 1});
}

TEST_CASE("Binary files are refused, not read") {
  std::string bytes;
  for (int k = 0; k < 3000; ++k) bytes += static_cast<char>(k * 37 % 251);
  CHECK_FALSE(mistakes(bytes).empty());
}

TEST_CASE("A text cut off at any byte is either in order or has its mistakes told") {
  const std::string text =
      "title = \"a \\u00e9 [.\"\nseed = 1_0\n[network]\nkind = \"random\"\npeople = 1e3\n" +
      test::campaign + "[sweep]\n\"trust.gain\" = [\n  0.1, # one\n  0.2,\n]\n";
  REQUIRE(mistakes(text).empty());
  for (std::size_t length = 0; length < text.size(); ++length) {
    const auto outcome = test::read(text.substr(0, length));
    CHECK(outcome.diagnostics.has_errors() == !outcome.diagnostics.text().empty());
  }
}
