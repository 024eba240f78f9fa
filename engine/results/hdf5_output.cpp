#include "results/hdf5_output.hpp"

#include <hdf5_hl.h>
#include <limits>
#include <numeric>

#include "results/compressed_chunk.hpp"

namespace rapport {
namespace {

constexpr unsigned creation_order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;

Hdf5Handle properties(hid_t kind) {
  return Hdf5Handle(H5Pcreate(kind), H5Pclose);
}

/// No times, so that equal content is equal bytes; creation order, so that readers keep ours.
Hdf5Handle object_properties(hid_t kind) {
  Hdf5Handle list = properties(kind);
  expect_hdf5(H5Pset_obj_track_times(list.get(), false));
  expect_hdf5(H5Pset_attr_creation_order(list.get(), creation_order));
  if (kind != H5P_DATASET_CREATE) {
    expect_hdf5(H5Pset_link_creation_order(list.get(), creation_order));
  }
  return list;
}

Hdf5Handle create_file(const std::string& path, OutputDriver& driver) {
  const Hdf5Handle access = properties(H5P_FILE_ACCESS);
  // Never LATEST: netCDF readers built with older libraries could not open it.
  expect_hdf5(H5Pset_libver_bounds(access.get(), H5F_LIBVER_V18, H5F_LIBVER_V18));
  // Blocks follow each other: gathering small pieces, 64 KiB for each dataset, helps nobody.
  expect_hdf5(H5Pset_sieve_buf_size(access.get(), 0));
  driver.use_in(access);
  const Hdf5Handle creation = object_properties(H5P_FILE_CREATE);
  return Hdf5Handle(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation.get(), access.get()), H5Fclose);
}

Extent extent_of(const Axes& axes) {
  Extent extent;
  for (const Axis* axis : axes) extent.push_back(axis->size);
  return extent;
}

Hdf5Handle simple_space(const Extent& extent) {
  return Hdf5Handle(H5Screate_simple(static_cast<int>(extent.size()), extent.data(), nullptr),
                    H5Sclose);
}

Hdf5Handle create_in_space(hid_t group, const std::string& name, hid_t type, const Extent& extent,
                           hid_t creation) {
  const Hdf5Handle space = simple_space(extent);
  // Chunks are written whole and once: a cache of them, 1 MiB for each dataset, helps nobody.
  const Hdf5Handle access = properties(H5P_DATASET_ACCESS);
  expect_hdf5(H5Pset_chunk_cache(access.get(), 0, 0, 1));
  return Hdf5Handle(
      H5Dcreate2(group, name.c_str(), type, space.get(), H5P_DEFAULT, creation, access.get()),
      H5Dclose);
}

void attach(const Hdf5Handle& dataset, const Axes& axes) {
  for (std::size_t i = 0; i < axes.size(); ++i) {
    expect_hdf5(H5DSattach_scale(dataset.get(), axes[i]->scale.get(), static_cast<unsigned>(i)));
  }
}

Axis as_axis(Hdf5Handle dataset, const std::string& name, std::size_t size) {
  expect_hdf5(H5DSset_scale(dataset.get(), name.c_str()));
  return {std::move(dataset), size};
}

void write_attribute(hid_t object, const char* name, hid_t type, hid_t space, const void* value) {
  const Hdf5Handle attribute(H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT),
                             H5Aclose);
  expect_hdf5(H5Awrite(attribute.get(), type, value));
}

Hdf5Handle create_texts(hid_t group, const std::string& name,
                        const std::vector<std::string>& texts) {
  const Hdf5Handle type = hdf5_text_type();
  Hdf5Handle dataset = create_in_space(group, name, type.get(), {texts.size()},
                                       object_properties(H5P_DATASET_CREATE).get());
  std::vector<const char*> pointers;
  for (const std::string& text : texts) pointers.push_back(text.c_str());
  expect_hdf5(H5Dwrite(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()));
  return dataset;
}

}  // namespace

Hdf5Output::Hdf5Output(const std::string& path) {
  try {
    file_ = create_file(path, driver_);
  } catch (const Hdf5Error& error) {
    throw Hdf5Error(error.what(), driver_.cause());
  }
}

void Hdf5Output::expect_written() const {
  if (driver_.cause() != 0) throw Hdf5Error("a write failed", driver_.cause());
}

void Hdf5Output::finish() {
  expect_hdf5(H5Fflush(file_.get(), H5F_SCOPE_GLOBAL));
  expect_written();
  file_.close();
  expect_written();
}

Hdf5Handle create_group(hid_t parent, const std::string& name) {
  const Hdf5Handle creation = object_properties(H5P_GROUP_CREATE);
  return Hdf5Handle(H5Gcreate2(parent, name.c_str(), H5P_DEFAULT, creation.get(), H5P_DEFAULT),
                    H5Gclose);
}

void put_attribute(hid_t object, const char* name, std::string_view text) {
  const Hdf5Handle space(H5Screate(H5S_SCALAR), H5Sclose);
  const std::string terminated(text);
  const char* pointer = terminated.c_str();
  write_attribute(object, name, hdf5_text_type().get(), space.get(), &pointer);
}

template <class T>
requires std::is_arithmetic_v<T>
void put_attribute(hid_t object, const char* name, T number) {
  const Hdf5Handle space(H5Screate(H5S_SCALAR), H5Sclose);
  write_attribute(object, name, hdf5_type<T>(), space.get(), &number);
}

