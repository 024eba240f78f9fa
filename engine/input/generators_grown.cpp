// Networks that grow person by person, from addressed draws: whom a tie joins is a pure function of
// (seed, replicate, tie, attempt) and of the ties before it.
//
// igraph has Barabasi-Albert too; it takes four times the time and ten times the memory.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <vector>

#include "core/failure.hpp"
#include "input/did_you_mean.hpp"
#include "input/generators.hpp"

namespace rapport {
namespace {

/// A whole number below `bound`, each equally likely to within 2^-53 of it.
std::uint64_t below(std::uint64_t bound, std::uint32_t high, std::uint32_t low) {
  const auto share = static_cast<double>(std::uint64_t{high} << 21 | low >> 11) * 0x1p-53;
  return static_cast<std::uint64_t>(share * static_cast<double>(bound));
}

/// Grows the list of ties. Every tie has two ends, so one end drawn from all that there are belongs
/// to a person in proportion to degree (Batagelj & Brandes 2005).
class Growth {
 public:
  explicit Growth(const Draws& draws, std::size_t ties) : draws_(draws) { ties_.reserve(ties); }

  /// Ties the newcomer to `count` of the people before it, or to all when they are no more.
  void add(std::uint32_t newcomer, std::uint32_t count) {
    const std::size_t before = ties_.size();
    if (count >= newcomer) {
      for (std::uint32_t person = 0; person < newcomer; ++person) {
        ties_.emplace_back(person, newcomer);
      }
      return;
    }
    while (ties_.size() < before + count) ties_.emplace_back(stranger(newcomer, before), newcomer);
  }
  std::vector<Tie> take() && { return std::move(ties_); }

 private:
  // Somebody before the newcomer to whom none of its ties, from number `first` on, leads yet.
  std::uint32_t stranger(std::uint32_t newcomer, std::size_t first) const {
    const std::uint64_t tie = ties_.size(), ends = 2 * first;
    for (Day attempt = 0;; ++attempt) {
      const DrawBlock words =
          draws_.block(static_cast<std::uint32_t>(tie), attempt,
                       static_cast<std::uint32_t>(tie >> 32), Purpose::network_tie);
      // While nobody has a tie all are alike.
      const std::uint32_t person =
          ends == 0 ? static_cast<std::uint32_t>(below(newcomer, words[0], words[1]))
                    : owner(below(ends, words[0], words[1]));
      const auto known = [&](const Tie& each) { return each.first == person; };
      const auto own = ties_.begin() + static_cast<std::ptrdiff_t>(first);
      if (std::none_of(own, ties_.end(), known)) return person;
    }
  }
  std::uint32_t owner(std::uint64_t end) const {
    const Tie& tie = ties_[end / 2];
    return end % 2 == 0 ? tie.first : tie.second;
  }

  Draws draws_;
  std::vector<Tie> ties_;  // the newcomer second
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

Network scale_free_network(const NetworkSpec& spec, const Draws& draws) {
  require_degree_below_people(spec);
  const double half = spec.mean_degree / 2;
  Growth growth(draws, static_cast<std::size_t>(std::ceil(half * spec.people)));
  for (std::uint32_t p = 0; p < spec.people; ++p) {
    // So many for each that any mean degree comes out, not only even ones.
    growth.add(p, static_cast<std::uint32_t>(std::floor(half * (p + 1.0)) - std::floor(half * p)));
  }
  Network network;
  network.graph = graph_from_ties(spec.people, std::move(growth).take());
  network.community.assign(spec.people, 0);
  return network;
}

}  // namespace rapport
