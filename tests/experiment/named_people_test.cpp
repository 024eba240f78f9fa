#include "experiment/named_people.hpp"

#include <catch2/catch.hpp>

#include "tests/app/program.hpp"
#include "tests/experiment/studies.hpp"

using namespace rapport;
using namespace rapport::test;
using Catch::Contains;

namespace {

/// A study of one campaign that names these people of a file of ties.
Study named(const std::string& ties, const std::string& ids) {
  const TemporaryFolder folder;
  const std::string path = folder.write("ties.csv", ties);
  return study_of("[[campaign]]\nname = \"A\"\nstrategy = \"seeding\"\ntarget = \"ids\"\nids = " +
                  ids + "\n[network]\nkind = \"file\"\npath = '" + path + "'\n");
}

std::vector<std::uint32_t> numbers(const Study& study) {
  return study.scenario_of(0).campaigns[0].ids;
}

}  // namespace

TEST_CASE("People of a file are named as it writes them, whole numbers and words alike") {
  CHECK(numbers(named("100,200\n200,300\n", "[200, 100]")) == std::vector<std::uint32_t>{1, 0});
  CHECK(numbers(named("100,200\n200,300\n", "[\"300\"]")) == std::vector<std::uint32_t>{2});
}

TEST_CASE("People of a file are named in a part of a campaign as in a campaign") {
  const TemporaryFolder folder;
  const std::string path = folder.write("ties.csv", "100,200\n200,300\n");
  const Study study = study_of(
      "[[campaign]]\nname = \"A\"\nstrategy = \"phases\"\nphases = [{strategy = \"seeding\", "
      "from_day = 3, target = \"ids\", ids = [300]}]\n[network]\nkind = \"file\"\npath = '" +
      path + "'\n");
  CHECK(study.scenario_of(0).campaigns[0].parts[0].ids == std::vector<std::uint32_t>{2});
}

TEST_CASE("An id that the file does not have is refused with some that it has") {
  const auto [code, message] = failure_of([] { named("100,200\n", "[0]"); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Contains("names person \"0\"") && Contains("such as \"100\", \"200\""));
}

TEST_CASE("Designs that name other people of a file are different") {
  // The same file for both: its content counts.
  const auto digest = [](const std::string& ids) { return named("1,2\n2,3\n", ids).design.digest; };
  CHECK(digest("[1]") == digest("[\"1\"]"));
  CHECK(digest("[1]") != digest("[2]"));
}
