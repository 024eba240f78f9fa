#include "simulation/complaints.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/elementary.hpp"
#include "core/permutation.hpp"
#include "mechanisms/complaint.hpp"

namespace rapport {
namespace {

// Where a complaint is seen so rarely nothing is drawn.
constexpr float never = 1e-6f;

std::size_t lane(Purpose purpose) {
  return static_cast<std::uint32_t>(purpose) % 4;
}

// A third party who calms: a neighbour who has praised the sender and never warned of it.
bool has_defender(const WorldState& world, std::uint32_t person) {
  const auto neighbours = world.inputs.network.graph.neighbours(person);
  return std::any_of(neighbours.begin(), neighbours.end(), [&](std::uint32_t neighbour) {
    const std::uint32_t marks = world.relations[neighbour].marks;
    return (marks & (mark::told_good | mark::told_bad)) == mark::told_good;
  });
}

/// Chance that a neighbour sees a complaint of some age today, and the logarithm that gaps need.
struct Sighting {
  float p, log_of_rest;
};

Sighting sighting_of(const OpenComplaint& complaint, const Rules& rules) {
  const float p = sighting_probability(complaint, rules);
  return {p, p < 1.0f ? log2_kernel(1.0f - p) : 0.0f};
}

/// By days since the complaint was voiced, as long as it is not forgotten: let be, and attacked.
using Sightings = std::vector<std::array<Sighting, 2>>;

Sightings sightings_today(const Rules& rules) {
  Sightings by_age;
  for (Day voiced = rules.day - 1; voiced >= 0; --voiced) {
    const OpenComplaint let_be = {voiced, false}, attacked = {voiced, true};
    if (is_forgotten(let_be, rules)) break;
    by_age.push_back({sighting_of(let_be, rules), sighting_of(attacked, rules)});
  }
  return by_age;
}

// Draws the gaps between those who see it rather than each neighbour, most of whom do not: the gap
// to the next one is log u / log(1 - p), rounded down.
void show(const WorldState& world, std::uint32_t person, const Sighting& sighting,
          std::vector<Encounter>& sightings) {
  if (sighting.p < never) return;
  const Rules& rules = world.rules;
  const auto heeded = static_cast<float>(rules.parameters.complaint.defence_factor);
  const auto neighbours = world.inputs.network.graph.neighbours(person);
  std::uint32_t at = 0;
  for (std::uint32_t draw = 0; at < neighbours.size(); ++draw, ++at) {
    const DrawBlock words = rules.draws.block(person, rules.day, draw, Purpose::sighting);
    const float u = unit_interval(words[lane(Purpose::sighting)]);
    const float gap = sighting.p < 1.0f ? log2_kernel(u) / sighting.log_of_rest : 0.0f;
    if (gap >= static_cast<float>(neighbours.size() - at)) return;
    at += static_cast<std::uint32_t>(gap);
    const bool calmed = unit_interval(words[lane(Purpose::defence)]) >= heeded;
    if (calmed && has_defender(world, person)) continue;
    sightings.push_back({neighbours[at], complaint_source(person), any_topic});
  }
}

}  // namespace

void show_complaints(WorldState& world) {
  auto& open = world.rules.open_complaints;
  if (open.empty()) return;
  const Sightings by_age = sightings_today(world.rules);
  for (auto each = open.begin(); each != open.end();) {
    const OpenComplaint& complaint = each->second;
    const auto age = static_cast<std::size_t>(world.rules.day - complaint.voiced - 1);
    if (age >= by_age.size()) {
      world.relations.touch(each->first).marks &= static_cast<std::uint16_t>(~mark::complained);
      each = open.erase(each);
    } else {
      show(world, each->first, by_age[age][complaint.fuelled],
           world.agenda[world_approach::bad_news]);
      ++each;
    }
  }
}

void fail_some(WorldState& world) {
  if (!world.active.complaint) return;
  const Rules& rules = world.rules;
  const double hours =
      world.sender.listening.left(rules.day, rules.parameters.complaint.listening_half_life_days);
  const Failures failures = failures_on(rules.day, hours, rules.parameters);
  world.failures_due += failures.usual;
  const double whole = std::floor(world.failures_due);
  world.failures_due -= whole;
  const std::uint32_t people = world.inputs.population.people();
  const auto count = static_cast<std::uint32_t>(std::min<double>(whole + failures.shock, people));
  if (count == 0) return;
  // Fewer failures meet some of the people whom more of them would meet.
  const Permutation order(rules.draws, people, rules.day, Purpose::failure);
  for (std::uint32_t k = 0; k < count; ++k) {
    world.agenda.back().push_back({order[k], the_sender, any_topic});
  }
}

void open_complaint(WorldState& world, std::uint32_t person) {
  world.rules.open_complaints[person] = {world.rules.day};
  ++world.today.complaints;
}

void note_answers(WorldState& world, const Batch& b) {
  if (b.channel() != Channel::recovery && b.channel() != Channel::rebuff) return;
  auto& open = world.rules.open_complaints;
  for (std::size_t i = 0; i < b.size; ++i) {
    const auto complaint = open.find(b.target[i]);
    if (complaint == open.end()) continue;
    if (b.channel() == Channel::rebuff) {
      complaint->second.fuelled = true;
      continue;
    }
    open.erase(complaint);
    ++world.today.resolved;
    world.today.adversaries_won += b.shared[i] & 1u;
  }
}

bool complaints_ahead(const WorldState& world) {
  if (!world.active.complaint) return false;
  const auto& p = world.rules.parameters.complaint;
  return !world.rules.open_complaints.empty() || p.failures_per_day > 0 ||
         (p.shock_people > 0 && world.rules.day < static_cast<Day>(p.shock_day));
}

}  // namespace rapport
