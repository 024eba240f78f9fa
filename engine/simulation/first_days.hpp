// The day on which each person's view of the sender began to form: its first encounter that was
// read, lived through or heard.
#pragma once

#include <cstdint>
#include <vector>

#include "encounter/rows.hpp"

namespace rapport {

/// 2 bytes a person, and nothing at all where nobody asks how old a view is.
class FirstDays {
 public:
  FirstDays() = default;
  explicit FirstDays(std::uint32_t people) : first_(people, 0) {}

  bool kept() const { return !first_.empty(); }
  /// Fills Batch::view_age; of a view that is yet to form it is 0.
  void look_up(Batch& b, Day today) const {
    for (std::size_t i = 0; i < b.size; ++i) {
      const Day first = first_[b.target[i]];
      b.view_age[i] = static_cast<float>(first > 0 ? today + 1 - first : 0);
    }
  }
  /// These encounters are over; who had been reached before has a first day already.
  void note(const Batch& b, Day today) {
    const Rows newly_reached =
        rows_where(b.size, [&](std::size_t i) { return (b.marks[i] & mark::reached) == 0; });
    const auto first = static_cast<std::uint16_t>(today + 1);
    for (const std::uint32_t i : newly_reached) first_[b.target[i]] = first;
  }

 private:
  std::vector<std::uint16_t> first_;  // 1 + day, 0 for nobody
};

}  // namespace rapport
