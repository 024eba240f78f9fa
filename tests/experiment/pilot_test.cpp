// What a pilot tells of the whole study.
#include "experiment/pilot.hpp"

#include <catch2/catch.hpp>

#include "tests/experiment/studies.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

const std::string precise = "[stop]\nmetric = \"replies\"\nhalf_width = 0.1\n";

Pilot pilot_of(const std::string& scenario) {
  constexpr double seconds = 60;  // more than all its replicates take
  return run_pilot(study_of(scenario), {}, seconds);
}

}  // namespace

TEST_CASE("The more campaigns have to be known at once, the more replicates that takes") {
  std::string others;
  for (const std::string strategy : {"persistent-blast", "first-contact-pitch", "inmail"}) {
    others += "[[campaign]]\nname = \"" + strategy + "\"\nstrategy = \"" + strategy + "\"\n";
  }
  const Pilot two = pilot_of(small_scenario(precise));
  const Pilot five = pilot_of(small_scenario(precise) + others);
  REQUIRE(two.replicates_needed);
  REQUIRE(five.replicates_needed);
  CHECK(static_cast<double>(*five.replicates_needed) >
        1.1 * static_cast<double>(*two.replicates_needed));
}

TEST_CASE("A pilot makes replicates enough to tell how they differ, be few asked for or many") {
  CHECK(pilot_of(small_scenario()).replicates >= fewest_replicates_to_tell);
  CHECK(pilot_of(small_scenario(precise)).replicates >= fewest_replicates_to_tell);
}

TEST_CASE("A pilot without time makes one replicate and does not tell how many are needed") {
  const Pilot pilot = run_pilot(study_of(small_scenario(precise)), {}, 0);
  CHECK(pilot.replicates == 1);
  CHECK_FALSE(pilot.replicates_needed);
}
