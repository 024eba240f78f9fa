#include "results/verify_result.hpp"

#include <fmt/format.h>

#include "core/failure.hpp"
#include "results/result_file.hpp"

namespace rapport {

void verify_result(const std::string& path) {
  const ResultFile file(path);
  const std::vector<RunStatus> status = file.status();
  const std::vector<std::uint64_t> digests = file.digests();
  for (std::size_t run = 0; run < status.size(); ++run) {
    if ((status[run] == RunStatus::done) == (digests[run] != 0)) continue;
    throw Failure(ExitCode::bad_data,
                  fmt::format("{}: is damaged (run {} is done without a digest, or has one without "
                              "being done)",
                              path, run));
  }
  file.expect_every_measure();
  file.expect_checksum();
}

}  // namespace rapport
