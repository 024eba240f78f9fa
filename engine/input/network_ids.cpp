// Numbers people whose ids are whole numbers with gaps.
#include <algorithm>
#include <bit>

#include "input/network_ties.hpp"

namespace rapport {
namespace {

/// The set of ids as one bit each, with the number of smaller ids before every word. Sorting the
/// ids was rejected: it would take longer than reading them.
class IdSet {
 public:
  explicit IdSet(const std::vector<Tie>& ties) {
    std::uint32_t largest = 0;
    for (const auto& [a, b] : ties) largest = std::max({largest, a, b});
    words_.resize(largest / 64 + std::size_t{1});
    for (const auto& [a, b] : ties) {
      words_[a / 64] |= bit(a);
      words_[b / 64] |= bit(b);
    }
    smaller_.reserve(words_.size());
    for (const std::uint64_t word : words_) {
      smaller_.push_back(size_);
      size_ += static_cast<std::uint32_t>(std::popcount(word));
    }
  }

  std::uint32_t rank(std::uint32_t id) const {
    return smaller_[id / 64] +
           static_cast<std::uint32_t>(std::popcount(words_[id / 64] & (bit(id) - 1)));
  }

  std::vector<std::string> labels() const {
    std::vector<std::string> labels;
    labels.reserve(size_);
    for (std::size_t w = 0; w < words_.size(); ++w) {
      for (std::uint64_t left = words_[w]; left != 0; left &= left - 1) {
        labels.push_back(std::to_string(w * 64 + static_cast<unsigned>(std::countr_zero(left))));
      }
    }
    return labels;
  }

 private:
  static std::uint64_t bit(std::uint32_t id) { return std::uint64_t{1} << (id % 64); }

  std::vector<std::uint64_t> words_;
  std::vector<std::uint32_t> smaller_;
  std::uint32_t size_ = 0;
};

}  // namespace

void number_by_id(NamedTies& ties) {
  if (ties.ties.empty()) return;
  const IdSet ids(ties.ties);
  for (auto& [a, b] : ties.ties) {
    a = ids.rank(a);
    b = ids.rank(b);
  }
  ties.labels = ids.labels();
}

}  // namespace rapport
