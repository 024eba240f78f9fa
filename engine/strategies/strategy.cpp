#include "strategies/strategy.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/in_parts.hpp"
#include "mechanisms/relevance.hpp"
#include "mechanisms/topic_drift.hpp"

namespace rapport {

Traits as_of_today(const Situation& now, std::uint32_t person) {
  const TopicDrift today(now.rules.day, now.rules.parameters);
  return today.traits(now.population.traits[person], now.network.community[person],
                      now.rules.draws);
}

std::uint8_t research(const Situation& now, std::uint32_t person) {
  return researched_topic(as_of_today(now, person), PersonId{person}, now.rules.day,
                          now.rules.draws, now.rules.parameters.research.accuracy);
}

Plan::Sent Plan::send(PersonId person, std::uint8_t approach, std::uint8_t topic) {
  const std::uint32_t one = index(person);
  return send_all({&one, 1}, approach, topic);
}

Plan::Sent Plan::publish(std::uint8_t approach, std::uint8_t topic) {
  const Sent sent = send(PersonId{the_feed}, approach, topic);
  if (sent == Sent::yes) ++posts_published_;
  return sent;
}

double Plan::work(double seconds) {
  const double done = std::clamp(limits_.seconds, 0.0, seconds);
  limits_.seconds -= done;
  seconds_spent_ += done;
  return done;
}

Plan Plan::part(std::size_t first, std::size_t count, double seconds) const {
  Limits limits = limits_;
  limits.seconds = seconds;
  Plan part(approaches_.subspan(first, count), limits, touches_.subspan(first, count), crew_);
  part.first_ = first_ + static_cast<std::uint32_t>(first);
  return part;
}

void Plan::take_over(const Plan& part) {
  limits_.seconds -= part.seconds_spent_;
  limits_.invitations = part.limits_.invitations;
  limits_.inmails = part.limits_.inmails;
  seconds_spent_ += part.seconds_spent_;
  messages_sent_ += part.messages_sent_;
  invitations_sent_ += part.invitations_sent_;
  inmails_sent_ += part.inmails_sent_;
  posts_published_ += part.posts_published_;
  money_spent_ += part.money_spent_;
  false_followers_bought_ += part.false_followers_bought_;
}

Plan::Allowed Plan::spend(std::size_t people, std::uint8_t approach) {
  const Approach& how = approaches_[approach];
  const ChannelRow& channel = row_of(how.channel);
  const bool invites = channel.answer == Answer::connection;
  const bool unasked = invites || channel.answer == Answer::reply;
  auto count = static_cast<double>(people);
  if (unasked && limits_.restricted) count = 0;
  if (invites) count = std::min(count, std::floor(limits_.invitations));
  const bool paid = how.channel == Channel::inmail;
  if (paid) count = std::min(count, std::floor(limits_.inmails));
  const double allowed = count;
  if (how.seconds > 0) {
    const double room = std::floor((limits_.seconds + slack_) / how.seconds);
    count = std::min(count, std::max(0.0, room));
  }
  const auto sent = static_cast<std::uint32_t>(count);
  limits_.seconds -= count * how.seconds;
  seconds_spent_ += count * how.seconds;
  if (invites) {
    limits_.invitations -= count;
    invitations_sent_ += sent;
  }
  if (paid) {
    limits_.inmails -= count;
    inmails_sent_ += sent;
  }
  if (is_message(how.channel)) messages_sent_ += sent;
  if (channel.venue == Venue::circle && sent > 0) ++posts_published_;
  if (sent == people) return {sent, Sent::yes};
  return {sent, count < allowed ? Sent::out_of_time : Sent::refused_by_platform};
}

Plan::Sent Plan::send_all(std::span<const std::uint32_t> people, std::uint8_t approach,
                          std::uint8_t topic) {
  const auto [count, sent] = spend(people.size(), approach);
  std::vector<Encounter>& touches = touches_[approach];
  const std::size_t before = touches.size();
  touches.resize(before + count);
  for (std::size_t k = 0; k < count; ++k) touches[before + k] = {people[k], the_sender, topic};
  return sent;
}

Plan::Sent Plan::send_all(std::uint32_t people, const Tell& tell, std::uint8_t approach,
                          std::uint8_t topic) {
  constexpr std::uint32_t at_once = 256;
  std::uint32_t count = 0;
  Sent sent = Sent::yes;
  while (count < people && sent == Sent::yes) {
    const Allowed next = spend(std::min(at_once, people - count), approach);
    count += next.people;
    sent = next.sent;
  }
  std::vector<Encounter>& touches = touches_[approach];
  const std::size_t before = touches.size();
  touches.resize(before + count);
  const std::span<Encounter> added = std::span(touches).subspan(before);
  const std::size_t chunks = (count + at_once - 1) / at_once;
  constexpr std::size_t worth_a_part = 32;
  const std::size_t parts = worthwhile_parts(crew_, chunks, worth_a_part);
  do_parts(crew_, parts, [&](std::size_t part) {
    std::array<std::uint32_t, at_once> persons;
    for (std::size_t k = chunks * part / parts; k < chunks * (part + 1) / parts; ++k) {
      const auto first = static_cast<std::uint32_t>(k) * at_once;
      const auto some = std::span(persons).first(std::min(at_once, count - first));
      tell(first, some);
      for (std::size_t i = 0; i < some.size(); ++i) added[first + i] = {some[i], the_sender, topic};
    }
  });
  return sent;
}

}  // namespace rapport
