// A file driver for HDF5 under which the library never sees a write fail.
#pragma once

#include <string>

#include "results/hdf5_handle.hpp"

namespace rapport {

/// HDF5 1.10 crashes at exit after a write that failed: objects that could not be flushed stay half
/// closed. So the first error is only noted here; what is written after it is kept in memory, and
/// the library can close in peace. Whoever writes asks `cause()` after every step and stops there.
/// The file on disk is worthless then.
class OutputDriver {
 public:
  OutputDriver();
  OutputDriver(const OutputDriver&) = delete;
  OutputDriver& operator=(const OutputDriver&) = delete;

  /// Makes files that are opened with this access list use the driver, which must outlive them.
  void use_in(const Hdf5Handle& access);
  /// errno of the first write that failed; 0 when none did.
  int cause() const { return cause_; }

 private:
  int cause_ = 0;
  Hdf5Handle driver_;
};

}  // namespace rapport
