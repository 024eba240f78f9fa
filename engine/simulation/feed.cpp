#include "simulation/feed.hpp"

#include <algorithm>
#include <cmath>

#include "core/draw_columns.hpp"
#include "core/one_of.hpp"
#include "encounter/rows.hpp"
#include "mechanisms/feed.hpp"
#include "simulation/world_state.hpp"

namespace rapport {

void Feed::join(std::uint32_t person, std::uint32_t marks) {
  if (marks & (mark::follower | mark::connected)) return;
  if (left_.erase(person) == 0) audience_.push_back(person);
}

void Feed::leave(std::uint32_t person, std::uint32_t marks) {
  // Whoever has muted the sender has left already, connected or not.
  if (marks & mark::shut_out) return;
  if (marks & (mark::follower | mark::connected)) left_.insert(person);
}

void Feed::respond(const FeedDay::Responder& responder) {
  ++today_.tallies[responder.approach].responses;
  today_.responders.push_back(responder);
}

std::span<const std::uint32_t> Feed::audience() {
  if (!left_.empty()) {
    std::erase_if(audience_, [&](std::uint32_t person) { return left_.contains(person); });
    left_.clear();
  }
  return audience_;
}

void Feed::begin_day(std::size_t approaches) {
  std::swap(yesterday_, today_);
  today_.posts.clear();
  today_.responders.clear();
  today_.tallies.assign(approaches, {});
}

void Feed::add_false_account(Day removed, Day horizon) {
  ++false_accounts_;
  if (removed >= horizon) return;
  if (removed_on_.empty()) removed_on_.resize(static_cast<std::size_t>(horizon));
  ++removed_on_[static_cast<std::size_t>(removed)];
  ++to_be_removed_;
}

void Feed::purge(Day day) {
  if (to_be_removed_ == 0) return;
  const std::int64_t removed = removed_on_[static_cast<std::size_t>(day)];
  false_accounts_ -= removed;
  to_be_removed_ -= removed;
}

namespace {

/// Of the draws that decide whom a post is shown: those from `from` up to `to`.
struct Share {
  float from, to;
};

void show_to(const Draws& draws, std::span<const std::uint32_t> people, Day day,
             const FeedDay::Post& post, Share share, std::vector<Encounter>& shown) {
  Column<std::uint32_t> person, days, number;
  Column<float> draw, unused[3];
  days.setConstant(static_cast<std::uint32_t>(day));
  number.setConstant(post.number);
  for (std::size_t first = 0; first < people.size(); first += batch_size) {
    const std::size_t count = std::min(batch_size, people.size() - first);
    std::copy_n(people.begin() + static_cast<std::ptrdiff_t>(first), count, person.data());
    draw_columns(draws, {person.data(), days.data(), number.data()}, Purpose::feed, count,
                 {draw.data(), unused[0].data(), unused[1].data(), unused[2].data()});
    const Rows seen = rows_where(
        count, [&](std::size_t i) { return draw[i] >= share.from && draw[i] < share.to; });
    for (const std::uint32_t i : seen) shown.push_back({person[i], the_sender, post.topic});
  }
}

constexpr std::uint32_t audience_marks = mark::follower | mark::connected;

bool in_audience(const WorldState& world, std::uint32_t person) {
  return (world.relations[person].marks & audience_marks) != 0;
}

// Strangers whose searches meet the post, the first-th to the last-th of them, where their feeds
// have room for it.
void show_to_strangers(const WorldState& world, Day day, const FeedDay::Post& post,
                       std::uint32_t first, std::uint32_t last, std::vector<Encounter>& shown) {
  const Rules& rules = world.rules;
  const std::uint32_t people = world.inputs.population.people();
  const auto room = static_cast<float>(feed_room(day, rules.parameters));
  for (std::uint32_t k = first; k < last; ++k) {
    const DrawBlock words = rules.draws.block(k, day, post.number, Purpose::feed_stranger);
    if (unit_interval(words[static_cast<std::uint32_t>(Purpose::feed_room) % 4]) >= room) continue;
    const std::uint32_t person =
        one_of(people, words[static_cast<std::uint32_t>(Purpose::feed_stranger) % 4]);
    if (!in_audience(world, person)) shown.push_back({person, the_sender, post.topic});
  }
}

// Who responds puts the post into the feeds of the neighbours, as if they followed the sender. One
// draw for each neighbour and response: the responder and what it responded to are mixed into one
// word, in which two pairs that a neighbour meets on one day hardly ever coincide.
void show_to_neighbours(const WorldState& world, const FeedDay::Responder& responder, float reach,
                        std::vector<Encounter>& shown) {
  const Rules& rules = world.rules;
  const std::uint32_t response = responder.person + 0x9e3779b1u * responder.sequence;
  for (const std::uint32_t person : world.inputs.network.graph.neighbours(responder.person)) {
    const float u =
        rules.draws.uniform(PersonId{person}, rules.day, response, Purpose::feed_neighbour);
    if (u < reach && !in_audience(world, person)) {
      shown.push_back({person, the_sender, responder.topic});
    }
  }
}

double false_readers(WorldState& world, double reach) {
  return reach * static_cast<double>(world.feed.false_accounts());
}

void show_today(WorldState& world, std::span<std::vector<Encounter>> encounters) {
  const Rules& rules = world.rules;
  const auto reach = static_cast<float>(organic_reach(rules.day, rules.parameters));
  const auto strangers = static_cast<std::uint32_t>(rules.parameters.feed.strangers);
  for (const FeedDay::Post& post : world.feed.today().posts) {
    auto& shown = encounters[post.approach];
    show_to(rules.draws, world.feed.audience(), rules.day, post, {0, reach}, shown);
    show_to_strangers(world, rules.day, post, 0, strangers, shown);
    world.feed.today().tallies[post.approach].shown +=
        false_readers(world, static_cast<double>(reach));
  }
}

// A post is not shown twice to one of the audience: its draw lies in one part or in the other.
void show_again(WorldState& world, std::span<std::vector<Encounter>> encounters) {
  const Rules& rules = world.rules;
  const Day day = rules.day - 1;
  const double reach = organic_reach(day, rules.parameters);
  const auto strangers = static_cast<std::uint32_t>(rules.parameters.feed.strangers);
  for (const FeedDay::Post& post : world.feed.yesterday().posts) {
    const auto& [shown_before, responses] = world.feed.yesterday().tallies[post.approach];
    const double more = amplified(static_cast<double>(responses), shown_before, rules.parameters);
    auto& shown = encounters[post.approach];
    show_to(rules.draws, world.feed.audience(), day, post,
            {static_cast<float>(reach), static_cast<float>(reach * (1 + more))}, shown);
    show_to_strangers(world, day, post, strangers,
                      strangers + static_cast<std::uint32_t>(strangers * more), shown);
    world.feed.today().tallies[post.approach].shown += false_readers(world, reach * more);
  }
}

// The posts that the strategy has published stand in the lists with the feed as their target.
void collect_posts(Feed& feed, std::span<std::vector<Encounter>> encounters) {
  std::uint32_t number = 0;
  for (std::uint32_t approach = 0; approach < encounters.size(); ++approach) {
    std::erase_if(encounters[approach], [&](const Encounter& e) {
      if (e.target == the_feed) feed.today().posts.push_back({approach, e.topic, number++});
      return e.target == the_feed;
    });
  }
}

}  // namespace

void show_posts(WorldState& world) {
  Feed& feed = world.feed;
  const std::span<std::vector<Encounter>> encounters = world.agenda;
  feed.begin_day(encounters.size());
  feed.purge(world.rules.day);
  if (world.today.posts > 0) collect_posts(feed, encounters);
  if (!world.active.feed) feed.today().posts.clear();
  show_today(world, encounters);
  show_again(world, encounters);
  const auto reach = static_cast<float>(organic_reach(world.rules.day, world.rules.parameters));
  for (const FeedDay::Responder& responder : feed.yesterday().responders) {
    show_to_neighbours(world, responder, reach, encounters[responder.approach]);
  }
  for (std::size_t a = 0; a < encounters.size(); ++a) {
    if (row_of(world.approaches[a].channel).in_feed()) {
      feed.today().tallies[a].shown += static_cast<double>(encounters[a].size());
    }
  }
}

void enter_false_accounts(WorldState& world, std::uint32_t count) {
  const Rules& rules = world.rules;
  for (std::uint32_t k = 0; k < count; ++k) {
    const Day life = life_of_false_account(k, rules.day, rules.draws, rules.parameters);
    const Day removed = life < world.horizon ? rules.day + life : world.horizon;
    world.feed.add_false_account(removed, world.horizon);
  }
}

}  // namespace rapport
