// A run on its way into the journal.
#pragma once

#include <cstddef>
#include <vector>

#include "results/run_record.hpp"

namespace rapport {

/// Its daily values take no more memory than they will take in the journal: a quarter, as a rule.
struct PackedRun {
  explicit PackedRun(RunRecord record);

  /// Of memory, about.
  std::size_t bytes() const;

  RunRecord run;                 // without its daily values
  std::vector<std::byte> daily;  // see daily_blob; empty when there are none
};

}  // namespace rapport
