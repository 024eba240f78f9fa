#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

enum : std::uint8_t { inmail, invitation, follow_up };

}  // namespace

TEST_CASE("InMails go to as many people as the quota holds, each of them once") {
  Sender sender(campaign("inmail"), strangers(1'000));
  const DayPlan first = sender.plan(0, {8 * 3600.0, 0, false, 7});
  CHECK(addressed(first, inmail).size() == 7);
  CHECK(first.inmails_sent == 7);
  CHECK(first.invitations_sent == 0);
  CHECK(sender.plan(1, {8 * 3600.0, 0, false, 0}).size() == 0);
  const DayPlan later = sender.plan(2, {8 * 3600.0, 0, false, 5});
  auto all = addressed(first, inmail);
  for (const std::uint32_t person : addressed(later, inmail)) all.push_back(person);
  CHECK(different(all) == 12);
}

TEST_CASE("A quota of invitations does not limit InMails, nor a quota of InMails invitations") {
  Sender invited(campaign("thoughtful-engagement"), strangers(1'000));
  CHECK(invited.plan(0, {3600, 100, false, 0}).size() == 10);
  Sender written_to(campaign("inmail"), strangers(1'000));
  CHECK(written_to.plan(0, {3600, 0, false, 100}).size() == 10);
}

TEST_CASE("A restricted sender writes no InMail") {
  Sender sender(campaign("inmail"), strangers(1'000));
  CHECK(sender.plan(0, {3600, 100, true, 100}).size() == 0);
}

TEST_CASE("Who answers an InMail is invited, about what it was about, when the quota allows") {
  Sender sender(campaign("inmail"), strangers(1'000));
  Answers answers;
  answers.replied = {{4, 6}, {2, 1}};
  sender.learn(0, answers);
  const DayPlan none = sender.plan(1, {3600, 0, false, 3});
  CHECK(addressed(none, invitation).empty());
  CHECK(addressed(none, inmail).size() == 3);
  const DayPlan both = sender.plan(2, {3600, 100, false, 0});
  CHECK(addressed(both, invitation) == std::vector<std::uint32_t>{4, 2});
  CHECK(both.touches[invitation].front().topic == 6);
  CHECK(sender.plan(3, {3600, 100, false, 0}).size() == 0);
}

TEST_CASE("Who answers again and again is invited once, and who is connected not at all") {
  Sender sender(campaign("inmail"), strangers(1'000));
  Answers answers;
  answers.replied = {{4, 6}, {2, 1}, {4, 6}};
  answers.connected = {{2, 1}};
  sender.learn(0, answers);
  CHECK(addressed(sender.plan(1, {3600, 100, false, 0}), invitation) ==
        std::vector<std::uint32_t>{4});
  answers.connected.clear();
  sender.learn(1, answers);
  CHECK(addressed(sender.plan(2, {3600, 100, false, 0}), invitation).empty());
}

TEST_CASE("The subscription says how many InMails a month brings") {
  const Parameters p = default_parameters(ParameterSet::seed);
  const std::array expected = {5.0, 15.0, 50.0, 100.0};
  for (std::size_t tier = 0; tier < expected.size(); ++tier) {
    Sender sender(campaign("inmail", {{"subscription", static_cast<double>(tier)}}), strangers(10));
    CHECK(sender.strategy().inmails_a_month(0, p) == expected[tier]);
  }
  Sender other(campaign("spam-blast"), strangers(10));
  CHECK(other.strategy().inmails_a_month(0, p) == 0);
}
