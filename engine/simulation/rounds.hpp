// Splits encounters into rounds in which each target stands at most once, so that gathering a
// batch, changing its columns and writing them back loses nothing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/crew.hpp"
#include "encounter/approach.hpp"

namespace rapport {

class Rounds {
 public:
  explicit Rounds(std::uint32_t people, const Crew* crew = nullptr);

  /// Brings people who lie near each other in memory together, keeping the order of those who lie
  /// in the same stretch; nothing happens where people are few. One pass; a full sort by target
  /// costs twice as much and finds little more.
  void bring_together(std::vector<Encounter>& encounters);

  /// The rounds that `encounters` make, each in their order: the first one of each target, the
  /// second ones, and so on. They stand until the next call, and `encounters` with them, which
  /// holds the first round afterwards. Costs as much as there are.
  std::span<const std::span<const Encounter>> of(std::vector<Encounter>& encounters);

 private:
  /// Where in `later_` an encounter of that target stands.
  struct Place {
    std::uint32_t target, place;
  };
  /// Encounters with people whom no other part's encounters meet.
  struct Part {
    std::span<Encounter> encounters;  // after `split` those that stay
    std::vector<Encounter> later;
  };
  bool enter(std::uint32_t person);
  std::vector<Part> cut(std::vector<Encounter>& encounters) const;
  void split(Part& part, bool alone);
  void leave(std::span<const Encounter> encounters, bool alone);
  void split(std::vector<Encounter>& encounters);
  void spread_later();

  const Crew* crew_;  // nullptr: the calling thread alone
  bool near_;         // everybody lies near everybody
  int stretch_bits_;  // people whose numbers agree above these lie together
  std::vector<Encounter> scratch_;
  std::vector<Encounter> later_;  // than the first of their target
  std::vector<Place> by_target_, by_target_scratch_;
  std::vector<std::span<const Encounter>> rounds_;
  std::vector<std::uint64_t> present_;  // a bit a person: stands in the round; zero between calls
};

}  // namespace rapport
