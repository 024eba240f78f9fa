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
  float seconds = 0;          // of the sender's work
};

/// Topic of an encounter that meets the person's interest whoever it is.
inline constexpr std::uint8_t any_topic = 255;

/// Something that happens between the sender and one person on one day. Encounters are kept in one
/// list for each approach.
struct Encounter {
  std::uint32_t target;
  std::uint32_t source;          // who tells; `the_sender` for the sender's own touches
  std::uint8_t topic;            // what it is about
  std::uint16_t occurrence = 0;  // earlier encounters of the same approach, source and day
};
static_assert(sizeof(Encounter) == 12);

inline constexpr std::uint32_t the_sender = 0xffffffffu;
inline constexpr std::uint32_t the_market = 0xfffffffeu;

/// Third word of the address of an encounter's draws: what tells apart the encounters of one person
/// on one day. Talk is told apart by who tells, the rest by approach and by how often it happened
/// before.
constexpr std::uint32_t draw_sequence(const Encounter& encounter, std::uint32_t approach) {
  if (encounter.source < the_market) return encounter.source;
  return encounter.source - 2u * ((approach << 16) + encounter.occurrence);
}

}  // namespace rapport
