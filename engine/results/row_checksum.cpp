#include "results/row_checksum.hpp"

#include <array>

#include "results/checksum.hpp"

namespace rapport {

std::uint64_t row_checksum(RunKey key, RunStatus status, std::uint64_t digest,
                           const std::string& message, std::span<const double> final) {
  const std::array<std::uint64_t, 5> numbers = {key.point, key.campaign, key.replicate,
                                                static_cast<std::uint64_t>(status), digest};
  Checksum checksum;
  checksum.add(std::as_bytes(std::span(numbers)));
  checksum.add_text(message);
  checksum.add(std::as_bytes(final));
  return checksum.value();
}

}  // namespace rapport
