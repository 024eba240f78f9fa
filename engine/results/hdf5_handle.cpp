#include "results/hdf5_handle.hpp"

#include <cstdlib>
#include <string_view>

namespace rapport {
namespace {

struct Innermost {
  std::string reason = "unknown reason";
  int cause = 0;
};

/// The library gives errno only inside its text: "..., errno = 28, error message = ...".
int errno_in(std::string_view text) {
  constexpr std::string_view key = "errno = ";
  const std::size_t at = text.find(key);
  return at == std::string_view::npos ? 0 : std::atoi(text.data() + at + key.size());
}

herr_t take_innermost(unsigned place, const H5E_error2_t* error, void* to) {
  auto& innermost = *static_cast<Innermost*>(to);
  if (place == 0 && error->desc != nullptr) innermost.reason = error->desc;
  if (innermost.cause == 0 && error->desc != nullptr) innermost.cause = errno_in(error->desc);
  return 0;
}

}  // namespace

void throw_hdf5_error() {
  Innermost innermost;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, take_innermost, &innermost);
  H5Eclear2(H5E_DEFAULT);
  throw Hdf5Error(innermost.reason, innermost.cause);
}

void quieten_hdf5() {
  expect_hdf5(H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr));
  // A result needs no filter but deflate and shuffle; a file must not make us load foreign code.
  expect_hdf5(H5PLset_loading_state(0));
}

Hdf5Handle hdf5_text_type() {
  Hdf5Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
  expect_hdf5(H5Tset_size(type.get(), H5T_VARIABLE));
  expect_hdf5(H5Tset_cset(type.get(), H5T_CSET_UTF8));
  return type;
}

}  // namespace rapport
