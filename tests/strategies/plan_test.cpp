#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"
#include "tests/worlds/crews.hpp"

using namespace rapport;

namespace {

enum : std::uint8_t { message, invitation, follow_up };

std::vector<Approach> three_ways() {
  std::vector<Approach> approaches(3);
  approaches[message].channel = Channel::message;
  approaches[message].seconds = 10;
  approaches[invitation].channel = Channel::note;
  approaches[invitation].seconds = 20;
  approaches[follow_up].channel = Channel::follow_up;
  approaches[follow_up].seconds = 30;
  return approaches;
}

struct OneDay {
  explicit OneDay(const Plan::Limits& limits) : plan(ways, limits, touches) {}
  std::size_t sent() const { return touches[0].size() + touches[1].size() + touches[2].size(); }

  std::vector<Approach> ways = three_ways();
  std::vector<std::vector<Encounter>> touches{3};
  Plan plan;
};

}  // namespace

TEST_CASE("A day's work ends when the next touch would take longer than what is left") {
  OneDay day({45, 1e18, false});
  Plan& plan = day.plan;
  CHECK(plan.send(PersonId{1}, message, 0) == Plan::Sent::yes);
  CHECK(plan.send(PersonId{2}, invitation, 0) == Plan::Sent::yes);
  CHECK(plan.seconds_left() == 15);
  CHECK(plan.send(PersonId{3}, invitation, 0) == Plan::Sent::out_of_time);
  CHECK(plan.send(PersonId{3}, message, 0) == Plan::Sent::yes);
  CHECK(plan.seconds_spent() == 40);
  CHECK(plan.seconds_left() == 5);
  CHECK(day.sent() == 3);
}

TEST_CASE("The last second of a day may be used up exactly") {
  OneDay day({30, 1e18, false});
  Plan& plan = day.plan;
  CHECK(plan.send(PersonId{1}, follow_up, 0) == Plan::Sent::yes);
  CHECK(plan.seconds_left() == 0);
}

TEST_CASE("The platform counts invitations, and refuses them alone when the quota is used up") {
  OneDay day({1000, 2, false});
  Plan& plan = day.plan;
  CHECK(plan.send(PersonId{1}, invitation, 0) == Plan::Sent::yes);
  CHECK(plan.send(PersonId{2}, invitation, 0) == Plan::Sent::yes);
  CHECK(plan.send(PersonId{3}, invitation, 0) == Plan::Sent::refused_by_platform);
  CHECK(plan.invitations_sent() == 2);
  CHECK(plan.send(PersonId{4}, message, 0) == Plan::Sent::yes);
  CHECK(plan.send(PersonId{5}, follow_up, 0) == Plan::Sent::yes);
  CHECK(plan.seconds_spent() == 80);
}

TEST_CASE("A restricted sender reaches connections alone, and refused touches cost no time") {
  OneDay day({1000, 1e18, true});
  Plan& plan = day.plan;
  CHECK(plan.send(PersonId{1}, message, 0) == Plan::Sent::refused_by_platform);
  CHECK(plan.send(PersonId{2}, invitation, 0) == Plan::Sent::refused_by_platform);
  CHECK(plan.seconds_spent() == 0);
  CHECK(plan.send(PersonId{3}, follow_up, 0) == Plan::Sent::yes);
  CHECK(day.sent() == 1);
}

TEST_CASE("A touch says who is met by which approach about what, and comes from the sender") {
  OneDay day({1000, 1e18, false});
  day.plan.send(PersonId{17}, invitation, 5);
  REQUIRE(day.touches[invitation].size() == 1);
  CHECK(day.sent() == 1);
  const Encounter& e = day.touches[invitation].front();
  CHECK(e.target == 17);
  CHECK(e.source == the_sender);
  CHECK(e.topic == 5);
}

TEST_CASE("Addressing many at once ends where addressing them one by one would") {
  const std::vector<std::uint32_t> people{5, 3, 9, 1, 7};
  for (const Plan::Limits& limits : {Plan::Limits{1000, 1e18, false},
                                     {65, 1e18, false},
                                     {1000, 3, false},
                                     {65, 3, false},
                                     {59, 3, false},
                                     {1000, 0, false},
                                     {0, 9, false},
                                     {1000, 9, true}}) {
    for (const std::uint8_t way : {message, invitation, follow_up}) {
      OneDay at_once(limits), one_by_one(limits);
      const Plan::Sent sent = at_once.plan.send_all(people, way, 4);
      Plan::Sent last = Plan::Sent::yes;
      for (std::size_t k = 0; k < people.size() && last == Plan::Sent::yes; ++k) {
        last = one_by_one.plan.send(PersonId{people[k]}, way, 4);
      }
      CHECK(sent == last);
      CHECK(at_once.sent() == one_by_one.sent());
      CHECK(at_once.plan.seconds_spent() == one_by_one.plan.seconds_spent());
      CHECK(at_once.plan.invitations_sent() == one_by_one.plan.invitations_sent());
      CHECK(at_once.plan.messages_sent() == at_once.sent());
    }
  }
}

TEST_CASE("People who are told when they are needed are addressed as those of a list") {
  constexpr std::uint32_t people = 50'000;
  std::vector<std::uint32_t> list(people);
  for (std::uint32_t k = 0; k < people; ++k) list[k] = (k * 7919u) % people;
  const auto tell = [&](std::uint32_t first, std::span<std::uint32_t> some) {
    std::copy_n(list.begin() + first, some.size(), some.begin());
  };
  for (const double seconds : {0.0, 2'555.0, 123'456.0, 1e9}) {
    OneDay by_list({seconds, 1e18, false}), told({seconds, 1e18, false});
    const auto sent = by_list.plan.send_all(list, message, 3);
    CHECK(told.plan.send_all(people, tell, message, 3) == sent);
    OneDay by_crew({seconds, 1e18, false});
    Plan plan(by_crew.ways, {seconds, 1e18, false}, by_crew.touches, &test::backwards);
    CHECK(plan.send_all(people, tell, message, 3) == sent);
    const auto same = [](const Encounter& a, const Encounter& b) {
      return a.target == b.target && a.topic == b.topic && a.source == b.source;
    };
    CHECK(std::ranges::equal(told.touches[0], by_list.touches[0], same));
    CHECK(std::ranges::equal(by_crew.touches[0], by_list.touches[0], same));
    CHECK(plan.messages_sent() == by_list.plan.messages_sent());
    CHECK(plan.seconds_spent() == Approx(by_list.plan.seconds_spent()));
  }
}
