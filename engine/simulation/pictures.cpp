#include "simulation/pictures.hpp"

#include <algorithm>

#include "core/prefetch.hpp"

namespace rapport {
namespace {

// People ahead at which memory is asked for: whoever was touched lies anywhere.
constexpr std::size_t ahead = 32;

std::size_t bin(float value) {
  const auto b = static_cast<std::size_t>(value * static_cast<float>(Snapshots::bins));
  return std::min(b, Snapshots::bins - 1);
}

}  // namespace

std::vector<Day> picture_days(Day horizon) {
  constexpr Day most = 25;
  const Day count = std::min(horizon, most);
  std::vector<Day> days;
  for (Day k = 0; k < count; ++k) {
    days.push_back(count == 1 ? horizon - 1
                              : static_cast<Day>(std::int64_t{k} * (horizon - 1) / (count - 1)));
  }
  return days;
}

void take_picture(const WorldState& world, std::span<const std::uint32_t> people,
                  Snapshots& snapshots) {
  const Day today = world.rules.day;
  snapshots.days.push_back(today);
  std::vector<std::uint32_t> trust(Snapshots::bins, 0), annoyance(Snapshots::bins, 0);
  const auto touched = world.relations.touched();
  // Everybody as at the beginning, but those whom something has touched.
  const Population& population = world.inputs.population;
  for (const auto& [prior, people] : population.priors) {
    trust[bin(static_cast<float>(prior) * 0x1p-16f)] += people;
  }
  annoyance[0] = population.people();
  for (std::size_t k = 0; k < touched.size(); ++k) {
    const std::uint32_t later = touched[std::min(k + ahead, touched.size() - 1)];
    world.relations.expect(later);
    prefetch(&population.traits[later]);
    const std::uint32_t person = touched[k];
    --trust[bin(population.traits[person].prior_trust())];
    --annoyance[0];
    const Feelings feelings = world.look(person, today);
    ++trust[bin(feelings.trust)];
    ++annoyance[bin(feelings.annoyance)];
  }
  const auto append = [](auto& to, const auto& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  append(snapshots.trust_histogram, trust);
  append(snapshots.annoyance_histogram, annoyance);
  for (const std::uint32_t person : people) {
    const Feelings feelings = world.look(person, today);
    snapshots.trust.push_back(feelings.trust);
    snapshots.annoyance.push_back(feelings.annoyance);
    snapshots.stage.push_back(static_cast<std::uint8_t>(stage_of(world.relations[person].marks)));
  }
}

}  // namespace rapport
