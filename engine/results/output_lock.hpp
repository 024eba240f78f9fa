// Keeps two processes from writing one result.
#pragma once

#include <string>

namespace rapport {

/// An exclusive lock on RESULT.h5.part, which is made when it is not there. The system lets go of
/// it when the process ends, however it ends, so that no stale lock can stay. Released with the
/// object, which then takes an empty file away again.
class OutputLock {
 public:
  /// Throws Failure: cannot_create when another process holds the lock or no file can stand there.
  static OutputLock take(const std::string& result_path);
  /// Throws like `take` when another process holds the lock. Takes an empty file away, too.
  static void expect_free(const std::string& result_path);

  OutputLock(OutputLock&& other) noexcept;
  OutputLock& operator=(OutputLock&& other) noexcept;
  ~OutputLock();

 private:
  OutputLock(std::string path, int file) : path_(std::move(path)), file_(file) {}
  void release() noexcept;
  std::string path_;
  int file_;
};

}  // namespace rapport
