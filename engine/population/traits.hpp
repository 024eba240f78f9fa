// What does not change about a person: drawn once per replicate, shared by its campaigns.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "core/large_pages.hpp"
#include "core/random.hpp"
#include "network/network.hpp"
#include "parameters/parameters.hpp"

namespace rapport {

inline constexpr std::size_t topics = 8;

enum class Privacy : std::uint8_t { open, connections_only, closed };

/// 16 bytes a person, so that one encounter touches one cache line of them. Fractions are kept in
/// eight bits (steps of 1/255), which is finer than anything known about them.
struct Traits {
  std::array<std::uint8_t, topics> interest;  // 0..255 for 0..1
  std::uint8_t load_level;                    // index into Population::load_levels
  Privacy privacy;
  std::uint8_t patience;       // 0..255 for 0..1
  std::uint8_t talkativeness;  // 0..255 for 0..1
  std::uint16_t prior;         // trust in a sender before anything happens, of 2^16
  std::uint16_t market_phase;  // fraction of an epoch, of 2^16

  float prior_trust() const { return static_cast<float>(prior) * 0x1p-16f; }
  /// The phase as a fraction of 2^32.
  std::uint32_t phase() const { return std::uint32_t{market_phase} << 16; }
};
static_assert(sizeof(Traits) == 16);

constexpr float fraction(std::uint8_t eight_bits) {
  return static_cast<float>(eight_bits) * (1.0f / 255.0f);
}

/// The people of one replicate.
struct Population {
  LargeVector<Traits> traits;
  /// Other people's unsolicited messages a day, for each of the levels that Traits::load_level
  /// names.
  std::array<float, 256> load_levels{};
  /// How many people have each prior trust.
  std::map<std::uint16_t, std::uint32_t> priors;

  std::uint32_t people() const { return static_cast<std::uint32_t>(traits.size()); }
};

/// Draws everybody. Interests lie around the community's mean, so neighbours are alike; the load
/// grows with degree: load = background_load (degree / mean degree)^load_degree_exponent. Prior
/// trust is trust.prior + trust.prior_from_ratings x mean rating of the person's ties / largest
/// rating.
Population draw_population(const Network& network, const Parameters& parameters,
                           const Draws& draws);

}  // namespace rapport
