// Owns an HDF5 object, and turns the library's errors into one exception with the innermost reason.
#pragma once

#include <cstdint>
#include <hdf5.h>
#include <stdexcept>
#include <string>
#include <utility>

namespace rapport {

/// What HDF5 says went wrong, without a path: the writer and the reader know what it means for the
/// file.
class Hdf5Error : public std::runtime_error {
 public:
  explicit Hdf5Error(const std::string& reason, int cause = 0)
      : std::runtime_error(reason), cause_(cause) {}
  /// errno of the write that failed; 0 when it was none.
  int cause() const { return cause_; }

 private:
  int cause_;
};

/// Throws the innermost error of the library's stack when `code` is negative, else returns it.
template <class Code>
Code expect_hdf5(Code code);

[[noreturn]] void throw_hdf5_error();

template <class Code>
Code expect_hdf5(Code code) {
  if (code < 0) throw_hdf5_error();
  return code;
}

/// Closes its id when it goes.
class Hdf5Handle {
 public:
  using Close = herr_t (*)(hid_t);
  Hdf5Handle() = default;
  /// Takes over `id`; throws Hdf5Error when it is none.
  Hdf5Handle(hid_t id, Close close) : id_(expect_hdf5(id)), close_(close) {}
  Hdf5Handle(Hdf5Handle&& other) noexcept
      : id_(std::exchange(other.id_, H5I_INVALID_HID)), close_(other.close_) {}
  Hdf5Handle& operator=(Hdf5Handle&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(close_, other.close_);
    return *this;
  }
  ~Hdf5Handle() {
    if (id_ >= 0) close_(id_);
  }
  /// Closes now and throws Hdf5Error when that fails: what is written late fails late.
  void close() { expect_hdf5(close_(std::exchange(id_, H5I_INVALID_HID))); }
  hid_t get() const { return id_; }

 private:
  hid_t id_ = H5I_INVALID_HID;
  Close close_ = nullptr;
};

/// The library prints nothing and loads no plug-ins. To be called before any other use of it.
void quieten_hdf5();

/// File and memory types of numbers; files are little-endian, as every processor rapport is built
/// for.
template <class T>
hid_t hdf5_type();
template <>
inline hid_t hdf5_type<double>() {
  return H5T_IEEE_F64LE;
}
template <>
inline hid_t hdf5_type<float>() {
  return H5T_IEEE_F32LE;
}
template <>
inline hid_t hdf5_type<std::int8_t>() {
  return H5T_STD_I8LE;
}
template <>
inline hid_t hdf5_type<std::int32_t>() {
  return H5T_STD_I32LE;
}
template <>
inline hid_t hdf5_type<std::uint8_t>() {
  return H5T_STD_U8LE;
}
template <>
inline hid_t hdf5_type<std::uint32_t>() {
  return H5T_STD_U32LE;
}
template <>
inline hid_t hdf5_type<std::uint64_t>() {
  return H5T_STD_U64LE;
}

/// Variable-length UTF-8: fixed-length strings vanish or crash in netCDF readers.
Hdf5Handle hdf5_text_type();

}  // namespace rapport
