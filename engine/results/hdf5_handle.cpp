#include "results/hdf5_handle.hpp"

namespace rapport {
namespace {

herr_t take_innermost(unsigned place, const H5E_error2_t* error, void* to) {
  if (place == 0 && error->desc != nullptr) *static_cast<std::string*>(to) = error->desc;
  return 0;
}

}  // namespace

void throw_hdf5_error() {
  std::string reason = "unknown reason";
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, take_innermost, &reason);
  H5Eclear2(H5E_DEFAULT);
  throw Hdf5Error(reason);
}

void quieten_hdf5() {
  expect_hdf5(H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr));
  // A result needs no filter but deflate and shuffle; a file must not make us load foreign code.
  expect_hdf5(H5PLset_loading_state(0));
  // The library keeps what it frees, 20 MiB at most, for the next use; the system does that as well
  // and for all.
  constexpr int most = 128 << 10, most_of_a_kind = 32 << 10;
  expect_hdf5(
      H5set_free_list_limits(most, most_of_a_kind, most, most_of_a_kind, most, most_of_a_kind));
}

Hdf5Handle hdf5_text_type() {
  Hdf5Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
  expect_hdf5(H5Tset_size(type.get(), H5T_VARIABLE));
  expect_hdf5(H5Tset_cset(type.get(), H5T_CSET_UTF8));
  return type;
}

}  // namespace rapport
