#include "population/traits.hpp"

#include <algorithm>
#include <cmath>

#include "core/large_pages.hpp"

namespace rapport {
namespace {

std::uint8_t eight_bits(float fraction) {
  return static_cast<std::uint8_t>(std::clamp(fraction, 0.0f, 1.0f) * 255.0f + 0.5f);
}

// Two uniform draws of 16 bits make a triangular one in (-1, 1).
float triangular(std::uint32_t word) {
  const auto low = static_cast<float>(word & 0xffffu);
  const auto high = static_cast<float>(word >> 16);
  return (low + high + 1.0f) * 0x1p-16f - 1.0f;
}

std::vector<std::array<float, topics>> draw_community_means(const Network& network,
                                                            const Parameters& parameters,
                                                            const Draws& draws) {
  const auto spread = static_cast<float>(parameters.population.community_spread);
  std::vector<std::array<float, topics>> means(network.communities);
  for (std::uint32_t c = 0; c < network.communities; ++c) {
    for (std::size_t topic = 0; topic < topics; ++topic) {
      const float u =
          draws.uniform(PersonId{c}, static_cast<Day>(topic), 0, Purpose::community_interest);
      means[c][topic] = 0.5f + spread * (u - 0.5f);
    }
  }
  return means;
}

std::array<std::uint8_t, topics> draw_interests(const std::array<float, topics>& mean, float spread,
                                                std::uint32_t person, const Draws& draws) {
  std::array<std::uint8_t, topics> interest;
  for (std::size_t half = 0; half < 2; ++half) {
    const auto purpose = static_cast<Purpose>(static_cast<std::uint32_t>(Purpose::person_interest) +
                                              4 * static_cast<std::uint32_t>(half));
    const DrawBlock words = draws.block(person, 0, 0, purpose);
    for (std::size_t lane = 0; lane < 4; ++lane) {
      const std::size_t topic = half * 4 + lane;
      interest[topic] = eight_bits(mean[topic] + spread * triangular(words[lane]));
    }
  }
  return interest;
}

Privacy draw_privacy(float u, const Parameters& parameters) {
  if (u < static_cast<float>(parameters.privacy.closed_share)) return Privacy::closed;
  const double restricted =
      parameters.privacy.closed_share + parameters.privacy.connections_only_share;
  return u < static_cast<float>(restricted) ? Privacy::connections_only : Privacy::open;
}

// Levels are spaced as squares, finer where the load is small; the top level is the largest load,
// so that people with equal degrees have exactly the load of the formula.
class LoadScale {
 public:
  LoadScale(const Graph& graph, const Parameters& parameters) {
    std::uint32_t largest = 0;
    for (std::uint32_t p = 0; p < graph.people(); ++p) largest = std::max(largest, graph.degree(p));
    base_ = parameters.attention.background_load;
    exponent_ = parameters.attention.load_degree_exponent;
    mean_degree_ = 2.0 * static_cast<double>(graph.ties()) / std::max(1u, graph.people());
    top_ = load(largest);
    for (std::uint32_t degree = 0; degree <= largest; ++degree) {
      const double share = top_ > 0 ? load(degree) / top_ : 0;
      level_of_degree_.push_back(static_cast<std::uint8_t>(255.0 * std::sqrt(share) + 0.5));
    }
  }
  double load(std::uint32_t degree) const {
    if (base_ == 0 || mean_degree_ == 0) return base_;
    return base_ * std::pow(static_cast<double>(degree) / mean_degree_, exponent_);
  }
  std::uint8_t level(std::uint32_t degree) const { return level_of_degree_[degree]; }
  std::array<float, 256> levels() const {
    std::array<float, 256> loads;
    for (std::size_t k = 0; k < loads.size(); ++k) {
      const double share = static_cast<double>(k) / 255.0;
      loads[k] = static_cast<float>(top_ * share * share);
    }
    return loads;
  }

 private:
  double base_ = 0, exponent_ = 0, mean_degree_ = 0, top_ = 0;
  std::vector<std::uint8_t> level_of_degree_;
};

}  // namespace

Population draw_population(const Network& network, const Parameters& parameters,
                           const Draws& draws) {
  const auto means = draw_community_means(network, parameters, draws);
  const LoadScale load(network.graph, parameters);
  const auto spread = static_cast<float>(parameters.population.person_spread);
  Population population;
  population.load_levels = load.levels();
  resize_on_large_pages(population.traits, network.graph.people());
  for (std::uint32_t p = 0; p < network.graph.people(); ++p) {
    Traits& traits = population.traits[p];
    const DrawBlock words = draws.block(p, 0, 0, Purpose::trait_privacy);
    traits.interest = draw_interests(means[network.community[p]], spread, p, draws);
    traits.load_level = load.level(network.graph.degree(p));
    traits.privacy = draw_privacy(unit_interval(words[0]), parameters);
    traits.patience = static_cast<std::uint8_t>(words[1] >> 24);
    traits.talkativeness = static_cast<std::uint8_t>(words[2] >> 24);
    traits.market_phase = words[3];
  }
  return population;
}

}  // namespace rapport
