// Networks whose every tie is drawn by address, straight into rows: the draws are made once to
// count everybody's ties and once more to place them, by any number of threads, and no list of the
// ties is kept. Ties that turn out to be drawn twice are few; further draws take their place.
//
// igraph has G(n, m) and a stochastic block model too; these are preferred because they need next
// to nothing beside the finished rows where igraph needs about 50 bytes a tie, and because their
// cost does not grow with the square of the number of communities.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <vector>

#include "core/counted.hpp"
#include "core/failure.hpp"
#include "core/large_pages.hpp"
#include "input/generators.hpp"
#include "input/tie_strata.hpp"
#include "network/tie_rows.hpp"

namespace rapport {
namespace {

constexpr std::uint64_t ties_at_once = std::uint64_t{1} << 14;

std::uint64_t ties_wanted(const NetworkSpec& spec) {
  const double ties = std::round(spec.people * spec.mean_degree / 2);
  const std::uint64_t possible = pairs_among(spec.people);
  if (ties > static_cast<double>(possible)) {
    throw Failure(
        ExitCode::bad_data,
        fmt::format("network.mean_degree = {} is too large for {} (nobody can have "
                    "more than {} ties); lower mean_degree or raise people",
                    spec.mean_degree, counted(spec.people, "person", "people"), spec.people - 1));
  }
  return static_cast<std::uint64_t>(ties);
}

/// amount x part / whole rounded down, without overflow; part <= whole < 2^32.
std::uint64_t proportion(std::uint64_t amount, std::uint64_t part, std::uint64_t whole) {
  return amount / whole * part + amount % whole * part / whole;
}

/// Ties inside the communities, each community's for themselves: they are few, so repetitions are
/// found before they are told.
class TiesInside {
 public:
  TiesInside(const Draws& draws, const Partition& partition, std::uint64_t count)
      : draws_(draws), partition_(partition), count_(count) {
    const std::uint64_t largest = std::max<std::uint64_t>(1, count / partition.communities);
    at_once_ = static_cast<std::uint32_t>(std::max<std::uint64_t>(1, ties_at_once / largest));
  }

  std::size_t parts() const {
    return count_ == 0 ? 0 : (partition_.communities + std::size_t{at_once_} - 1) / at_once_;
  }
  void tell(std::size_t part, std::vector<Tie>& ties) const {
    const auto first = static_cast<std::uint32_t>(part) * at_once_;
    const std::uint32_t end = std::min(partition_.communities - first, at_once_) + first;
    for (std::uint32_t c = first; c < end; ++c) {
      const TieDraws draws(draws_, stratum(c));
      if (draws.dense(own(c))) {
        draws.append_most(own(c), ties);
      } else {
        draws.append(
            own(c), 0, [](const Tie&) { return true; }, ties);
      }
    }
  }
  void expect_room(const NetworkSpec& spec) const {
    for (std::uint32_t c = 0; c < partition_.communities; ++c) {
      const Stratum here = stratum(c);
      if (own(c) <= here.possible) continue;
      throw Failure(
          ExitCode::bad_data,
          fmt::format("a community of {} people cannot hold {} ties (network.within_share = {} of "
                      "mean_degree = {} asks for them, there are {} pairs); raise community_size "
                      "or lower within_share or mean_degree",
                      here.end - here.begin, own(c), spec.within_share, spec.mean_degree,
                      here.possible));
    }
  }

 private:
  Stratum stratum(std::uint32_t c) const {
    const std::uint32_t begin = partition_.begin(c), end = partition_.begin(c + 1);
    return {begin, end, static_cast<Day>(c) + 1, pairs_among(end - begin)};
  }
  std::uint64_t own(std::uint32_t c) const {
    return proportion(count_, partition_.begin(c + 1), partition_.people) -
           proportion(count_, partition_.begin(c), partition_.people);
  }

  Draws draws_;
  Partition partition_;
  std::uint64_t count_;
  std::uint32_t at_once_;  // communities in a part
};

/// Ties of a stratum of everybody: told as they were drawn, and what was drawn twice told later.
class TiesAmongAll {
 public:
  TiesAmongAll(const Draws& draws, const Stratum& stratum, std::uint64_t count, const Crew& crew)
      : draws_(draws, stratum) {
    if (draws_.dense(count)) {
      draws_.append_most(count, listed_);
    } else {
      drawn_ = draws_.draws_for(count, crew);
    }
  }

