#include "mechanisms/in_market.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

#include "core/clones.hpp"
#include "core/contract.hpp"
#include "core/draw_columns.hpp"
#include "core/elementary.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {
namespace {

// Four epochs share one block of draws.
constexpr std::int32_t epochs_in_block = 4;

RAPPORT_CLONES void find_epochs(Batch& b, MarketClock clock, std::uint32_t* block,
                                std::uint32_t* lane) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const auto epoch = static_cast<std::uint32_t>(clock.epoch(b.market_phase[i]));
    block[i] = epoch / epochs_in_block;
    lane[i] = epoch % epochs_in_block;
  }
}

RAPPORT_CLONES void compare(Batch& b, const float (&draws)[4][batch_size],
                            const std::uint32_t* lane, float share) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float low = lane[i] & 1 ? draws[1][i] : draws[0][i];
    const float high = lane[i] & 1 ? draws[3][i] : draws[2][i];
    b.in_market[i] = static_cast<std::uint32_t>((lane[i] & 2 ? high : low) < share);
  }
}

using BlockDraws = std::array<std::array<float, batch_size>, epochs_in_block>;

// Of each person's block of epochs from `epoch` on, which are in the market: one bit each.
RAPPORT_CLONES void find_in_market(const BlockDraws& draws, const Column<std::int32_t>& epoch,
                                   std::size_t size, float share,
                                   Column<std::uint32_t>& in_market) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t k = 0; k < padded(size); ++k) {
    std::uint32_t epochs = draws[0][k] < share ? 1u : 0u;
    epochs |= draws[1][k] < share ? 2u : 0u;
    epochs |= draws[2][k] < share ? 4u : 0u;
    epochs |= draws[3][k] < share ? 8u : 0u;
    const auto before = static_cast<std::uint32_t>(epoch[k]) % epochs_in_block;
    in_market[k] = epochs >> before;
  }
}

}  // namespace

MarketClock::MarketClock(Day day, double window_days) {
  const double position = static_cast<double>(day) / window_days;
  const double before = std::floor(position);
  whole = static_cast<std::int32_t>(before);
  fraction = static_cast<std::uint32_t>((position - before) * 4294967296.0);
}

bool in_market_during(const Draws& draws, PersonId person, std::int32_t epoch, double share) {
  const DrawBlock words =
      draws.of_people().block(index(person), epoch / epochs_in_block, 0, Purpose::in_market);
  return unit_interval(words[static_cast<std::size_t>(epoch % epochs_in_block)]) <
         static_cast<float>(share);
}

MarketEntries::MarketEntries(const Draws& draws, const Parameters& parameters, Day today,
                             Day horizon)
    : draws_(draws.of_people()),
      window_days_(parameters.market.window_days),
      share_(static_cast<float>(parameters.market.in_market_share)),
      horizon_(horizon),
      today_(today, window_days_),
      last_(horizon - 1, window_days_) {}

void MarketEntries::next(std::span<const Searcher> searchers, std::span<Day> entry) const {
  RAPPORT_EXPECTS(searchers.size() <= batch_size && entry.size() == searchers.size());
  Column<std::uint32_t> place, person, block;  // of those who have not entered so far
  Column<std::int32_t> epoch;
  alignas(register_bytes) static constexpr std::uint32_t no_sequence[batch_size] = {};
  Column<std::uint32_t> in_market;
  BlockDraws draws;
  std::size_t left = 0;
  const auto search_on = [&](std::size_t at, std::int32_t from) {
    if (from > last_.epoch(searchers[at].phase)) return;
    place[left] = static_cast<std::uint32_t>(at);
    person[left] = searchers[at].person;
    block[left] = static_cast<std::uint32_t>(from / epochs_in_block);
    epoch[left++] = from;
  };
  std::fill(entry.begin(), entry.end(), horizon_);
  for (std::size_t at = 0; at < searchers.size(); ++at) {
    search_on(at, today_.epoch(searchers[at].phase) + 1);
  }
  while (left > 0) {
    draw_columns(draws_, {person.data(), block.data(), no_sequence}, Purpose::in_market, left,
                 {draws[0].data(), draws[1].data(), draws[2].data(), draws[3].data()});
    find_in_market(draws, epoch, left, share_, in_market);
    for (std::size_t k = 0, count = std::exchange(left, 0); k < count; ++k) {
      const std::uint32_t phase = searchers[place[k]].phase;
      if (in_market[k] == 0) {
        search_on(place[k], (epoch[k] / epochs_in_block + 1) * epochs_in_block);
        continue;
      }
      const std::int32_t first = epoch[k] + std::countr_zero(in_market[k]);
      if (first <= last_.epoch(phase)) entry[place[k]] = first_day(first, phase);
    }
  }
}

// Searched from the day before: `start` may be rounded past a whole day at the border.
Day MarketEntries::first_day(std::int32_t epoch, std::uint32_t phase) const {
  const double start =
      (static_cast<double>(epoch) - static_cast<double>(phase) * 0x1p-32) * window_days_;
  auto entry = static_cast<Day>(start);
  while (market_epoch(entry, phase, window_days_) < epoch) ++entry;
  return entry;
}

float entry_memory(float trust, float prior, float days_since_contact,
                   const Parameters& parameters) {
  const auto half_life = static_cast<float>(parameters.market.memory_half_life_days);
  const float repute = std::min(trust, prior);
  return repute + (trust - repute) * exp2_kernel(-days_since_contact / half_life);
}

void look_up_market(Batch& b, const Rules& rules) {
  const auto& market = rules.parameters.market;
  alignas(register_bytes) std::uint32_t block[batch_size], lane[batch_size];
  static constexpr std::uint32_t no_sequence[batch_size] = {};
  alignas(register_bytes) float draws[4][batch_size];
  find_epochs(b, MarketClock(rules.day, market.window_days), block, lane);
  draw_columns(rules.draws.of_people(), {b.target.data(), block, no_sequence}, Purpose::in_market,
               b.size, {draws[0], draws[1], draws[2], draws[3]});
  compare(b, draws, lane, static_cast<float>(market.in_market_share));
}

}  // namespace rapport
