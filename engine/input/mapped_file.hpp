// The bytes of a file as memory.
#pragma once

#include <boost/interprocess/file_mapping.hpp>
#include <boost/interprocess/mapped_region.hpp>
#include <cstddef>
#include <span>
#include <string>

namespace rapport {

/// Only to be read. The system loads what is touched, shares it among all processes that map the
/// file, and may drop it where memory is short. Nobody may shorten the file meanwhile; to replace
/// it under its name is no harm.
class MappedFile {
 public:
  /// Throws boost::interprocess::interprocess_exception when the file is missing, empty or cannot
  /// be mapped.
  explicit MappedFile(const std::string& path)
      : region_(boost::interprocess::file_mapping(path.c_str(), boost::interprocess::read_only),
                boost::interprocess::read_only) {}

  std::span<const std::byte> bytes() const {
    return {static_cast<const std::byte*>(region_.get_address()), region_.get_size()};
  }

 private:
  boost::interprocess::mapped_region region_;
};

}  // namespace rapport