  std::size_t parts() const {
    return (std::max<std::uint64_t>(drawn_, listed_.size()) + ties_at_once - 1) / ties_at_once;
  }
  void tell(std::size_t part, std::vector<Tie>& ties) const {
    const std::uint64_t first = part * ties_at_once;
    if (listed_.empty()) {
      draws_.append_drawn(first, std::min(drawn_, first + ties_at_once), ties);
    } else {
      const auto end = std::min<std::uint64_t>(listed_.size(), first + ties_at_once);
      ties.assign(listed_.begin() + static_cast<std::ptrdiff_t>(first),
                  listed_.begin() + static_cast<std::ptrdiff_t>(end));
    }
  }
  /// Ties in place of those that were told repeatedly.
  std::vector<Tie> further(const TieRows& rows) const {
    std::vector<Tie> ties;
    draws_.append(
        rows.cleaning().repeated, drawn_,
        [&](const Tie& tie) { return !rows.joins(tie.first, tie.second); }, ties);
    return ties;
  }

 private:
  TieDraws draws_;
  std::vector<Tie> listed_;  // all ties of a dense stratum
  std::uint64_t drawn_ = 0;  // draws that are told
};

/// Most ties inside, if there are several communities, and the others among all.
Graph drawn_graph(const Partition& partition, const TiesInside& inside, const TiesAmongAll& others,
                  const Crew& crew) {
  const TieSource source{inside.parts() + others.parts(),
                         [&](std::size_t part, std::vector<Tie>& ties) {
                           if (part < inside.parts()) {
                             inside.tell(part, ties);
                           } else {
                             others.tell(part - inside.parts(), ties);
                           }
                         }};
  TieRows rows(partition.people, source, crew);
  const std::vector<Tie> more = others.further(rows);
  return std::move(rows).with(more);
}

std::uint64_t pairs_between(const Partition& partition) {
  std::uint64_t pairs = pairs_among(partition.people);
  for (std::uint32_t c = 0; c < partition.communities; ++c) {
    pairs -= pairs_among(partition.begin(c + 1) - partition.begin(c));
  }
  return pairs;
}

}  // namespace

Network random_network(const NetworkSpec& spec, const Draws& draws, const Crew& crew) {
  const Partition all{spec.people, 1};
  const Stratum stratum{0, spec.people, 0, pairs_among(spec.people)};
  Network network;
  network.graph = drawn_graph(all, TiesInside(draws, all, 0),
                              TiesAmongAll(draws, stratum, ties_wanted(spec), crew), crew);
  network.community = one_community(spec.people);
  return network;
}

Network communities_network(const NetworkSpec& spec, const Draws& draws, const Crew& crew) {
  const std::uint64_t count = ties_wanted(spec);
  const double blocks = std::round(spec.people / spec.community_size);
  const Partition partition{spec.people, static_cast<std::uint32_t>(std::clamp(
                                             blocks, 1.0, static_cast<double>(spec.people)))};
  Network network;
  network.communities = partition.communities;
  if (partition.communities == 1) {
    // Under the address of the first community.
    const Stratum stratum{0, spec.people, 1, pairs_among(spec.people)};
    network.graph = drawn_graph(partition, TiesInside(draws, partition, 0),
                                TiesAmongAll(draws, stratum, count, crew), crew);
    network.community = one_community(spec.people);
    return network;
  }
  const auto within =
      static_cast<std::uint64_t>(std::round(spec.within_share * static_cast<double>(count)));
  const TiesInside inside(draws, partition, within);
  inside.expect_room(spec);
  const std::uint64_t between = count - within, possible = pairs_between(partition);
  if (between > possible) {
    throw Failure(ExitCode::bad_data,
                  fmt::format("{} ties between communities are too many (network.within_share = {} "
                              "leaves them, there are {} pairs); raise within_share or people or "
                              "lower mean_degree",
                              between, spec.within_share, possible));
  }
  const Stratum strangers{0, spec.people, 0, possible, &partition};
  network.graph =
      drawn_graph(partition, inside, TiesAmongAll(draws, strangers, between, crew), crew);
  LargeVector<std::uint32_t> community(spec.people);
  for (std::uint32_t c = 0; c < partition.communities; ++c) {
    std::fill(community.begin() + partition.begin(c), community.begin() + partition.begin(c + 1),
              c);
  }
  network.community = std::move(community);
  return network;
}

}  // namespace rapport
