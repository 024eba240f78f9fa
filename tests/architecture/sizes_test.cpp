#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "tests/architecture/functions.hpp"
#include "tests/architecture/source.hpp"

using namespace rapport::architecture;

namespace {

constexpr std::size_t most_file_lines = 400;
constexpr std::size_t most_function_lines = 50;
constexpr std::size_t most_columns = 100;

/// Columns of a line of UTF-8: bytes that do not continue a character.
std::size_t columns(std::string_view line) {
  std::size_t count = 0;
  for (const char c : line) count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u ? 1 : 0;
  return count;
}

/// Code of any language, but not data, tables (*.def) and text.
bool is_source(std::string_view path) {
  static constexpr std::array<std::string_view, 6> endings = {".py",    ".js", ".ts",
                                                              ".cmake", ".sh", "CMakeLists.txt"};
  return is_cpp(path) || path.starts_with("tools/") ||
         std::ranges::any_of(endings, [&](std::string_view end) { return path.ends_with(end); });
}

std::string place(const SourceFile& file, std::size_t line) {
  return file.path + ":" + std::to_string(line);
}

}  // namespace

TEST_CASE("No source file has more than 400 lines") {
  for (const SourceFile& file : project_files(RAPPORT_SOURCE_DIR)) {
    const std::size_t lines = lines_of(file.text).size();
    if (is_source(file.path) && lines > most_file_lines) {
      FAIL_CHECK(file.path << " has " << lines << " lines");
    }
  }
}

TEST_CASE("No line of C++ has more than 100 columns") {
  for (const SourceFile& file : project_files(RAPPORT_SOURCE_DIR)) {
    if (!is_cpp(file.path)) continue;
    const auto lines = lines_of(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (columns(lines[i]) > most_columns) FAIL_CHECK(place(file, i + 1) << " is too wide");
    }
  }
}

TEST_CASE("No function has more than 50 lines") {
  std::size_t functions = 0;
  for (const SourceFile& file : project_files(RAPPORT_SOURCE_DIR)) {
    if (!is_cpp(file.path)) continue;
    for (const Function& function : functions_of(file.text)) {
      ++functions;
      if (function.lines <= most_function_lines) continue;
      FAIL_CHECK(place(file, function.first_line)
                 << " " << function.head << " has " << function.lines << " lines");
    }
  }
  CHECK(functions > 100);  // the scanner sees the project
}

TEST_CASE("A function's lines reach from its head to its closing brace") {
  const auto found = functions_of(
      "namespace a {\n"
      "\n"
      "int sum(int x,\n"
      "        int y) {\n"
      "  if (x > y) {\n"
      "    return x;\n"
      "  }\n"
      "  return x + y;\n"
      "}\n"
      "\n"
      "}  // namespace a\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].head == "int sum(int x, int y)");
  CHECK(found[0].first_line == 3);
  CHECK(found[0].lines == 7);
}

TEST_CASE("Methods, constructors with braces, templates and operators are functions") {
  const auto found = functions_of(
      "class A : public B {\n"
      " public:\n"
      "  A(int n) : n_{n}, m_(n) {\n"
      "    start();\n"
      "  }\n"
      "  int n() const { return n_; }\n"
      " private:\n"
      "  int n_ = 0;\n"
      "};\n"
      "template <typename T = int>\n"
      "T twice(T t) { return t + t; }\n"
      "bool operator==(const A& a, const A& b) { return a.n() == b.n(); }\n"
      "TEST_CASE(\"a } in a literal\") { CHECK('}' != 20'000); }\n");
  std::vector<std::size_t> lengths;
  for (const Function& function : found) lengths.push_back(function.lines);
  CHECK(lengths == std::vector<std::size_t>{3, 1, 2, 1, 1});
}

TEST_CASE("Tables, types and comments are not functions") {
  CHECK(functions_of("constexpr Row rows[] = {\n  {f(1), 2},\n  {f(3), 4},\n};\n"
                     "struct S { int a = f(1); };\n"
                     "enum class E : int { a, b };\n"
                     "// void f() {}\n"
                     "/* void g() {} */\n"
                     "#define H() {}\n")
            .empty());
}

TEST_CASE("A function of 51 lines is found too long") {
  std::string text = "void f() {\n";
  for (std::size_t i = 0; i < most_function_lines - 1; ++i) text += "  g();\n";
  const auto found = functions_of(text + "}\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].lines == most_function_lines + 1);
}

TEST_CASE("Columns are characters, not bytes") {
  CHECK(columns("h\xc3\xb6"
                "fe") == 4);
}
