// What becomes of messages that are not read.
#include <catch2/catch.hpp>

#include "tests/simulation/world.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

// A blast on people so busy that hardly anything is read.
World busy_people(double messages_read_per_day) {
  Scenario scenario = scenario_of(campaign("spam-blast"), 30);
  scenario.parameters.attention.background_load = 50;
  scenario.parameters.attention.messages_read_per_day = messages_read_per_day;
  return {acquaintances(2'000, 6), scenario};
}

}  // namespace

TEST_CASE("A message that is delivered and not read leaves nothing but that it came") {
  const World world = busy_people(0.5);
  Days days(world);
  std::uint32_t unread = 0;
  for (int day = 0; day < 10; ++day) days.next();
  for (std::uint32_t p = 0; p < days.relations().people(); ++p) {
    const Relation& relation = days.relations()[p];
    if ((relation.marks & mark::touched) == 0 || (relation.marks & mark::reached) != 0) continue;
    ++unread;
    CHECK((relation.marks & ~(mark::touched | mark::noted)) == 0);
    CHECK(relation.trust.word == 0);
    CHECK(relation.annoyance.word == 0);
    CHECK(relation.contacted == 0);
    CHECK(relation.recent == 0);
  }
  CHECK(unread > 500);
}

TEST_CASE("Delivered are those whom neither privacy nor a block shuts off, read a share of them") {
  const RunResult few = busy_people(0.5).run(), many = busy_people(20).run();
  for (const RunResult* run : {&few, &many}) {
    CHECK(final_of(*run, Measure::messages_read) < final_of(*run, Measure::messages_delivered));
    CHECK(final_of(*run, Measure::messages_delivered) < final_of(*run, Measure::messages_sent));
    CHECK(final_of(*run, Measure::people_touched) <= 2'000);
  }
  CHECK(final_of(few, Measure::messages_read) < 0.1 * final_of(many, Measure::messages_read));
  // Whoever reads little is not driven away.
  CHECK(final_of(few, Measure::messages_delivered) > final_of(many, Measure::messages_delivered));
}
