#include "core/random.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <set>

using namespace rapport;

namespace {

using Key = std::array<std::uint32_t, 2>;

// Philox4x32-10 as Salmon, Moraes, Dror & Shaw 2011 describe it, in 64-bit arithmetic.
DrawBlock philox_by_the_paper(DrawBlock counter, Key key) {
  constexpr std::uint64_t first = 0xD2511F53u, second = 0xCD9E8D57u;
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t a = first * counter[0], b = second * counter[2];
    counter = {
        static_cast<std::uint32_t>(b >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(b),
        static_cast<std::uint32_t>(a >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(a)};
    key = {key[0] + 0x9E3779B9u, key[1] + 0xBB67AE85u};
  }
  return counter;
}

}  // namespace

TEST_CASE("Philox gives the known answers of Random123 to counters of zeros, ones and pi") {
  struct KnownAnswer {
    DrawBlock counter;
    Key key;
    DrawBlock answer;
  };
  constexpr std::uint32_t ones = 0xffffffffu;
  const KnownAnswer known[] = {
      {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u}},
      {{ones, ones, ones, ones},
       {ones, ones},
       {0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu}},
      {{0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u},
       {0xa4093822u, 0x299f31d0u},
       {0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u}}};
  for (const auto& [counter, key, answer] : known) {
    const philox4x32_ctr_t at = {{counter[0], counter[1], counter[2], counter[3]}};
    const philox4x32_key_t with = {{key[0], key[1]}};
    const philox4x32_ctr_t words = philox4x32(at, with);
    CHECK(DrawBlock{words[0], words[1], words[2], words[3]} == answer);
    CHECK(philox_by_the_paper(counter, key) == answer);
  }
}

TEST_CASE("A draw depends on seed, replicate, person, day, sequence and purpose alone") {
  const Draws draws(0x0123456789abcdefu, 7);
  CHECK(draws.block(11, 13, 17, Purpose::purchase) ==
        philox_by_the_paper({11, 13, 17, 1}, draws.key()));
  CHECK(draws.word(PersonId{11}, 13, 17, Purpose::decline) ==
        philox_by_the_paper({11, 13, 17, 1}, draws.key())[2]);
  CHECK(draws.uniform(PersonId{11}, 13, 17, Purpose::refusal) ==
        unit_interval(philox_by_the_paper({11, 13, 17, 1}, draws.key())[3]));
}

TEST_CASE("Every part of the address moves the draw") {
  const Draws draws(42, 0);
  const auto at = [](const Draws& from, std::uint32_t person, Day day, std::uint32_t sequence,
                     Purpose purpose) {
    return from.word(PersonId{person}, day, sequence, purpose);
  };
  const std::set<std::uint32_t> words{
      at(draws, 1, 2, 3, Purpose::attention),
      at(draws, 2, 2, 3, Purpose::attention),
      at(draws, 1, 3, 3, Purpose::attention),
      at(draws, 1, 2, 4, Purpose::attention),
      at(draws, 1, 2, 3, Purpose::response),
      at(draws, 1, 2, 3, Purpose::purchase),
      at(Draws(42, 1), 1, 2, 3, Purpose::attention),
      at(Draws(43, 0), 1, 2, 3, Purpose::attention),
      at(Draws(42 + (std::uint64_t{1} << 32), 0), 1, 2, 3, Purpose::attention)};
  CHECK(words.size() == 9);
}

TEST_CASE("A uniform draw is never 0 and never 1, and its ends lie half a cell inside") {
  CHECK(unit_interval(0) == 0x1p-24f);
  CHECK(unit_interval(std::numeric_limits<std::uint32_t>::max()) == 1.0f - 0x1p-24f);
  CHECK(unit_interval(1u << 31) == 0.5f + 0x1p-24f);
  // What is drawn below a probability of 0 or 1 is certain.
  CHECK_FALSE(unit_interval(0) < 0.0f);
  CHECK(unit_interval(std::numeric_limits<std::uint32_t>::max()) < 1.0f);
}

TEST_CASE("A larger word never gives a smaller draw") {
  float last = 0;
  bool ascending = true;
  for (std::uint64_t word = 0; word <= 0xffffffffu; word += 9973) {
    const float u = unit_interval(static_cast<std::uint32_t>(word));
    ascending = ascending && u >= last;
    last = u;
  }
  CHECK(ascending);
}

TEST_CASE("Draws are uniform: mean 1/2 and variance 1/12 within four standard errors") {
  const Draws draws(42, 3);
  constexpr int n = 100'000;
  double sum = 0, squares = 0;
  for (std::uint32_t person = 0; person < n; ++person) {
    const double u = static_cast<double>(draws.uniform(PersonId{person}, 0, 0, Purpose::share));
    sum += u;
    squares += (u - 0.5) * (u - 0.5);
  }
  CHECK(sum / n == Approx(0.5).margin(4 * std::sqrt(1.0 / 12 / n)));
  CHECK(squares / n == Approx(1.0 / 12).margin(4 * std::sqrt(1.0 / 180 / n)));
}

TEST_CASE("Each sender of a world has luck of its own, and people are the same for all of them") {
  const Draws own(42, 7), rival(42, 7, 1);
  CHECK(own.key() == Draws(42, 7, 0).key());
  CHECK(rival.key() != own.key());
  CHECK(rival.key() != Draws(42, 8).key());
  CHECK(rival.key() != Draws(42, 7, 2).key());
  CHECK(rival.of_people().key() == own.key());
  CHECK(own.of_people().key() == own.key());
}
