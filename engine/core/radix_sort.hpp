// Sorts by a whole number in time proportional to how many there are.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace rapport {

/// Puts `items` in ascending order of `key`, a function of an item to std::uint32_t; items of equal
/// key keep their order. `scratch` is memory to work with.
template <class Item, class Key>
void radix_sort(std::vector<Item>& items, std::vector<Item>& scratch, Key key) {
  constexpr int digit = 11;  // as many counters as the nearest cache holds beside the items
  constexpr std::uint32_t digits = 1u << digit;
  constexpr std::size_t few = 128;
  if (items.size() < few) {
    std::stable_sort(items.begin(), items.end(),
                     [&](const Item& a, const Item& b) { return key(a) < key(b); });
    return;
  }
  std::uint32_t all = 0;
  for (const Item& item : items) all |= key(item);
  scratch.resize(items.size());
  for (int shift = 0; shift < 32 && (all >> shift) != 0; shift += digit) {
    std::array<std::uint32_t, digits> begin{};
    for (const Item& item : items) ++begin[key(item) >> shift & (digits - 1)];
    std::uint32_t sum = 0;
    for (std::uint32_t& count : begin) sum += std::exchange(count, sum);
    for (const Item& item : items) scratch[begin[key(item) >> shift & (digits - 1)]++] = item;
    items.swap(scratch);
  }
}

}  // namespace rapport
