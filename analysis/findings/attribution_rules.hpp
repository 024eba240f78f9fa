// The rules by which a marketing tool hands the credit for a purchase to the channels before it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace rapport {

enum class AttributionRule : std::uint8_t {
  first_touch,  // all to the first channel
  last_touch,   // all to the last one
  linear,       // equal parts to every message
  shapley,      // equal parts to every channel, however many messages it sent
};
inline constexpr std::array attribution_rules = {AttributionRule::first_touch,
                                                 AttributionRule::last_touch,
                                                 AttributionRule::linear, AttributionRule::shapley};

/// "first touch", "last touch", "linear", "Shapley".
std::string_view word(AttributionRule rule);

/// Adds the credit for one purchase to `credit`, one entry a channel. `path` holds the channels of
/// the messages that the buyer had read, in their order; when it is empty nobody gets anything,
/// else the parts add up to one purchase. The Shapley value is that of v(S) = purchases by people
/// whose channels all lie in S; a purchase then counts in equal shares for the distinct channels of
/// its path: Zhao, Mahboobi & Bagheri 2018, arXiv:1804.05327 (A-).
void credit_purchase(AttributionRule rule, std::span<const std::uint8_t> path,
                     std::span<double> credit);

}  // namespace rapport
