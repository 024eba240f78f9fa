#include "core/draw_columns.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

using namespace rapport;

namespace {

struct Columns {
  explicit Columns(std::size_t count)
      : person(room(count)), day(room(count)), sequence(room(count)) {
    for (auto& lane : lanes) lane.resize(room(count));
    for (std::size_t i = 0; i < count; ++i) {
      const auto k = static_cast<std::uint32_t>(i);
      person[i] = k * 0x9e3779b9u;
      day[i] = 65'000u - k;
      sequence[i] = k % 3 == 0 ? 0xffffffffu - k : k;
    }
  }
  static std::size_t room(std::size_t count) {
    return (count + draws_at_once - 1) / draws_at_once * draws_at_once;
  }

  std::vector<std::uint32_t> person, day, sequence;
  std::vector<float> lanes[4];
};

std::size_t differences(const Draws& draws, const Columns& c, Purpose purpose, std::size_t count) {
  std::size_t different = 0;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::uint32_t lane = 0; lane < 4; ++lane) {
      const auto single = static_cast<Purpose>(static_cast<std::uint32_t>(purpose) / 4 * 4 + lane);
      different +=
          c.lanes[lane][i] !=
          draws.uniform(PersonId{c.person[i]}, static_cast<Day>(c.day[i]), c.sequence[i], single);
    }
  }
  return different;
}

}  // namespace

TEST_CASE("A column of draws holds the same bits as draws one by one, however many there are") {
  const Draws draws(0xfedcba9876543210u, 99);
  for (const std::size_t count : {1u, 2u, 3u, 5u, 7u, 8u, 9u, 15u, 17u, 63u, 100u, 255u, 256u}) {
    for (const Purpose purpose : {Purpose::attention, Purpose::purchase, Purpose::in_market}) {
      Columns c(count);
      draw_columns(draws, {c.person.data(), c.day.data(), c.sequence.data()}, purpose, count,
                   {c.lanes[0].data(), c.lanes[1].data(), c.lanes[2].data(), c.lanes[3].data()});
      INFO(count << " draws");
      CHECK(differences(draws, c, purpose, count) == 0);
    }
  }
}

TEST_CASE("Nothing is drawn beyond what a column must hold") {
  constexpr std::size_t count = 11;
  Columns c(count + draws_at_once);
  for (auto& lane : c.lanes) std::fill(lane.begin(), lane.end(), -1.0f);
  draw_columns(Draws(1, 1), {c.person.data(), c.day.data(), c.sequence.data()}, Purpose::attention,
               count, {c.lanes[0].data(), c.lanes[1].data(), c.lanes[2].data(), c.lanes[3].data()});
  for (const auto& lane : c.lanes) {
    for (std::size_t i = draws_at_once; i < lane.size(); ++i) CHECK(lane[i] == -1.0f);
  }
}
