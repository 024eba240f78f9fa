#include "results/output_driver.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>
#if H5_VERSION_GE(1, 13, 0)
#include <H5FDdevelop.h>  // where later versions describe drivers
#endif

namespace rapport {
namespace {

/// What a file learns from its access list.
struct DriverInfo {
  int* cause;
};

/// Something written after the first error.
struct Unwritten {
  haddr_t address;
  std::vector<char> bytes;
};

struct OutputFile {
  H5FD_t base;  // first, so that the library's pointer is ours
  int descriptor;
  int* cause;
  haddr_t end_allocated;
  haddr_t end_written;
  std::vector<Unwritten> unwritten;
};

OutputFile& ours(H5FD_t* file) {
  return *reinterpret_cast<OutputFile*>(file);
}
const OutputFile& ours(const H5FD_t* file) {
  return *reinterpret_cast<const OutputFile*>(file);
}

H5FD_t* open_file(const char* name, unsigned flags, hid_t access, haddr_t) {
  const auto* info = static_cast<const DriverInfo*>(H5Pget_driver_info(access));
  if (info == nullptr || (flags & H5F_ACC_CREAT) == 0) return nullptr;
  const int descriptor = ::open(name, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    *info->cause = errno;
    return nullptr;
  }
  return &(new OutputFile{{}, descriptor, info->cause, 0, 0, {}})->base;
}

herr_t close_file(H5FD_t* file) {
  const std::unique_ptr<OutputFile> closing(&ours(file));
  if (::close(closing->descriptor) != 0 && *closing->cause == 0) *closing->cause = errno;
  return 0;
}

herr_t query(const H5FD_t*, unsigned long* features) {
  // Those of the library's own driver, so that the bytes are those it would write.
  *features = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA | H5FD_FEAT_DATA_SIEVE |
              H5FD_FEAT_AGGREGATE_SMALLDATA | H5FD_FEAT_DEFAULT_VFD_COMPATIBLE;
  return 0;
}

haddr_t end_allocated(const H5FD_t* file, H5FD_mem_t) {
  return ours(file).end_allocated;
}

herr_t set_end_allocated(H5FD_t* file, H5FD_mem_t, haddr_t address) {
  ours(file).end_allocated = address;
  return 0;
}

haddr_t end_written(const H5FD_t* file, H5FD_mem_t) {
  return ours(file).end_written;
}

/// Returns 0 or the errno of the write that failed.
int write_all(int descriptor, haddr_t address, const char* from, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::pwrite(descriptor, from, size, static_cast<off_t>(address));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return written < 0 ? errno : ENOSPC;
    from += written;
    address += static_cast<haddr_t>(written);
    size -= static_cast<std::size_t>(written);
  }
  return 0;
}

herr_t write(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t address, std::size_t size, const void* from) {
  OutputFile& output = ours(file);
  const auto* bytes = static_cast<const char*>(from);
  if (*output.cause == 0) *output.cause = write_all(output.descriptor, address, bytes, size);
  if (*output.cause != 0) output.unwritten.push_back({address, {bytes, bytes + size}});
  output.end_written = std::max(output.end_written, address + size);
  return 0;
}

/// Lays the part of `late` that falls into [address, address + size) over `to`.
void lay_over(const Unwritten& late, haddr_t address, std::size_t size, char* to) {
  const haddr_t first = std::max(address, late.address);
  const haddr_t last = std::min<haddr_t>(address + size, late.address + late.bytes.size());
  if (first >= last) return;
  std::memcpy(to + (first - address), late.bytes.data() + (first - late.address), last - first);
}

herr_t read(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t address, std::size_t size, void* to) {
  const OutputFile& output = ours(file);
  auto* bytes = static_cast<char*>(to);
  std::size_t done = 0;
  while (done < size) {
    const ssize_t got =
        ::pread(output.descriptor, bytes + done, size - done, static_cast<off_t>(address + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  std::memset(bytes + done, 0, size - done);  // behind the end, as the library expects
  for (const Unwritten& late : output.unwritten) lay_over(late, address, size, bytes);
  return 0;
}

herr_t truncate(H5FD_t* file, hid_t, hbool_t) {
  OutputFile& output = ours(file);
  if (*output.cause == 0 &&
      ::ftruncate(output.descriptor, static_cast<off_t>(output.end_allocated)) != 0) {
    *output.cause = errno;
  }
  output.end_written = output.end_allocated;
  return 0;
}

H5FD_class_t driver_class() {
  H5FD_class_t driver{};
#if H5_VERSION_GE(1, 13, 0)
  driver.version = H5FD_CLASS_VERSION;
  driver.value = 512;  // the first number that the library leaves to drivers of one's own
#endif
  driver.name = "rapport output";
  driver.maxaddr = (haddr_t{1} << 62);
  driver.fc_degree = H5F_CLOSE_STRONG;  // no object outlives the file
  driver.fapl_size = sizeof(DriverInfo);
  driver.open = open_file;
  driver.close = close_file;
  driver.query = query;
  driver.get_eoa = end_allocated;
  driver.set_eoa = set_end_allocated;
  driver.get_eof = end_written;
  driver.read = read;
  driver.write = write;
  driver.truncate = truncate;
  const H5FD_mem_t kinds[H5FD_MEM_NTYPES] = H5FD_FLMAP_DICHOTOMY;
  std::copy(std::begin(kinds), std::end(kinds), std::begin(driver.fl_map));
  return driver;
}

}  // namespace

OutputDriver::OutputDriver() {
  quieten_hdf5();
  const H5FD_class_t driver = driver_class();
  driver_ = Hdf5Handle(H5FDregister(&driver), H5FDunregister);
}

void OutputDriver::use_in(const Hdf5Handle& access) {
  const DriverInfo info{&cause_};
  expect_hdf5(H5Pset_driver(access.get(), driver_.get(), &info));
}

}  // namespace rapport
