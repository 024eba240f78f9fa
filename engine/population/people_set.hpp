// A set of people, one bit each.
#pragma once

#include <cstdint>
#include <vector>

namespace rapport {

/// Takes no memory until somebody is in it, then an eighth of a byte for each of the people there
/// are.
class PeopleSet {
 public:
  explicit PeopleSet(std::uint32_t people) : people_(people) {}

  void insert(std::uint32_t person) {
    if (words_.empty()) words_.resize(people_ / 64 + 1);
    words_[person / 64] |= std::uint64_t{1} << (person % 64);
  }
  bool contains(std::uint32_t person) const {
    return !words_.empty() && ((words_[person / 64] >> (person % 64)) & 1u) != 0;
  }

 private:
  std::uint32_t people_;
  std::vector<std::uint64_t> words_;
};

}  // namespace rapport
