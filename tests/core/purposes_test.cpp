#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "core/random.hpp"

namespace {

struct NamedPurpose {
  std::string name;
  std::uint32_t number;
};

// The list as it is written, for a language without reflection.
std::vector<NamedPurpose> purposes_in_source() {
  std::ifstream file(RAPPORT_SOURCE_DIR "/engine/core/random.hpp");
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const std::size_t begin = text.find("enum class Purpose");
  const std::string list = text.substr(begin, text.find("};", begin) - begin);
  static const std::regex line(R"(\n  (\w+) = (\d+),)");
  std::vector<NamedPurpose> purposes;
  for (std::sregex_iterator it(list.begin(), list.end(), line), end; it != end; ++it) {
    purposes.push_back({(*it)[1], static_cast<std::uint32_t>(std::stoul((*it)[2]))});
  }
  return purposes;
}

}  // namespace

TEST_CASE("Every decision has a number of its own, and the list of purposes ascends") {
  const auto purposes = purposes_in_source();
  REQUIRE(purposes.size() >= 25);
  for (std::size_t k = 1; k < purposes.size(); ++k) {
    INFO(purposes[k].name);
    CHECK(purposes[k].number > purposes[k - 1].number);
  }
}

TEST_CASE("A decision that takes several words has its blocks for itself") {
  // First purpose of the block -> words it takes.
  const std::map<std::string, std::uint32_t> wide{{"in_market", 4},
                                                  {"community_interest", 4},
                                                  {"person_interest", 8},
                                                  {"target", 4},
                                                  {"resample", 4},
                                                  {"critical_value", 4},
                                                  {"network_tie", 4},
                                                  {"network_sample", 4},
                                                  {"community", 4},
                                                  {"visitor", 4},
                                                  {"failure", 4},
                                                  {"champion", 4},
                                                  {"topic_phase", 4},
                                                  {"blast", 4},
                                                  {"seed", 4}};
  const auto purposes = purposes_in_source();
  for (const auto& [name, words] : wide) {
    const auto own = std::find_if(purposes.begin(), purposes.end(),
                                  [&](const NamedPurpose& p) { return p.name == name; });
    REQUIRE(own != purposes.end());
    CHECK(own->number % 4 == 0);
    const auto inside = std::count_if(purposes.begin(), purposes.end(), [&](const auto& p) {
      return p.number >= own->number && p.number < own->number + words;
    });
    INFO(name);
    CHECK(inside == 1);
  }
}
