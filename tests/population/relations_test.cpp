#include "population/relations.hpp"

#include <catch2/catch.hpp>
#include <cstring>
#include <sys/mman.h>
#include <unistd.h>

using namespace rapport;

namespace {

bool is_zero(const Relation& relation) {
  static constexpr Relation zero{};
  return std::memcmp(&relation, &zero, sizeof zero) == 0;
}

std::vector<std::uint32_t> touched(const Relations& relations) {
  return {relations.touched().begin(), relations.touched().end()};
}

// The thread sanitizer's own calloc writes to all of its memory.
#ifdef __SANITIZE_THREAD__
constexpr bool memory_is_as_in_use = false;
#else
constexpr bool memory_is_as_in_use = true;
#endif

// Pages behind the relations that take memory now.
std::size_t resident_pages(const Relations& relations) {
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const auto first = reinterpret_cast<std::uintptr_t>(relations.data()) / page * page;
  const auto last = reinterpret_cast<std::uintptr_t>(relations.data() + relations.people());
  std::vector<unsigned char> pages((last - first + page - 1) / page);
  // mincore only reads, but takes a pointer to plain memory.
  REQUIRE(::mincore(reinterpret_cast<void*>(first), last - first, pages.data()) == 0);
  std::size_t resident = 0;
  for (const unsigned char one : pages) resident += one & 1u;
  return resident;
}

}  // namespace

TEST_CASE("At first nothing is between anybody and the sender") {
  const Relations relations(1000);
  CHECK(relations.people() == 1000);
  CHECK(relations.touched().empty());
  bool all_zero = true;
  for (std::uint32_t p = 0; p < 1000; ++p) all_zero = all_zero && is_zero(relations[p]);
  CHECK(all_zero);
  CHECK(stage_of(relations[0].marks) == Stage::stranger);
}

TEST_CASE("A relation takes sixteen bytes, and one that nothing touches takes no memory") {
  CHECK(sizeof(Relation) == 16);
  constexpr std::uint32_t people = 10'000'000;
  Relations relations(people);
  const std::size_t all_pages = std::size_t{people} * 16 / 4096;
  if (memory_is_as_in_use) CHECK(resident_pages(relations) < all_pages / 100);
  relations.touch(people / 2).trust.set(0.5f);
  CHECK(relations[people / 2].trust.value() == 0.5f);
  // One page, or the large page it lies in.
  if (memory_is_as_in_use) CHECK(resident_pages(relations) < all_pages / 10);
}

TEST_CASE("Whoever is touched is noted once, in order of the first touch") {
  Relations relations(10);
  relations.touch(7).trust.set(0.5f);
  relations.touch(2).annoyance.set(0.25f);
  relations.touch(7).mutual = 3;
  CHECK(touched(relations) == std::vector<std::uint32_t>{7, 2});
  CHECK(relations[7].trust.value() == 0.5f);
  CHECK(relations[7].mutual == 3);
}

TEST_CASE("A cleared world is as new, and notes people again") {
  Relations relations(10);
  for (const std::uint32_t p : {3u, 9u}) {
    Relation& relation = relations.touch(p);
    relation.trust.set(1);
    relation.settled = 17;
    relation.marks |= mark::connected | mark::blocked;
  }
  relations.clear();
  CHECK(relations.touched().empty());
  bool all_zero = true;
  for (std::uint32_t p = 0; p < 10; ++p) all_zero = all_zero && is_zero(relations[p]);
  CHECK(all_zero);
  relations.touch(9);
  CHECK(touched(relations) == std::vector<std::uint32_t>{9});
}

TEST_CASE("Clearing looks only at those who were touched") {
  constexpr std::uint32_t people = 10'000'000;
  Relations relations(people);
  relations.touch(0);
  relations.touch(people - 1);
  relations.clear();
  const std::size_t all_pages = std::size_t{people} * 16 / 4096;
  if (memory_is_as_in_use) CHECK(resident_pages(relations) < all_pages / 10);
}

TEST_CASE("A feeling is kept to 2^-24, and the byte beside it is left alone") {
  for (std::uint32_t k = 0; k <= 1000; ++k) {
    const float feeling = static_cast<float>(k) / 1000.0f;
    Feeling kept{Feeling::pack(0.123f, k % 256)};
    kept.set(feeling);
    CHECK(kept.byte() == k % 256);
    CHECK(kept.value() <= feeling);
    CHECK(kept.value() >= feeling - 6e-8f);
    // What has been rounded once is not rounded again.
    const std::uint32_t word = kept.word;
    kept.set(kept.value());
    CHECK(kept.word == word);
  }
  CHECK(Feeling{}.value() == 0.0f);
}

TEST_CASE("A ceiling of trust is kept to half a 255th") {
  CHECK(ceiling_of(0) == 1.0f);
  CHECK(lost_of(1.0f) == 0);
  CHECK(lost_of(0.0f) == 255);
  for (std::uint32_t lost = 0; lost < 256; ++lost) CHECK(lost_of(ceiling_of(lost)) == lost);
  CHECK(static_cast<double>(ceiling_of(lost_of(0.6f))) == Approx(0.6));
}

TEST_CASE("A world of nobody is possible") {
  Relations relations(0);
  CHECK(relations.people() == 0);
  relations.clear();
  CHECK(relations.touched().empty());
}

TEST_CASE("A person stands as close as the closest thing that has happened") {
  CHECK(stage_of(0) == Stage::stranger);
  CHECK(stage_of(mark::muted | mark::declined | mark::touched) == Stage::stranger);
  CHECK(stage_of(mark::invited) == Stage::invited);
  CHECK(stage_of(mark::invited | mark::connected) == Stage::connected);
  CHECK(stage_of(mark::customer) == Stage::customer);
  CHECK(stage_of(mark::customer | mark::connected | mark::invited) == Stage::customer);
}
