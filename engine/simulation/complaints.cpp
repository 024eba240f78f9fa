#include "simulation/complaints.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/elementary.hpp"
#include "core/in_parts.hpp"
#include "core/permutation.hpp"
#include "mechanisms/complaint.hpp"

namespace rapport {
namespace {

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

/// -log2 of the chance that a neighbour does not see the complaint today; of what everybody sees,
/// so much that no draw reaches it.
float unlikeliness_of_miss(const OpenComplaint& complaint, const Rules& rules) {
  const float p = sighting_probability(complaint, rules);
  return p < 1.0f ? std::max(0.0f, -log2_kernel(1.0f - p)) : 1e6f;
}

/// By days since the complaint was voiced, as long as it is not forgotten: let be, and attacked.
using Misses = std::vector<std::array<float, 2>>;

Misses misses_today(const Rules& rules) {
  Misses by_age;
  for (Day voiced = rules.day - 1; voiced >= 0; --voiced) {
    const OpenComplaint let_be{0, voiced, false}, attacked{0, voiced, true};
    if (is_forgotten(let_be, rules)) break;
    by_age.push_back({unlikeliness_of_miss(let_be, rules), unlikeliness_of_miss(attacked, rules)});
  }
  return by_age;
}

// A complaint meets its neighbours one after the other, day after day. Instead of a draw for each,
// most of whom miss it, one draw u tells how unlikely the row of misses may become before the next
// one sees it: until_seen = -log2 u.
float until_next(const DrawBlock& words) {
  return std::max(0.0f, -log2_kernel(unit_interval(words[lane(Purpose::sighting)])));
}

// Shows a complaint to those neighbours who see it today.
void show(const WorldState& world, float miss, OpenComplaint& complaint,
          std::vector<Encounter>& sightings) {
  const Rules& rules = world.rules;
  const std::uint32_t person = complaint.person;
  const auto heeded = static_cast<float>(rules.parameters.complaint.defence_factor);
  const auto neighbours = world.inputs.network.graph.neighbours(person);
  std::uint32_t ahead = complaint.audience;
  while (complaint.until_seen < miss * static_cast<float>(ahead)) {
    const auto missing = static_cast<std::uint32_t>(complaint.until_seen / miss);
    ahead -= std::min(missing, ahead - 1);
    const std::uint32_t at = complaint.audience - ahead;
    --ahead;
    const DrawBlock words = rules.draws.block(person, rules.day, 1 + at, Purpose::sighting);
    complaint.until_seen = until_next(words);
    const bool calmed = unit_interval(words[lane(Purpose::defence)]) >= heeded;
    if (calmed && has_defender(world, person)) continue;
    sightings.push_back({neighbours[at], complaint_source(person), any_topic});
  }
  complaint.until_seen -= miss * static_cast<float>(ahead);
}

// What hardly anybody sees any more: what is older than all of `by_age`.
void close_forgotten(WorldState& world, const Misses& by_age) {
  if (by_age.size() == static_cast<std::size_t>(world.rules.day)) return;  // nobody waits so long
  OpenComplaints& open = world.rules.open_complaints;
  for (std::size_t k = 0; k < open.size();) {
    if (open[k].voiced > world.rules.day - 1 - static_cast<Day>(by_age.size())) {
      ++k;
      continue;
    }
    world.relations.touch(open[k].person).marks &= static_cast<std::uint16_t>(~mark::complained);
    open.close(k);
  }
}

void show_today(const WorldState& world, const Misses& by_age, std::span<OpenComplaint> complaints,
                std::vector<Encounter>& sightings) {
  for (OpenComplaint& complaint : complaints) {
    const auto age = static_cast<std::size_t>(world.rules.day - complaint.voiced - 1);
    const float miss = by_age[age][complaint.fuelled];
    const float all_miss = miss * static_cast<float>(complaint.audience);
    // As a rule nobody sees it, and nothing else need be looked at.
    if (complaint.until_seen >= all_miss || !world.active.word_of_mouth) {
      complaint.until_seen -= all_miss;
    } else {
      show(world, miss, complaint, sightings);
    }
  }
}

}  // namespace

void show_complaints(WorldState& world, const Crew* crew) {
  OpenComplaints& open = world.rules.open_complaints;
  if (open.empty()) return;
  const Misses by_age = misses_today(world.rules);
  close_forgotten(world, by_age);
  const std::span<OpenComplaint> all = open.all();
  constexpr std::size_t part_size = 4096;
  put_out_in_order(
      crew, all.size(), part_size, world.agenda[world_approach::bad_news],
      [&](std::size_t begin, std::size_t end, std::vector<Encounter>& sightings) {
        show_today(world, by_age, all.subspan(begin, end - begin), sightings);
      },
      append_list<Encounter>);
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

OpenComplaint new_complaint(const WorldState& world, std::uint32_t person) {
  const Rules& rules = world.rules;
  const DrawBlock words = rules.draws.block(person, rules.day, 0, Purpose::sighting);
  return {person, rules.day, false, world.inputs.network.graph.degree(person), until_next(words)};
}

bool answers_complaints(Channel channel) {
  return channel == Channel::recovery || channel == Channel::rebuff;
}

void note_answer(WorldState& world, Channel channel, const Happening& happening) {
  OpenComplaints& open = world.rules.open_complaints;
  if (channel == Channel::rebuff) {
    open.fuel(happening.person);
  } else if (open.close_of(happening.person)) {
    ++world.today.resolved;
    world.today.adversaries_won += (happening.events & event::told_good) != 0;
  }
}

bool complaints_ahead(const WorldState& world) {
  if (!world.active.complaint) return false;
  const auto& p = world.rules.parameters.complaint;
  return !world.rules.open_complaints.empty() || p.failures_per_day > 0 ||
         (p.shock_people > 0 && world.rules.day < static_cast<Day>(p.shock_day));
}

}  // namespace rapport
