#include "results/content_digest.hpp"

#include <fmt/format.h>
#include <vector>

#include "results/blocks.hpp"
#include "results/checksum.hpp"
#include "results/hdf5_handle.hpp"
#include "results/hdf5_input.hpp"

namespace rapport {
namespace {

void add_numbers(Checksum& checksum, const Hdf5Handle& dataset) {
  const Hdf5Handle type(H5Dget_type(dataset.get()), H5Tclose);
  const Extent extent = extent_of(dataset);
  const std::size_t bytes = H5Tget_size(type.get());
  std::vector<std::byte> buffer;
  for_each_block(extent, reading_block(dataset), [&](const Extent& start, const Extent& size) {
    buffer.resize(elements(size) * bytes);
    read_block(dataset, type.get(), start, size, buffer.data());
    checksum.add(buffer);
  });
}

void add_elements(Checksum& checksum, const Hdf5Handle& dataset) {
  if (!holds_text(dataset)) return add_numbers(checksum, dataset);
  for (const std::string& text : read_texts(dataset)) checksum.add_text(text);
}

/// Calls use(group, name, path) for every dataset in order of creation.
template <class Use>
void for_each_dataset(hid_t group, const std::string& path, Use&& use) {
  for (const Hdf5Link& link : links_of(group)) {
    const std::string inner = path + "/" + link.name;
    if (link.kind == Hdf5Link::Kind::dataset) {
      use(group, link.name, inner);
      continue;
    }
    // A damaged file may hold a group that contains itself.
    if (!path.empty()) throw Hdf5Error("group inside a group: " + inner);
    for_each_dataset(open_group(group, link.name).get(), inner, use);
  }
}

std::uint64_t checksum_of(const Hdf5Handle& dataset) {
  Checksum elements;
  add_elements(elements, dataset);
  return elements.value();
}

std::string words(const Checksum& checksum) {
  return fmt::format("{:016x}", checksum.value());
}

}  // namespace

std::string content_digest(hid_t root, const ElementChecksums& known) {
  Checksum all;
  for_each_dataset(root, "", [&](hid_t group, const std::string& name, const std::string& path) {
    const auto found = known.find(path);
    const std::uint64_t elements =
        found == known.end() ? checksum_of(open_dataset(group, name)) : found->second;
    all.add_text(path);
    all.add(std::as_bytes(std::span(&elements, 1)));
  });
  return words(all);
}

std::string content_digest_of_version_1(hid_t root) {
  Checksum all;
  for_each_dataset(root, "", [&](hid_t group, const std::string& name, const std::string& path) {
    all.add_text(path);
    add_elements(all, open_dataset(group, name));
  });
  return words(all);
}

}  // namespace rapport
