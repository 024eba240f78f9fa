// A new HDF5 file in the dialect that every netCDF reader takes: attributes, axes, datasets.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "results/blocks.hpp"
#include "results/hdf5_handle.hpp"
#include "results/output_driver.hpp"

namespace rapport {

/// A dimension with its coordinate; datasets are attached to it.
struct Axis {
  Hdf5Handle scale;
  hsize_t size = 0;
};
using Axes = std::vector<const Axis*>;

/// A file under construction. Errors are Hdf5Error; one of writing to the disk shows at the next
/// `expect_written`, which has to follow every few megabytes. A file that is not finished is
/// worthless.
class Hdf5Output {
 public:
  explicit Hdf5Output(const std::string& path);
  Hdf5Output(const Hdf5Output&) = delete;
  Hdf5Output& operator=(const Hdf5Output&) = delete;
  hid_t root() const { return file_.get(); }
  void expect_written() const;
  /// Hands everything to the system and closes.
  void finish();

 private:
  OutputDriver driver_;
  Hdf5Handle file_;
};

Hdf5Handle create_group(hid_t parent, const std::string& name);

void put_attribute(hid_t object, const char* name, std::string_view text);
template <class T>
requires std::is_arithmetic_v<T>
void put_attribute(hid_t object, const char* name, T number);
template <class T>
void put_attribute(hid_t object, const char* name, std::span<const T> numbers);

enum class Storage { contiguous, compressed };
/// A dataset of numbers over `axes`; compressed ones are cut by `compressed_block`.
template <class T>
Hdf5Handle create_dataset(hid_t group, const std::string& name, const Axes& axes, Storage storage);
/// Chunk of a compressed dataset of that extent.
Extent compressed_block(const Extent& extent);

template <class T>
void write_block(const Hdf5Handle& dataset, const Extent& start, const Extent& size,
                 std::span<const T> values);
/// A whole chunk of a compressed dataset from its corner `start` on, as `compressed_chunk` makes
/// it.
void write_chunk(const Hdf5Handle& dataset, const Extent& start,
                 std::span<const std::byte> compressed);
/// Creates and fills a contiguous dataset.
template <class T>
Hdf5Handle write_dataset(hid_t group, const std::string& name, const Axes& axes,
                         std::span<const T> values);
Hdf5Handle write_texts(hid_t group, const std::string& name, const Axes& axes,
                       const std::vector<std::string>& texts);

/// An axis with its coordinate values.
template <class T>
Axis create_axis(hid_t group, const std::string& name, std::span<const T> coordinate);
Axis create_axis(hid_t group, const std::string& name, const std::vector<std::string>& coordinate);
/// An axis that counts from 0.
Axis create_index_axis(hid_t group, const std::string& name, std::size_t size);

}  // namespace rapport
