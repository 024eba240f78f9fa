// Reads an HDF5 file that may be damaged or foreign: only plain groups and datasets inside the
// file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "results/blocks.hpp"
#include "results/hdf5_handle.hpp"

namespace rapport {

// All functions throw Hdf5Error. Soft and external links, external storage, virtual datasets and
// filters other than deflate and shuffle are refused, so that a file cannot make us read another
// one.

/// One entry of a group.
struct Hdf5Link {
  enum class Kind { group, dataset };
  std::string name;
  Kind kind;
};

Hdf5Handle open_file(const std::string& path);
/// Entries in order of creation.
std::vector<Hdf5Link> links_of(hid_t group);
bool has_link(hid_t group, const std::string& name);
Hdf5Handle open_group(hid_t parent, const std::string& name);
Hdf5Handle open_dataset(hid_t group, const std::string& name);

Extent extent_of(const Hdf5Handle& dataset);
/// Blocks that fit the chunks and the memory.
Extent reading_block(const Hdf5Handle& dataset);
void read_block(const Hdf5Handle& dataset, hid_t type, const Extent& start, const Extent& size,
                void* to);

bool holds_text(const Hdf5Handle& dataset);
std::vector<std::string> read_texts(const Hdf5Handle& dataset);
/// A whole dataset of numbers of that extent; an error when it has another one.
template <class T>
std::vector<T> read_numbers(hid_t group, const std::string& name, const Extent& expected);
/// A dataset with one dimension.
template <class T>
std::vector<T> read_list(hid_t group, const std::string& name);

std::optional<std::string> text_attribute(hid_t object, const char* name);
template <class T>
std::optional<T> number_attribute(hid_t object, const char* name);

}  // namespace rapport
