#include "mechanisms/registry.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <regex>
#include <set>
#include <string>

#include "tests/mechanisms/scripted.hpp"

using namespace rapport;

namespace {

std::size_t declared_rules() {
  std::ifstream file(RAPPORT_SOURCE_DIR "/engine/mechanisms/rule_functions.hpp");
  std::size_t count = 0;
  for (std::string line; std::getline(file, line);) {
    count += line.find("(Batch&, const Rules&);") != line.npos;
  }
  return count;
}

}  // namespace

TEST_CASE("Every mechanism has a name of its own, a meaning, an equation and a graded source") {
  const std::regex grade(R"(\([ABCDSX](/[ABCDSX])?\)$)");
  std::set<std::string_view> names;
  for (const MechanismRow& row : mechanism_rows()) {
    INFO(row.name);
    CHECK(names.insert(row.name).second);
    CHECK_FALSE(row.meaning.empty());
    CHECK_FALSE(row.equation.empty());
    CHECK(std::regex_search(std::string(row.source), grade));
    CHECK_FALSE(row.steps.empty());
  }
}

TEST_CASE("Every rule takes part in one step of the day, once") {
  std::set<RuleFunction> rules;
  for (const MechanismRow& row : mechanism_rows()) {
    for (const RuleStep& step : row.steps) {
      INFO(row.name);
      REQUIRE(step.apply != nullptr);
      CHECK(rules.insert(step.apply).second);
    }
  }
  CHECK(rules.size() == declared_rules());
}

TEST_CASE("People shut the sender out after they have felt what it did to them") {
  // Within a step the order of the table holds; the exit ladder looks at today's annoyance.
  const RuleFunction feel[] = {move_trust, move_annoyance, shut_out};
  std::size_t next = 0;
  for (const MechanismRow& row : mechanism_rows()) {
    for (const RuleStep& step : row.steps) {
      if (step.step == Step::feel && next < 3 && step.apply == feel[next]) ++next;
    }
  }
  CHECK(next == 3);
}
