#include "results/hdf5_input.hpp"

namespace rapport {
namespace {

/// More than any result has in one dataset; beyond it a size is damage and no memory is asked for.
constexpr hsize_t most_elements = hsize_t{1} << 36;

constexpr const char* not_followed = "is a link to another place, which is not followed";

[[noreturn]] void refuse(const std::string& name, const char* why) {
  throw Hdf5Error("'" + name + "' " + why);
}

void expect_hard_link(hid_t group, const std::string& name) {
  H5L_info_t info;
  expect_hdf5(H5Lget_info(group, name.c_str(), &info, H5P_DEFAULT));
  if (info.type != H5L_TYPE_HARD) refuse(name, not_followed);
}

void expect_plain_storage(const Hdf5Handle& dataset, const std::string& name) {
  const Hdf5Handle creation(H5Dget_create_plist(dataset.get()), H5Pclose);
  if (expect_hdf5(H5Pget_external_count(creation.get())) > 0) {
    refuse(name, "is stored in another file, which is not opened");
  }
  const H5D_layout_t layout = H5Pget_layout(creation.get());
  if (layout != H5D_CONTIGUOUS && layout != H5D_CHUNKED && layout != H5D_COMPACT) {
    refuse(name, "is a virtual dataset, which is not followed");
  }
  const int filters = expect_hdf5(H5Pget_nfilters(creation.get()));
  for (int i = 0; i < filters; ++i) {
    unsigned flags = 0, configuration = 0;
    std::size_t values = 0;
    const H5Z_filter_t filter = H5Pget_filter2(creation.get(), static_cast<unsigned>(i), &flags,
                                               &values, nullptr, 0, nullptr, &configuration);
    if (filter != H5Z_FILTER_DEFLATE && filter != H5Z_FILTER_SHUFFLE) {
      refuse(name, "is stored with a filter that results do not use");
    }
  }
}

bool is_text(hid_t type) {
  return H5Tget_class(type) == H5T_STRING && H5Tis_variable_str(type) > 0;
}

/// Takes over strings that the library allocated.
std::vector<std::string> take(std::vector<char*>& pointers, hid_t type, hid_t space) {
  std::vector<std::string> texts;
  for (const char* text : pointers) texts.emplace_back(text == nullptr ? "" : text);
  expect_hdf5(H5Dvlen_reclaim(type, space, H5P_DEFAULT, pointers.data()));
  return texts;
}

/// What goes through a C callback, which must not throw.
struct Listing {
  std::vector<Hdf5Link> links;
  std::string refused;
};

herr_t collect(hid_t group, const char* name, const H5L_info_t* info, void* to) {
  auto& listing = *static_cast<Listing*>(to);
  H5O_info_t object;
  listing.refused = name;
  if (info->type != H5L_TYPE_HARD) return 1;
  if (H5Oget_info_by_name2(group, name, &object, H5O_INFO_BASIC, H5P_DEFAULT) < 0) return -1;
  if (object.type != H5O_TYPE_GROUP && object.type != H5O_TYPE_DATASET) return 1;
  listing.refused.clear();
  const bool is_group = object.type == H5O_TYPE_GROUP;
  listing.links.push_back({name, is_group ? Hdf5Link::Kind::group : Hdf5Link::Kind::dataset});
  return 0;
}

}  // namespace

Hdf5Handle open_file(const std::string& path) {
  quieten_hdf5();
  // Whole blocks are read: reading ahead, 64 KiB for each dataset, helps nobody.
  const Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
  expect_hdf5(H5Pset_sieve_buf_size(access.get(), 0));
  return Hdf5Handle(H5Fopen(path.c_str(), H5F_ACC_RDONLY, access.get()), H5Fclose);
}

std::vector<Hdf5Link> links_of(hid_t group) {
  Listing listing;
  expect_hdf5(H5Literate(group, H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, collect, &listing));
  if (!listing.refused.empty()) refuse(listing.refused, not_followed);
  return listing.links;
}

bool has_link(hid_t group, const std::string& name) {
  return expect_hdf5(H5Lexists(group, name.c_str(), H5P_DEFAULT)) > 0;
}

Hdf5Handle open_group(hid_t parent, const std::string& name) {
  expect_hard_link(parent, name);
  return Hdf5Handle(H5Gopen2(parent, name.c_str(), H5P_DEFAULT), H5Gclose);
}

Hdf5Handle open_dataset(hid_t group, const std::string& name) {
  expect_hard_link(group, name);
  // All measures are read side by side, chunk after chunk: a cache of 1 MiB for each dataset would
  // hold most of a file of many points. One chunk of ours has 32 KiB.
  constexpr std::size_t bytes_of_cache = std::size_t{40} << 10, slots_of_cache = 17;
  const Hdf5Handle access(H5Pcreate(H5P_DATASET_ACCESS), H5Pclose);
  expect_hdf5(H5Pset_chunk_cache(access.get(), slots_of_cache, bytes_of_cache, 1));
  Hdf5Handle dataset(H5Dopen2(group, name.c_str(), access.get()), H5Dclose);
  expect_plain_storage(dataset, name);
  if (elements(extent_of(dataset)) > most_elements) refuse(name, "has an impossible size");
  return dataset;
}

Extent extent_of(const Hdf5Handle& dataset) {
  const Hdf5Handle space(H5Dget_space(dataset.get()), H5Sclose);
  const int rank = expect_hdf5(H5Sget_simple_extent_ndims(space.get()));
  Extent extent(static_cast<std::size_t>(rank));
  expect_hdf5(H5Sget_simple_extent_dims(space.get(), extent.data(), nullptr));
  return extent;
}

Extent reading_block(const Hdf5Handle& dataset) {
  const Hdf5Handle creation(H5Dget_create_plist(dataset.get()), H5Pclose);
  Extent shape = extent_of(dataset);
  if (H5Pget_layout(creation.get()) != H5D_CHUNKED) return block_shape(shape, 65'536);
  expect_hdf5(H5Pget_chunk(creation.get(), static_cast<int>(shape.size()), shape.data()));
  return shape;
}

void read_block(const Hdf5Handle& dataset, hid_t type, const Extent& start, const Extent& size,
                void* to) {
  const Hdf5Handle there(H5Dget_space(dataset.get()), H5Sclose);
  expect_hdf5(H5Sselect_hyperslab(there.get(), H5S_SELECT_SET, start.data(), nullptr, size.data(),
                                  nullptr));
  const Hdf5Handle here(H5Screate_simple(static_cast<int>(size.size()), size.data(), nullptr),
                        H5Sclose);
  expect_hdf5(H5Dread(dataset.get(), type, here.get(), there.get(), H5P_DEFAULT, to));
}

bool holds_text(const Hdf5Handle& dataset) {
  const Hdf5Handle type(H5Dget_type(dataset.get()), H5Tclose);
  return is_text(type.get());
}

std::vector<std::string> read_texts(const Hdf5Handle& dataset) {
  const Extent extent = extent_of(dataset);
  if (!holds_text(dataset) || extent.size() != 1) throw Hdf5Error("a list of names is missing");
  const Hdf5Handle type = hdf5_text_type();
  const Hdf5Handle space(H5Dget_space(dataset.get()), H5Sclose);
  std::vector<char*> pointers(extent[0], nullptr);
  expect_hdf5(H5Dread(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()));
  return take(pointers, type.get(), space.get());
}

template <class T>
std::vector<T> read_numbers(hid_t group, const std::string& name, const Extent& expected) {
  const Hdf5Handle dataset = open_dataset(group, name);
  if (extent_of(dataset) != expected) refuse(name, "does not fit the other parts of the file");
  std::vector<T> values(elements(expected));
  expect_hdf5(H5Dread(dataset.get(), hdf5_type<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()));
  return values;
}

template <class T>
std::vector<T> read_list(hid_t group, const std::string& name) {
  const Extent extent = extent_of(open_dataset(group, name));
  if (extent.size() != 1) refuse(name, "is no list");
  return read_numbers<T>(group, name, extent);
}

std::optional<std::string> text_attribute(hid_t object, const char* name) {
  if (expect_hdf5(H5Aexists(object, name)) == 0) return std::nullopt;
  const Hdf5Handle attribute(H5Aopen(object, name, H5P_DEFAULT), H5Aclose);
  const Hdf5Handle there(H5Aget_type(attribute.get()), H5Tclose);
  const Hdf5Handle space(H5Aget_space(attribute.get()), H5Sclose);
  if (!is_text(there.get()) || H5Sget_simple_extent_npoints(space.get()) != 1) return std::nullopt;
  const Hdf5Handle type = hdf5_text_type();
  std::vector<char*> pointer(1, nullptr);
  expect_hdf5(H5Aread(attribute.get(), type.get(), pointer.data()));
  return take(pointer, type.get(), space.get()).front();
}

template <class T>
std::optional<T> number_attribute(hid_t object, const char* name) {
  if (expect_hdf5(H5Aexists(object, name)) == 0) return std::nullopt;
  const Hdf5Handle attribute(H5Aopen(object, name, H5P_DEFAULT), H5Aclose);
  const Hdf5Handle space(H5Aget_space(attribute.get()), H5Sclose);
  const Hdf5Handle type(H5Aget_type(attribute.get()), H5Tclose);
  constexpr H5T_class_t kind = std::is_floating_point_v<T> ? H5T_FLOAT : H5T_INTEGER;
  if (H5Tget_class(type.get()) != kind || H5Sget_simple_extent_npoints(space.get()) != 1) {
    return std::nullopt;
  }
  T value{};
  expect_hdf5(H5Aread(attribute.get(), hdf5_type<T>(), &value));
  return value;
}

#define RAPPORT_NUMBERS_OF(T)                                                        \
  template std::vector<T> read_numbers<T>(hid_t, const std::string&, const Extent&); \
  template std::vector<T> read_list<T>(hid_t, const std::string&)
RAPPORT_NUMBERS_OF(double);
RAPPORT_NUMBERS_OF(float);
RAPPORT_NUMBERS_OF(std::int8_t);
RAPPORT_NUMBERS_OF(std::int32_t);
RAPPORT_NUMBERS_OF(std::uint8_t);
RAPPORT_NUMBERS_OF(std::uint32_t);
RAPPORT_NUMBERS_OF(std::uint64_t);
#undef RAPPORT_NUMBERS_OF

template std::optional<double> number_attribute(hid_t, const char*);
template std::optional<std::int8_t> number_attribute(hid_t, const char*);
template std::optional<std::int32_t> number_attribute(hid_t, const char*);
template std::optional<std::uint32_t> number_attribute(hid_t, const char*);
template std::optional<std::uint64_t> number_attribute(hid_t, const char*);

}  // namespace rapport
