// Numbers people whose ids are whole numbers with gaps.
#include <array>
#include <bit>
#include <memory>

#include "input/network_ties.hpp"

namespace rapport {
namespace {

/// The set of ids as one bit each, with the number of smaller ids before every word; in pages that
/// exist only where there are ids. Sorting the ids was rejected: it takes longer than reading them.
class IdSet {
 public:
  explicit IdSet(const std::vector<Tie>& ties) {
    for (const auto& [a, b] : ties) {
      add(a);
      add(b);
    }
    for (const auto& page : pages_) {
      if (!page) continue;
      for (std::size_t w = 0; w < page_words; ++w) {
        page->smaller[w] = size_;
        size_ += static_cast<std::uint32_t>(std::popcount(page->words[w]));
      }
    }
  }

  /// How many ids of the set are smaller than `id`, which is one of them.
  std::uint32_t rank(std::uint32_t id) const {
    const Page& page = *pages_[id / page_ids];
    const std::size_t word = id % page_ids / 64;
    return page.smaller[word] +
           static_cast<std::uint32_t>(std::popcount(page.words[word] & (bit(id) - 1)));
  }

  /// The ids as text, ascending.
  std::vector<std::string> labels() const {
    std::vector<std::string> labels;
    labels.reserve(size_);
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      if (!pages_[p]) continue;
      for (std::size_t w = 0; w < page_words; ++w) {
        const std::size_t first = p * page_ids + w * 64;
        for (std::uint64_t left = pages_[p]->words[w]; left != 0; left &= left - 1) {
          labels.push_back(std::to_string(first + static_cast<unsigned>(std::countr_zero(left))));
        }
      }
    }
    return labels;
  }

 private:
  static constexpr std::size_t page_words = 1024;
  static constexpr std::uint32_t page_ids = 64 * page_words;
  struct Page {
    std::array<std::uint64_t, page_words> words{};
    std::array<std::uint32_t, page_words> smaller{};
  };

  static std::uint64_t bit(std::uint32_t id) { return std::uint64_t{1} << (id % 64); }

  void add(std::uint32_t id) {
    const std::size_t p = id / page_ids;
    if (p >= pages_.size()) pages_.resize(p + 1);
    if (!pages_[p]) pages_[p] = std::make_unique<Page>();
    pages_[p]->words[id % page_ids / 64] |= bit(id);
  }

  std::vector<std::unique_ptr<Page>> pages_;
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
