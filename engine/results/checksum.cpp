#include "results/checksum.hpp"

#define XXH_INLINE_ALL  // the header alone, no library to link
#include <xxhash.h>

namespace rapport {

struct Checksum::State {
  XXH3_state_t xxh;
};

Checksum::Checksum() : state_(std::make_unique<State>()) {
  XXH3_64bits_reset(&state_->xxh);
}
Checksum::Checksum(Checksum&&) noexcept = default;
Checksum& Checksum::operator=(Checksum&&) noexcept = default;
Checksum::~Checksum() = default;

void Checksum::add(std::span<const std::byte> bytes) {
  XXH3_64bits_update(&state_->xxh, bytes.data(), bytes.size());
}

void Checksum::add_text(const std::string& text) {
  add(std::as_bytes(std::span(text.c_str(), text.size() + 1)));
}

std::uint64_t Checksum::value() const {
  return XXH3_64bits_digest(&state_->xxh);
}

}  // namespace rapport
