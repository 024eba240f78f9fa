#include "network/tie_rows.hpp"

#include <algorithm>
#include <atomic>

#include "core/contract.hpp"

namespace rapport {
namespace {

/// Stands at the end of a row in place of what was dropped from it; nobody has this number.
constexpr std::uint32_t gap = ~0u;

// Several hundred parts of a large network, each of which fits into the second cache.
constexpr std::size_t people_at_once = std::size_t{1} << 14;
constexpr std::size_t ties_at_once = std::size_t{1} << 14;

// Ties ahead at which memory is asked for: far enough to answer, near enough to stay in the cache.
constexpr std::size_t far_ahead = 32, ahead = 16;

std::size_t parts_of(std::size_t size, std::size_t at_once) {
  return (size + at_once - 1) / at_once;
}

/// Several parts add to the same person's number; sums do not depend on who was first.
std::uint64_t take_number(std::uint64_t& number) {
  return std::atomic_ref(number).fetch_add(1, std::memory_order_relaxed);
}

std::uint64_t look_at(std::uint64_t& number) {
  return std::atomic_ref(number).load(std::memory_order_relaxed);
}

std::vector<Tie> ties_of_part(const TieSource& source, std::size_t part) {
  std::vector<Tie> ties;
  source.tell(part, ties);
  return ties;
}

/// How many people of a row are left before its gaps.
std::size_t without_gaps(std::span<const std::uint32_t> row) {
  return static_cast<std::size_t>(std::lower_bound(row.begin(), row.end(), gap) - row.begin());
}

}  // namespace

TieRows::TieRows(std::uint32_t people, const TieSource& source, const Crew& crew) {
  // One more than there will be: until the ties are placed, the number of person p stands two
  // places behind, then its row's next free place stands one behind, which ends as the row's end.
  offsets_.resize(people + std::size_t{2});
  count(source, crew);
  lay_out();
  place(source, crew);
  offsets_.pop_back();
  put_in_order(crew);
}

void TieRows::count(const TieSource& source, const Crew& crew) {
  std::atomic<std::uint64_t> self_loops = 0;
  crew(source.parts, [&](std::size_t part) {
    const std::vector<Tie> ties = ties_of_part(source, part);
    std::uint64_t* const numbers = offsets_.data() + 2;
    std::uint64_t loops = 0;
    for (std::size_t i = 0; i < ties.size(); ++i) {
      const Tie& later = ties[std::min(i + ahead, ties.size() - 1)];
      prefetch(numbers + later.first);
      prefetch(numbers + later.second);
      const auto [a, b] = ties[i];
      RAPPORT_EXPECTS(a < offsets_.size() - 2 && b < offsets_.size() - 2);
      if (a == b) {
        ++loops;
        continue;
      }
      take_number(numbers[a]);
      take_number(numbers[b]);
    }
    self_loops += loops;
  });
  cleaning_.self_loops = self_loops;
}

void TieRows::lay_out() {
  for (std::size_t p = 1; p < offsets_.size(); ++p) offsets_[p] += offsets_[p - 1];
  targets_.resize(offsets_.back());
}

void TieRows::place(const TieSource& source, const Crew& crew) {
  crew(source.parts, [&](std::size_t part) {
    const std::vector<Tie> ties = ties_of_part(source, part);
    std::uint64_t* const next = offsets_.data() + 1;
    for (std::size_t i = 0; i < ties.size(); ++i) {
      const Tie& latest = ties[std::min(i + far_ahead, ties.size() - 1)];
      prefetch(next + latest.first);
      prefetch(next + latest.second);
      const Tie& later = ties[std::min(i + ahead, ties.size() - 1)];
      prefetch(targets_.data() + look_at(next[later.first]));
      prefetch(targets_.data() + look_at(next[later.second]));
      const auto [a, b] = ties[i];
      if (a == b) continue;
      targets_[take_number(next[a])] = b;
      targets_[take_number(next[b])] = a;
    }
  });
}

void TieRows::put_in_order(const Crew& crew) {
  std::atomic<std::uint64_t> repeated = 0;
  crew(parts_of(people(), people_at_once), [&](std::size_t part) {
    const std::size_t end = std::min<std::size_t>(people(), (part + 1) * people_at_once);
    std::uint64_t dropped = 0;
    for (std::size_t p = part * people_at_once; p < end; ++p) {
      const std::span row(targets_.data() + offsets_[p], offsets_[p + 1] - offsets_[p]);
      std::sort(row.begin(), row.end());
      const auto kept = std::unique(row.begin(), row.end());
      dropped += static_cast<std::uint64_t>(row.end() - kept);
      std::fill(kept, row.end(), gap);
    }
    repeated += dropped;
  });
  cleaning_.repeated = repeated / 2;  // each repeated tie stood in two rows
}

bool TieRows::joins(std::uint32_t person, std::uint32_t other) const {
  const auto first = targets_.begin() + static_cast<std::ptrdiff_t>(offsets_[person]);
  const auto last = targets_.begin() + static_cast<std::ptrdiff_t>(offsets_[person + 1]);
  return std::binary_search(first, last, other);
}

void TieRows::close_gaps() {
  std::uint64_t end = 0;
  std::uint64_t begin = 0;  // of the row, where it still stands
  for (std::size_t p = 0; p < people(); ++p) {
    const std::span row(targets_.data() + begin, offsets_[p + 1] - begin);
    const std::size_t kept = without_gaps(row);
    if (end != begin) std::copy_n(row.begin(), kept, targets_.data() + end);
    begin = offsets_[p + 1];
    end += kept;
    offsets_[p + 1] = end;
  }
  targets_.resize(end);
}

/// From the last row on, so that each moves to where nothing is needed any more.
void TieRows::insert(std::span<const Tie> more) {
  std::vector<Tie> new_ends;
  for (const auto& [a, b] : more) {
    new_ends.emplace_back(a, b);
    new_ends.emplace_back(b, a);
  }
  std::sort(new_ends.begin(), new_ends.end());
  targets_.resize(targets_.size() + new_ends.size());
  for (std::uint32_t p = people(); !new_ends.empty(); --p) {
    const auto first = targets_.begin() + static_cast<std::ptrdiff_t>(offsets_[p - 1]);
    const auto last = targets_.begin() + static_cast<std::ptrdiff_t>(offsets_[p]);
    offsets_[p] += new_ends.size();
    auto added = targets_.begin() + static_cast<std::ptrdiff_t>(offsets_[p]);
    const auto end = added;
    while (!new_ends.empty() && new_ends.back().first == p - 1) {
      *--added = new_ends.back().second;
      new_ends.pop_back();
    }
    const auto begin = std::move_backward(first, last, added);
    std::inplace_merge(begin, added, end);
  }
}

Graph TieRows::with(std::span<const Tie> more) && {
  if (cleaning_.repeated > 0) close_gaps();
  if (!more.empty()) insert(more);
  targets_.shrink_to_fit();
  return Graph(std::move(offsets_), std::move(targets_));
}

Graph graph_from_ties(std::uint32_t people, std::span<const Tie> ties, TieCleaning* cleaning,
                      const Crew& crew) {
  const TieSource source{
      parts_of(ties.size(), ties_at_once), [ties](std::size_t part, std::vector<Tie>& told) {
        const std::size_t first = part * ties_at_once;
        const auto some = ties.subspan(first, std::min(ties_at_once, ties.size() - first));
        told.assign(some.begin(), some.end());
      }};
  TieRows rows(people, source, crew);
  if (cleaning) *cleaning = rows.cleaning();
  return std::move(rows).with({});
}

}  // namespace rapport
