#include "simulation/order.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace rapport {
namespace {

// Buckets that fit into the nearest cache while they are filled.
constexpr int most_digit_bits = 9;
constexpr std::size_t most_digits = std::size_t{1} << most_digit_bits;

// One pass of a least-significant-digit radix sort: stable, and linear in the encounters.
void sort_by_digit(const std::vector<Encounter>& from, std::vector<Encounter>& to, int low,
                   std::uint32_t mask) {
  const auto digit = [low, mask](const Encounter& e) { return (e.target >> low) & mask; };
  std::array<std::uint32_t, most_digits> begin{};
  for (const Encounter& e : from) ++begin[digit(e)];
  std::uint32_t sum = 0;
  for (std::uint32_t& count : begin) sum += std::exchange(count, sum);
  to.resize(from.size());
  for (const Encounter& e : from) to[begin[digit(e)]++] = e;
}

void radix_sort(std::vector<Encounter>& encounters, std::vector<Encounter>& scratch,
                std::uint32_t people) {
  const int bits = static_cast<int>(std::bit_width(people - 1u));
  const int passes = (bits + most_digit_bits - 1) / most_digit_bits;
  for (int pass = 0; pass < passes; ++pass) {
    const int low = bits * pass / passes;
    const int high = bits * (pass + 1) / passes;
    sort_by_digit(encounters, scratch, low, (1u << (high - low)) - 1u);
    encounters.swap(scratch);
  }
}

}  // namespace

void order_encounters(std::vector<Encounter>& encounters, std::vector<Encounter>& scratch,
                      std::uint32_t people) {
  if (encounters.size() < most_digits) {
    std::stable_sort(encounters.begin(), encounters.end(),
                     [](const Encounter& a, const Encounter& b) { return a.target < b.target; });
  } else {
    radix_sort(encounters, scratch, people);
  }
  for (std::size_t i = 1; i < encounters.size(); ++i) {
    const Encounter& previous = encounters[i - 1];
    Encounter& e = encounters[i];
    if (e.target == previous.target && e.source == previous.source) {
      e.occurrence = static_cast<std::uint16_t>(previous.occurrence + 1);
    }
  }
}

void take_round(std::vector<Encounter>& encounters, std::vector<Encounter>& round) {
  round.clear();
  std::size_t kept = 0;
  for (const Encounter& e : encounters) {
    if (round.empty() || e.target != round.back().target) {
      round.push_back(e);
    } else {
      encounters[kept++] = e;
    }
  }
  encounters.resize(kept);
}

}  // namespace rapport
