// Networks that grow person by person, from addressed draws: whom a tie joins is a pure function of
// (seed, replicate, tie, attempt) and of the ties before it.
//
// igraph has Barabasi-Albert too; it takes four times the time and ten times the memory.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <vector>

#include "core/counted.hpp"
#include "core/failure.hpp"
#include "core/large_pages.hpp"
#include "input/generators.hpp"
#include "network/tie_rows.hpp"

namespace rapport {
namespace {

constexpr std::uint32_t newcomers_at_once = 1u << 11;

/// A whole number below `bound`, each equally likely to within 2^-53 of it.
std::uint64_t below(std::uint64_t bound, std::uint32_t high, std::uint32_t low) {
  const auto share = static_cast<double>(std::uint64_t{high} << 21 | low >> 11) * 0x1p-53;
  return static_cast<std::uint64_t>(share * static_cast<double>(bound));
}

/// Which ties are whose: newcomer p has those from begin(p) to begin(p + 1), as many on average as
/// half the mean degree says, so that any mean degree comes out and not only even ones; the first
/// ones are tied to everybody before them and have fewer.
class Newcomers {
 public:
  Newcomers(std::uint32_t people, double half) : people_(people), half_(half) {
    while (crowded_ < people && wanted(crowded_) >= crowded_) ++crowded_;
    fewer_ = up_to(crowded_) - pairs_before(crowded_);
  }
  std::uint32_t people() const { return people_; }
  std::uint64_t begin(std::uint32_t person) const {
    return person <= crowded_ ? pairs_before(person) : up_to(person) - fewer_;
  }
  /// Whether somebody finds no more people than they want ties.
  bool is_tied_to_all(std::uint32_t person) const { return person < crowded_; }
  /// Who came with that tie.
  std::uint32_t of(std::uint64_t tie) const {
    const double guess = tie < begin(crowded_) ? std::sqrt(2 * static_cast<double>(tie))
                                               : static_cast<double>(tie + fewer_) / half_;
    auto person = static_cast<std::uint32_t>(std::min<double>(guess, people_ - 1));
    while (begin(person) > tie) --person;
    while (begin(person + 1) <= tie) ++person;
    return person;
  }

 private:
  static std::uint64_t pairs_before(std::uint64_t person) {
    return person == 0 ? 0 : person * (person - 1) / 2;
  }
  std::uint64_t up_to(std::uint32_t person) const {
    return static_cast<std::uint64_t>(std::floor(half_ * person));
  }
  std::uint64_t wanted(std::uint32_t person) const { return up_to(person + 1) - up_to(person); }

  std::uint32_t people_;
  double half_;
  std::uint32_t crowded_ = 0;  // so many are tied to everybody before them
  std::uint64_t fewer_ = 0;    // ties that these have less than they want
};

/// The older end of every tie; the other one is the newcomer's. Every tie has two ends, so one end
/// drawn from all that there are belongs to a person in proportion to degree (Batagelj & Brandes
/// 2005).
class Growth {
 public:
  Growth(const Draws& draws, const Newcomers& newcomers) : draws_(draws), newcomers_(newcomers) {
    older_.resize(newcomers.begin(newcomers.people()));
    for (std::uint32_t person = 0; person < newcomers.people(); ++person) add(person);
  }

  void tell(std::uint32_t first, std::uint32_t end, std::vector<Tie>& ties) const {
    for (std::uint32_t person = first; person < end; ++person) {
      const std::uint64_t after = newcomers_.begin(person + 1);
      for (std::uint64_t tie = newcomers_.begin(person); tie < after; ++tie) {
        ties.emplace_back(older_[tie], person);
      }
    }
  }

 private:
  void add(std::uint32_t newcomer) {
    const std::uint64_t first = newcomers_.begin(newcomer), end = newcomers_.begin(newcomer + 1);
    for (std::uint64_t tie = first; tie < end; ++tie) {
      older_[tie] = newcomers_.is_tied_to_all(newcomer) ? static_cast<std::uint32_t>(tie - first)
                                                        : stranger(newcomer, first, tie);
    }
  }
  // Somebody before the newcomer to whom none of its ties, from number `first` on, leads yet.
  std::uint32_t stranger(std::uint32_t newcomer, std::uint64_t first, std::uint64_t tie) const {
    const std::uint64_t ends = 2 * first;
    for (Day attempt = 0;; ++attempt) {
      const DrawBlock words =
          draws_.block(static_cast<std::uint32_t>(tie), attempt,
                       static_cast<std::uint32_t>(tie >> 32), Purpose::network_tie);
      // While nobody has a tie all are alike.
      const std::uint32_t person =
          ends == 0 ? static_cast<std::uint32_t>(below(newcomer, words[0], words[1]))
                    : owner(below(ends, words[0], words[1]));
      const auto own = older_.begin() + static_cast<std::ptrdiff_t>(first);
      if (std::find(own, own + static_cast<std::ptrdiff_t>(tie - first), person) ==
          own + static_cast<std::ptrdiff_t>(tie - first)) {
        return person;
      }
    }
  }
  std::uint32_t owner(std::uint64_t end) const {
    return end % 2 == 0 ? older_[end / 2] : newcomers_.of(end / 2);
  }

  Draws draws_;
  Newcomers newcomers_;
  LargeVector<std::uint32_t> older_;
};

}  // namespace

void require_degree_below_people(const NetworkSpec& spec) {
  if (spec.mean_degree < spec.people) return;
  throw Failure(
      ExitCode::bad_data,
      fmt::format("network.mean_degree = {} is too large for {} (nobody can have "
                  "more than {} ties); lower mean_degree or raise people",
                  spec.mean_degree, counted(spec.people, "person", "people"), spec.people - 1));
}

Network scale_free_network(const NetworkSpec& spec, const Draws& draws, const Crew& crew) {
  require_degree_below_people(spec);
  const Growth growth(draws, Newcomers(spec.people, spec.mean_degree / 2));
  const TieSource source{
      (spec.people + std::size_t{newcomers_at_once} - 1) / newcomers_at_once,
      [&](std::size_t part, std::vector<Tie>& ties) {
        const auto first = static_cast<std::uint32_t>(part) * newcomers_at_once;
        growth.tell(first, first + std::min(newcomers_at_once, spec.people - first), ties);
      }};
  Network network;
  network.graph = TieRows(spec.people, source, crew).with({});
  network.community = one_community(spec.people);
  return network;
}

}  // namespace rapport
