#include "population/traits.hpp"

#include <algorithm>
#include <cmath>

#include "core/elementary.hpp"

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
    if (base_ == 0 || mean_degree_ == 0 || exponent_ == 0) return base_;
    if (degree == 0) return 0;
    return base_ * exp2_kernel(exponent_ * log2_kernel(static_cast<double>(degree) / mean_degree_));
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

// Of 2^16; full trust is the last step.
std::uint16_t sixteen_bits(double fraction) {
  const double steps = std::clamp(fraction, 0.0, 1.0) * 0x1p16 + 0.5;
  return static_cast<std::uint16_t>(std::min(steps, 65535.0));
}

// Whoever lives among ties that are rated well is readier to trust.
class PriorTrust {
 public:
  PriorTrust(const Network& network, const Parameters& parameters)
      : network_(network),
        prior_(parameters.trust.prior),
        weight_(network.strength.empty() ? 0 : parameters.trust.prior_from_ratings) {
    if (weight_ == 0) return;
    for (const float rating : network.strength) {
      largest_ = std::max(largest_, std::abs(static_cast<double>(rating)));
    }
  }
  std::uint16_t of(std::uint32_t person) const {
    const auto neighbours = network_.graph.neighbours(person);
    if (weight_ == 0 || largest_ == 0 || neighbours.empty()) return sixteen_bits(prior_);
    const auto first = static_cast<std::size_t>(network_.graph.row_begin(person));
    double sum = 0;
    for (std::size_t k = 0; k < neighbours.size(); ++k) {
      sum += static_cast<double>(network_.strength[first + k]);
    }
    const double mean = sum / static_cast<double>(neighbours.size());
    return sixteen_bits(prior_ + weight_ * mean / largest_);
  }

 private:
  const Network& network_;
  double prior_, weight_, largest_ = 0;
};

}  // namespace

Population draw_population(const Network& network, const Parameters& parameters,
                           const Draws& draws) {
  const auto means = draw_community_means(network, parameters, draws);
  const LoadScale load(network.graph, parameters);
  const PriorTrust prior(network, parameters);
  const auto spread = static_cast<float>(parameters.population.person_spread);
  Population population;
  population.load_levels = load.levels();
  population.traits.resize(network.graph.people());
  for (std::uint32_t p = 0; p < network.graph.people(); ++p) {
    Traits& traits = population.traits[p];
    const DrawBlock words = draws.block(p, 0, 0, Purpose::trait_privacy);
    traits.interest = draw_interests(means[network.community[p]], spread, p, draws);
    traits.load_level = load.level(network.graph.degree(p));
    traits.privacy = draw_privacy(unit_interval(words[0]), parameters);
    traits.patience = static_cast<std::uint8_t>(words[1] >> 24);
    traits.talkativeness = static_cast<std::uint8_t>(words[2] >> 24);
    traits.prior = prior.of(p);
    traits.market_phase = static_cast<std::uint16_t>(words[3] >> 16);
    ++population.priors[traits.prior];
  }
  return population;
}

}  // namespace rapport
