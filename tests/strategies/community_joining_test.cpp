#include <catch2/catch.hpp>
#include <set>

#include "strategies/community_members.hpp"
#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

enum : std::uint8_t { contribution, invitation, follow_up };

// Person p belongs to community p modulo `communities`.
std::set<std::uint32_t> communities_of(const std::vector<std::uint32_t>& people,
                                       std::uint32_t communities) {
  std::set<std::uint32_t> result;
  for (const std::uint32_t person : people) result.insert(person % communities);
  return result;
}

}  // namespace

TEST_CASE("Members of a community are found by its number, ascending") {
  Network network = strangers(7);
  network.community = std::vector<std::uint32_t>{2, 0, 2, 2, 0, 4, 0};
  network.communities = 5;
  const CommunityMembers members(network);
  const auto of = [&](std::uint32_t community) {
    const auto span = members.of(community);
    return std::vector<std::uint32_t>(span.begin(), span.end());
  };
  CHECK(of(0) == std::vector<std::uint32_t>{1, 4, 6});
  CHECK(of(1).empty());
  CHECK(of(2) == std::vector<std::uint32_t>{0, 2, 3});
  CHECK(of(3).empty());
  CHECK(of(4) == std::vector<std::uint32_t>{5});
}

TEST_CASE("Nobody is invited before the sender has looked, joined and helped") {
  // Three looks of half an hour, one hour to join, 20 contributions of ten minutes.
  Sender sender(campaign("community-joining"), grouped(400, 4));
  Day helping = -1, inviting = -1;
  for (Day day = 0; day < 10; ++day) {
    const DayPlan plan = sender.plan_hours(day, 1);
    if (helping < 0 && !addressed(plan, contribution).empty()) helping = day;
    if (inviting < 0 && !addressed(plan, invitation).empty()) inviting = day;
    CHECK(plan.seconds_spent == Approx(3600));
  }
  CHECK(helping == 2);   // after two and a half hours
  CHECK(inviting == 5);  // after five hours and fifty minutes
}

TEST_CASE("A sender helps and invites in one community at a time, and all of its members once") {
  Sender sender(campaign("community-joining"), grouped(400, 4));
  std::vector<std::uint32_t> helped, invited;
  for (Day day = 0; invited.size() < 100; ++day) {
    REQUIRE(day < 100);
    const DayPlan plan = sender.plan_hours(day, 1);
    const auto read = addressed(plan, contribution), asked = addressed(plan, invitation);
    helped.insert(helped.end(), read.begin(), read.end());
    invited.insert(invited.end(), asked.begin(), asked.end());
  }
  CHECK(invited.size() == 100);
  CHECK(different(invited) == 100);
  CHECK(communities_of(invited, 4).size() == 1);
  CHECK(communities_of(helped, 4) == communities_of(invited, 4));
  CHECK(helped.size() == 20 * 30);
}

TEST_CASE("In the end every community has been joined and everybody has been invited") {
  Sender sender(campaign("community-joining"), grouped(120, 6));
  std::vector<std::uint32_t> invited;
  for (Day day = 0; day < 60; ++day) {
    const DayPlan plan = sender.plan_hours(day, 2);
    const auto today = addressed(plan, invitation);
    invited.insert(invited.end(), today.begin(), today.end());
  }
  CHECK(invited.size() == 120);
  CHECK(different(invited) == 120);
  CHECK(sender.plan_hours(60, 2).size() == 0);
}

TEST_CASE("The community that is entered first cares more for the product than others do") {
  double chosen = 0, all = 0;
  for (std::uint32_t replicate = 0; replicate < 60; ++replicate) {
    Sender sender(campaign("community-joining", {{"compared", 8}, {"contributions", 0}}),
                  grouped(800, 8), replicate);
    const DayPlan plan = sender.plan_hours(0, 24);
    REQUIRE_FALSE(addressed(plan, invitation).empty());
    const std::uint32_t community = addressed(plan, invitation).front() % 8;
    for (std::uint32_t p = 0; p < 800; ++p) {
      const double interest = fraction(sender.population().traits[p].interest[0]);
      all += interest / 800;
      if (p % 8 == community) chosen += interest / 100;
    }
  }
  CHECK(chosen / 60 > all / 60 + 0.1);
}

TEST_CASE("A network without communities is one community") {
  Sender sender(campaign("community-joining"), strangers(50));
  std::vector<std::uint32_t> invited;
  for (Day day = 0; day < 10; ++day) {
    const DayPlan plan = sender.plan_hours(day, 2);
    const auto today = addressed(plan, invitation);
    invited.insert(invited.end(), today.begin(), today.end());
  }
  CHECK(different(invited) == 50);
}

TEST_CASE("Help in a group hardly intrudes and asks for nothing") {
  const Sender sender(campaign("community-joining"), strangers(10));
  const Approach& help = sender.approaches()[contribution];
  CHECK(help.pitch == 0.0f);
  CHECK(row_of(help.channel).answer == Answer::none);
  for (const float intrusiveness : row_of(help.channel).intrusiveness) {
    CHECK(intrusiveness < row_of(Channel::follow_up).intrusiveness.back());
  }
}
