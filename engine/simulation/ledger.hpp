// What a part of a round leaves for the world besides the relations of those it met. Parts of one
// round fill ledgers of their own, perhaps at the same time; the round's end enters one after the
// other, so that nothing depends on who was first.
#pragma once

#include <cstdint>
#include <vector>

#include "core/ids.hpp"
#include "encounter/open_complaints.hpp"

namespace rapport {

/// What has come of an encounter, as bits: somebody else is concerned, or it is rare.
namespace event {
inline constexpr std::uint32_t accepted = 1u << 0;
inline constexpr std::uint32_t declined = 1u << 1;
inline constexpr std::uint32_t replied = 1u << 2;
inline constexpr std::uint32_t bought = 1u << 3;
inline constexpr std::uint32_t muted = 1u << 4;
inline constexpr std::uint32_t blocked = 1u << 5;
inline constexpr std::uint32_t reported = 1u << 6;
inline constexpr std::uint32_t responded = 1u << 7;
inline constexpr std::uint32_t followed = 1u << 8;
inline constexpr std::uint32_t found_out = 1u << 9;
inline constexpr std::uint32_t betrayed = 1u << 10;
inline constexpr int first_of_shared = 11;  // the first of three bits, see Batch::shared
inline constexpr std::uint32_t told_good = 1u << first_of_shared;
inline constexpr std::uint32_t told_bad = 2u << first_of_shared;
inline constexpr std::uint32_t complained = 4u << first_of_shared;
inline constexpr std::uint32_t complaint_answered = 1u << 14;

inline constexpr std::uint32_t shuts_out = muted | blocked | reported;
inline constexpr std::uint32_t turns_away = shuts_out | found_out | betrayed;
inline constexpr std::uint32_t answers = accepted | declined | replied;
inline constexpr std::uint32_t tells = told_good | told_bad;
inline constexpr std::uint32_t at_post = responded | followed;
}  // namespace event

/// An encounter that had events.
struct Happening {
  std::uint32_t person;
  std::uint32_t events;    // see event::
  std::uint32_t marks;     // before the encounter
  std::uint32_t sequence;  // draw_sequence of the encounter
  float stay;              // see Batch::stay
  std::uint8_t topic;
  bool first_contact;  // no message was read before
  bool trusting;       // before the encounter
};

/// A person enters the market on a later day.
struct MarketEntry {
  std::uint32_t person;
  Day day;
};

/// Sums, which no order can change.
struct LedgerSums {
  std::uint64_t encounters = 0, event_hash = 0;
  std::int64_t delivered = 0, read = 0, idle_invitations = 0, newly_touched = 0, newly_reached = 0;
  std::int64_t trust = 0, rest = 0, annoyance = 0;  // DecayingSum::fixed
  std::int64_t resting = 0;                         // see FeelingTotals
};

struct Ledger : LedgerSums {
  explicit Ledger(std::size_t number) : part(number) {}

  std::size_t part;  // of those that are filled at the same time
  // In the order of the encounters.
  std::vector<std::uint32_t> noted;  // see Relations::note
  std::vector<MarketEntry> market_entries;
  std::vector<OpenComplaint> complaints;
  std::vector<Happening> happenings;

  void clear() {
    static_cast<LedgerSums&>(*this) = {};
    noted.clear();
    market_entries.clear();
    complaints.clear();
    happenings.clear();
  }
};

}  // namespace rapport
