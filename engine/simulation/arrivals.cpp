#include "simulation/arrivals.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "core/in_parts.hpp"
#include "core/radix_sort.hpp"
#include "mechanisms/word_of_mouth.hpp"

namespace rapport {
namespace {

bool remembers(const WorldState& world, std::uint32_t person, const Relation& relation) {
  const Rules& rules = world.rules;
  // Whoever only heard of the sender remembers since the day of the talk.
  const Day since = relation.contacted > 0 ? relation.contacted - 1 : relation.settled;
  const float prior = world.inputs.population.traits[person].prior_trust();
  const float p = entry_memory(world.look(person, rules.day).trust, prior,
                               static_cast<float>(rules.day - since), rules.parameters);
  return rules.draws.uniform(PersonId{person}, rules.day, 0, Purpose::entry_memory) < p;
}

void leave_out_past(const WorldState& world, const Talk& talk, Rows& hears) {
  for (const std::size_t i : hears) world.relations.expect(talk.listener[i]);
  std::size_t kept = 0;
  for (const std::uint8_t i : hears) {
    hears.row[kept] = i;  // without a branch: who is past cannot be foreseen
    kept += !is_past(world.relations[talk.listener[i]].marks, talk.source[i / Talk::circle]);
  }
  hears.count = kept;
}

/// What tellers bring about: encounters with good and with bad news.
struct News {
  std::vector<Encounter> good, bad;
};

// Whoever hears it meets the news; the talk begins anew.
void hear(const WorldState& world, Talk& talk, News& news) {
  Rows hears = listen(world.rules, talk);
  if (world.rules.parameters.word_of_mouth.feelings == 0) leave_out_past(world, talk, hears);
  for (const std::size_t i : hears) {
    const std::uint32_t source = talk.source[i / Talk::circle];
    (is_good_news(source) ? news.good : news.bad).push_back({talk.listener[i], source, any_topic});
  }
  talk.circles = 0;
}

void tell(const WorldState& world, std::span<const Teller> tellers, News& news) {
  const Graph& graph = world.inputs.network.graph;
  constexpr std::size_t near = 16, far = 32;  // tellers ahead whose rows are fetched
  Talk talk;
  for (std::size_t k = 0; k < tellers.size(); ++k) {
    if (k + far < tellers.size()) graph.expect_offset(tellers[k + far].person);
    if (k + near < tellers.size()) graph.expect_row(tellers[k + near].person);
    const std::uint32_t source = talk_source(tellers[k].person, tellers[k].good);
    std::span<const std::uint32_t> left = graph.neighbours(tellers[k].person);
    for (std::uint32_t number = 0; !left.empty(); ++number) {
      talk.add(source, number, left);
      left = left.subspan(std::min(left.size(), Talk::circle));
      if (talk.full()) hear(world, talk, news);
    }
  }
  hear(world, talk, news);
}

void add_mutual(WorldState& world, std::uint32_t person, int ties) {
  for (const std::uint32_t neighbour : world.inputs.network.graph.neighbours(person)) {
    Relation& relation = world.relations.touch(neighbour);
    // At 255 the count stops for good, so that it never falls too low.
    if (relation.mutual < 255) relation.mutual = static_cast<std::uint8_t>(relation.mutual + ties);
  }
}

}  // namespace

MarketEntries market_entries_after_today(const WorldState& world) {
  return {world.rules.draws, world.rules.parameters, world.rules.day, world.horizon};
}

void find_market_entries(const MarketEntries& entries,
                         std::span<const MarketEntries::Searcher> people,
                         std::vector<MarketEntry>& found) {
  std::array<Day, batch_size> entry;
  for (std::size_t first = 0; first < people.size(); first += batch_size) {
    const auto part = people.subspan(first, std::min(batch_size, people.size() - first));
    entries.next(part, std::span(entry).first(part.size()));
    for (std::size_t k = 0; k < part.size(); ++k) {
      if (entry[k] < entries.horizon()) found.push_back({part[k].person, entry[k]});
    }
  }
}

void schedule(WorldState& world, std::span<const MarketEntry> entries) {
  for (const auto& [person, day] : entries) {
    world.market_entries[static_cast<std::size_t>(day)].push_back(person);
  }
  world.scheduled_entries += entries.size();
}

void schedule_those_who_trust(WorldState& world) {
  const MarketEntries entries = market_entries_after_today(world);
  const std::span<const Traits> traits = world.inputs.population.traits;
  std::vector<MarketEntries::Searcher> trusting;
  std::vector<MarketEntry> found;
  for (std::uint32_t person = 0; person < traits.size(); ++person) {
    const std::uint32_t phase = traits[person].phase();
    if (traits[person].prior_trust() > 0 && entries.possible(phase)) {
      trusting.push_back({person, phase});
    }
    if (trusting.size() == batch_size || person + 1 == traits.size()) {
      find_market_entries(entries, trusting, found);
      trusting.clear();
    }
  }
  schedule(world, found);
}

void tell_neighbours(WorldState& world, const Crew* crew) {
  // Who praises the sender in return for thanks does so all the same; nobody hears of it.
  if (!world.active.word_of_mouth) return world.tellers.clear();
  // Ascending by teller, so that every listener meets tellers in an order of its own making.
  std::vector<Teller> scratch;
  radix_sort(world.tellers, scratch, [](const Teller& teller) {
    return teller.person << 1 | static_cast<std::uint32_t>(teller.good);
  });
  auto& good = world.agenda[world_approach::good_news];
  auto& bad = world.agenda[world_approach::bad_news];
  News all = {std::move(good), std::move(bad)};
  const std::span<const Teller> tellers = world.tellers;
  constexpr std::size_t part_size = 1024;
  put_out_in_order(
      crew, tellers.size(), part_size, all,
      [&](std::size_t begin, std::size_t end, News& news) {
        tell(world, tellers.subspan(begin, end - begin), news);
      },
      [](News& to, const News& more) {
        append_list(to.good, more.good);
        append_list(to.bad, more.bad);
      });
  good = std::move(all.good);
  bad = std::move(all.bad);
  world.tellers.clear();
}

void come_by_themselves(WorldState& world) {
  auto& entries = world.market_entries[static_cast<std::size_t>(world.rules.day)];
  std::vector<MarketEntries::Searcher> again;
  for (const std::uint32_t person : entries) {
    --world.scheduled_entries;
    const Relation& relation = world.relations[person];
    const bool open = !(relation.marks & (mark::blocked | mark::reported));
    if (open && remembers(world, person, relation)) {
      world.agenda[world_approach::inbound].push_back({person, the_market, any_topic});
    }
    if (open) again.push_back({person, world.inputs.population.traits[person].phase()});
  }
  std::vector<MarketEntry> found;
  find_market_entries(market_entries_after_today(world), again, found);
  schedule(world, found);
  std::vector<std::uint32_t>().swap(entries);
}

void plan_touches(WorldState& world, const Crew* crew) {
  Plan::Limits limits;
  const Day day = world.rules.day;
  limits.seconds = world.campaign.hours_per_day * 3600;
  limits.invitations =
      world.active.platform ? world.platform.invitations_left(day, world.rules.parameters) : 1e18;
  limits.restricted = world.active.platform && world.platform.restricted(day);
  limits.inmails = 1e18;
  if (world.active.platform) {
    const double a_month = world.strategy->inmails_a_month(day, world.rules.parameters);
    limits.inmails = world.platform.inmails_left(day, a_month, world.rules.parameters);
  }
  const std::size_t own = world.approaches.size() - world_approach::first_of_strategy - 1;
  const auto touches = std::span(world.agenda).subspan(world_approach::first_of_strategy, own);
  Plan plan(std::span(world.approaches).subspan(world_approach::first_of_strategy, own), limits,
            touches, crew);
  world.sender.promised_days = 0;  // a promise holds as long as somebody makes it
  world.strategy->plan({world.inputs.network, world.inputs.population, world.rules, world.sender},
                       plan);
  world.answers.moved.resize(touches.size());
  for (std::size_t k = 0; k < touches.size(); ++k) {
    const Channel channel = world.approaches[world_approach::first_of_strategy + k].channel;
    world.answers.moved[k].sent =
        is_message(channel) ? static_cast<std::uint32_t>(touches[k].size()) : 0;
  }
  world.today.sent = plan.messages_sent();
  world.today.invitations = plan.invitations_sent();
  world.today.inmails = plan.inmails_sent();
  world.today.seconds = plan.seconds_spent();
  world.today.restricted = limits.restricted;
  world.rules.promised_days = world.sender.promised_days;
  world.today.posts = plan.posts_published();
  world.today.money = plan.money_spent();
  enter_false_accounts(world, plan.false_followers_bought());
}

namespace {

/// Calls use(count of the day, person) for everything that the sender puts before people.
template <class Use>
void for_each_touch(WorldState& world, Use use) {
  for (std::size_t k = world_approach::first_of_strategy; k < world.agenda.size(); ++k) {
    const ChannelRow& channel = row_of(world.approaches[k].channel);
    if (channel.origin != Origin::sender) continue;
    auto& counts = world.touches_today[static_cast<std::size_t>(channel.venue)];
    for (const Encounter& e : world.agenda[k]) use(counts[e.target], e.target);
  }
}

}  // namespace

void count_touches(WorldState& world) {
  if (world.rivals.empty()) return;
  for_each_touch(world, [&](std::uint8_t& count, std::uint32_t person) {
    const bool open = !(world.relations[person].marks & (mark::blocked | mark::reported));
    count = static_cast<std::uint8_t>(count + (open && count < 255));
  });
}

void clear_agenda(WorldState& world) {
  if (!world.rivals.empty()) {
    for_each_touch(world, [](std::uint8_t& count, std::uint32_t) { count = 0; });
  }
  for (auto& encounters : world.agenda) encounters.clear();
}

void tie_mutually(WorldState& world) {
  for (const auto& connected : world.answers.connected) add_mutual(world, connected.person, 1);
  for (const std::uint32_t person : world.answers.lost) add_mutual(world, person, -1);
}

void close_platform_day(WorldState& world) {
  if (!world.active.platform) return;
  const Counts& today = world.today;
  const auto count = [](std::int64_t n) { return static_cast<std::uint32_t>(n); };
  world.platform.close_day(world.rules.day, count(today.invitations), count(today.sent),
                           count(today.reported_messages), world.rules.parameters);
  // Answers come on the day of the invitation or never; who said neither yes nor no leaves it
  // pending, but for those who have nothing to answer.
  const std::int64_t answered = today.connected + today.declined + today.idle_invitations;
  world.platform.close_invitations(world.rules.day, count(today.invitations - answered),
                                   world.rules.parameters);
  world.platform.close_inmails(count(today.inmails), count(today.inmails_answered));
  world.rules.standing.deliverability = world.platform.deliverability();
}

}  // namespace rapport
