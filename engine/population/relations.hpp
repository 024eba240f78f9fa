// What a person feels toward the sender: settled lazily, only when something touches it.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "core/contract.hpp"
#include "core/ids.hpp"
#include "core/large_pages.hpp"
#include "core/prefetch.hpp"

namespace rapport {

/// How close a person stands to the sender.
enum class Stage : std::uint8_t { stranger, invited, connected, customer };
inline constexpr std::size_t stages = 4;

/// What has happened between a person and the sender, as bits.
namespace mark {
inline constexpr std::uint32_t invited = 1u << 0;
inline constexpr std::uint32_t connected = 1u << 1;
inline constexpr std::uint32_t customer = 1u << 2;
inline constexpr std::uint32_t declined = 1u << 3;
inline constexpr std::uint32_t muted = 1u << 4;
inline constexpr std::uint32_t blocked = 1u << 5;
inline constexpr std::uint32_t reported = 1u << 6;
inline constexpr std::uint32_t told_good = 1u << 7;
inline constexpr std::uint32_t told_bad = 1u << 8;
inline constexpr std::uint32_t touched = 1u << 9;   // a message of the sender arrived
inline constexpr std::uint32_t reached = 1u << 10;  // experienced or heard: feelings are kept
inline constexpr std::uint32_t entry_scheduled = 1u
                                                 << 11;  // the next market entry is on the calendar
inline constexpr std::uint32_t noted = 1u << 12;         // stands in the list of Relations::touched
inline constexpr std::uint32_t follower = 1u << 13;      // sees posts without being connected
inline constexpr std::uint32_t recognised = 1u << 14;    // was thanked by name
inline constexpr std::uint32_t complained = 1u << 15;    // a public complaint is open
inline constexpr std::uint32_t highest = complained;
inline constexpr std::uint32_t shut_out = muted | blocked | reported;
}  // namespace mark

/// The highest of the three lowest marks, as one expression in words of 32 bits for the loops over
/// columns.
constexpr std::uint32_t stage_number(std::uint32_t marks) {
  return marks & mark::customer ? 3u : marks & mark::connected ? 2u : marks & mark::invited;
}

/// The entry of a table by stage, chosen in registers: four entries are too few to look them up in
/// memory, row by row.
constexpr float entry_of(const std::array<float, stages>& table, std::uint32_t stage) {
  static_assert(stages == 4);
  const float low = stage & 1u ? table[1] : table[0];
  const float high = stage & 1u ? table[3] : table[2];
  return stage & 2u ? high : low;
}

constexpr Stage stage_of(std::uint32_t marks) {
  return static_cast<Stage>(stage_number(marks));
}

/// A feeling from 0 to 1 - 2^-24 in steps of 2^-24, and a byte that belongs with it, in one word.
/// The loops over columns use the static functions.
struct Feeling {
  std::uint32_t word;

  static constexpr float of(std::uint32_t word) {
    return static_cast<float>(static_cast<std::int32_t>(word & 0xffffffu)) * step;
  }
  static constexpr std::uint32_t beside(std::uint32_t word) { return word >> 24; }
  /// What is less than a step is lost; `feeling` may be 1, but not below 0.
  static constexpr std::uint32_t pack(float feeling, std::uint32_t byte) {
    const float steps = feeling * (1.0f / step);
    constexpr float most = 0xffffff;
    return static_cast<std::uint32_t>(static_cast<std::int32_t>(steps < most ? steps : most)) |
           byte << 24;
  }

  float value() const { return of(word); }
  std::uint32_t byte() const { return beside(word); }
  void set(float feeling) { word = pack(feeling, byte()); }

 private:
  static constexpr float step = 1.0f / 16777216.0f;
};

/// The most trust that is possible, when so many 255ths of it have been lost for good.
constexpr float ceiling_of(std::uint32_t lost) {
  return 1.0f - static_cast<float>(static_cast<std::int32_t>(lost)) * (1.0f / 255.0f);
}

constexpr std::uint32_t lost_of(float ceiling) {
  return static_cast<std::uint32_t>(static_cast<std::int32_t>((1.0f - ceiling) * 255.0f + 0.5f));
}

/// 16 bytes, so that one encounter touches one cache line. All zero for a person whom nothing has
/// touched: their trust is the prior one.
struct Relation {
  Feeling trust;            // at the end of day `settled`, means nothing before mark::reached;
                            // beside it what is lost of the ceiling, see ceiling_of
  Feeling annoyance;        // at the end of day `settled`; beside it how many of the sender's
                            // messages were read, stops counting at 255
  std::uint16_t settled;    // day on which both were last brought up to date
  std::uint16_t contacted;  // 1 + day of the sender's last message that was read; 0 for never
  std::uint16_t marks;      // see mark::
  std::uint8_t recent;      // recent contacts in eighths on day contacted - 1
  std::uint8_t mutual;      // connected neighbours, stops counting at 255
};
static_assert(sizeof(Relation) == 16);
static_assert(mark::highest <= std::numeric_limits<decltype(Relation::marks)>::max());

/// The relations of everybody in one world. A new object costs no memory until somebody is touched
/// (the pages are zero); `clear` costs as much as was touched, not as many as there are people.
class Relations {
 public:
  explicit Relations(std::uint32_t people);

  std::uint32_t people() const { return people_; }
  const Relation* data() const { return relations_.get(); }
  const Relation& operator[](std::uint32_t person) const { return relations_.get()[person]; }

  /// Hints that a person's relation will be looked at soon.
  void expect(std::uint32_t person) const { prefetch(relations_.get() + person); }

  /// The relation for writing; the person is noted as touched.
  Relation& touch(std::uint32_t person) {
    RAPPORT_EXPECTS(person < people_);
    Relation& relation = relations_.get()[person];
    if (!(relation.marks & mark::noted)) {
      relation.marks |= mark::noted;
      touched_.push_back(person);
    }
    return relation;
  }

  /// The two halves of `touch`, for a batch that writes whole relations: whoever overwrites one
  /// that is not noted with one that is also sees to it that the person is noted.
  std::span<Relation> all() { return {relations_.get(), people_}; }
  void note(std::span<const std::uint32_t> people) {
    touched_.insert(touched_.end(), people.begin(), people.end());
  }

  /// Everybody whose relation may differ from zero, once each, in order of first touch.
  std::span<const std::uint32_t> touched() const { return touched_; }

  /// Makes all relations zero again.
  void clear();

 private:
  struct Free {
    std::uint32_t people;
    void operator()(Relation* memory) const { LargePages<Relation>().deallocate(memory, people); }
  };
  std::uint32_t people_;
  std::unique_ptr<Relation[], Free> relations_;
  std::vector<std::uint32_t> touched_;
};

}  // namespace rapport
