// Two types of one name in one program are one type to the linker, whichever it meets first, and
// the compiler says nothing as long as no file sees both.
#include <catch2/catch.hpp>
#include <map>
#include <regex>
#include <string>

#include "tests/architecture/source.hpp"

using namespace rapport::architecture;

TEST_CASE("No two headers define a type of the same name") {
  // Types of a namespace begin a line, those inside another type do not.
  const std::regex definition(R"((?:^|\n)(?:class|struct|enum class) (\w+)[^;{]*\{)");
  std::map<std::string, std::string> place;
  for (const SourceFile& file : project_files(RAPPORT_SOURCE_DIR)) {
    const bool is_header = file.path.ends_with(".hpp");
    if (!is_header || !(file.path.starts_with("engine/") || file.path.starts_with("analysis/"))) {
      continue;
    }
    const std::string code = code_only(file.text);
    std::smatch space;
    std::regex_search(code, space, std::regex(R"(namespace ([\w:]+) \{)"));
    for (std::sregex_iterator found(code.begin(), code.end(), definition), end; found != end;
         ++found) {
      const auto [first, is_new] = place.emplace(space.str(1) + "::" + found->str(1), file.path);
      INFO(first->first << " stands in " << first->second << " and in " << file.path);
      CHECK(is_new);
    }
  }
  CHECK(place.size() > 100);
}
