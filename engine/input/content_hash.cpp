#include "input/content_hash.hpp"

#define XXH_INLINE_ALL  // the header alone, no library to link
#include <fmt/format.h>
#include <fstream>
#include <xxhash.h>

#include "core/failure.hpp"

namespace rapport {

struct ContentHash::State {
  XXH3_state_t xxh;
};

void ContentHash::Free::operator()(State* state) const {
  delete state;
}

ContentHash::ContentHash() : state_(new State) {
  XXH3_128bits_reset(&state_->xxh);
}

void ContentHash::add(std::string_view bytes) {
  XXH3_128bits_update(&state_->xxh, bytes.data(), bytes.size());
}

std::string ContentHash::hex() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(&state_->xxh);
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string file_digest(const std::string& path) {
  if (path.empty()) return {};
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Failure(ExitCode::missing_input, fmt::format("cannot read {}", path));
  ContentHash hash;
  std::string block(1 << 16, '\0');
  while (file.read(block.data(), static_cast<std::streamsize>(block.size())) || file.gcount() > 0) {
    hash.add(std::string_view(block).substr(0, static_cast<std::size_t>(file.gcount())));
  }
  if (file.bad()) throw Failure(ExitCode::missing_input, fmt::format("cannot read {}", path));
  return hash.hex();
}

std::uint64_t checksum_of(std::span<const std::byte> bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace rapport
