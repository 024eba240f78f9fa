// One way of addressing people, as a strategy designs it; encounters refer to it by number.
#pragma once

#include <cstdint>

#include "encounter/channels.hpp"

namespace rapport {

struct Approach {
  Channel channel = Channel::message;
  float value = 0;            // what it gives to a person whose interest it meets fully, 0..1
  float surprise = 0;         // unexpected value on top, 0..1
  float pitch = 0;            // 0: no selling, 1: nothing else; to people out of the market
  float pitch_in_market = 0;  // the same to people in the market, who say so when asked
  float breach = 0;           // of confidence: 1 presses as hard as a pitch that does nothing else
  double seconds = 0;         // of the sender's work
  float deceit = 0;           // chance that a reader finds out that it is not what it seems
  float credit = 1;           // share of its worth that the reader credits to the sender
  bool researched = false;    // written after a look at the person's profile
};

/// Topic of an encounter that meets the person's interest whoever it is.
inline constexpr std::uint8_t any_topic = 255;

/// Something that happens between the sender and one person on one day. Encounters are kept in one
/// list for each approach.
struct Encounter {
  // Means nothing yet: long lists are made as long as they will be and written afterwards.
  Encounter() {}
  Encounter(std::uint32_t with, std::uint32_t from, std::uint32_t about)
      : target(with), source(from), topic(about) {}

  std::uint32_t target;
  std::uint32_t source;  // talk_source, or the_sender, or the_market
  std::uint32_t topic;   // what it is about
};

/// Target of a post, until the feed shows it to people.
inline constexpr std::uint32_t the_feed = 0xffffffffu;

inline constexpr std::uint32_t the_sender = 0xffffffffu;
inline constexpr std::uint32_t the_market = 0xfffffffeu;

/// Which of a day's encounters these are: the approach, and how many of the same approach the
/// person has had before on that day.
struct Turn {
  /// So many rounds have addresses of their own.
  static constexpr std::uint32_t most_rounds = 1u << 16;

  std::uint32_t approach = 0;
  std::uint32_t round = 0;
};

/// How talk is told apart in the addresses of draws: by who tells, and whether it is bad news.
constexpr std::uint32_t talk_source(std::uint32_t teller, bool good) {
  return good ? teller : teller ^ 0x80000000u;
}

constexpr bool is_good_news(std::uint32_t talk_source) {
  return (talk_source & 0x80000000u) == 0;
}

/// The same for an open complaint that a neighbour comes to see: bad news with a luck of its own.
constexpr std::uint32_t complaint_source(std::uint32_t person) {
  return person ^ 0xc0000000u;
}

/// Third word of the address of an encounter's draws: what tells apart the encounters of one person
/// on one day. Talk is told apart by its source, the rest by their turn.
constexpr std::uint32_t draw_sequence(const Encounter& encounter, Turn turn) {
  if (encounter.source < the_market) return encounter.source;
  return encounter.source - 2u * ((turn.approach << 16) + turn.round);
}

}  // namespace rapport
