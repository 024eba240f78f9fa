#include "simulation/order.hpp"

#include <algorithm>
#include <array>

namespace rapport {
namespace {

constexpr int digit_bits = 11;
constexpr std::size_t digits = std::size_t{1} << digit_bits;

// One pass of a least-significant-digit radix sort: stable, and linear in the encounters.
void sort_by_digit(const std::vector<Encounter>& from, std::vector<Encounter>& to, int shift) {
  std::array<std::uint32_t, digits> begin{};
  const auto digit = [shift](const Encounter& e) { return (e.target >> shift) & (digits - 1); };
  for (const Encounter& e : from) ++begin[digit(e)];
  std::uint32_t sum = 0;
  for (std::uint32_t& count : begin) {
    const std::uint32_t here = count;
    count = sum;
    sum += here;
  }
  to.resize(from.size());
  for (const Encounter& e : from) to[begin[digit(e)]++] = e;
}

}  // namespace

void order_encounters(std::vector<Encounter>& encounters, std::vector<Encounter>& scratch,
                      std::uint32_t people) {
  const auto before = [](const Encounter& a, const Encounter& b) { return a.target < b.target; };
  if (encounters.size() < digits / 4) {
    std::stable_sort(encounters.begin(), encounters.end(), before);
  } else {
    for (int shift = 0; shift < 32 && (people - 1u) >> shift != 0; shift += digit_bits) {
      sort_by_digit(encounters, scratch, shift);
      encounters.swap(scratch);
    }
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
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < encounters.size(); ++i) {
    const Encounter e = encounters[i];
    if (round.empty() || e.target != last) {
      round.push_back(e);
      last = e.target;
    } else {
      encounters[kept++] = e;
    }
  }
  encounters.resize(kept);
}

}  // namespace rapport
