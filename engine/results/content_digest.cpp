#include "results/content_digest.hpp"

#define XXH_INLINE_ALL  // the header alone, no library to link
#include <fmt/format.h>
#include <memory>
#include <vector>
#include <xxhash.h>

#include "results/blocks.hpp"
#include "results/hdf5_handle.hpp"
#include "results/hdf5_input.hpp"

namespace rapport {
namespace {

struct FreeState {
  void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};
using State = std::unique_ptr<XXH3_state_t, FreeState>;

void add_numbers(XXH3_state_t* state, const Hdf5Handle& dataset) {
  const Hdf5Handle type(H5Dget_type(dataset.get()), H5Tclose);
  const Extent extent = extent_of(dataset);
  const std::size_t bytes = H5Tget_size(type.get());
  std::vector<std::byte> buffer;
  for_each_block(extent, reading_block(dataset), [&](const Extent& start, const Extent& size) {
    buffer.resize(elements(size) * bytes);
    read_block(dataset, type.get(), start, size, buffer.data());
    XXH3_64bits_update(state, buffer.data(), buffer.size());
  });
}

void add_dataset(XXH3_state_t* state, const Hdf5Handle& dataset, const std::string& path) {
  XXH3_64bits_update(state, path.c_str(), path.size() + 1);
  if (!holds_text(dataset)) return add_numbers(state, dataset);
  for (const std::string& text : read_texts(dataset)) {
    XXH3_64bits_update(state, text.c_str(), text.size() + 1);
  }
}

void add_group(XXH3_state_t* state, hid_t group, const std::string& path) {
  for (const Hdf5Link& link : links_of(group)) {
    const std::string inner = path + "/" + link.name;
    if (link.kind == Hdf5Link::Kind::group) {
      // A damaged file may hold a group that contains itself.
      if (!path.empty()) throw Hdf5Error("group inside a group: " + inner);
      add_group(state, open_group(group, link.name).get(), inner);
    } else {
      add_dataset(state, open_dataset(group, link.name), inner);
    }
  }
}

}  // namespace

std::string content_digest(hid_t root) {
  const State state(XXH3_createState());
  XXH3_64bits_reset(state.get());
  add_group(state.get(), root, "");
  return fmt::format("{:016x}", XXH3_64bits_digest(state.get()));
}

}  // namespace rapport
