#include "results/daily_blob.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <numeric>

#include "results/checksum.hpp"

namespace rapport {
namespace {

constexpr std::size_t checksum_bytes = sizeof(std::uint64_t);

std::uint64_t checksum_of(std::span<const std::byte> bytes) {
  Checksum checksum;
  checksum.add(bytes);
  return checksum.value();
}

/// How many bytes a day takes.
std::uint8_t width_of(std::span<const float> days) {
  constexpr float beyond = 65536;
  bool whole = true;
  std::uint16_t all = 0;
  for (const float day : days) {
    const auto number = static_cast<std::uint16_t>(day >= 0 && day < beyond ? day : 0);
    // By bits: a negative zero is kept.
    whole &= std::bit_cast<std::uint32_t>(static_cast<float>(number)) ==
             std::bit_cast<std::uint32_t>(day);
    all |= number;
  }
  if (!whole) return sizeof(float);
  return all == 0 ? 0 : all <= 0xff ? 1 : 2;
}

template <class T>
void write_days(std::span<const float> days, std::byte* to) {
  for (std::size_t at = 0; at < days.size(); ++at) {
    const auto number = static_cast<T>(days[at]);
    std::memcpy(to + at * sizeof(T), &number, sizeof(T));
  }
}

template <class T>
void read_days(const std::byte* from, std::span<float> days) {
  for (std::size_t at = 0; at < days.size(); ++at) {
    T number;
    std::memcpy(&number, from + at * sizeof(T), sizeof(T));
    days[at] = static_cast<float>(number);
  }
}

}  // namespace

std::vector<std::byte> daily_blob(std::span<const float> daily, std::size_t measures) {
  const std::size_t days = daily.size() / measures;
  const auto days_of = [&](std::size_t measure) { return daily.subspan(measure * days, days); };
  std::vector<std::uint8_t> widths(measures);
  for (std::size_t measure = 0; measure < measures; ++measure) {
    widths[measure] = width_of(days_of(measure));
  }
  const std::size_t of_a_day = std::accumulate(widths.begin(), widths.end(), std::size_t{0});
  std::vector<std::byte> blob(checksum_bytes + measures + days * of_a_day);
  std::byte* to =
      std::ranges::copy(std::as_bytes(std::span(widths)), blob.data() + checksum_bytes).out;
  for (std::size_t measure = 0; measure < measures; ++measure) {
    if (widths[measure] == 1) write_days<std::uint8_t>(days_of(measure), to);
    if (widths[measure] == 2) write_days<std::uint16_t>(days_of(measure), to);
    if (widths[measure] == 4) write_days<float>(days_of(measure), to);
    to += widths[measure] * days;
  }
  const std::uint64_t checksum = checksum_of(std::span(blob).subspan(checksum_bytes));
  std::memcpy(blob.data(), &checksum, checksum_bytes);
  return blob;
}

std::optional<std::vector<float>> daily_in_blob(std::span<const std::byte> blob,
                                                std::size_t measures, std::size_t days) {
  if (blob.size() < checksum_bytes + measures) return std::nullopt;
  std::uint64_t checksum;
  std::memcpy(&checksum, blob.data(), checksum_bytes);
  blob = blob.subspan(checksum_bytes);
  if (checksum_of(blob) != checksum) return std::nullopt;
  std::size_t of_a_day = 0;
  for (const std::byte width : blob.first(measures)) of_a_day += static_cast<std::size_t>(width);
  if (blob.size() != measures + days * of_a_day) return std::nullopt;
  std::vector<float> daily(measures * days, 0.0f);
  const std::byte* from = blob.data() + measures;
  for (std::size_t measure = 0; measure < measures; ++measure) {
    const auto width = static_cast<std::size_t>(blob[measure]);
    const std::span to = std::span(daily).subspan(measure * days, days);
    if (width == 1) read_days<std::uint8_t>(from, to);
    if (width == 2) read_days<std::uint16_t>(from, to);
    if (width == 4) read_days<float>(from, to);
    if (width == 3 || width > 4) return std::nullopt;
    from += width * days;
  }
  return daily;
}

}  // namespace rapport
