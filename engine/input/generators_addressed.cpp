// Networks from addressed draws: tie number i is a pure function of (seed, replicate, stratum, i).
//
// igraph has G(n, m) and a stochastic block model too; these are preferred because they need 8
// bytes a tie beside the finished rows where igraph needs about 50, and because their cost does not
// grow with the square of the number of communities.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <vector>

#include "core/failure.hpp"
#include "input/did_you_mean.hpp"
#include "input/generators.hpp"

namespace rapport {
namespace {

constexpr std::uint64_t pairs_among(std::uint64_t people) {
  return people == 0 ? 0 : people * (people - 1) / 2;
}

/// A whole number below `bound` from 64 random bits, each equally likely to within 2^-32.
std::uint32_t below(std::uint64_t bound, std::uint32_t high, std::uint32_t low) {
  return static_cast<std::uint32_t>((high * bound + ((low * bound) >> 32)) >> 32);
}

/// The people [begin, end) between whom ties are drawn, under their own part of the addresses.
struct Stratum {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Day number = 0;
  std::uint64_t possible = 0;  // pairs of the stratum that are allowed
};

DrawBlock tie_draw(const Draws& draws, const Stratum& stratum, std::uint64_t tie) {
  return draws.block(static_cast<std::uint32_t>(tie), stratum.number,
                     static_cast<std::uint32_t>(tie >> 32), Purpose::network_tie);
}

bool comes_before(const Tie& a, const Tie& b) {
  const auto key = [](const Tie& tie) { return std::uint64_t{tie.first} << 32 | tie.second; };
  return key(a) < key(b);
}

/// Lists all allowed pairs and picks `count` by the first steps of a Fisher-Yates shuffle.
template <typename Allowed>
void append_most_pairs(const Draws& draws, const Stratum& stratum, std::uint64_t count,
                       Allowed allowed, std::vector<Tie>& ties) {
  std::vector<Tie> pairs;
  pairs.reserve(stratum.possible);
  for (std::uint32_t a = stratum.begin; a < stratum.end; ++a) {
    for (std::uint32_t b = a + 1; b < stratum.end; ++b) {
      if (allowed(a, b)) pairs.emplace_back(a, b);
    }
  }
  for (std::uint64_t i = 0; i < count; ++i) {
    const DrawBlock words = tie_draw(draws, stratum, i);
    // Two rounds of 32 bits, because there may be more than 2^32 pairs.
    const std::uint64_t left = pairs.size() - i;
    const auto share =
        static_cast<double>(std::uint64_t{words[0]} << 21 | words[1] >> 11) * 0x1p-53;
    const auto step = static_cast<std::uint64_t>(share * static_cast<double>(left));
    std::swap(pairs[i], pairs[i + std::min(step, left - 1)]);
  }
  ties.insert(ties.end(), pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(count));
}

/// Appends `count` different allowed pairs of the stratum, each set of them equally likely: pairs
/// are drawn until so many different ones were seen. A round draws exactly what is missing, so it
/// never sees one too many.
template <typename Allowed>
void append_ties(const Draws& draws, const Stratum& stratum, std::uint64_t count, Allowed allowed,
                 std::vector<Tie>& ties) {
  // Drawing until the last few pairs turn up would take long, so dense strata are shuffled.
  if (2 * count > stratum.possible) {
    append_most_pairs(draws, stratum, count, allowed, ties);
    return;
  }
  const std::uint64_t people = stratum.end - stratum.begin;
  const auto first = static_cast<std::ptrdiff_t>(ties.size());
  const std::uint64_t wanted = ties.size() + count;
  std::uint64_t draw = 0;
  while (ties.size() < wanted) {
    const auto fresh = static_cast<std::ptrdiff_t>(ties.size());
    while (ties.size() < wanted) {
      const DrawBlock words = tie_draw(draws, stratum, draw++);
      const std::uint32_t a = stratum.begin + below(people, words[0], words[1]);
      const std::uint32_t b = stratum.begin + below(people, words[2], words[3]);
      if (a != b && allowed(a, b)) ties.emplace_back(std::min(a, b), std::max(a, b));
    }
    std::sort(ties.begin() + fresh, ties.end(), comes_before);
    std::inplace_merge(ties.begin() + first, ties.begin() + fresh, ties.end(), comes_before);
    ties.erase(std::unique(ties.begin() + first, ties.end()), ties.end());
  }
}

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

/// people x part / whole rounded down, without overflow; part <= whole < 2^32.
std::uint64_t proportion(std::uint64_t amount, std::uint64_t part, std::uint64_t whole) {
  return amount / whole * part + amount % whole * part / whole;
}

/// Equal communities with consecutive numbers.
struct Partition {
  std::uint32_t people;
  std::uint32_t communities;
  std::uint32_t begin(std::uint32_t community) const {
    return static_cast<std::uint32_t>(std::uint64_t{people} * community / communities);
  }
};

void append_ties_inside(const NetworkSpec& spec, const Draws& draws, const Partition& partition,
                        std::uint64_t count, std::vector<Tie>& ties) {
  const auto anyone = [](std::uint32_t, std::uint32_t) { return true; };
  for (std::uint32_t c = 0; c < partition.communities; ++c) {
    const Stratum stratum{partition.begin(c), partition.begin(c + 1), static_cast<Day>(c) + 1,
                          pairs_among(partition.begin(c + 1) - partition.begin(c))};
    const std::uint64_t own = proportion(count, stratum.end, partition.people) -
                              proportion(count, stratum.begin, partition.people);
    if (own > stratum.possible) {
      throw Failure(
          ExitCode::bad_data,
          fmt::format("a community of {} people cannot hold {} ties (network.within_share = {} of "
                      "mean_degree = {} asks for them, there are {} pairs); raise community_size "
                      "or lower within_share or mean_degree",
                      stratum.end - stratum.begin, own, spec.within_share, spec.mean_degree,
                      stratum.possible));
    }
    append_ties(draws, stratum, own, anyone, ties);
  }
}

void append_ties_between(const NetworkSpec& spec, const Draws& draws, const Partition& partition,
                         const std::vector<std::uint32_t>& community, std::uint64_t count,
                         std::vector<Tie>& ties) {
  std::uint64_t possible = pairs_among(partition.people);
  for (std::uint32_t c = 0; c < partition.communities; ++c) {
    possible -= pairs_among(partition.begin(c + 1) - partition.begin(c));
  }
  if (count > possible) {
    throw Failure(ExitCode::bad_data,
                  fmt::format("{} ties between communities are too many (network.within_share = {} "
                              "leaves them, there are {} pairs); raise within_share or people or "
                              "lower mean_degree",
                              count, spec.within_share, possible));
  }
  const auto strangers = [&](std::uint32_t a, std::uint32_t b) {
    return community[a] != community[b];
  };
  append_ties(draws, Stratum{0, partition.people, 0, possible}, count, strangers, ties);
}

}  // namespace

Network random_network(const NetworkSpec& spec, const Draws& draws) {
  const std::uint64_t count = ties_wanted(spec);
  std::vector<Tie> ties;
  ties.reserve(count);
  append_ties(
      draws, Stratum{0, spec.people, 0, pairs_among(spec.people)}, count,
      [](std::uint32_t, std::uint32_t) { return true; }, ties);
  Network network;
  network.graph = graph_from_ties(spec.people, ties);
  network.community.assign(spec.people, 0);
  return network;
}

Network communities_network(const NetworkSpec& spec, const Draws& draws) {
  const std::uint64_t count = ties_wanted(spec);
  const double blocks = std::round(spec.people / spec.community_size);
  const Partition partition{spec.people, static_cast<std::uint32_t>(std::clamp(
                                             blocks, 1.0, static_cast<double>(spec.people)))};
  Network network;
  network.communities = partition.communities;
  network.community.resize(spec.people);
  for (std::uint32_t c = 0; c < partition.communities; ++c) {
    std::fill(network.community.begin() + partition.begin(c),
              network.community.begin() + partition.begin(c + 1), c);
  }
  const std::uint64_t inside =
      partition.communities == 1
          ? count
          : static_cast<std::uint64_t>(std::round(spec.within_share * static_cast<double>(count)));
  std::vector<Tie> ties;
  ties.reserve(count);
  append_ties_inside(spec, draws, partition, inside, ties);
  append_ties_between(spec, draws, partition, network.community, count - inside, ties);
  network.graph = graph_from_ties(spec.people, ties);
  return network;
}

}  // namespace rapport