template <class T>
void put_attribute(hid_t object, const char* name, std::span<const T> numbers) {
  const Hdf5Handle space = simple_space({numbers.size()});
  write_attribute(object, name, hdf5_type<T>(), space.get(), numbers.data());
}

Extent compressed_block(const Extent& extent) {
  // Large enough for few chunks, and all measures at once are below 2 MB of float32.
  return block_shape(extent, 8'192);
}

template <class T>
Hdf5Handle create_dataset(hid_t group, const std::string& name, const Axes& axes, Storage storage) {
  const Extent extent = extent_of(axes);
  const Hdf5Handle creation = object_properties(H5P_DATASET_CREATE);
  if (storage == Storage::compressed) {
    const Extent chunk = compressed_block(extent);
    expect_hdf5(H5Pset_chunk(creation.get(), static_cast<int>(chunk.size()), chunk.data()));
    expect_hdf5(H5Pset_shuffle(creation.get()));
    expect_hdf5(H5Pset_deflate(creation.get(), deflate_level));
  }
  if constexpr (std::numeric_limits<T>::has_quiet_NaN) {
    const T missing = std::numeric_limits<T>::quiet_NaN();
    expect_hdf5(H5Pset_fill_value(creation.get(), hdf5_type<T>(), &missing));
  }
  Hdf5Handle dataset = create_in_space(group, name, hdf5_type<T>(), extent, creation.get());
  attach(dataset, axes);
  return dataset;
}

template <class T>
void write_block(const Hdf5Handle& dataset, const Extent& start, const Extent& size,
                 std::span<const T> values) {
  const Hdf5Handle there(H5Dget_space(dataset.get()), H5Sclose);
  expect_hdf5(H5Sselect_hyperslab(there.get(), H5S_SELECT_SET, start.data(), nullptr, size.data(),
                                  nullptr));
  const Hdf5Handle here = simple_space(size);
  expect_hdf5(
      H5Dwrite(dataset.get(), hdf5_type<T>(), here.get(), there.get(), H5P_DEFAULT, values.data()));
}

void write_chunk(const Hdf5Handle& dataset, const Extent& start,
                 std::span<const std::byte> compressed) {
  constexpr std::uint32_t all_filters = 0;  // of those to be left out
  expect_hdf5(H5Dwrite_chunk(dataset.get(), H5P_DEFAULT, all_filters, start.data(),
                             compressed.size(), compressed.data()));
}

template <class T>
Hdf5Handle write_dataset(hid_t group, const std::string& name, const Axes& axes,
                         std::span<const T> values) {
  Hdf5Handle dataset = create_dataset<T>(group, name, axes, Storage::contiguous);
  expect_hdf5(
      H5Dwrite(dataset.get(), hdf5_type<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()));
  return dataset;
}

Hdf5Handle write_texts(hid_t group, const std::string& name, const Axes& axes,
                       const std::vector<std::string>& texts) {
  Hdf5Handle dataset = create_texts(group, name, texts);
  attach(dataset, axes);
  return dataset;
}

template <class T>
Axis create_axis(hid_t group, const std::string& name, std::span<const T> coordinate) {
  Hdf5Handle dataset = create_in_space(group, name, hdf5_type<T>(), {coordinate.size()},
                                       object_properties(H5P_DATASET_CREATE).get());
  expect_hdf5(
      H5Dwrite(dataset.get(), hdf5_type<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, coordinate.data()));
  return as_axis(std::move(dataset), name, coordinate.size());
}

Axis create_axis(hid_t group, const std::string& name, const std::vector<std::string>& coordinate) {
  return as_axis(create_texts(group, name, coordinate), name, coordinate.size());
}

Axis create_index_axis(hid_t group, const std::string& name, std::size_t size) {
  std::vector<std::int32_t> numbers(size);
  std::iota(numbers.begin(), numbers.end(), 0);
  return create_axis<std::int32_t>(group, name, numbers);
}

template void put_attribute(hid_t, const char*, std::int8_t);
template void put_attribute(hid_t, const char*, std::int32_t);
template void put_attribute(hid_t, const char*, std::uint32_t);
template void put_attribute(hid_t, const char*, std::uint64_t);
template void put_attribute(hid_t, const char*, double);
template void put_attribute(hid_t, const char*, std::span<const std::int8_t>);
template void put_attribute(hid_t, const char*, std::span<const std::uint8_t>);

#define RAPPORT_DATASETS_OF(T)                                                            \
  template Hdf5Handle create_dataset<T>(hid_t, const std::string&, const Axes&, Storage); \
  template void write_block<T>(const Hdf5Handle&, const Extent&, const Extent&,           \
                               std::span<const T>);                                       \
  template Hdf5Handle write_dataset<T>(hid_t, const std::string&, const Axes&,            \
                                       std::span<const T>);                               \
  template Axis create_axis<T>(hid_t, const std::string&, std::span<const T>)
RAPPORT_DATASETS_OF(double);
RAPPORT_DATASETS_OF(float);
RAPPORT_DATASETS_OF(std::int8_t);
RAPPORT_DATASETS_OF(std::int32_t);
RAPPORT_DATASETS_OF(std::uint8_t);
RAPPORT_DATASETS_OF(std::uint32_t);
RAPPORT_DATASETS_OF(std::uint64_t);
#undef RAPPORT_DATASETS_OF

}  // namespace rapport
