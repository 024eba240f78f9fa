// The library of claims and the mechanisms: a scenario names in `x-mechanisms` those that it is
// meant to show, and switching one of them off changes its runs.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "experiment/study.hpp"
#include "tests/worlds/setting.hpp"

namespace rapport::test {
namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::vector<std::string> mechanisms_of(const std::string& scenario) {
  std::smatch line;
  std::vector<std::string> names;
  if (!std::regex_search(scenario, line, std::regex(R"(\nx-mechanisms = \[([^\]]*)\])")))
    return names;
  const std::string list = line[1];
  const std::regex name(R"x("([^"]+)")x");
  for (std::sregex_iterator at(list.begin(), list.end(), name), end; at != end; ++at) {
    names.push_back((*at)[1]);
  }
  return names;
}

// Whether any campaign at any design point runs differently without the mechanism.
bool acts(const Study& study, const std::string& mechanism) {
  for (std::size_t point = 0; point < study.points.size(); ++point) {
    const Scenario on = study.scenario_of(point);
    if (std::ranges::count(on.mechanisms_off, mechanism) > 0) continue;
    const auto network = study.network_of(point, 0);
    Scenario off = on;
    off.mechanisms_off.push_back(mechanism);
    for (std::uint32_t c = 0; c < off.campaigns.size(); ++c) {
      const RunResult with = run(on, *network, c);
      if (run(off, *network, c).digest != with.digest) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("every mechanism acts in the scenario of claims that names it") {
  std::set<std::string> shown;
  for (const auto& entry :
       std::filesystem::directory_iterator(RAPPORT_SOURCE_DIR "/scenarios/claims")) {
    const std::string text = text_of(entry.path());
    const auto names = mechanisms_of(text);
    if (names.empty()) continue;
    const std::string name = entry.path().filename().string();
    const Study study =
        prepare_study({name, entry.path().string(), text, {"network.people=1000"}}, "");
    for (const std::string& mechanism : names) {
      INFO(name << ": " << mechanism);
      CHECK(acts(study, mechanism));
      shown.insert(mechanism);
    }
  }
  for (const MechanismRow& row : mechanism_rows()) {
    INFO(row.name);
    CHECK(shown.contains(std::string(row.name)));
  }
  CHECK(shown.size() == mechanism_rows().size());
}

}  // namespace rapport::test
