#include "simulation/customers.hpp"

#include <algorithm>
#include <cmath>

#include "mechanisms/churn.hpp"
#include "simulation/world_state.hpp"

namespace rapport {

void Customers::schedule(std::uint32_t person, Customer& customer, double rate) {
  const double days = std::max(1.0, std::ceil(customer.stay / rate));
  customer.leaves =
      days < horizon_ - customer.since ? customer.since + static_cast<Day>(days) : horizon_;
  if (customer.leaves >= horizon_) return;
  if (calendar_.empty()) calendar_.resize(static_cast<std::size_t>(horizon_));
  calendar_[static_cast<std::size_t>(customer.leaves)].push_back(person);
  ++leaving_;
}

void Customers::win(std::uint32_t person, float stay, Day today, const Parameters& parameters) {
  const auto [place, is_new] =
      all_.try_emplace(person, Customer{static_cast<double>(stay), today, horizon_});
  if (!is_new) return;
  const auto referrer = referrers_.find(person);
  const bool held = referrer != referrers_.end() && contains(referrer->second);
  if (held) held_[referrer->second].push_back(person);
  schedule(person, place->second, leaving_rate(held, parameters));
}

std::vector<std::uint32_t> Customers::let_go(Day today, const Parameters& parameters) {
  std::vector<std::uint32_t> gone;
  if (calendar_.empty()) return gone;
  for (const std::uint32_t person : calendar_[static_cast<std::size_t>(today)]) {
    const auto leaver = all_.find(person);
    if (leaver == all_.end() || leaver->second.leaves != today) continue;
    all_.erase(leaver);
    --leaving_;
    gone.push_back(person);
    const auto held = held_.extract(person);
    if (held.empty()) continue;
    for (const std::uint32_t other : held.mapped()) {
      const auto place = all_.find(other);
      if (place == all_.end() || place->second.leaves <= today) continue;
      Customer& customer = place->second;
      leaving_ -= customer.leaves < horizon_;
      customer.stay -= (today - customer.since) * leaving_rate(true, parameters);
      customer.since = today;
      schedule(other, customer, leaving_rate(false, parameters));
    }
  }
  std::vector<std::uint32_t>().swap(calendar_[static_cast<std::size_t>(today)]);
  return gone;
}

// The day's news stands in the order of those who tell it, so that each of them is looked at once.
void note_referrals(WorldState& world) {
  if (world.customers.size() == 0) return;
  bool by_customer = false;
  std::uint32_t teller = the_sender;
  for (const Encounter& news : world.agenda[world_approach::good_news]) {
    if (news.source != teller) by_customer = world.customers.contains(news.source);
    teller = news.source;
    if (by_customer) world.customers.refer(news.target, teller);
  }
}

void let_customers_go(WorldState& world) {
  for (const std::uint32_t person :
       world.customers.let_go(world.rules.day, world.rules.parameters)) {
    Relation& relation = world.relations.touch(person);
    relation.marks = static_cast<std::uint16_t>(relation.marks & ~mark::customer);
    ++world.today.customers_lost;
  }
}

}  // namespace rapport
