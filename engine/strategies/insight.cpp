#include "strategies/insight.hpp"

#include <algorithm>

#include "core/elementary.hpp"

namespace rapport {
namespace {

float faded(Day days, double half_life) {
  return exp2_kernel(static_cast<float>(-days / half_life));
}

}  // namespace

void Insight::hear(std::uint32_t community, std::uint8_t topic, Day today, double half_life) {
  Heard& heard = heard_[community];
  const float left = faded(today - heard.day, half_life);
  for (float& count : heard.of_topic) count *= left;
  heard.of_topic[topic] += 1.0f;
  heard.day = today;
}

float Insight::sample(std::uint32_t community, Day today, double half_life) const {
  const auto found = heard_.find(community);
  if (found == heard_.end()) return 0;
  float sum = 0;
  for (const float count : found->second.of_topic) sum += count;
  return sum * faded(today - found->second.day, half_life);
}

std::optional<std::uint8_t> Insight::best_topic(std::uint32_t community, Day today,
                                                double half_life) const {
  if (sample(community, today, half_life) < 0.5f) return std::nullopt;
  const auto& counts = heard_.at(community).of_topic;
  return static_cast<std::uint8_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

}  // namespace rapport
