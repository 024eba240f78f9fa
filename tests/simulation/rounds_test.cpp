#include "simulation/rounds.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "core/random.hpp"
#include "tests/worlds/crews.hpp"

using namespace rapport;

namespace {

// Encounters with random people; the source says which they are.
std::vector<Encounter> encounters_of(std::uint32_t count, std::uint32_t people) {
  std::vector<Encounter> encounters;
  for (std::uint32_t k = 0; k < count; ++k) {
    const std::uint64_t word = Draws(42, 0).word(PersonId{k}, 0, 0, Purpose::target);
    encounters.push_back({static_cast<std::uint32_t>((word * people) >> 32), k, 0});
  }
  return encounters;
}

bool are_different(const std::vector<Encounter>& round) {
  std::set<std::uint32_t> targets;
  return std::all_of(round.begin(), round.end(),
                     [&](const Encounter& e) { return targets.insert(e.target).second; });
}

// The sources that meet `target`, in order.
std::vector<std::uint32_t> sources_of(const std::vector<Encounter>& encounters,
                                      std::uint32_t target) {
  std::vector<std::uint32_t> sources;
  for (const Encounter& e : encounters) {
    if (e.target == target) sources.push_back(e.source);
  }
  return sources;
}

// All rounds, one after the other, as the day takes them.
std::vector<std::vector<Encounter>> all_rounds(Rounds& rounds, std::vector<Encounter> encounters) {
  std::vector<std::vector<Encounter>> result;
  rounds.bring_together(encounters);
  for (const auto round : rounds.of(encounters)) result.emplace_back(round.begin(), round.end());
  return result;
}

}  // namespace

TEST_CASE("Nobody is met twice in a round, and no encounter is lost or doubled") {
  for (const auto& [count, people] : {std::pair{0u, 10u},
                                      {1u, 1u},
                                      {50u, 7u},
                                      {511u, 40u},
                                      {512u, 3u},
                                      {5000u, 1000u},
                                      {5000u, 100'000u},
                                      {600u, 1u}}) {
    INFO(count << " encounters with " << people << " people");
    Rounds rounds(people);
    std::vector<bool> seen(count, false);
    std::size_t met = 0;
    for (const auto& round : all_rounds(rounds, encounters_of(count, people))) {
      CHECK(are_different(round));
      for (const Encounter& e : round) seen[e.source] = true;
      met += round.size();
    }
    CHECK(met == count);
    CHECK(std::count(seen.begin(), seen.end(), true) == count);
  }
}

TEST_CASE("A person's encounters come in the order in which they were planned") {
  constexpr std::uint32_t people = 37;
  Rounds rounds(people);
  const auto planned = encounters_of(3000, people);
  std::vector<Encounter> lived;
  for (const auto& round : all_rounds(rounds, planned)) {
    lived.insert(lived.end(), round.begin(), round.end());
  }
  for (std::uint32_t p = 0; p < people; ++p) CHECK(sources_of(lived, p) == sources_of(planned, p));
}

TEST_CASE("There are as many rounds as the person met most often has encounters") {
  Rounds rounds(100);
  std::vector<Encounter> encounters;
  for (std::uint32_t p = 0; p < 100; ++p) {
    for (std::uint32_t k = 0; k < 1 + p % 4; ++k) encounters.push_back({p, k, 0});
  }
  const auto all = all_rounds(rounds, encounters);
  REQUIRE(all.size() == 4);
  CHECK(all[0].size() == 100);
  CHECK(all[3].size() == 25);
}

TEST_CASE("People near each other in memory are brought together, each stretch in its order") {
  constexpr std::uint32_t people = 1'000'000;
  Rounds rounds(people);
  const auto planned = encounters_of(20'000, people);
  auto together = planned;
  rounds.bring_together(together);
  REQUIRE(together.size() == planned.size());
  // At most 512 stretches: their first persons ascend although the people inside one do not.
  std::size_t descents = 0;
  for (std::size_t i = 1; i < together.size(); ++i) {
    if (together[i].target / 4096 < together[i - 1].target / 4096) ++descents;
  }
  CHECK(descents == 0);
  const auto by_source = [](const Encounter& a, const Encounter& b) { return a.source < b.source; };
  std::sort(together.begin(), together.end(), by_source);
  CHECK(std::equal(together.begin(), together.end(), planned.begin(),
                   [](const Encounter& a, const Encounter& b) { return a.target == b.target; }));
}

TEST_CASE("Rounds are the same by one thread, by three, and with the last part first") {
  constexpr std::uint32_t people = 200'000;
  const auto planned = encounters_of(150'000, people);  // some people up to a few times
  Rounds alone(people);
  const auto expected = all_rounds(alone, planned);
  REQUIRE(expected.size() > 3);
  const auto same = [](const Encounter& a, const Encounter& b) {
    return a.target == b.target && a.source == b.source;
  };
  for (const Crew* crew : {&test::backwards, &test::three_threads}) {
    Rounds rounds(people, crew);
    for (int day = 0; day < 2; ++day) {
      const auto found = all_rounds(rounds, planned);
      REQUIRE(found.size() == expected.size());
      for (std::size_t k = 0; k < found.size(); ++k) {
        CHECK(std::ranges::equal(found[k], expected[k], same));
      }
    }
  }
}

TEST_CASE("A round leaves nothing behind for the next day") {
  for (const std::uint32_t people : {10u, 1000u}) {  // few are many for the one, not for the other
    Rounds rounds(people);
    for (int day = 0; day < 3; ++day) {
      std::vector<Encounter> encounters{{3, 1, 0}, {3, 2, 0}, {9, 1, 0}};
      const auto of_day = rounds.of(encounters);
      REQUIRE(of_day.size() == 2);
      CHECK(of_day[0].size() == 2);
      CHECK(of_day[1].size() == 1);
    }
  }
}

TEST_CASE("A hundred thousand encounters with one person are as many rounds, found in one go") {
  Rounds rounds(2);
  std::vector<Encounter> encounters(100'000, Encounter{1, 0, 0});
  CHECK(rounds.of(encounters).size() == 100'000);
}
