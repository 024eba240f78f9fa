// What a rule may know beside the batch: parameters, the day, the luck, and the sender's standing.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/random.hpp"
#include "encounter/open_complaints.hpp"
#include "parameters/parameters.hpp"
#include "population/traits.hpp"

namespace rapport {

/// How the sender stands today; changes between days only.
struct Standing {
  float profile_quality = 0.5f;    // 0..1
  float deliverability = 1.0f;     // share of messages that the platform lets through
  float credibility = 0.0f;        // log-odds that the sender's name adds to an invitation's
  float message_errors = 0.0f;     // share of messages that misspell the person's name
  float bad_name = 0.0f;           // share of a message's worth that strangers do not believe
  float pull = 0.0f;               // chance that a stranger whom its topic interests follows
  bool looks_anonymously = false;  // at the profiles of those to whom it writes
};

/// Of a community, by topic; in periods.
using TopicPhases = std::array<float, topics>;

struct Rules {
  Parameters parameters;
  Draws draws;
  Day day = 0;
  Standing standing;
  /// Chance that an open channel's message is read, by Population load level; see attention.
  std::array<float, 256> attention_by_load{};
  /// Epoch of the market in which a customer last bought; only customers stand here.
  std::unordered_map<std::uint32_t, std::int32_t> last_purchase;
  /// Among rivals: attention_by_load for 0, 1, 2 ... messages of other senders on the same day, one
  /// after the other. Empty where the sender is alone.
  std::vector<float> attention_among_rivals;
  OpenComplaints open_complaints = {};
  /// Phases of topic drift by community; empty where interests do not drift.
  std::span<const TopicPhases> topic_phases = {};
  /// Everybody's community.
  std::span<const std::uint32_t> community = {};
  /// Days within which the sender has promised to answer complaints; 0: no promise.
  double promised_days = 0;

  bool among_rivals() const { return !attention_among_rivals.empty(); }
};

}  // namespace rapport
