// Random draws by address: every draw is a pure function of what it decides, never of a stream.
#pragma once

#include <Random123/philox.h>
#include <array>
#include <cstdint>

#include "core/ids.hpp"

namespace rapport {

/// What a draw decides. Append only: a new decision gets a new line, so that no other draw moves.
/// Four decisions in a row share one Philox block, which a batch computes at once.
enum class Purpose : std::uint32_t {
  // block 0: drawn for every encounter
  attention = 0,  // is it read
  response = 1,   // is an invitation accepted, a pitch answered
  exit = 2,       // does the person shut the sender out
  share = 3,      // is the experience passed on
  // block 1: drawn where block 0 makes it necessary
  purchase = 4,   // does a person in the market buy
  exit_kind = 5,  // mute, block or report
  decline = 6,    // is a refusal said aloud, or only left pending
  refusal = 7,    // does a privacy setting refuse it
  // block 2: the way to the person
  delivery = 8,        // does the platform deliver it
  research = 9,        // does research find the best topic
  research_miss = 10,  // which other topic it finds instead
  // block 3: return; 12 decided once who hears, do not use it again
  entry_memory = 13,  // does a person entering the market remember the sender
  // block 4: the market, one decision a block of four epochs (see in_market)
  in_market = 16,
  // block 5: traits
  trait_privacy = 20,
  trait_patience = 21,
  trait_talkativeness = 22,
  trait_phase = 23,
  // block 6 to 8: interests; a person's eight take two blocks
  community_interest = 24,
  person_interest = 28,
  // block 11: plans of strategies
  target = 44,  // in which order a sender goes through its list of people
  // block 12 and 13: statistics of a result; each uses all four words of its block
  resample = 48,        // which replicate stands in a bootstrap sample
  critical_value = 52,  // normal deviates for simultaneous intervals
  // block 14: ties of generated networks take all four words; block 15: pictures of networks
  network_tie = 56,     // which two people a tie joins
  network_sample = 60,  // which people a picture of the network shows
  // block 16: what a sender's people do for it
  consent = 64,       // does a connection agree to introduce the sender
  introduction = 65,  // with which of its neighbours a connection begins
  // block 17: the order of communities takes all four words
  community = 68,  // which community a sender looks at next
  // block 18: who comes by a profile takes all four words
  visitor = 72,  // who looks at the sender's profile
  // block 19: listening
  listen_target = 76,  // whom the sender listens to
  listen = 77,         // is the best topic understood
  listen_miss = 78,    // which other topic is understood instead
  // block 20: groups
  member = 80,  // with which member of a community a look or a contribution begins
  // block 25: who comes to see a post
  feed = 100,            // is a post shown to one of the sender's audience
  feed_stranger = 101,   // to which stranger a post is shown
  feed_room = 102,       // is there room for it in that stranger's feed
  feed_neighbour = 103,  // is it shown to a neighbour of a person who responded
  // block 26: what else an audience is made of
  follow = 104,      // does a reader follow the sender
  impression = 105,  // to whom a bought impression is shown
  found_out = 106,   // does a person find out that it is deceived
  purge = 107,       // how long a false account lasts
  // block 30: complaints
  voice = 120,     // is a bad experience complained of in public
  sighting = 121,  // which neighbour is the next to see an open complaint
  praise = 122,    // does a person who was thanked praise the sender
  defence = 123,   // does a defender keep a neighbour from heeding it
  // block 31: whom the sender fails takes all four words
  failure = 124,  // whom a failure of the sender meets
  // block 32: who works for the sender takes all four words; block 33: what they say
  champion = 128,     // which people speak for the sender as its employees
  off_message = 132,  // does one of them contradict the others
  slip = 133,         // does a message misspell the person's name
  // block 34: a community's topics, four to a block
  topic_phase = 136,  // where in its period a topic of a community begins
  // block 35, 36: choices among all people that must not be those of a list; all four words each
  blast = 140,  // whom a blast reaches on a day
  seed = 144,   // who is given a good experience
  // block 37: broken confidences
  betrayal = 148,  // does a connection break off over a breach of confidence
  // block 38: customers, what is kept to oneself, names
  stay = 152,         // how long a new customer stays
  restraint = 153,    // does a person keep something bad to itself
  follow_name = 154,  // does a stranger follow a name that it knows
  // block 39: norms of communities
  community_norm = 156,  // how strong a community's norm is
  // block 40: word of mouth, a word for each of four neighbours
  hear = 160,  // does a neighbour hear what a person tells
};

/// Four words of 32 random bits.
using DrawBlock = std::array<std::uint32_t, 4>;

/// The luck of one replicate: (seed, replicate) is the key, the campaign is not in it. The senders
/// of one world have a slot each, so that they do not share their luck; slot 0 is the campaign's
/// own.
class Draws {
 public:
  Draws(std::uint64_t seed, std::uint32_t replicate, std::uint32_t slot = 0)
      : key_(mix(seed, replicate, slot)), key_of_people_(mix(seed, replicate, 0)) {}

  /// Draws of what is true of people whoever sends, such as whether they are in the market.
  Draws of_people() const {
    Draws draws = *this;
    draws.key_ = key_of_people_;
    return draws;
  }

  std::array<std::uint32_t, 2> key() const { return key_; }

  /// The block of four words that holds `purpose` for (person, day, sequence).
  DrawBlock block(std::uint32_t person, Day day, std::uint32_t sequence, Purpose purpose) const {
    const philox4x32_ctr_t counter = {{person, static_cast<std::uint32_t>(day), sequence,
                                       static_cast<std::uint32_t>(purpose) / 4}};
    const philox4x32_key_t key = {{key_[0], key_[1]}};
    const philox4x32_ctr_t words = philox4x32(counter, key);
    return {words[0], words[1], words[2], words[3]};
  }

  /// One word of 32 random bits for (person, day, sequence, purpose).
  std::uint32_t word(PersonId person, Day day, std::uint32_t sequence, Purpose purpose) const {
    return block(index(person), day, sequence, purpose)[static_cast<std::uint32_t>(purpose) % 4];
  }

  /// One draw in (0, 1), never 0 and never 1.
  float uniform(PersonId person, Day day, std::uint32_t sequence, Purpose purpose) const;

 private:
  using Key = std::array<std::uint32_t, 2>;

  static Key mix(std::uint64_t seed, std::uint32_t replicate, std::uint32_t slot) {
    const philox4x32_ctr_t counter = {{static_cast<std::uint32_t>(seed),
                                       static_cast<std::uint32_t>(seed >> 32), replicate, slot}};
    const philox4x32_key_t fixed = {{0x72617070u, 0x6f727400u}};  // "rapp", "ort"
    const philox4x32_ctr_t mixed = philox4x32(counter, fixed);
    return {mixed[0], mixed[1]};
  }

  Key key_, key_of_people_;
};

/// Maps 32 random bits to the middle of one of 2^23 equal cells of (0, 1): a probability of 0 never
/// happens and one of 1 always does, exactly, in float.
constexpr float unit_interval(std::uint32_t word) {
  return (static_cast<float>(static_cast<std::int32_t>(word >> 9)) + 0.5f) * 0x1p-23f;
}

inline float Draws::uniform(PersonId person, Day day, std::uint32_t sequence,
                            Purpose purpose) const {
  return unit_interval(word(person, day, sequence, purpose));
}

}  // namespace rapport
