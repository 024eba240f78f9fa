// The work of another rank than 0: rank 0 says what it is.
#pragma once

#include <optional>
#include <vector>

#include "experiment/run_study.hpp"

namespace rapport::mpi {

/// Asks rank 0 by messages; its threads must be the only ones of the process that use MPI.
class RemoteWork : public SharedWork {
 public:
  std::optional<Item> next() override;
  void note(const RunNews& run) override { news_.push_back(run); }
  bool another_round() override;

 private:
  std::vector<RunNews> news_;  // of this round
};

}  // namespace rapport::mpi
